"""Comparing plans: what became of every pairing and every goal, and which input differs."""

from planner.comparison.compare import Comparison, compare

__all__ = ["Comparison", "compare"]
