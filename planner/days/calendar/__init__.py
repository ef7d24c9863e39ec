"""The visit calendar: who goes where in which week, within the rules, the goals in order."""
