"""What could undo the conflict of a changed year: what touches it, and of that what is hopeless."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.allocation.conflict import some_conflict
from planner.allocation.problem import Problem
from planner.pairing.attempt import Year
from planner.pairing.candidates import Candidate, Clash, candidates
from planner.pairing.case import Case
from planner.pairing.changes import Change, DropPin, DropRecusal, Nominate, SetFigure
from planner.pairing.figures import Scale
from planner.pairing.problem import problem_of
from planner.pairing.together import Together
from planner.pairing.trials import Trials


@dataclass(frozen=True)
class Additions:
    """What could be added to some changes, each with its turn, and which of that is hopeless."""

    found: Sequence[tuple[int, Candidate]]
    hopeless: frozenset[Change]

    def in_vain(self, change: Change) -> bool:
        """Return whether the year has no plan with this change more, either."""
        return change in self.hopeless or self._touching.isdisjoint(_names(change))

    @cached_property
    def _touching(self) -> frozenset[Hashable]:
        return frozenset(name for _, some in self.found for name in _names(some))


class Conflicts:
    """The conflicts of a year after some changes, and what could be added to undo them."""

    def __init__(self, year: Year, trials: Trials) -> None:
        self._year, self._trials, self._together = year, trials, Together(year, trials)
        self._shared: dict[tuple[frozenset[Change], int], Additions | None] = {}

    def additions(self, changes: Sequence[Change]) -> Additions | None:
        """Return what could be added to changes after which there is no plan; None where there is.

        Raises `SolverError` where no solver can tell.
        """
        others = [some for some in changes if not isinstance(some, Nominate)]
        few = len(changes) - len(others) + 1
        if few == 1:
            return self._own(changes)
        key = frozenset(others), few
        if key not in self._shared:
            self._shared[key] = self._of_any(others, few)
        return self._shared[key] or self._own(changes)

    def _of_any(self, others: Sequence[Change], few: int) -> Additions | None:
        """Return what could be added beside nominations, if even so few of all do not help.

        Nominations are very many, and mostly none helps.
        """
        every = self._trials.cases.every
        for part in self._year.parts:
            if not self._together.possible(others, part, every, few):
                clash = _clash(*self._together.case(others, part, every, few))
                found = candidates(clash, self._trials.cases.changed(others).dataset, roomy=True)
                lifts = _lifts(found)
                helpful = self._together.possible(others, part, (*lifts, *every), few)
                return Additions(found, frozenset() if helpful else frozenset(lifts))
        return None

    def _own(self, changes: Sequence[Change]) -> Additions | None:
        """Return what could be added to the very changes.

        A nomination is hopeless where the conflict lacks more places than one station has, whatever
        plan the leaders make.
        """
        case = self._trials.clash(changes)
        if case is None:
            return None
        clash = _clash(case, problem_of(case))
        year, roomy = self._trials.cases.changed(changes), self._trials.roomy(changes)
        found = candidates(clash, year.dataset, roomy)
        nominations = [some for _, some in found if isinstance(some, Nominate)]
        hopeless = frozenset[Change]()
        for group in (nominations, _lifts(found)):
            if len(self._year.parts) == 1 or self._trials.alone(changes) is not None:
                hopeless |= frozenset(group) - self._together.hopeful(changes, case.part, group)
            elif group and self._trials.at_odds(changes, group):
                hopeless |= frozenset(group)
        lacks = self._trials.lacks(changes) if case.around else clash.lacks
        if lacks > case.policy.stations.units:
            hopeless |= frozenset(nominations)
        return Additions(found, hopeless)


def _clash(case: Case, problem: Problem) -> Clash:
    return Clash(case, problem, some_conflict(problem))


def _lifts(found: Sequence[tuple[int, Candidate]]) -> list[Change]:
    """Return the changes that lift what forbids pairs."""
    return [
        some
        for _, some in found
        if isinstance(some, DropRecusal)
        or (isinstance(some, DropPin) and some.decision == "forbid")
    ]


def _names(candidate: Candidate) -> list[Hashable]:
    """Return a name for each thing that a candidate changes; nominations alike are several."""
    if isinstance(candidate, Nominate):
        return [candidate.station, *candidate.alike]
    if isinstance(candidate, Scale):
        return [candidate.change(0).name]
    return [candidate.name if isinstance(candidate, SetFigure) else candidate]
