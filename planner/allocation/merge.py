"""Sets that differ only in the block they are of, as one column: there is nothing to try twice.

Where several blocks could have a set of the very same effect at the same cost, a search would prove
the same thing over for every way to hand the sets out. Here a search says only how often such a set
is taken, and how many sets of each *class* (sets that the same blocks could have) a block takes;
handing out is then a matter of counting.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from planner.allocation.matrix import System
from planner.allocation.problem import IntArray
from planner.allocation.sets import Sets

_Takers = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Merged:
    """A system whose columns are merged sets, then the rest, then what a block takes of a class.

    `alike` maps a merged column and a block to the set; `classes` the blocks of each class, which
    takes up as many columns at the end of the system, to its merged columns.
    """

    sets: Sets
    system: System
    cost: IntArray
    alike: dict[tuple[int, int], int]
    classes: dict[_Takers, list[int]]

    @classmethod
    def of(cls, sets: Sets, cost: IntArray) -> Self:
        """Return the merged system of sets and their costs."""
        number = len(sets.block)
        merged = _alike(sets, cost)
        first = np.unique(merged, return_index=True)[1]
        alike = {
            (int(k), int(b)): at for at, (k, b) in enumerate(zip(merged, sets.block, strict=True))
        }
        takers = defaultdict[int, list[int]](list)
        for column, block in sorted(alike):
            takers[column].append(block)
        classes = defaultdict[_Takers, list[int]](list)
        for column, blocks in takers.items():
            classes[tuple(blocks)].append(column)
        kept = np.r_[first, np.arange(number, len(sets.system.lower))]
        upper = [len(takers[column]) for column in range(len(first))]
        narrow = sets.system.of_columns(kept)
        narrow = replace(narrow, upper=np.r_[upper, narrow.upper[len(first) :]])
        system = _with_classes(narrow, sets.blocks, classes)
        extra = np.zeros(len(system.lower) - len(kept), np.int64)
        return cls(sets, system, np.r_[cost[kept], extra], alike, dict(classes))

    def apart(self, x: IntArray) -> IntArray:
        """Return an x over the sets themselves: every block has its own."""
        found = np.zeros(len(self.sets.system.lower), np.int64)
        number, first = len(self.sets.block), max((k for k, _ in self.alike), default=-1) + 1
        rest = len(found) - number
        found[number:] = x[first : first + rest]
        at = first + rest
        for blocks, columns in self.classes.items():
            free = [block for place, block in enumerate(blocks) if x[at + place]]
            taken = [column for column in columns for _ in range(int(x[column]))]
            for column, block in zip(taken, free, strict=True):
                found[self.alike[column, block]] = 1
            at += len(blocks)
        return found


def _alike(sets: Sets, cost: IntArray) -> IntArray:
    """Number the sets so that those of the same cost, bounds and entries share a number."""
    system, number = sets.system, len(sets.block)
    here = (system.column < number) & ~np.isin(system.row, sets.blocks)
    order = np.lexsort((system.row[here], system.column[here]))
    column = system.column[here][order]
    start = np.searchsorted(column, np.arange(number + 1))
    place = np.arange(len(column)) - start[column]
    table = np.zeros((number, 3 + 2 * int(place.max(initial=0) + 1)), np.int64)
    table[:, 0], table[:, 1], table[:, 2] = (
        cost[:number],
        system.lower[:number],
        start[1:] - start[:-1],
    )
    table[column, 3 + 2 * place] = system.row[here][order]
    table[column, 4 + 2 * place] = system.value[here][order]
    return np.unique(table, axis=0, return_inverse=True)[1].ravel()


def _with_classes(system: System, blocks: IntArray, classes: dict[_Takers, list[int]]) -> System:
    """Return the system with a row a class, and the blocks' rows over what they take of each."""
    rows, width = len(system.row_lower), len(system.lower)
    entries = list[tuple[int, int, int]]()
    for number, (takers, columns) in enumerate(classes.items()):
        entries += [(rows + number, column, 1) for column in columns]
        for block in takers:
            entries += [(rows + number, width, -1), (int(blocks[block]), width, 1)]
            width += 1
    plain = ~np.isin(system.row, blocks)
    row, column, value = np.array(entries, np.int64).reshape(-1, 3).T
    row, column = np.r_[system.row[plain], row], np.r_[system.column[plain], column]
    value, order = np.r_[system.value[plain], value], np.lexsort((column, row))
    new, none = width - len(system.lower), np.zeros(len(classes), np.int64)
    return System(
        row[order],
        column[order],
        value[order],
        np.r_[system.lower, np.zeros(new, np.int64)],
        np.r_[system.upper, np.ones(new, np.int64)],
        np.r_[system.row_lower, none],
        np.r_[system.row_upper, none],
    )
