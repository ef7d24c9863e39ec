"""How long CP-SAT may search: until a time on the clock, or the same amount of work anywhere."""

import time
from dataclasses import dataclass
from typing import Self

from planner.allocation.cpsat import Found, search
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray


@dataclass(frozen=True, slots=True)
class Budget:
    """The `end` on the clock (None: there is none), and the `patience` of each search without."""

    end: float | None
    patience: float

    @classmethod
    def of(cls, seconds: float | None, patience: float) -> Self:
        """Return the budget of so many seconds from now, if any."""
        return cls(None if seconds is None else time.monotonic() + seconds, patience)

    def search(
        self,
        system: System,
        cost: IntArray | None = None,
        least: int | None = None,
        hint: IntArray | None = None,
        glance: float | None = None,
    ) -> Found:
        """Search as `cpsat.search` does, with the patience of a `glance` where that is given."""
        return search(system, cost, least, hint, *self._left(glance))

    def look(self, system: System, cost: IntArray | None) -> Found:
        """Search a window's listed sets."""
        return search(system, cost, None, None, *self._left(None), listed=True)

    def seconds(self) -> float | None:
        """Return how much time is left on the clock, None for any."""
        return None if self.end is None else self.end - time.monotonic()

    def _left(self, glance: float | None) -> tuple[float | None, float | None]:
        """Return the seconds that are left and the patience to have, None for any."""
        if self.end is None:
            return None, self.patience if glance is None else glance
        return self.seconds(), glance
