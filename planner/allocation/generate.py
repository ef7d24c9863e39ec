"""The linear relaxation over whole sets, by column generation (Dantzig and Wolfe, 1960).

Prices for the shared rows make the sets of a block comparable: the cheapest of each block give a
bound on the goal (Lagrange), in exact whole numbers whatever the prices are. GLOP over the sets
found so far gives the next prices, until no set is left that they undervalue. The prices asked
about lie between GLOP's and the best so far, or they would swing widely (Wentges, 1997).
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.allocation.alike import distinct
from planner.allocation.blocks import MOST_MEMBERS, NOTHING, Block
from planner.allocation.linear import relax
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray
from planner.allocation.sets import Sets
from planner.allocation.split import Split

_MOST_ROUNDS = 60
_A_ROUND = 30
_NEAR = 2**10
_SHARES, _STILL = (0.5, 0.0), 0.01
_SCALE = 5_040


@dataclass(frozen=True, slots=True, eq=False)
class Lagrange:
    """Integer multipliers over a scale, and what they prove: no choice costs less than `bound`.

    `price` are the columns' reduced costs, and `least` what each block's cheapest set comes to;
    `cheapest` are some of the cheapest sets, block by block.
    """

    rows: IntArray
    scale: int
    price: IntArray
    bound: int
    least: tuple[int, ...]
    cheapest: tuple[IntArray, ...]

    def over(self, sets: Sets) -> IntArray:
        """Return the multipliers of the rows of a system over sets."""
        return np.r_[self.rows[sets.shared], self.least]

    def within(self, blocks: Sequence[Block], top: int, limit: int) -> list[IntArray]:
        """Return every set that a choice of a cost up to `top` can have, block by block.

        Raises `TooManyError` past the limit.
        """
        slack, found = top * self.scale - self.bound, list[IntArray]()
        for block, least in zip(blocks, self.least, strict=True):
            found.append(block.within(self.price[block.columns], least + slack, limit))
            limit -= len(found[-1])
        return found


def converge(
    system: System,
    blocks: Sequence[Block],
    cost: IntArray,
    start: IntArray,
    scale: int,
    x: IntArray,
    end: float | None,
) -> tuple[Lagrange, Sets]:
    """Return multipliers whose bound is about the best there is, and the sets that showed it.

    `start` are multipliers of the system's rows over `scale`, and `x` is some choice. At the `end`
    of the time the bound may be weaker.
    """
    split = Split.of(system, blocks)
    ask = _Pricing(system, blocks, split.rest, cost)
    first, reached = np.zeros_like(start), np.inf
    first[split.shared] = start[split.shared]
    best = ask.at(first, scale)
    known = [_union(_chosen(b, x), some) for b, some in zip(blocks, best.cheapest, strict=True)]
    for _ in range(_MOST_ROUNDS):
        pool = Sets.of(split, known)
        answer = relax(pool.system, pool.cost(cost))
        if answer is None or (end is not None and time.monotonic() > end):
            break
        price = pool.system.prices(pool.cost(cost), answer.rows, answer.scale)
        last, reached = reached, pool.system.floor(price, answer.rows) / answer.scale
        if (reached - best.bound / best.scale) * 4 < ask.near:
            break
        dual = np.zeros(len(start))
        dual[split.shared] = answer.rows[: len(split.shared)] / answer.scale
        for share in _SHARES[last - reached < ask.near * _STILL :]:
            found = ask.near_to(share * best.rows / best.scale + (1 - share) * dual)
            known = [_union(old, new) for old, new in zip(known, found.cheapest, strict=True)]
            if found.bound * best.scale > best.bound * found.scale:
                best = found
            if sum(map(len, known)) > len(pool.block):
                break
        else:
            break
    return best, Sets.of(split, known)


@dataclass(frozen=True, slots=True, eq=False)
class _Pricing:
    """What a goal's bound is at given prices; `rest` are the columns of no block."""

    system: System
    blocks: Sequence[Block]
    rest: IntArray
    cost: IntArray

    @property
    def near(self) -> int:
        """What counts as little."""
        return max(int(np.abs(self.cost).max()) // _NEAR, 1)

    def near_to(self, rows: NDArray[np.float64]) -> Lagrange:
        """Return the bound at about these prices."""
        scale = _SCALE if self.near == 1 else 1
        return self.at(np.rint(rows * scale).astype(np.int64), scale)

    def at(self, rows: IntArray, scale: int) -> Lagrange:
        """Return the bound at integer prices over a scale."""
        system, rest = self.system, self.rest
        price = system.prices(self.cost, rows, scale)
        found = [block.best(price[block.columns], _A_ROUND) for block in self.blocks]
        least = tuple(value for value, _ in found)
        free = (price * np.where(price > 0, system.lower, system.upper))[rest].sum()
        fixed = (rows * np.where(rows > 0, system.row_lower, system.row_upper)).sum()
        cheapest = tuple(sets for _, sets in found)
        return Lagrange(rows, scale, price, int(fixed + free) + sum(least), least, cheapest)


def _chosen(block: Block, x: IntArray) -> IntArray:
    """Return the set that a choice has of a block, as the only row."""
    chosen = block.columns[x[block.columns] > 0]
    return np.r_[np.full(MOST_MEMBERS - len(chosen), NOTHING), chosen][None]


def _union(old: IntArray, new: IntArray) -> IntArray:
    return distinct(np.concatenate([old, new]))
