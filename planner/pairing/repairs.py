"""Every smallest repair: which changes of the input make an impossible year possible.

Single changes first, then sets of two, then of three, stopping at the first size that has any.
Each conflict is undone only by a change that touches it, so only those are tried (the tree of
hitting sets of Reiter, "A Theory of Diagnosis from First Principles", 1987), and each repair is
verified by solving the changed year: the leaders' plan is made, and the departments' around it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.errors import SolverError
from planner.pairing.attempt import Year
from planner.pairing.candidates import Candidate
from planner.pairing.changes import Change, Nominate, Repair, SetFigure
from planner.pairing.conflicts import Additions, Conflicts
from planner.pairing.effort import SpentError
from planner.pairing.figures import Scale, halved, scales_of
from planner.pairing.nearest import Changes, Nearest
from planner.pairing.trials import Trials
from planner.pairing.units import PARTS
from planner.words import Language, say

LISTED = 20
"""So many repairs are listed; of more, how many there are."""

LARGEST = 3
"""Larger sets of changes are not looked for."""

EFFORT = 500_000_000
"""The search stops after looking at so many pairs (up to some three minutes), and says so; then as
many go into moving figures less."""

_PLANS, _NEAR = 8, (0, 1, 5, 21)
"""So many plans of the leaders' are tried beyond the farthest value of a figure, then these."""


@dataclass(frozen=True, slots=True)
class Repairs:
    """All repairs of the smallest size there is.

    `complete` says whether everything to change was tried, and `nearest` whether every figure is
    moved as little as can be, in all ways. Without a repair `size` is the largest that was tried to
    the end. A repair stands for all that differ from it in stations alike only.
    """

    found: tuple[Repair, ...]
    size: int
    complete: bool
    nearest: bool

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
        open_ = ["repairs.farther"] if self.complete and not self.nearest else []
        open_ += [] if self.complete else ["repairs.cut"]
        return "\n".join([head, *lines[:LISTED], *more, *(say(key, language) for key in open_)])


def repairs_of(year: Year, effort: int | None = EFFORT) -> Repairs:
    """Return every smallest repair of an impossible year, as far as the effort goes."""
    search = _Search(year, effort)
    states: list[Changes] = [()]
    for size in range(1, LARGEST + 1):
        found, states = search.level(states)
        if found:
            return search.nearest(found, size)
        if not search.complete:
            return Repairs((), size - 1, complete=False, nearest=False)
    return Repairs((), LARGEST, complete=True, nearest=True)


