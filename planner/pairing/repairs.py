"""Every smallest repair: which changes of the input make an impossible year possible.

Single changes first, then sets of two, then of three, stopping at the first size that has any.
Each conflict is undone only by a change that touches it, so only those are tried (the tree of
hitting sets of Reiter, "A Theory of Diagnosis from First Principles", 1987), and each repair is
verified by solving the changed year: the leaders' plan is made, and the departments' around it.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planner.allocation.conflict import some_conflict
from planner.errors import SolverError
from planner.pairing.attempt import Stations, Year, clash_of, leaders_of
from planner.pairing.candidates import Candidate, Clash, candidates, moves
from planner.pairing.case import Case
from planner.pairing.changes import Change, Nominate, Repair, SetFigure
from planner.pairing.figures import Scale, halved, scales_of
from planner.pairing.problem import problem_of
from planner.words import Language, say

LISTED = 20
"""So many repairs are listed; of more, how many there are."""

LARGEST = 3
"""Larger sets of changes are not looked for."""

SECONDS = 3.0
"""The search stops after so long, and says so."""

_FEW = 4
"""Up to so many values of a figure are tried one by one, more by halving."""

Changes = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Repairs:
    """All repairs of the smallest size there is, and whether everything was tried.

    Without a repair `size` is the largest that was tried to the end.
    """

    found: tuple[Repair, ...]
    size: int
    complete: bool

    def text(self, language: Language = "zh") -> str:
        """Return what was found in a sentence, and at most 20 repairs below it, one a line."""
        key = "single" if self.size == 1 else "sets"
        if not self.found:
            key = "none" if self.size else "unknown"
        head = say(f"repairs.{key}", language, number=len(self.found), size=self.size)
        lines = [f"  {n}. {repair.text(language)}" for n, repair in enumerate(self.found, 1)]
        more = [say("repairs.listed", language, number=LISTED)] if len(lines) > LISTED else []
        cut = [] if self.complete or not self.size else [say("repairs.cut", language)]
        return "\n".join([head, *lines[:LISTED], *more, *cut])


def repairs_of(year: Year, seconds: float | None = SECONDS) -> Repairs:
    """Return every smallest repair of an impossible year, as far as the time allows."""
    search = _Search(year, seconds)
    states: list[Changes] = [()]
    for size in range(1, LARGEST + 1):
        found, states = search.level(states)
        if found or not search.complete:
            last = size if found else size - 1
            return Repairs(tuple(found), last, search.complete)
    return Repairs((), LARGEST, search.complete)


class _TimeUpError(Exception):
    """The search has no time left."""


class _Search:
    """The search for repairs of one year; `complete` turns false where something was not tried."""

    def __init__(self, year: Year, seconds: float | None) -> None:
        self.complete = True
        self._year = year
        self._end = None if seconds is None else time.monotonic() + seconds
        self._leaders: dict[frozenset[Change], Stations | Case] = {}
        if year.leaders is not None:
            self._leaders[frozenset()] = year.leaders
        self._known: dict[frozenset[Change], bool] = {}
        self._scales = scales_of(year.dataset, year.policy)

    def level(self, states: Sequence[Changes]) -> tuple[list[Repair], list[Changes]]:
        """Return the repairs that add one change to a state, and else the states of that size."""
        found, left = dict[frozenset[Change], Repair](), dict[frozenset[Change], Changes]()
        tried = set[frozenset[Change]]()
        try:
            for state, candidate in self._branches(states):
                for changes in self._tries(state, candidate, tried):
                    tried.add(frozenset(changes))
                    if self._works(changes):
                        repair = self._tight(changes)
                        found[frozenset(repair.changes)] = repair
                        break
                    left[frozenset(changes)] = changes
        except _TimeUpError:
            self.complete = False
        return list(found.values()), list(left.values())

    def _branches(self, states: Sequence[Changes]) -> Iterator[tuple[Changes, Candidate]]:
        """Yield states with what could be added, turn by turn; nominations wait for their turn."""
        known = dict[Changes, list[tuple[int, Candidate]]]()
        for turn in range(3):
            for state in states:
                if turn == 0 and _nominates(state):
                    continue
                if state not in known:
                    known[state] = self._candidates(state)
                for at, candidate in known[state]:
                    if at == turn or (turn == 1 and at == 0 and _nominates(state)):
                        yield state, candidate

    def _candidates(self, state: Changes) -> list[tuple[int, Candidate]]:
        """Return what could be added to a state; nothing where no solver can tell."""
        if self._left() == 0:
            raise _TimeUpError
        try:
            case = self._clash(state)
            if case is None:
                return []
            problem = problem_of(case)
            clash = Clash(case, problem, some_conflict(problem))
        except SolverError:
            self.complete = False
            return []
        year = self._changed(state)
        return candidates(clash, year.dataset, len(year.parts) > 1)

    def _tries(
        self, state: Changes, candidate: Candidate, tried: set[frozenset[Change]]
    ) -> Iterator[Changes]:
        """Yield a state with the candidate added; a figure at its farthest, then at nearer ones."""
        if not isinstance(candidate, Scale):
            options: list[Change] = [candidate]
        else:
            last = len(candidate.values) - 1
            nearer = range(last) if last < _FEW else range(0)
            options = [candidate.change(at) for at in (last, *nearer)]
        for change in options:
            changes = (*state, change)
            if frozenset(changes) not in tried and not _twice(changes):
                yield changes

    def _tight(self, changes: Changes) -> Repair:
        """Return the repair with each figure moved as little as it must be."""
        for at, change in enumerate(changes):
            if isinstance(change, SetFigure):
                scale = next(
                    scale
                    for scale in self._scales
                    if (scale.section, scale.key) == (change.section, change.key)
                    and change.value in scale.values
                )
                rest = (changes[:at], changes[at + 1 :])
                changes = (*rest[0], self._nearest(scale, change, rest), *rest[1])
        return Repair(changes)

    def _nearest(self, scale: Scale, far: SetFigure, rest: tuple[Changes, Changes]) -> SetFigure:
        """Return the nearest value that works with the other changes, where `far` does.

        Where the time ends it is the nearest known to work.
        """

        def with_(at: int) -> Changes:
            return (*rest[0], scale.change(at), *rest[1])

        high = scale.values.index(far.value)
        try:
            if high < _FEW:
                return scale.change(
                    next((at for at in range(high) if self._works(with_(at))), high)
                )
            low = halved(-1, high, lambda at: self._alone(with_(at)) is None)
            if self._works(with_(low)):
                return scale.change(low)
            while high - low > 1:  # where the time ends, what is known to work stands
                middle = (low + high) // 2
                low, high = (low, middle) if self._works(with_(middle)) else (middle, high)
        except (_TimeUpError, SolverError):
            self.complete = False
        return scale.change(high)

    def _alone(self, changes: Changes) -> Case | None:
        """Return the case of a part that has no plan even by itself, which is quickly told."""
        year = self._changed(changes)
        cases = (
            clash_of(replace(year, parts=(part,)), None, self._left())
            for part in year.parts
            if len(year.parts) > 1
        )
        return next((case for case in cases if case is not None), None)

    def _works(self, changes: Changes) -> bool:
        """Return whether the year is possible with some changes; no where no solver can tell."""
        if self._left() == 0:
            raise _TimeUpError
        key = frozenset(changes)
        if key not in self._known:
            try:
                self._known[key] = self._clash(changes) is None
            except SolverError:
                self.complete = self._known[key] = False
        return self._known[key]

    def _clash(self, changes: Changes) -> Case | None:
        """Return the case that has no plan; the leaders' best plan is made only if it must be."""
        alone = None if self._key(changes) in self._leaders else self._alone(changes)
        if alone is not None:
            return alone
        return clash_of(self._changed(changes), lambda: self._made(changes), self._left())

    def _made(self, changes: Changes) -> Stations | Case:
        """Return the leaders' stations after the changes; made once for those that matter to it."""
        key = self._key(changes)
        if key not in self._leaders:
            some = tuple(change for change in changes if change in key)
            self._leaders[key] = leaders_of(self._changed(some), self._left())
        return self._leaders[key]

    def _key(self, changes: Changes) -> frozenset[Change]:
        """Return the changes that can alter the leaders' plan."""
        return frozenset(change for change in changes if moves(change, self._year.dataset))

    def _changed(self, changes: Changes) -> Year:
        dataset, policy = Repair(changes).apply(self._year.dataset, self._year.policy)
        year = self._year
        return Year(dataset, policy, year.year, year.parts, year.standing)

    def _left(self) -> float | None:
        return None if self._end is None else max(0.0, self._end - time.monotonic())


def _nominates(changes: Sequence[Candidate]) -> bool:
    return any(isinstance(change, Nominate) for change in changes)


def _twice(changes: Changes) -> bool:
    """Return whether a figure is changed twice, which would be one change and not two."""
    keys = [(c.section, c.key) for c in changes if isinstance(c, SetFigure)]
    return len(keys) > len(set(keys))
