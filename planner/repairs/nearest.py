"""The nearest values of a repair's figures: what it need not change stays as it is."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Generic, Protocol

from planner.errors import SolverError
from planner.repairs.change import Change, Changes, T, Way
from planner.repairs.effort import SpentError


class Asked(Protocol[T]):
    """Whether changes work, and whether what is quicker to tell and only eased is so."""

    def works(self, changes: Changes[T]) -> bool:
        """Return whether the plan can be made."""
        ...

    def stands(self, changes: Changes[T]) -> bool:
        """Return whether the plan is not ruled out, which easing can only turn to yes."""
        ...


class Nearest(Generic[T]):
    """Moves figures back; `complete` turns false where a nearer value could work for all we know."""

    def __init__(self, asked: Asked[T]) -> None:
        self.complete, self._spent = True, False
        self._asked = asked

    def all(
        self, sets: Sequence[Changes[T]], of: Mapping[Change[T], Way[T]]
    ) -> list[Changes[T]]:
        """Return sets of changes that work with each figure moved as little as the others allow.

        Figures that make up for each other can be moved in more than one such way: each set is
        moved one way before any is moved in others. `of` has the way of every change.
        """
        found = dict[frozenset[Change[T]], Changes[T]]()
        open_, seen = deque(sets), {frozenset(changes) for changes in sets}
        while open_:
            far = open_.popleft()
            first = far in sets
            if self._spent and not first:
                continue  # of other ways only what is as near as can be counts
            near = self._tight(far, of) if first or self._works(far) else None
            if near is None or (self._spent and not first):
                continue
            found[frozenset(near)] = near
            for nearer in [] if self._spent else _nearer(near, far, of):
                if frozenset(nearer) not in seen:
                    seen.add(frozenset(nearer))
                    open_.append(nearer)
        return list(found.values())

    def _works(self, changes: Changes[T]) -> bool:
        """Return whether changes are known to work."""
        with suppress(SolverError):
            try:
                return self._asked.works(changes)
            except SpentError:
                self._spent = True
        self.complete = False
        return False

    def _tight(self, changes: Changes[T], of: Mapping[Change[T], Way[T]]) -> Changes[T]:
        """Return the changes with one figure after the other as near as the others allow."""
        for at, change in enumerate(changes):
            way = of[change]
            high = way.changes.index(change)

            def with_(
                place: int, at: int = at, way: Way[T] = way, changes: Changes[T] = changes
            ) -> Changes[T]:
                return (*changes[:at], way.changes[place], *changes[at + 1 :])

            low = self._standing(high, with_) if way.eases else 0
            near = next((n for n in range(low, high) if not self._spent and self._works(with_(n))), high)
            changes = with_(near)
        return changes

    def _standing(self, high: int, with_: Callable[[int], Changes[T]]) -> int:
        """Return the nearest place of a figure that eases where the plan is not ruled out."""
        failed = -1
        try:
            while high - failed > 1:
                middle = (failed + high) // 2
                failed, high = (
                    (failed, middle) if self._asked.stands(with_(middle)) else (middle, high)
                )
        except SpentError:
            self.complete, self._spent = False, True
        except SolverError:
            self.complete = False
        return failed + 1


def _nearer(
    near: Changes[T], far: Changes[T], of: Mapping[Change[T], Way[T]]
) -> list[Changes[T]]:
    """Return `far` with one figure nearer than in `near`, for each figure of several."""
    figures = [at for at, change in enumerate(near) if len(of[change].changes) > 1]
    found = list[Changes[T]]()
    for at in figures if len(figures) > 1 else ():
        values = of[near[at]].changes
        if place := values.index(near[at]):
            found.append((*far[:at], values[place - 1], *far[at + 1 :]))
    return found
