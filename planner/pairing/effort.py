"""What trying changed years costs, and how much of that is left.

Work is counted in pairs looked at and not in seconds, so that what is found within an effort is the
same on any machine.
"""

from planner.allocation.interrupt import go_on
from planner.pairing.case import Case

_OPENING = 2_000
"""What making a case costs, in pairs looked at."""

_SHARED, _BEST = 2, 6
"""How often pairs are looked at under a share of hard stations, and where the best plan is made."""


class SpentError(Exception):
    """The work that was allowed is done."""


class Effort:
    """How many pairs may still be looked at: `left`, None for any number."""

    def __init__(self, left: int | None) -> None:
        self.left = left

    def look(self, case: Case) -> None:
        """Count a question whether a case has a plan; raise `SpentError` with no effort left."""
        self._spend(case, _looks(case))

    def best(self, case: Case) -> None:
        """Count a search for a case's best plan; raise `SpentError` with no effort left."""
        self._spend(case, _BEST)

    def charge(self, pairs: int) -> None:
        """Count work that is done."""
        if self.left is not None:
            self.left -= pairs

    def _spend(self, case: Case, times: int) -> None:
        go_on()
        if self.left is not None and self.left <= 0:
            raise SpentError
        self.charge(times * (_OPENING + len(case.unit)))


def _looks(case: Case) -> int:
    return _SHARED if case.policy.stations.hard_percent else 1
