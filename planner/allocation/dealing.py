"""Dealing out whole sets, block by block: soon a choice where there are many."""

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from planner.allocation.interrupt import go_on
from planner.allocation.problem import IntArray
from planner.allocation.sets import Sets

_NOISE = 2**10


def dealt(pool: Sets, times: int) -> IntArray | None:
    """Return a choice over a pool's columns, one set of each block; None where no deal comes out.

    A block takes the set that brings most of what is asked for where nothing gets too full; between
    equals, and whose turn it is, the dice decide, which fall the same everywhere.
    """
    table, dice = _table(pool), default_rng(0)
    ends = np.searchsorted(pool.block, np.arange(len(pool.blocks) + 1))
    turns = np.arange(len(pool.blocks))
    for _ in range(times):
        go_on()
        taken = _deal(pool, table, ends, turns, dice)
        if taken is not None:
            x = np.zeros(len(pool.system.lower), np.int64)
            x[taken] = 1
            return x
        turns = dice.permutation(turns)
    return None


def _table(pool: Sets) -> IntArray:
    """Return what each set adds to each shared row."""
    table = np.zeros((len(pool.block), len(pool.shared)), np.int64)
    system = pool.system
    here = (system.column < len(pool.block)) & (system.row < len(pool.shared))
    table[system.column[here], system.row[here]] = system.value[here]
    return table


def _deal(
    pool: Sets, table: IntArray, ends: IntArray, turns: NDArray[np.int64], dice: Generator
) -> list[int] | None:
    rows = len(pool.shared)
    lower, upper = pool.system.row_lower[:rows], pool.system.row_upper[:rows]
    asked, total, taken = lower > 0, np.zeros_like(lower), list[int]()
    for block in turns:
        sums = total + table[ends[block] : ends[block + 1]]
        full = np.count_nonzero(sums > upper, axis=1) > 0
        worth = np.minimum(sums[:, asked], lower[asked]).sum(axis=1) * _NOISE
        worth += dice.integers(0, _NOISE, len(sums))
        best = int(np.where(full, -1, worth).argmax())
        if full[best]:
            return None
        taken.append(int(ends[block]) + best)
        total = sums[best]
    return taken if bool((total >= lower).all()) else None
