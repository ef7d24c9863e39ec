"""Sweeps: many scenarios, their progress and results."""

SWEEP: dict[str, tuple[str, str]] = {}
