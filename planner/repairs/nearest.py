"""The nearest values of a repair's figures: what it need not change stays as it is."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol

from planner.errors import SolverError
from planner.repairs.change import Change, Changes, T, Way
from planner.repairs.effort import SpentError


class Asked(Protocol[T]):
    """Whether changes work, and whether what is quicker to tell and only eased is so.

    Both raise `SpentError` at the end of the effort, `SolverError` where no solver can answer.
    """

    def works(self, changes: Changes[T]) -> bool:
        """Return whether the plan can be made."""
        ...

    def stands(self, changes: Changes[T]) -> bool:
        """Return whether the plan is not ruled out: else nothing works, till more is eased."""
        ...


class Nearest(Generic[T]):
    """Moves figures back; `of` has the way of every change.

    `complete` turns false where a nearer value could work for all we know.
    """

    def __init__(self, asked: Asked[T], of: Mapping[Change[T], Way[T]]) -> None:
        self.complete, self._spent = True, False
        self._asked, self._of = asked, of

    def all(self, sets: Sequence[Changes[T]]) -> list[Changes[T]]:
        """Return sets of changes that work with each figure moved as little as the others allow.

        Figures that make up for each other can be moved in more than one such way: each set is
        moved one way before any is moved in others.
        """
        found = dict[frozenset[Change[T]], Changes[T]]()
        open_, seen = deque(sets), {frozenset(changes) for changes in sets}
        while open_:
            far = open_.popleft()
            near = self._tight(far) if far in sets or self._works(far) else None
            if near is None or (self._spent and far not in sets):
                continue  # of other ways only what is as near as can be counts
            found[frozenset(near)] = near
            for nearer in [] if self._spent else self._nearer(near, far):
                if frozenset(nearer) not in seen:
                    seen.add(frozenset(nearer))
                    open_.append(nearer)
        return list(found.values())

    def _tight(self, changes: Changes[T]) -> Changes[T]:
        """Return the changes with one figure after the other as near as the others allow."""
        before: Changes[T] | None = None
        while changes != before:  # what is moved back can let another one move back further
            before = changes
            for at in range(len(changes)):
                changes = self._one(changes, at)
        return changes

    def _one(self, changes: Changes[T], at: int) -> Changes[T]:
        """Return the changes with the nearest value of one that works with the others."""
        way = self._of[changes[at]]
        values = [(*changes[:at], value, *changes[at + 1 :]) for value in way.changes]
        high = way.changes.index(changes[at])
        low = self._standing(values, high) if way.eases else 0
        return next((some for some in values[low:high] if self._works(some)), changes)

    def _standing(self, values: Sequence[Changes[T]], high: int) -> int:
        """Return the nearest place of a figure that eases where the plan is not ruled out."""
        failed = -1
        while high - failed > 1 and not self._spent:
            middle = (failed + high) // 2
            stands = self._known(self._asked.stands, values[middle])
            failed, high = (failed, middle) if stands else (middle, high)
        return high

    def _works(self, changes: Changes[T]) -> bool:
        """Return whether changes are known to work."""
        return not self._spent and self._known(self._asked.works, changes)

    def _known(self, asked: Callable[[Changes[T]], bool], changes: Changes[T]) -> bool:
        try:
            return asked(changes)
        except SpentError:
            self._spent = True
        except SolverError:
            pass
        self.complete = False
        return False

    def _nearer(self, near: Changes[T], far: Changes[T]) -> list[Changes[T]]:
        """Return `far` with one figure nearer than in `near`, for each figure of several."""
        figures = [at for at, change in enumerate(near) if len(self._of[change].changes) > 1]
        found = list[Changes[T]]()
        for at in figures if len(figures) > 1 else ():
            values = self._of[near[at]].changes
            if place := values.index(near[at]):
                found.append((*far[:at], values[place - 1], *far[at + 1 :]))
        return found
