"""What one row of the tables of days says of another: every fault and warning, at its place."""

from planner.days.checks.cadres import CADRES
from planner.days.checks.changes import CHANGES
from planner.days.checks.known import Check
from planner.days.checks.notices import notices
from planner.days.checks.spans import SPANS
from planner.days.checks.suiting import SUITING
from planner.days.checks.visits import VISITS

__all__ = ["CHECKS", "Check", "check_tables", "notices"]

CHECKS = (*SPANS, *CADRES, *CHANGES, *VISITS, *SUITING)
"""Every check over rows, in reading order."""


def check_tables(check: Check) -> None:
    """Note all that is wrong or odd in the tables of days; cells that are null were told of."""
    for one in CHECKS:
        one(check)
