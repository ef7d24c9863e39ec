"""Sets that differ only in the block they are of, as one column: there is nothing to try twice.

Where several blocks could have a set of the very same effect at the same cost, a search would prove
the same thing over for every way to hand the sets out. Here a search says only how often such a set
is taken, and how many sets of each *class* (sets that the same blocks could have) a block takes;
handing out is then a matter of counting.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from planner.allocation.alike import alike_rows
from planner.allocation.linear import Relaxed, relax
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray
from planner.allocation.sets import Sets

_NONE = -1


@dataclass(frozen=True, eq=False)
class Merged:
    """A system whose columns are merged sets, then the rest, then what a block takes of a class.

    `alike` has the set of each merged column (a row) and block, -1 for none. `classes` are, class
    by class, its blocks, which take up as many columns at the end, and its merged columns.
    """

    sets: Sets
    system: System
    cost: IntArray
    alike: IntArray
    classes: tuple[tuple[IntArray, IntArray], ...]

    @classmethod
    def of(cls, sets: Sets, cost: IntArray) -> Self:
        """Return the merged system of sets and their costs."""
        number = len(sets.block)
        merged = _alike(sets, cost)
        first = np.unique(merged, return_index=True)[1]
        alike = np.full((len(first), len(sets.blocks)), _NONE)
        alike[merged, sets.block] = np.arange(number)
        kept = np.r_[first, np.arange(number, len(sets.system.lower))]
        narrow = sets.system.of_columns(kept)
        takers = (alike != _NONE).astype(np.int64)
        upper = np.r_[takers.sum(axis=1), narrow.upper[len(first) :]]
        class_of = alike_rows(takers)
        classes = tuple(
            (np.flatnonzero(takers[columns[0]]), columns)
            for at in range(class_of.max(initial=_NONE) + 1)
            for columns in (np.flatnonzero(class_of == at),)
        )
        system = _with_classes(replace(narrow, upper=upper), sets.blocks, classes)
        extra = np.zeros(len(system.lower) - len(kept), np.int64)
        return cls(sets, system, np.r_[cost[kept], extra], alike, classes)

    def apart(self, x: IntArray) -> IntArray:
        """Return an x over the sets themselves: every block has its own."""
        found = np.zeros(len(self.sets.system.lower), np.int64)
        number, first = len(self.sets.block), len(self.alike)
        at = first + len(found) - number
        found[number:] = x[first:at]
        for blocks, columns in self.classes:
            free = blocks[x[at : at + len(blocks)] > 0]
            found[self.alike[np.repeat(columns, x[columns]), free]] = 1
            at += len(blocks)
        return found


def relaxed(sets: Sets, system: System, cost: IntArray) -> Relaxed | None:
    """Return the relaxation of a system over sets, solved with the merged ones: it is the same."""
    part, columns = sets.open(system)
    merged = Merged.of(part, cost[columns])
    # A block takes one set at most, as its row says; a bound that said so too could take over the
    # row's multiplier, which is all that the sets themselves would have left.
    bounded = np.arange(len(merged.alike), len(merged.alike) + len(part.rest))
    upper = merged.system.upper + 1
    upper[bounded] -= 1
    answer = relax(replace(merged.system, upper=upper), merged.cost)
    if answer is None:
        return None
    rows, vertex = answer.rows[: len(system.row_lower)], None
    if answer.vertex is not None:
        vertex = np.zeros(len(system.lower), np.int64)
        vertex[columns] = merged.apart(answer.vertex)
    return Relaxed(vertex, rows, answer.scale)


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
    return alike_rows(table)


def _with_classes(
    system: System, blocks: IntArray, classes: Sequence[tuple[IntArray, IntArray]]
) -> System:
    """Return the system with a row a class, and the blocks' rows over what they take of each."""
    plain = ~np.isin(system.row, blocks)
    row, column, value = [system.row[plain]], [system.column[plain]], [system.value[plain]]
    rows, width = len(system.row_lower), len(system.lower)
    for number, (takers, columns) in enumerate(classes):
        taken = width + np.arange(len(takers))
        here = np.full(len(columns) + len(taken), rows + number)
        row += [here, blocks[takers]]
        column += [columns, taken, taken]
        value += [np.ones(len(columns), np.int64), np.full(len(taken), -1), np.ones_like(taken)]
        width += len(takers)
    rows_, columns_ = np.concatenate(row), np.concatenate(column)
    order = np.lexsort((columns_, rows_))
    new, none = width - len(system.lower), np.zeros(len(classes), np.int64)
    return System(
        rows_[order],
        columns_[order],
        np.concatenate(value)[order],
        np.r_[system.lower, np.zeros(new, np.int64)],
        np.r_[system.upper, np.ones(new, np.int64)],
        np.r_[system.row_lower, none],
        np.r_[system.row_upper, none],
    )
