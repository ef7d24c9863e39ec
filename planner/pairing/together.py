"""Whether any of many changes could make a part possible: asked of them together first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from planner.allocation.problem import Problem
from planner.errors import SolverError
from planner.pairing.attempt import Stations, Year
from planner.pairing.case import Case
from planner.pairing.changes import Change
from planner.pairing.joint import few_of
from planner.pairing.problem import problem_of
from planner.pairing.trials import Trials
from planner.pairing.units import Part

C = TypeVar("C", bound=Change)

_HALVINGS, _SINGLY = 64, 4
"""So often changes are tried together, and so few are not worth it."""


class Together:
    """Asks about changes of a year that each only ease what a part is to do."""

    def __init__(self, year: Year, trials: Trials) -> None:
        self._trials = trials
        self._around = year.standing if len(year.parts) == 1 else None

    def case(
        self,
        changes: Sequence[Change],
        part: Part,
        more: Sequence[Change],
        few: int = 1,
        around: Stations | None = None,
    ) -> tuple[Case, Problem]:
        """Return a part's case after some changes and more, and its problem.

        The stations that are nominated among the latter have no more places than so few of them
        have.
        """
        case = self._trials.cases.of(part, (*changes, *more), around or self._around)
        return case, few_of(problem_of(case), case.station, case, more, few)

    def possible(
        self, changes: Sequence[Change], part: Part, more: Sequence[Change], few: int = 1
    ) -> bool:
        """Return whether a part could be possible with few of more changes; yes without answer."""
        return self._could(*self.case(changes, part, more, few))

    def _could(self, case: Case, problem: Problem) -> bool:
        try:
            return self._trials.feasible(case, problem)
        except SolverError:
            return True

    def hopeful(
        self,
        changes: Sequence[Change],
        part: Part,
        more: Sequence[Change],
        around: Stations | None = None,
    ) -> frozenset[Change]:
        """Return which of more changes could make a part possible, that fails before the other.

        All are nominations, or all lift what forbids pairs. Of many it is asked whether they help
        together; if so, of either half. With the leaders' stations it is asked `around` these.
        """

        def could(some: Sequence[Change]) -> bool:
            return self._could(*self.case(changes, part, some, around=around))

        return halved_among(more, could)


def halved_among(more: Sequence[C], could: Callable[[Sequence[C]], bool]) -> frozenset[C]:
    """Return the changes that are in small groups of which some could help, by asking of halves."""
    groups, hopeful = [tuple(more)] if more else [], frozenset[C]()
    for _ in range(_HALVINGS):
        if not groups or len(groups[0]) <= _SINGLY:
            break
        group = groups.pop(0)
        if could(group):
            half = len(group) // 2
            groups += [group[:half], group[half:]]
    return hopeful.union(*groups)
