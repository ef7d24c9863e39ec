"""Where no postings or no exchange satisfy all rules: why, in a sentence, and what would help."""
