"""Which columns a cheapest set can do without, since others serve as well for less."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import IntArray

_FAR = 2**62


@dataclass(frozen=True, slots=True, eq=False)
class Rivals:
    """Columns by kind: those of one kind can stand for each other where the weight is no more.

    `place` has a kind's columns in each row, filled up with the number of columns; `no_heavier`
    tells of each kind whether the first of two columns weighs no more than the second.
    """

    weight: IntArray
    place: IntArray
    no_heavier: NDArray[np.bool_]

    @classmethod
    def of(cls, kind: IntArray, weight: IntArray) -> Self:
        """Return the rivals among columns of kinds, numbered from 0, and weights."""
        size = np.bincount(kind)
        order = np.argsort(kind, kind="stable")
        place = np.full((len(size), size.max(initial=0)), len(kind))
        place[kind[order], np.arange(len(kind)) - np.repeat(np.cumsum(size) - size, size)] = order
        padded = np.append(weight, _FAR)[place]
        return cls(weight, place, padded[:, :, None] <= padded[:, None])

    def undominated(self, price: IntArray, members: int) -> IntArray:
        """Return the positions that some cheapest set of so many `members` consists of, ascending.

        One is left out where as many of its kind as a set has members are neither heavier nor
        dearer: whatever else is in the set, one of those could take its place.
        """
        number = len(price)
        rank = np.full(number + 1, number)
        rank[np.lexsort((self.weight, price))] = np.arange(number)
        ranks = rank[self.place]
        better = self.no_heavier & (ranks[:, :, None] < ranks[:, None])
        kept = (np.count_nonzero(better, axis=1) < members) & (self.place < number)
        return np.sort(self.place[kept])
