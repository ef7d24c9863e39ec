"""Whether every block can take a whole set of its columns so that what the blocks share holds.

Where options have weights, fractions of single options can do what no choice can. Whole sets take
their place, those that matter being found round by round (column generation, as in `generate`):
every row that blocks share may give way at a price, and sets that make it give way less join. Under
prices at which even the cheapest set of every block costs something, in whole numbers, there is no
choice; a whole solution that costs nothing is one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from planner.allocation.alike import distinct
from planner.allocation.blocks import Block
from planner.allocation.dealing import dealt
from planner.allocation.linear import relax
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray, Problem
from planner.allocation.sets import Sets
from planner.allocation.split import Split, blocks_of, shared_by

ROUNDS = 40
"""So many rounds are tried: what is told at all is told by then."""

DIVES, _STEPS, _TURNS, _A_STEP = 8, 24, 3, 12
"""So often a choice is dived for, in so many steps, with so many sets to try one after another, and
so many rounds for each."""

FREE, _NEARLY = 1e-6, 0.7
"""Below that fractions do without what makes up for rows, and from there on they have a set nearly
whole."""

_A_ROUND, _FINE = 30, 1_000_000
"""So many sets of a block join in a round; so finely is told how much of a column there is."""

_DEALS = 8
"""So often sets are dealt out before a choice is dived for."""


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """A choice, or None where it is proved that there is none."""

    x: IntArray | None


def pack(
    problem: Problem,
    system: System,
    point: NDArray[np.float64] | None = None,
    rounds: int = ROUNDS,
    dives: int = DIVES,
) -> Packed | None:
    """Return what a problem's system allows, None where that is not told within the rounds.

    `point` is what fractions of the columns can do, where that is known: the first sets are those
    that have the most of it.
    """
    blocks = blocks_of(problem, system)
    if blocks is None:
        return None
    packing = _Packing(system, blocks)
    end = packing.generate(None if point is None else packing.near(point), {}, rounds)
    if end.x is not None or end.impossible:
        return Packed(end.x)
    most = 0 if end.pool is None else min(dives, len(end.pool.block))
    found = (packing.dive(end, nth) for nth in range(most))
    x = next((x for x in found if x is not None), None)
    return None if x is None else Packed(x)


@dataclass(frozen=True, slots=True, eq=False)
class _End:
    """How the rounds ended: with an x, a proof that there is none, or fractions that cost nothing.

    In the last case `pool` has the sets that were found, and `point` how much of each is taken.
    """

    x: IntArray | None = None
    impossible: bool = False
    pool: Sets | None = None
    point: NDArray[np.float64] | None = None


class _Packing:
    """A system's blocks, and the rows they share made to yield."""

    def __init__(self, system: System, blocks: Sequence[Block]) -> None:
        self._system, self._blocks = system, blocks
        self._shared, _ = shared_by(system, blocks)
        self._wide, self._cost = yielding(system, self._shared)
        self._split = Split.of(self._wide, blocks)

    def near(self, point: NDArray[np.float64]) -> list[IntArray]:
        """Return each block's sets that have the most of a point."""
        price = -np.rint(point * _FINE).astype(np.int64)
        return [block.best(price[block.columns], _A_ROUND)[1] for block in self._blocks]

    def generate(
        self, known: Sequence[IntArray] | None, taken: Mapping[int, IntArray], rounds: int
    ) -> _End:
        """Go round by round from the sets that are known; those of some blocks can be taken."""
        rows, scale = np.zeros(len(self._system.row_lower), np.int64), 1
        for turn in range(rounds):
            if turn or known is None:
                bound, cheapest = self._priced(rows, scale, taken)
                if bound > 0:
                    return _End(impossible=True)
                more = cheapest if known is None else _joined(known, cheapest)
                if known is not None and _number(more) == _number(known):
                    break
                known = more
            pool = Sets.of(self._split, known)
            cost = pool.cost(self._cost)
            pool = pool.binding(cost)
            answer = relax(pool.system, cost, presolve=False)
            if answer is None or answer.point is None:
                break
            if cost @ answer.point < FREE:
                x = _whole(self._system, pool, answer.vertex)
                return _End(x, pool=pool, point=answer.point)
            rows, scale = np.zeros_like(rows), answer.scale
            rows[self._shared] = answer.rows[: len(self._shared)]
        return _End()

    def dive(self, end: _End, nth: int) -> IntArray | None:
        """Return an x found by taking, block after block, the set that fractions have most of.

        The first one is the nth of these. Where a set leaves no choice the next one is taken. None
        where none is found in some steps.
        """
        steps = islice(self._steps(end, {}, (nth,)), _STEPS)
        return next((step.x for step in steps if step.x is not None), None)

    def _steps(
        self, end: _End, taken: Mapping[int, IntArray], places: Iterable[int]
    ) -> Iterator[_End]:
        """Yield how the rounds end after each step from an end, depth first."""
        pool = end.pool
        if pool is None or end.x is not None:
            return
        for place in places:
            some = self._most(end, taken, place)
            more = {**taken, **{int(pool.block[at]): pool.members[at : at + 1] for at in some}}
            now = self.generate(self._left(pool, some, taken), more, _A_STEP)
            yield now
            # Only sets of blocks that have none yet, so that every step takes one more.
            left = 0 if now.pool is None else np.count_nonzero(~np.isin(now.pool.block, [*more]))
            yield from self._steps(now, more, range(min(_TURNS, left)))

    def _most(self, end: _End, taken: Mapping[int, IntArray], place: int) -> list[int]:
        """Return the set at that place of those that fractions have most of, and all nearly whole.

        Blocks whose sets are taken are passed over.
        """
        assert end.pool is not None
        assert end.point is not None
        point = end.point[: len(end.pool.block)].copy()
        point[np.isin(end.pool.block, list(taken))] = -1
        order = np.argsort(-point, kind="stable")
        point[order[:place]] = 0
        return [int(order[place]), *np.flatnonzero(point > _NEARLY).tolist()]

    def _left(self, pool: Sets, some: list[int], taken: Iterable[int]) -> list[IntArray]:
        """Return each block's sets that have room beside some, and beside those taken before.

        Of a block whose set is taken the pool has no other.
        """
        number = len(pool.block)
        own = np.r_[np.arange(number), number + np.flatnonzero(pool.rest < len(self._system.lower))]
        system = pool.system.of_columns(own)
        lower = system.lower.copy()
        lower[some] = lower[np.flatnonzero(np.isin(pool.block, list(taken)))] = 1
        left = replace(system, lower=lower).without_unused().upper[:number] > 0
        return [pool.members[left & (pool.block == at)] for at in range(len(self._blocks))]

    def _priced(
        self, rows: IntArray, scale: int, taken: Mapping[int, IntArray]
    ) -> tuple[int, list[IntArray]]:
        """Return the bound that multipliers prove (Lagrange), and each block's cheapest sets."""
        system, price = self._wide, self._wide.prices(self._cost, rows, scale)
        found = [
            (int(np.append(price, 0)[taken[at]].sum()), taken[at])
            if at in taken
            else block.best(price[block.columns], _A_ROUND)
            for at, block in enumerate(self._blocks)
        ]
        free = price * np.where(price > 0, system.lower, system.upper)
        free[np.concatenate([block.columns for block in self._blocks])] = 0
        fixed = rows * np.where(rows > 0, system.row_lower, system.row_upper)
        bound = int(free.sum() + fixed.sum()) + sum(least for least, _ in found)
        return bound, [sets for _, sets in found]


