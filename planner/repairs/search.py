"""Every smallest repair: which changes of the input make an impossible plan possible.

Single changes first, then sets of two, then of three, stopping at the first size that has any.
Each conflict is undone only by a change that touches it, so only those are tried (the tree of
hitting sets of Reiter, "A Theory of Diagnosis from First Principles", 1987, gone through anew for
each size), and each repair is verified by making the changed plan.
"""

from collections.abc import Iterator, Sequence
from typing import Generic, Protocol

from planner.errors import SolverError
from planner.repairs.change import Change, Changes, Repair, T, Way
from planner.repairs.effort import Effort, SpentError
from planner.repairs.found import Repairs
from planner.repairs.nearest import Asked, Nearest

LARGEST = 3
"""Larger sets of changes are not looked for."""


class Subject(Asked[T], Protocol[T]):
    """What a duty tells of its input after some changes.

    All raise `SpentError` at the end of the effort, `SolverError` where no solver can answer.
    """

    @property
    def effort(self) -> Effort:
        """What may still be done."""
        ...

    @property
    def every(self) -> Sequence[Way[T]]:
        """What may be changed, in the order in which it is told, before what are `many`."""
        ...

    def ways(self, changes: Changes[T], more: int) -> Sequence[Way[T]]:
        """Return what to change beside changes that do not work, the likely ones first.

        Of every set of so many `more` changes with which they work one at least is among it.
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
    for size in range(1, LARGEST + 1):
        found = search.sets(size)
        if found:
            subject.effort.left = effort
            nearest = Nearest(subject, search.of)
            repairs = tuple(Repair(changes) for changes in nearest.all(found))
            return Repairs(repairs, size, search.complete, nearest.complete)
        if not search.complete:
            return Repairs((), size - 1, complete=False, nearest=False)
    return Repairs((), LARGEST, complete=True, nearest=True)


class _Search(Generic[T]):
    """The search, size by size; `complete` turns false where something was not tried.

    `of` has the way of every change that was tried.
    """

    def __init__(self, subject: Subject[T]) -> None:
        self.complete = True
        self.of = dict[Change[T], Way[T]]()
        self._subject = subject
        self._places = {way: place for place, way in enumerate(subject.every)}

    def sets(self, size: int) -> list[Changes[T]]:
        """Return the sets of so many changes that work, where none of fewer does.

        A figure is moved as far as it can be.
        """
        found = list[Changes[T]]()
        states: list[Changes[T]] = [()]
        try:
            for more in range(size, 1, -1):
                states = [
                    (*state, change)
                    for state, way in self._added(states, more)
                    for change in (way.changes[-1:] if way.eases else way.changes)
                ]
            for state, way in self._added(states, 1):
                works = self._first(state, way)
                found += [] if works is None else [works]
        except SpentError:
            self.complete = False
        found = [tuple(sorted(changes, key=self._place)) for changes in found]
        return sorted(found, key=lambda changes: [*map(self._place, changes)])

    def _place(self, change: Change[T]) -> int:
        return self._places.get(self.of[change], len(self._places))

    def _added(
        self, states: Sequence[Changes[T]], more: int
    ) -> Iterator[tuple[Changes[T], Way[T]]]:
        """Yield states with what to change beside them, every set of changes once."""
        tried = set[frozenset[Change[T]]]()
        for state in sorted(states, key=self._many):
            taken = {self.of[change].name for change in state}
            for way in self._touching(state, more):
                far = frozenset((*state, way.changes[-1]))
                if way.name not in taken and far not in tried:
                    tried.add(far)
                    self.of.update(dict.fromkeys(way.changes, way))
                    yield state, way

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

    def _touching(self, state: Changes[T], more: int) -> Sequence[Way[T]]:
        """Return what to change beside a state; nothing where no solver can tell."""
        try:
            return self._subject.ways(state, more)
        except SolverError:
            self.complete = False
            return ()

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