class _Search:
    """The search for repairs of one year; `complete` turns false where something was not tried."""

    def __init__(self, year: Year, effort: int | None) -> None:
        self.complete = True
        self._year, self._trials, self._effort = year, Trials(year, effort), effort
        self._conflicts = Conflicts(year, self._trials)
        self._additions = dict[frozenset[Change], Additions]()

    def nearest(self, sets: Sequence[Changes], size: int) -> Repairs:
        """Return sets of changes that work as repairs, each figure moved as little as can be."""
        scales = scales_of(self._year.dataset, self._year.policy)
        nearest = Nearest(scales, self._trials.works, self._trials.stands)
        self._trials.allow(self._effort)
        found = tuple(Repair(changes) for changes in nearest.all(sets))
        return Repairs(found, size, self.complete, nearest.complete)

    def level(self, states: Sequence[Changes]) -> tuple[list[Changes], list[Changes]]:
        """Return the sets that work of a state and one change more, then those that do not.

        A figure is moved as far as it can be.
        """
        found, left = list[Changes](), list[Changes]()
        tried = set[frozenset[Change]]()
        self._additions.clear()
        try:
            for state, candidate in self._branches(sorted(states, key=self._stuck)):
                sets = [(*state, change) for change in _options(candidate)]
                if frozenset(sets[0]) in tried or _twice(sets[0]):
                    continue
                tried.add(frozenset(sets[0]))
                if isinstance(candidate, Scale) and candidate.eases_only:
                    works, sets = self._eased(state, candidate), sets[:1]
                else:
                    works = self._first(sets)
                found += [] if works is None else [works]
                left += sets if works is None else []
        except SpentError:
            self.complete = False
        return found, left

    def _first(self, sets: Iterable[Changes]) -> Changes | None:
        """Return the first of some sets that works; without one each must have had an answer."""
        told = True
        for changes in sets:
            works = self._works(changes)
            if works:
                return changes
            told &= works is not None
        self.complete &= told
        return None

    def _eased(self, state: Changes, scale: Scale) -> Changes | None:
        """Return a state with a figure moved so that it works: as far as can be, which eases most.

        Where only the leaders' plan is in the way there, it can be another one at nearer values:
        those are tried next where it is, and some that are near. Of others nothing is known.
        """
        at = len(scale.values) - 1
        for _ in range(_PLANS):
            changes = (*state, scale.change(at))
            works = self._works(changes)
            if works:
                return changes
            if works is None:
                break
            if self._in_vain(changes) or self._trials.never(changes):
                return None
            at = self._same_plan(state, scale, at) - 1
            if at < 0:
                return None
        near = self._first((*state, scale.change(at)) for at in _NEAR if at < len(scale.values))
        self.complete &= near is not None
        return near

    def _same_plan(self, state: Changes, scale: Scale, far: int) -> int:
        """Return the nearest value for which the leaders' plan is known to be a farther one's."""
        changes = (*state, scale.change(far))
        return halved(
            -1, far, lambda at: self._trials.same_leaders((*state, scale.change(at)), changes)
        )

    def _in_vain(self, changes: Changes) -> bool:
        """Return whether what is known of one change less tells that there is no plan."""
        every = frozenset(changes)
        fewer = ((change, self._additions.get(every - {change})) for change in changes)
        return any(known is not None and known.in_vain(change) for change, known in fewer)

    def _stuck(self, state: Changes) -> int:
        """Return which part a state fails in, the last one first: it came farther."""
        case = self._trials.known(state)
        return len(PARTS) if case is None else -PARTS.index(case.part)

    def _branches(self, states: Sequence[Changes]) -> Iterator[tuple[Changes, Candidate]]:
        """Yield states with what could be added, turn by turn; nominations wait for their turn."""
        known = dict[Changes, Sequence[tuple[int, Candidate]]]()
        for turn in range(3):
            for state in states:
                if turn == 0 and _nominates(state):
                    continue
                if state not in known:
                    known[state] = self._found(state)
                for at, candidate in known[state]:
                    if at == turn or (turn == 1 and at == 0 and _nominates(state)):
                        yield state, candidate

    def _found(self, state: Changes) -> Sequence[tuple[int, Candidate]]:
        """Return what could be added to a state; nothing where no solver can tell."""
        try:
            additions = self._conflicts.additions(state)
        except SolverError:
            self.complete = False
            return []
        if additions is None:
            return []
        self._additions[frozenset(state)] = additions
        return additions.found

    def _works(self, changes: Changes) -> bool | None:
        """Return whether the year is possible with some changes; None where no solver can tell."""
        if self._in_vain(changes):
            return False
        try:
            return self._trials.works(changes)
        except SolverError:
            return None


def _nominates(changes: Sequence[Candidate]) -> bool:
    return any(isinstance(change, Nominate) for change in changes)


def _options(candidate: Candidate) -> list[Change]:
    """Return a change as it is; a figure at its farthest, then at nearer values."""
    if not isinstance(candidate, Scale):
        return [candidate]
    last = len(candidate.values) - 1
    return [candidate.change(at) for at in (last, *range(last))]


def _twice(changes: Changes) -> bool:
    """Return whether a figure is changed twice, which would be one change and not two."""
    keys = [(c.section, c.key) for c in changes if isinstance(c, SetFigure)]
    return len(keys) > len(set(keys))