def yielding(system: System, rows: IntArray) -> tuple[System, IntArray]:
    """Return the system with more columns, which make up for what some rows can lack or exceed.

    Then what the columns cost: these 1, the others nothing.
    """
    least, most = system.extremes()
    broken = np.stack([least < system.row_lower, most > system.row_upper], axis=1)[rows].ravel()
    row, sign = rows.repeat(2)[broken], np.tile([1, -1], len(rows))[broken]
    number, columns, end = len(row), len(system.lower), system.row_start[row + 1]
    far = np.abs(np.r_[system.row_lower, system.row_upper, 0]).max() + np.abs(system.value).sum()
    wider = replace(
        system,
        row=np.insert(system.row, end, row),
        column=np.insert(system.column, end, columns + np.arange(number)),
        value=np.insert(system.value, end, sign),
        lower=np.r_[system.lower, np.zeros(number, np.int64)],
        upper=np.r_[system.upper, np.full(number, far)],
    )
    return wider, np.r_[np.zeros(columns, np.int64), np.ones(number, np.int64)]


def _joined(old: Sequence[IntArray], new: Sequence[IntArray]) -> list[IntArray]:
    return [distinct(np.concatenate(two)) for two in zip(old, new, strict=True)]


def _number(sets: Sequence[IntArray]) -> int:
    return sum(len(some) for some in sets)


def _whole(system: System, pool: Sets, vertex: IntArray | None) -> IntArray | None:
    """Return a choice of a system among a pool's sets, where the vertex or a deal is one."""
    for found in (lambda: vertex, lambda: dealt(pool, _DEALS)):
        x = found()
        single = None if x is None else pool.single(x)[: len(system.lower)]
        if single is not None and system.holds(single):
            return single
    return None
