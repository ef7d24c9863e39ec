"""The yearly pairing: who may be paired with what, the rules, the goals, the plan."""
