"""Every smallest repair: which changes of the input make an impossible plan possible.

Single changes first, then sets of two, then of three, stopping at the first size that has any.
Each conflict is undone only by a change that touches it, so only those are tried (the tree of
hitting sets of Reiter, "A Theory of Diagnosis from First Principles", 1987), and each repair is
verified by making the changed plan.
"""

from collections.abc import Sequence
from typing import Generic, Protocol

from planner.errors import SolverError
from planner.repairs.change import Change, Changes, Repair, T, Way
from planner.repairs.effort import Effort, SpentError
from planner.repairs.found import Repairs
from planner.repairs.nearest import Nearest

LARGEST = 3
"""Larger sets of changes are not looked for."""


class Subject(Protocol[T]):
    """What a duty tells of its input after some changes.

    All raise `SpentError` at the end of the effort, `SolverError` where no solver can answer.
    """

    @property
    def effort(self) -> Effort:
        """What may still be done."""
        ...

    def works(self, changes: Changes[T]) -> bool:
        """Return whether the plan can be made."""
        ...

    def stands(self, changes: Changes[T]) -> bool:
        """Return whether what only easing can make possible is so: without it nothing works."""
        ...

    def ways(self, changes: Changes[T]) -> Sequence[Way[T]]:
        """Return what touches the conflict after changes that do not work, the likely ones first.

        What is left out makes nothing possible that was not.
        """
        ...

    def barred(self, far: Changes[T], near: Changes[T]) -> bool:
        """Return whether nothing between works, where neither does and `far` eases most."""
        ...


def repairs_of(subject: Subject[T]) -> Repairs[T]:
    """Return every smallest repair of an input without a plan, as far as the effort goes.

    As much again goes into moving figures less.
    """
    effort, search = subject.effort.left, _Search(subject)
    states: list[Changes[T]] = [()]
    for size in range(1, LARGEST + 1):
        found, states = search.level(states)
        if found:
            subject.effort.left = effort
            nearest = Nearest(subject, search.of)
            repairs = tuple(Repair(changes) for changes in nearest.all(found))
            return Repairs(repairs, size, search.complete, nearest.complete)
        if not search.complete:
            return Repairs((), size - 1, complete=False, nearest=False)
    return Repairs((), LARGEST, complete=True, nearest=True)


class _Search(Generic[T]):
    """The search, level by level; `complete` turns false where something was not tried.

    `of` has the way of every change that was tried.
    """

    def __init__(self, subject: Subject[T]) -> None:
        self.complete = True
        self.of = dict[Change[T], Way[T]]()
        self._subject = subject
        self._ways = dict[frozenset[Change[T]], Sequence[Way[T]]]()

    def level(self, states: Sequence[Changes[T]]) -> tuple[list[Changes[T]], list[Changes[T]]]:
        """Return the sets that work of a state and one change more, then those that do not.

        A figure is moved as far as it can be.
        """
        found, left, tried = list[Changes[T]](), list[Changes[T]](), set[frozenset[Change[T]]]()
        known = {frozenset(state) for state in states}
        self._ways.clear()
        try:
            for state in sorted(states, key=self._many):
                taken = {self.of[change].name for change in state}
                for way in self._touching(state):
                    far = (*state, way.changes[-1])
                    if way.name in taken or frozenset(far) in tried:
                        continue
                    tried.add(frozenset(far))
                    self.of.update(dict.fromkeys(way.changes, way))
                    vain = self._in_vain(far, known)
                    works = None if vain else self._first(state, way)
                    found += [] if works is None else [works]
                    sets = [far] if way.eases else [(*state, change) for change in way.changes]
                    left += [] if works else sets
        except SpentError:
            self.complete = False
        return found, left

    def _first(self, state: Changes[T], way: Way[T]) -> Changes[T] | None:
        """Return a state with one value of a way so that it works: the farthest where that does."""
        far, near = (*state, way.changes[-1]), (*state, way.changes[0])
        if self._works(far):
            return far
        if len(way.changes) == 1:
            return None
        if self._works(near):
            return near
        if way.eases and self._barred(far, near):
            return None
        between = ((*state, change) for change in way.changes[-2:0:-1])
        return next((changes for changes in between if self._works(changes)), None)

    def _in_vain(self, changes: Changes[T], known: set[frozenset[Change[T]]]) -> bool:
        """Return whether a change is no use to the others, of which it is known that they fail."""
        every = frozenset(changes)
        return any(
            every - {change} in known
            and not any(
                change.name in other.names
                for way in self._touching(tuple(one for one in changes if one != change))
                for other in way.changes
            )
            for change in changes[:-1]
        )

    def _touching(self, state: Changes[T]) -> Sequence[Way[T]]:
        """Return what could be added to a state; nothing where no solver can tell."""
        key = frozenset(state)
        if key not in self._ways:
            try:
                self._ways[key] = self._subject.ways(state)
            except SolverError:
                self._ways[key], self.complete = (), False
        return self._ways[key]

    def _works(self, changes: Changes[T]) -> bool:
        """Return whether some changes are known to work."""
        try:
            return self._subject.works(changes)
        except SolverError:
            self.complete = False
            return False

    def _barred(self, far: Changes[T], near: Changes[T]) -> bool:
        try:
            return self._subject.barred(far, near)
        except SolverError:
            return False

    def _many(self, state: Changes[T]) -> int:
        return sum(self.of[change].many for change in state)
