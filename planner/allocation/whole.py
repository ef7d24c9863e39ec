"""One goal over whole sets of the blocks' columns: from its relaxation to its best choice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from planner.allocation.blocks import Block, TooManyError
from planner.allocation.generate import converge
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray
from planner.allocation.sets import Sets
from planner.allocation.split import Split
from planner.allocation.window import Look, Priced, TooLargeError, best_within
from planner.errors import SolverError

_MANY, _MOST = 12_000, 60_000
"""So many sets are listed at once; so many where the sets met on the way are not enough."""

_FIRST, _GROWTH = 2**8, 4
"""The first step by which a window is widened, as a part of the largest cost, and its growth."""

_FINE = 2**16
"""Costs from here on need no fractions of one in their multipliers, which would make sums large."""


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """What sets tell of a goal: a choice x, its cost, and a bound that is proved.

    `system` is where nothing costs more. It is over the `sets`, as x is; without these, both are
    over single columns still.
    """

    sets: Sets | None
    system: System
    x: IntArray
    cost: int
    bound: int

    @property
    def single(self) -> IntArray:
        """The choice over single columns."""
        return self.x if self.sets is None else self.sets.single(self.x)

    @property
    def settled(self) -> bool:
        """Whether the goal needs no other search."""
        return self.sets is not None or self.cost == self.bound


_Listed = tuple[Sets, System, Priced]


def of_blocks(
    system: System,
    blocks: Sequence[Block],
    cost: IntArray,
    rows: IntArray,
    scale: int,
    x: IntArray,
    look: Look,
    end: float | None,
) -> Whole | None:
    """Return the best choice, None where it takes too many sets or too much time.

    `rows` are multipliers of the system's rows over `scale`, and `x` is some choice. Where too many
    sets are within the bound, the best choice of those met on the way may do.
    """
    best, pool = converge(system, blocks, cost, rows, scale, x, end)
    least, known, met = -(-best.bound // best.scale), int(cost @ x), None

    def priced(sets: Sets) -> Priced:
        return Priced.of(sets.system, sets.cost(cost), best.over(sets), best.scale)

    def up_to(top: int, limit: int) -> _Listed:
        sets = Sets.of(Split.of(system, blocks), best.within(blocks, top, limit))
        return sets, sets.system, priced(sets)

    found, least = _widened(lambda top: up_to(top, _MANY), least, known, x, cost, look)
    if found is None:
        listed = pool, pool.system, priced(pool)
        met, _ = _widened(lambda _: listed, least, known, x, cost, look)
        if met is not None:
            known, x = met.cost, pool.single(met.x)
        if known > least:
            found, least = _widened(lambda top: up_to(top, _MOST), least, known, x, cost, look)
    if found is None and met is not None:
        return Whole(None, system.with_goal(cost, known), x, known, least)
    return found


def of_sets(
    sets: Sets,
    system: System,
    cost: IntArray,
    rows: IntArray,
    scale: int,
    x: IntArray,
    look: Look,
) -> Whole | None:
    """Return the same where the sets are listed: cost, multipliers and x are over these."""
    if np.abs(cost).max(initial=0) >= _FINE:
        rows, scale = np.rint(rows / scale).astype(np.int64), 1
    priced = Priced.of(system, cost, rows, scale)
    listed, known = (sets, system, priced), int(cost @ x)
    return _widened(lambda _: listed, priced.least, known, sets.single(x), cost, look)[0]


def _widened(
    listed: Callable[[int], _Listed],
    least: int,
    known: int,
    single: IntArray,
    cost: IntArray,
    look: Look,
) -> tuple[Whole | None, int]:
    """Return the best choice of the first window that has any, and the bound that is proved.

    Every window is wider than the one before by a step that grows. One that is too wide to be
    searched is tried again half as wide. What is `known`, a choice of `single` columns, is the best
    where there is nothing below it.
    """
    shortest = max(int(np.abs(cost).max(initial=0)) // _FIRST, 1)
    top, step, growth = least, shortest, _GROWTH
    while True:
        try:
            sets, system, priced = listed(top)
            x, bound = sets.whole(single) if least == known else None, least
            if x is None:
                x, bound = best_within(sets, system, priced, top, look)
        except (TooLargeError, TooManyError):
            step, growth = (top - least + 1) // 2, 1
            if step < shortest:
                return None, least
            top = least - 1 + step
            continue
        except SolverError:
            return None, least
        if x is not None:
            value = int(priced.cost @ x)
            narrow = priced.narrowed(system, value).with_goal(priced.cost, value)
            return Whole(sets, narrow, x, value, max(bound, least)), least
        least, top, step = bound, min(top + step, known), step * growth
