"""Whether every block can take a whole set of its columns so that what the blocks share holds.

Where options have weights, fractions of single options can do what no choice can. Whole sets take
their place, those that matter being found round by round (column generation, as in `generate`):
every row that blocks share may give way at a price, and sets that make it give way less join. Under
prices at which even the cheapest set of every block costs something, in whole numbers, there is no
choice; a whole solution that costs nothing is one.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.alike import distinct
from planner.allocation.blocks import Block
from planner.allocation.dealing import dealt
from planner.allocation.linear import relax
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray, Problem
from planner.allocation.sets import Sets
from planner.allocation.split import blocks_of, shared_by
from planner.errors import SolverError

ROUNDS = 40
"""So many rounds are tried: what is told at all is told by then."""

_A_ROUND = 30
_DEALS, _MANY_DEALS = 8, 40

_GLANCE = 0.1
"""How long CP-SAT looks for a choice among the sets that were found, in deterministic time."""


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """A choice, or None where it is proved that there is none."""

    x: IntArray | None


def pack(problem: Problem, system: System, rounds: int = ROUNDS) -> Packed | None:
    """Return what a problem's system allows, None where that is not told within the rounds."""
    blocks = blocks_of(problem, system)
    if blocks is None:
        return None
    shared, _ = shared_by(system, blocks)
    wide, cost = yielding(system, shared)
    rows, scale, known = np.zeros(len(system.row_lower), np.int64), 1, None
    for _ in range(rounds):
        bound, cheapest = _priced(wide, blocks, cost, rows, scale)
        if bound > 0:
            return Packed(None)
        more = cheapest if known is None else _joined(known, cheapest)
        if known is not None and _number(more) == _number(known):
            break
        known = more
        pool = Sets.of(wide, blocks, known)
        answer = relax(pool.system, pool.cost(cost))
        if answer is None:
            break
        free = not answer.rows.any()
        x = _whole(system, pool, answer.vertex, free)
        if x is not None or free:
            return None if x is None else Packed(x)
        rows, scale = np.zeros_like(rows), answer.scale
        rows[shared] = answer.rows[: len(shared)]
    return None


def yielding(system: System, rows: IntArray) -> tuple[System, IntArray]:
    """Return the system with two more columns a row, for some rows, that make up what it lacks.

    Then what the columns cost: these 1, the others nothing.
    """
    number, columns = len(rows), len(system.lower)
    row = np.concatenate([system.row, rows, rows])
    column = np.concatenate([system.column, columns + np.arange(2 * number)])
    value = np.concatenate([system.value, np.ones(number, np.int64), np.full(number, -1)])
    order = np.lexsort((column, row))
    far = np.abs(np.r_[system.row_lower, system.row_upper, 0]).max() + np.abs(system.value).sum()
    wider = replace(
        system,
        row=row[order],
        column=column[order],
        value=value[order],
        lower=np.r_[system.lower, np.zeros(2 * number, np.int64)],
        upper=np.r_[system.upper, np.full(2 * number, far)],
    )
    return wider, np.r_[np.zeros(columns, np.int64), np.ones(2 * number, np.int64)]


def _priced(
    system: System, blocks: Sequence[Block], cost: IntArray, rows: IntArray, scale: int
) -> tuple[int, list[IntArray]]:
    """Return the bound that multipliers prove (Lagrange), and each block's cheapest sets."""
    price = system.prices(cost, rows, scale)
    found = [block.best(price[block.columns], _A_ROUND) for block in blocks]
    free = price * np.where(price > 0, system.lower, system.upper)
    free[np.concatenate([block.columns for block in blocks])] = 0
    fixed = rows * np.where(rows > 0, system.row_lower, system.row_upper)
    bound = int(free.sum() + fixed.sum()) + sum(least for least, _ in found)
    return bound, [sets for _, sets in found]


def _joined(old: Sequence[IntArray], new: Sequence[IntArray]) -> list[IntArray]:
    return [distinct(np.concatenate(two)) for two in zip(old, new, strict=True)]


def _number(sets: Sequence[IntArray]) -> int:
    return sum(len(some) for some in sets)


def _whole(system: System, pool: Sets, vertex: IntArray | None, free: bool) -> IntArray | None:
    """Return a choice of a system among a pool's sets; longer looked for where fractions cost none.

    The pool's relaxation may have had one for a `vertex`.
    """
    from planner.allocation.cpsat import search

    def found() -> Iterator[IntArray | None]:
        yield vertex
        yield dealt(pool, _MANY_DEALS if free else _DEALS)
        if free:
            strict = replace(pool.system, upper=np.minimum(pool.system.upper, _most(system, pool)))
            with suppress(SolverError):
                yield search(strict, None, None, None, None, _GLANCE).x

    singles = (pool.single(x)[: len(system.lower)] for x in found() if x is not None)
    return next((single for single in singles if system.holds(single)), None)


def _most(system: System, pool: Sets) -> IntArray:
    """Return the most of a pool's columns that a choice of the system can have."""
    sets, every = len(pool.block), np.r_[system.upper, np.zeros(pool.width - len(system.lower))]
    return np.r_[np.ones(sets, np.int64), every.astype(np.int64)[pool.rest]]
