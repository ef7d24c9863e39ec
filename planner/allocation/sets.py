"""A system over whole sets of the blocks' columns: choose one set of each block.

Its columns are the sets, then the columns of no block. Its rows are the rows that blocks share,
one row a block ("exactly one of its sets"), then the goals that were settled here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from planner.allocation.blocks import NOTHING
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray
from planner.allocation.split import Split


@dataclass(frozen=True, eq=False)
class Sets:
    """The sets (their members, a row each), the block of each, and the system over them.

    `rest` are the columns of no block, and `shared` the rows that blocks share, as numbered in the
    system of single columns, which had `width` columns. `blocks` are the blocks' rows.
    """

    width: int
    members: IntArray
    block: IntArray
    rest: IntArray
    shared: IntArray
    blocks: IntArray
    system: System

    @classmethod
    def of(cls, split: Split, sets: Sequence[IntArray]) -> Self:
        """Return the system over some sets of each block."""
        system, blocks, shared, rest = split.system, split.blocks, split.shared, split.rest
        members = np.concatenate(sets)
        block = np.repeat(np.arange(len(blocks)), [len(some) for some in sets])
        row, column, value = _entries(split, members)
        one = np.ones(len(blocks), np.int64)
        wide = System(
            np.r_[row, len(shared) + block],
            np.r_[column, np.arange(len(block))],
            np.r_[value, np.ones(len(block), np.int64)],
            np.r_[np.zeros(len(block), np.int64), system.lower[rest]],
            np.r_[np.ones(len(block), np.int64), system.upper[rest]],
            np.r_[system.row_lower[shared], one],
            np.r_[system.row_upper[shared], one],
        )
        at = len(shared) + np.arange(len(blocks))
        return cls(len(system.lower), members, block, rest, shared, at, wide)

    def binding(self, cost: IntArray) -> Self:
        """Return these without the rows that no choice of sets can break.

        What costs something makes up for a row, and is closed where there is nothing to make up.
        """
        system, number = self.system, len(self.block)
        rows, blocks = len(system.row_lower), len(self.blocks)
        set_, ends = system.column < number, np.zeros((2, rows * blocks), np.int64)
        place = system.row[set_] * blocks + self.block[system.column[set_]]
        np.minimum.at(ends[0], place, system.value[set_])
        np.maximum.at(ends[1], place, system.value[set_])
        least, most = ends.reshape(2, rows, blocks).sum(axis=2)
        slack = (least >= system.row_lower) & (most <= system.row_upper)
        slack[system.row[~set_ & (cost[system.column] == 0)]] = False
        kept, upper = ~slack[system.row], system.upper.copy()
        upper[system.column[~set_ & ~kept]] = 0
        row, column, value = system.row[kept], system.column[kept], system.value[kept]
        return replace(
            self, system=replace(system, row=row, column=column, value=value, upper=upper)
        )

    def cost(self, cost: IntArray) -> IntArray:
        """Return the costs of the sets and the rest, from those of the single columns."""
        return np.r_[np.append(cost, 0)[self.members].sum(axis=1), cost[self.rest]]

    def single(self, x: IntArray) -> IntArray:
        """Return an x over the single columns."""
        found = np.zeros(self.width + 1, np.int64)
        found[self.members[x[: len(self.block)] > 0]] = 1
        found[self.rest] = x[len(self.block) :]
        return found[:-1]

    def whole(self, x: IntArray) -> IntArray | None:
        """Return an x over single columns as one over these; None where a set of it is not here."""
        size = (self.members != NOTHING).sum(axis=1)
        chosen = np.append(x, 0)[self.members].sum(axis=1)
        most = np.zeros(len(self.blocks), np.int64)
        np.maximum.at(most, self.block, chosen)
        taken = np.flatnonzero((chosen == most[self.block]) & (size == chosen))
        found = np.r_[np.zeros(len(self.block), np.int64), x[self.rest]]
        found[taken] = 1
        one_each = (np.bincount(self.block[taken], minlength=len(most)) == 1).all()
        return found if one_each and (self.single(found) == x).all() else None

    def open(self, system: System) -> tuple[Self, IntArray]:
        """Return the sets not closed for good in a system over them, and which columns those are.

        The system may have more columns, which count as the rest.
        """
        number = len(self.block)
        kept = np.flatnonzero(system.upper[:number] > 0)
        columns = np.r_[kept, np.arange(number, len(system.lower))]
        narrow = replace(
            self,
            members=self.members[kept],
            block=self.block[kept],
            system=system.of_columns(columns),
        )
        return narrow, columns


def _entries(split: Split, members: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """Return the entries of the shared rows: each set's members added up, then the rest."""
    at, member = np.nonzero(members != NOTHING)
    single = np.r_[members[at, member], split.rest]
    whole = np.r_[at, len(members) + np.arange(len(split.rest))]
    length = split.start[single + 1] - split.start[single]
    first: IntArray = split.start[single] - np.cumsum(length) + length
    entry = np.arange(len(first.repeat(length))) + first.repeat(length)
    width = len(members) + len(split.rest)
    key = split.row[entry] * width + np.repeat(whole, length)
    keys, place_of = np.unique(key, return_inverse=True)
    total = np.zeros(len(keys), np.int64)
    np.add.at(total, place_of, split.value[entry])
    return keys // width, keys % width, total
