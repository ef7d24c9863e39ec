"""Every smallest repair: which changes of the input make an impossible year possible.

Single changes first, then sets of two, then of three, stopping at the first size that has any.
Each conflict is undone only by a change that touches it, so only those are tried (the tree of
hitting sets of Reiter, "A Theory of Diagnosis from First Principles", 1987), and each repair is
verified by solving the changed year: the leaders' plan is made, and the departments' around it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.allocation.conflict import some_conflict
from planner.errors import SolverError
from planner.pairing.attempt import Year
from planner.pairing.candidates import Candidate, Clash, candidates
from planner.pairing.case import Case
from planner.pairing.changes import Change, DropPin, DropRecusal, Nominate, Repair, SetFigure
from planner.pairing.figures import Scale, scales_of
from planner.pairing.nearest import FEW, Changes, Nearest
from planner.pairing.problem import problem_of
from planner.pairing.trials import SpentError, Trials
from planner.pairing.units import PARTS
from planner.words import Language, say

LISTED = 20
"""So many repairs are listed; of more, how many there are."""

LARGEST = 3
"""Larger sets of changes are not looked for."""

EFFORT = 20_000_000
"""The search stops after looking at so many pairs (some twenty seconds), and says so."""


@dataclass(frozen=True, slots=True)
class Repairs:
    """All repairs of the smallest size there is, and whether everything was tried.

    Without a repair `size` is the largest that was tried to the end. A repair stands for all that
    differ from it in stations alike only.
    """

    found: tuple[Repair, ...]
    size: int
    complete: bool

    @property
    def number(self) -> int:
        """How many repairs there are, stations alike counted one by one."""
        return sum(repair.number for repair in self.found)

    def text(self, language: Language = "zh") -> str:
        """Return what was found in a sentence, and at most 20 repairs below it, one a line."""
        key = "single" if self.size == 1 else "sets"
        if not self.found:
            key = "none" if self.complete and self.size else "unknown"
        if self.found and not self.complete:
            key += "_at_least"
        head = say(f"repairs.{key}", language, number=self.number, size=self.size)
        lines = [f"  {n}. {repair.text(language)}" for n, repair in enumerate(self.found, 1)]
        more = [say("repairs.listed", language, number=LISTED)] if len(lines) > LISTED else []
        cut = [] if self.complete else [say("repairs.cut", language)]
        return "\n".join([head, *lines[:LISTED], *more, *cut])


def repairs_of(year: Year, effort: int | None = EFFORT) -> Repairs:
    """Return every smallest repair of an impossible year, as far as the effort goes."""
    search = _Search(year, effort)
    states: list[Changes] = [()]
    for size in range(1, LARGEST + 1):
        found, states = search.level(states)
        if found or not search.complete:
            last = size if found else size - 1
            return Repairs(tuple(found), last, search.complete)
    return Repairs((), LARGEST, search.complete)


class _Search:
    """The search for repairs of one year; `complete` turns false where something was not tried."""

    def __init__(self, year: Year, effort: int | None) -> None:
        self.complete = True
        self._year, self._trials = year, Trials(year, effort)
        scales = scales_of(year.dataset, year.policy)
        self._nearest = Nearest(scales, self._trials.works, self._stands, self._trials.soon)

    def level(self, states: Sequence[Changes]) -> tuple[list[Repair], list[Changes]]:
        """Return the repairs that add one change to a state, and else the states of that size."""
        found, left = dict[frozenset[Change], Repair](), dict[frozenset[Change], Changes]()
        tried = set[frozenset[Change]]()
        try:
            for state, candidate, hopeless in self._branches(sorted(states, key=self._stuck)):
                for changes, vain in self._tries(state, candidate, tried):
                    tried.add(frozenset(changes))
                    if not (hopeless or vain) and self._works(changes):
                        near = self._nearest.all(changes)
                        found |= {frozenset(some): Repair(some) for some in near}
                        break
                    left[frozenset(changes)] = changes
        except SpentError:
            self.complete = False
        self.complete &= self._nearest.complete
        return list(found.values()), list(left.values())

    def _stuck(self, state: Changes) -> int:
        """Return which part a state fails in, the last one first: it came farther."""
        case = self._trials.known(state)
        return len(PARTS) if case is None else -PARTS.index(case.part)

    def _branches(self, states: Sequence[Changes]) -> Iterator[tuple[Changes, Candidate, bool]]:
        """Yield states with what could be added, turn by turn; nominations wait for their turn.

        A nomination is hopeless where the conflict lacks more places than one station has, whatever
        plan the leaders make.
        """
        known = dict[Changes, list[tuple[int, Candidate, bool]]]()
        for turn in range(3):
            for state in states:
                if turn == 0 and _nominates(state):
                    continue
                if state not in known:
                    known[state] = self._candidates(state)
                for at, candidate, hopeless in known[state]:
                    if at == turn or (turn == 1 and at == 0 and _nominates(state)):
                        yield state, candidate, hopeless

    def _candidates(self, state: Changes) -> list[tuple[int, Candidate, bool]]:
        """Return what could be added to a state; nothing where no solver can tell."""
        try:
            case = self._trials.clash(state)
            if case is None:
                return []
            problem = problem_of(case)
            clash = Clash(case, problem, some_conflict(problem))
            lacks = self._trials.lacks(state) if case.around else clash.lacks
        except SolverError:
            self.complete = False
            return []
        dataset, roomy = self._trials.cases.changed(state).dataset, self._trials.roomy(state)
        found = candidates(clash, dataset, roomy)
        hopeless = self._hopeless(state, case, [candidate for _, candidate in found])
        if lacks > case.policy.stations.units:
            hopeless |= {some for _, some in found if isinstance(some, Nominate)}
        return [
            (turn, some, not isinstance(some, Scale) and some in hopeless) for turn, some in found
        ]

    def _hopeless(
        self, state: Changes, case: Case, found: Sequence[Candidate]
    ) -> frozenset[Change]:
        """Return what can't help, as is told of many together."""
        nominations: list[Change] = [some for some in found if isinstance(some, Nominate)]
        lifted: list[Change] = [
            some
            for some in found
            if isinstance(some, DropRecusal)
            or (isinstance(some, DropPin) and some.decision == "forbid")
        ]
        apart = len(self._year.parts) == 1 or self._trials.alone(state) is not None
        hopeless = frozenset[Change]()
        for group in (nominations, lifted):
            if apart:
                hopeless |= frozenset(group) - self._trials.hopeful(state, case.part, group)
            elif group and self._trials.at_odds(state, group):
                hopeless |= frozenset(group)
        return hopeless

    def _tries(
        self, state: Changes, candidate: Candidate, tried: set[frozenset[Change]]
    ) -> Iterator[tuple[Changes, bool]]:
        """Yield a state with the candidate added; a figure at its farthest, then at nearer ones.

        With it, whether that is in vain: a part fails by itself even at the farthest, which eases
        it more.
        """
        if not isinstance(candidate, Scale):
            options: list[Change] = [candidate]
        else:
            last = len(candidate.values) - 1
            others = range(last) if last < FEW else range(0)
            options = [candidate.change(at) for at in (last, *others)]
        for at, change in enumerate(options):
            changes = (*state, change)
            if frozenset(changes) not in tried and not _twice(changes):
                nearer = at > 0 and isinstance(candidate, Scale) and candidate.eases_only
                yield changes, nearer and not self._stands((*state, options[0]))

    def _stands(self, changes: Changes) -> bool:
        """Return whether every part is possible by itself; no where no solver can tell."""
        try:
            return self._trials.alone(changes) is None
        except SolverError:
            self.complete = False
            return False

    def _works(self, changes: Changes) -> bool:
        """Return whether the year is possible with some changes; no where no solver can tell."""
        try:
            return self._trials.works(changes)
        except SolverError:
            self.complete = False
            return False


def _nominates(changes: Sequence[Candidate]) -> bool:
    return any(isinstance(change, Nominate) for change in changes)


def _twice(changes: Changes) -> bool:
    """Return whether a figure is changed twice, which would be one change and not two."""
    keys = [(c.section, c.key) for c in changes if isinstance(c, SetFigure)]
    return len(keys) > len(set(keys))
