"""The visit calendar: who goes where in which week, within the rules, best by the goals in order."""
