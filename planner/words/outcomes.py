"""Indicators and what the pairings did to the stations."""

OUTCOMES: dict[str, tuple[str, str]] = {}
