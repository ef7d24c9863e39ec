"""One goal over whole sets of the blocks' columns: from its relaxation to its best choice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from planner.allocation.blocks import Block, TooManyError
from planner.allocation.generate import converge
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray
from planner.allocation.sets import Sets
from planner.allocation.window import Look, Priced, TooLargeError, best_within, tops
from planner.errors import SolverError

_MANY, _MOST = 12_000, 60_000
_FINE = 2**16
"""Costs from here on need no fractions of one in their multipliers, which would make sums large."""


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """The sets, the system over them where nothing costs more than x does, x, and its bound.

    Without sets, x is over single columns still, as are too many others: it may miss the bound.
    """

    sets: Sets | None
    system: System
    x: IntArray
    bound: int


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

    `rows` are multipliers of the system's rows over `scale`, and `x` is some choice.
    """
    best, pool = converge(system, blocks, cost, rows, scale, x, end)
    least = -(-best.bound // best.scale)

    def listed(top: int, limit: int = _MOST) -> _Listed:
        sets = Sets.of(system, blocks, best.within(blocks, top, limit))
        return sets, sets.system, priced(sets)

    def priced(sets: Sets) -> Priced:
        return Priced.of(sets.system, sets.cost(cost), best.over(sets), best.scale)

    known, single = int(cost @ x), None
    try:
        listed(least, _MANY)
    except TooManyError:
        listing = pool, pool.system, priced(pool)
        found = _widened(lambda _: listing, least, known, cost, look)
        if found is not None and found.sets is not None:
            single = found.sets.single(found.x)
            known = int(cost @ single)
    found = (
        None
        if single is not None and known == least
        else _widened(listed, least, known, cost, look)
    )
    if found is None and single is not None:
        return Whole(None, system.with_goal(cost, known), single, least)
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
    return _widened(lambda _: (sets, system, priced), priced.least, int(cost @ x), cost, look)


def _widened(
    listed: Callable[[int], _Listed], least: int, known: int, cost: IntArray, look: Look
) -> Whole | None:
    """Return the best choice of the first window that has any."""
    try:
        for top in tops(least, known, cost):
            sets, system, priced = listed(top)
            x, bound = best_within(sets, system, priced, top, look)
            if x is not None:
                value = int(priced.cost @ x)
                narrow = priced.narrowed(system, value).with_goal(priced.cost, value)
                return Whole(sets, narrow, x, max(bound, least))
            least = bound
    except (SolverError, TooLargeError, TooManyError):
        pass
    return None
