"""Scenarios and comparisons: what is changed, and what that changed."""

SCENARIO: dict[str, tuple[str, str]] = {}
