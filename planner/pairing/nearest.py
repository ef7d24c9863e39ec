"""The nearest values of a repair's figures: what it need not change stays as it is."""

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress

from planner.errors import SolverError
from planner.pairing.changes import Change, SetFigure
from planner.pairing.effort import SpentError
from planner.pairing.figures import Scale, halved, reached

_FEW = 4
"""Up to so many values of a figure are tried one by one, more by halving."""

Changes = tuple[Change, ...]


class Nearest:
    """Moves figures back; `complete` turns false where a nearer value could work for all we know.

    `works` tells whether the year is possible with some changes; `stands`, whether every part is by
    itself, which is quicker to tell, and true of all farther values of a figure, too.
    """

    def __init__(
        self,
        scales: Sequence[Scale],
        works: Callable[[Changes], bool],
        stands: Callable[[Changes], bool],
    ) -> None:
        self.complete, self._spent = True, False
        self._scales, self._works, self._stands = scales, works, stands

    def all(self, sets: Sequence[Changes]) -> list[Changes]:
        """Return sets of changes that work with each figure moved as little as the others allow.

        Figures that make up for each other can be moved in more than one such way: each set is
        moved one way before any is moved in others.
        """
        found = dict[frozenset[Change], Changes]()
        open_, seen = deque(sets), {frozenset(changes) for changes in sets}
        while open_:
            far = open_.popleft()
            near = self._tight(far) if far in sets or self._known_to_work(far) else None
            if near is None or (self._spent and far not in sets):
                continue  # of other ways only what is as near as can be counts
            found[frozenset(near)] = near
            for nearer in [] if self._spent else self._nearer(near, far):
                if frozenset(nearer) not in seen:
                    seen.add(frozenset(nearer))
                    open_.append(nearer)
        return list(found.values())

    def _known_to_work(self, changes: Changes) -> bool:
        try:
            return self._works(changes)
        except SpentError:
            self._spent = True
        except SolverError:
            pass
        self.complete = False
        return False

    def _nearer(self, near: Changes, far: Changes) -> list[Changes]:
        """Return `far` with one figure nearer than in `near`, for each figure of several."""
        figures = [at for at, change in enumerate(near) if isinstance(change, SetFigure)]
        found = list[Changes]()
        for at in figures if len(figures) > 1 else ():
            scale, place = self._place(near[at])
            if place:
                found.append((*far[:at], scale.change(place - 1), *far[at + 1 :]))
        return found

    def _tight(self, changes: Changes) -> Changes:
        for at, change in enumerate(changes):
            if isinstance(change, SetFigure):
                rest = (changes[:at], changes[at + 1 :])
                changes = (*rest[0], self._one(change, rest), *rest[1])
        return changes

    def _one(self, far: SetFigure, rest: tuple[Changes, Changes]) -> SetFigure:
        """Return the nearest value that works with the other changes, where `far` does.

        Where the effort ends first it is the nearest known to work.
        """
        scale, high = self._place(far)
        known, failed, untold = high, -1, -1

        def with_(at: int) -> Changes:
            return (*rest[0], scale.change(at), *rest[1])

        def works(at: int) -> bool:
            nonlocal known, failed, untold
            try:
                if at == high or self._works(with_(at)):
                    known = min(known, at)
                else:
                    failed = max(failed, at)
            except SolverError:
                untold = max(untold, at)
            return known == at

        def stands(at: int) -> bool:
            nonlocal untold
            with suppress(SolverError):
                return self._stands(with_(at))
            untold = max(untold, at)
            return False

        try:
            if high < _FEW:
                next((at for at in range(high) if works(at)), high)
            else:
                reached(halved(-1, high, stands), high, works)
            # Of a figure that only eases, what is nearer than one that fails does so, too.
            self.complete &= untold < 0 or (scale.eases_only and untold <= failed)
        except SpentError:
            self.complete, self._spent = False, True
        return scale.change(known)

    def _place(self, change: Change) -> tuple[Scale, int]:
        """Return the scale of a figure's change, and where on it the value is."""
        assert isinstance(change, SetFigure)
        scale = next(
            scale
            for scale in self._scales
            if (scale.section, scale.key) == (change.section, change.key)
            and change.value in scale.values
        )
        return scale, scale.values.index(change.value)
