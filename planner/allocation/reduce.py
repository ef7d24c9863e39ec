"""Which options can matter: of many that differ only in their item, the few best.

Take a level of *items* that lies within a coarser *pool* of at most k chosen options, and a *cell*:
options alike in every level but the items'. Of a cell's options, ordered by the goals, an option
beyond the k-th can be swapped for an earlier one at no cost to any goal: the other chosen options
of the pool, at most k−1, can't stand in the way of all k. The k+1 best are kept, because then one
kept item of the cell is always unused, and its row prices every option left out: the reduced
problem's multipliers are valid for the whole one. `solve` checks that on every plan. Options that
count differently in a group are in different cells; one that is in several groups of a rule is
always kept.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from planner.allocation.face import Level, Multipliers
from planner.allocation.nest import Order
from planner.allocation.problem import OUTSIDE, Count, IntArray, Problem

_KEY_BITS = 63


@dataclass(frozen=True, slots=True, eq=False)
class Reduction:
    """The options that can matter (their positions, ascending), and the items' level."""

    kept: IntArray
    item: int | None

    @classmethod
    def none(cls, problem: Problem) -> Self:
        """Return the reduction that keeps every option."""
        return cls(np.arange(problem.options), None)

    def extended(self, problem: Problem, chosen: IntArray, multipliers: Multipliers) -> Multipliers:
        """Return multipliers for the options left out as well: unused items cost nothing."""
        if self.item is None:
            return multipliers
        quota = problem.quotas[self.item]
        rows = list(multipliers.rows)
        unused = (problem.count(quota, chosen) == 0) & (quota.upper > 0)
        rows[self.item] = np.where(unused, 0, rows[self.item])
        return Multipliers(tuple(rows), multipliers.scale)


def reduction_of(problem: Problem, levels: tuple[Level, ...], order: Order) -> Reduction:
    """Return the options that can matter."""
    found = _item_and_pool(problem, levels, order) if problem.options else None
    if found is None:
        return Reduction.none(problem)
    item, pool = found
    groups = [_counted(level, problem.options) for level in levels]
    closed = problem.quotas[item].upper[groups[item]] == 0
    cell = 2 * _cells(groups, item, order) + closed
    ranked = _by_goals(problem, cell)
    cell = cell[ranked]
    start = np.flatnonzero(np.r_[True, cell[1:] != cell[:-1]])
    size = np.diff(start, append=problem.options)
    first = ranked[start]  # one option of each cell: all have the pool in common, open or not
    room = problem.quotas[pool].upper[groups[pool][first]] + 1
    room[closed[first]] = problem.options
    place = np.arange(problem.options) - np.repeat(start, size)
    return Reduction(np.sort(ranked[place < np.repeat(room, size)]), item)


def _counted(level: Level, options: int) -> IntArray:
    """Number the options so that those alike in a level share a number, `OUTSIDE` for none.

    An option in several groups is like no other.
    """
    if level.group is not None:
        return level.group
    group, several = np.full(options, OUTSIDE), np.bincount(level.option, minlength=options) > 1
    weight = np.ones_like(level.row) if level.weight is None else level.weight
    pairs = np.stack([level.row, weight], axis=1)
    group[level.option] = np.unique(pairs, axis=0, return_inverse=True)[1].ravel()
    group[several] = len(pairs) + np.arange(np.count_nonzero(several))
    return group


def _item_and_pool(
    problem: Problem, levels: tuple[Level, ...], order: Order
) -> tuple[int, int] | None:
    """Return the quota of most groups that lies within another, and the tightest such other."""
    plain = [
        at
        for at in range(len(problem.quotas))
        if (group := levels[at].group) is not None and (group != OUTSIDE).all()
    ]
    items = sorted(plain, key=lambda at: -len(problem.quotas[at].upper))
    for item in items:
        if problem.quotas[item].lower.any():
            continue
        pools = [at for at in plain if at != item and order.within(item, at)]
        if pools:
            return item, min(pools, key=lambda at: int(problem.quotas[at].upper.max()))
    return None


def _cells(groups: list[IntArray], item: int, order: Order) -> IntArray:
    """Number the cells: options alike in every level but the items'."""
    others = [at for at in range(len(groups)) if at != item]
    telling = [at for at in others if groups[at].min() != OUTSIDE]
    cell, size = np.zeros_like(groups[item]), 1
    for at in others:
        if _implied(at, telling, order):
            continue
        number = int(groups[at].max()) + 2
        if size * number >= 2**_KEY_BITS:
            cell, size = _dense(cell)
        cell *= number
        cell += groups[at]
        cell += 1
        size *= number
    return cell


def _implied(at: int, telling: list[int], order: Order) -> bool:
    """Return whether another level, seeing every option, already tells this one's groups."""
    return any(
        order.within(other, at) and (other < at or not order.within(at, other))
        for other in telling
        if other != at
    )


def _dense(key: IntArray) -> tuple[IntArray, int]:
    known, number = np.unique(key, return_inverse=True)
    return number.astype(np.int64), len(known)


def _by_goals(problem: Problem, cell: IntArray) -> IntArray:
    """Return the options' positions by cell, then by the goals in order, the best first."""
    goals = [
        (goal.sense, goal.measure, int(goal.measure.min()), int(goal.measure.max()))
        for goal in problem.goals
        if not isinstance(goal.measure, Count)
    ]
    bits = [(high - low).bit_length() for _, _, low, high in goals]
    if int(cell.max()).bit_length() + sum(bits) > _KEY_BITS:
        cell, _ = _dense(cell)
    if int(cell.max()).bit_length() + sum(bits) > _KEY_BITS:
        columns = [column if sense == "min" else -column for sense, column, _, _ in goals]
        return np.lexsort((*reversed(columns), cell)).astype(np.int64)
    key = cell.copy()
    for (sense, column, low, high), width in zip(goals, bits, strict=True):
        if width == 0:
            continue
        key <<= width
        if sense == "min":
            key += column
            key -= low
        else:
            key += high
            key -= column
    return np.argsort(key, kind="stable").astype(np.int64, copy=False)
