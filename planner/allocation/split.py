"""Splitting a system: into blocks of columns with rows of their own, and what the blocks share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from planner.allocation.blocks import MOST_MEMBERS, NOTHING, Block
from planner.allocation.interrupt import go_on
from planner.allocation.matrix import System
from planner.allocation.problem import OUTSIDE, IntArray, Problem


def blocks_of(problem: Problem, system: System) -> list[Block] | None:
    """Return the blocks by the first weighing quota; None where no sets of them can be listed."""
    weighing = [quota for quota in problem.quotas if quota.weight is not None]
    if not weighing:
        return None
    block = np.full(len(system.lower), OUTSIDE)
    block[: problem.options] = np.where(system.upper[: problem.options] > 0, weighing[0].group, -1)
    first = np.full(len(system.row_lower), len(weighing[0].lower))
    last = np.full(len(system.row_lower), OUTSIDE - 1)
    open_ = system.upper[system.column] > system.lower[system.column].clip(max=0)
    np.minimum.at(first, system.row[open_], block[system.column[open_]])
    np.maximum.at(last, system.row[open_], block[system.column[open_]])
    own = np.where(first == last, first, OUTSIDE)
    inside = np.flatnonzero((own[system.row] >= 0) & (block[system.column] == own[system.row]))
    order = np.argsort(block[system.column[inside]], kind="stable")
    number = int(block.max(initial=-1)) + 1
    ends = np.searchsorted(block[system.column[inside[order]]], np.arange(number + 1))
    found = [
        _block(system, columns, np.flatnonzero(own == at), inside[order[ends[at] : ends[at + 1]]])
        for at in range(number)
        if len(columns := np.flatnonzero(block == at))
    ]
    if not found or any(some.most is None or some.most > MOST_MEMBERS for some in found):
        return None
    return found


def _block(system: System, columns: IntArray, rows: IntArray, entries: IntArray) -> Block:
    """Return a block of some columns, rows and entries (their positions).

    Columns that are chosen for good become one more row.
    """
    go_on()
    matrix = np.zeros((len(rows) + 1, len(columns)), np.int64)
    row = np.searchsorted(rows, system.row[entries])
    matrix[row, np.searchsorted(columns, system.column[entries])] = system.value[entries]
    matrix[-1] = system.lower[columns]
    must = matrix[-1].sum()
    return Block(
        columns,
        matrix,
        np.r_[system.row_lower[rows], must],
        np.r_[system.row_upper[rows], must],
    )


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """A system in blocks, the rows that these share, and the columns of none (`rest`).

    `row` and `value` are the entries of the shared rows by column, rows being numbered among these;
    a column's begin at `start`, which has one more for the end.
    """

    system: System
    blocks: Sequence[Block]
    shared: IntArray
    rest: IntArray
    row: IntArray
    value: IntArray
    start: IntArray

    @classmethod
    def of(cls, system: System, blocks: Sequence[Block]) -> Self:
        """Return a system in blocks."""
        shared, rest = shared_by(system, blocks)
        place = np.full(len(system.row_lower), NOTHING)
        place[shared] = np.arange(len(shared))
        kept = place[system.row] != NOTHING
        order = np.argsort(system.column[kept], kind="stable")
        row, value = place[system.row[kept]][order], system.value[kept][order]
        column = system.column[kept][order]
        start = np.searchsorted(column, np.arange(len(system.lower) + 1))
        return cls(system, blocks, shared, rest, row, value, start.astype(np.int64))


def shared_by(system: System, blocks: Sequence[Block]) -> tuple[IntArray, IntArray]:
    """Return the rows that see more than one block's columns alone, and the columns of none."""
    inside = np.zeros(len(system.lower), np.int64)
    for number, block in enumerate(blocks, 1):
        inside[block.columns] = number
    closed = (inside == 0) & (system.upper <= 0) & (system.lower >= 0)
    seen = ~closed[system.column]
    row, number = system.row[seen], inside[system.column[seen]]
    least = np.full(len(system.row_lower), len(blocks) + 1)
    most = np.full(len(system.row_lower), NOTHING)
    np.minimum.at(least, row, number)
    np.maximum.at(most, row, number)
    shared = np.flatnonzero((most != NOTHING) & ((least < most) | (most == 0)))
    return shared, np.flatnonzero((inside == 0) & ~closed)
