"""Which options a choice can do without, where it only has to be one: others stand for them.

Take a quota of *items* whose groups lie within a coarser *pool* of at most k chosen options, and a
*cell*: options alike in every other quota, or better, which is to weigh less and to be where some
are asked for and more do no harm. Where k options of its cell are at least as good as another, the
other chosen options of its pool, at most k−1, can't use up the items of all k. So that one is
spare: it is swapped for one that is free, and no quota breaks. (`reduce` keeps one more, for a
proof.)
"""

import numpy as np
from numpy.typing import NDArray

from planner.allocation.face import levels_of
from planner.allocation.interrupt import go_on
from planner.allocation.nest import Order
from planner.allocation.problem import OUTSIDE, Count, IntArray, Problem, Quota

_FAR = 2**62
"""More numbers than this are not told apart by one of 64 bits."""


def needed(problem: Problem) -> IntArray:
    """Return the positions of the options that are not spare: all where that can't be told."""
    go_on()
    every = np.arange(problem.options)
    found = _cells(problem)
    if found is None:
        return every
    cell, item, pool = found
    asking = _asking(problem)
    weights = (quota.weight for quota in problem.quotas if quota.weight is not None)
    weight = next(weights, np.zeros(problem.options, np.int64))
    asked = np.zeros(problem.options, bool) if asking is None else asking.group != OUTSIDE
    kept = fitting(problem)
    kept = kept[item.upper[item.group[kept]] > 0]
    as_good = _as_good(cell[kept], weight[kept], asked[kept])
    return kept[as_good < pool.upper[pool.group[kept]]]


def fitting(problem: Problem) -> IntArray:
    """Return the positions of the options that are not too heavy by themselves."""
    fits = np.ones(problem.options, bool)
    for quota in problem.quotas:
        if quota.weight is not None:
            fits &= (quota.group == OUTSIDE) | (quota.weight <= quota.upper[quota.group])
    return np.flatnonzero(fits)


def lightest(problem: Problem) -> IntArray:
    """Return the positions of the lightest options of each cell, as many as a choice can have.

    A cell is alike in every quota here, so that what a choice has of it can be swapped for those.
    """
    weighing = [quota for quota in problem.quotas if quota.weight is not None]
    if len(weighing) > 1 or any(quota.lower.any() for quota in weighing):
        return np.arange(problem.options)
    cell = _numbered(*(quota.group for quota in problem.quotas))
    weight = weighing[0].weight if weighing else None
    weight = np.zeros(problem.options, np.int64) if weight is None else weight
    order = np.lexsort((weight, cell))
    first = np.searchsorted(cell[order], cell[order])
    number, total = np.arange(problem.options) - first + 1, np.cumsum(weight[order])
    total -= (total - weight[order])[first]
    fits = np.ones(problem.options, bool)
    for quota in problem.quotas:
        group, used = quota.group[order], number if quota.weight is None else total
        fits &= (group == OUTSIDE) | (used <= quota.upper[group])
    return np.sort(order[fits])


def alike_goals(problem: Problem) -> int:
    """Return how many first goals a spare option serves no better than those that stand for it.

    Such goals are as good with the options that are not spare: a swap leaves them as they are.
    """
    found = _cells(problem)
    if found is None:
        return 0
    cell, _, _ = found
    first = np.unique(cell, return_index=True)[1]
    for number, goal in enumerate(problem.goals):
        measure = goal.measure.group if isinstance(goal.measure, Count) else goal.measure
        if (measure != measure[first][cell]).any():
            return number
    return len(problem.goals)


def _cells(problem: Problem) -> tuple[IntArray, Quota, Quota] | None:
    """Return each option's cell, the items and the pool; None where that can't be told."""
    found = _item_and_pool(problem) if problem.options else None
    weighing = [quota for quota in problem.quotas if quota.weight is not None]
    if found is None or len(weighing) > 1 or any(quota.lower.any() for quota in weighing):
        return None
    item, pool = found
    asking = _asking(problem)
    alike = [quota.group for quota in problem.quotas if quota is not item and quota is not asking]
    cell = _numbered(*alike)
    if len(np.unique(cell * len(item.upper) + item.group)) < problem.options:
        return None
    return cell, item, pool


def _item_and_pool(problem: Problem) -> tuple[Quota, Quota] | None:
    """Return the quota of most groups that lies within another, and the tightest such other."""
    order = Order(levels_of(problem))
    counting = [at for at, quota in enumerate(problem.quotas) if _counts_all(quota)]
    for item in sorted(counting, key=lambda at: -len(problem.quotas[at].upper)):
        pools = [at for at in counting if at != item and order.within(item, at)]
        if pools and not problem.quotas[item].lower.any():
            pool = min(pools, key=lambda at: int(problem.quotas[at].upper.max()))
            return problem.quotas[item], problem.quotas[pool]
    return None


def _counts_all(quota: Quota) -> bool:
    return quota.weight is None and bool((quota.group != OUTSIDE).all())


def _asking(problem: Problem) -> Quota | None:
    """Return the first quota of a single group of some options that is never too full."""
    most = min(int(quota.upper.sum()) for quota in problem.quotas if _counts_all(quota))
    for quota in problem.quotas:
        plain = quota.weight is None and len(quota.upper) == 1 and not _counts_all(quota)
        if plain and quota.upper[0] >= most:
            return quota
    return None


def _numbered(*groups: IntArray) -> IntArray:
    """Number the options so that those of the same groups share a number."""
    cell, size = np.zeros_like(groups[0]), 1
    for group in groups:
        number = int(group.max()) + 2
        if size * number > _FAR:
            cell = np.unique(cell, return_inverse=True)[1]
            size = int(cell.max()) + 1
        cell, size = cell * number + group + 1, size * number
    return np.unique(cell, return_inverse=True)[1].astype(np.int64)


def _as_good(cell: IntArray, weight: IntArray, asked: NDArray[np.bool_]) -> IntArray:
    """Return how many options of its cell come before each that are no worse."""
    order = np.lexsort((~asked, weight, cell))
    first = np.searchsorted(cell[order], cell[order])
    before = np.cumsum(asked[order]) - asked[order]
    number = np.empty_like(cell)
    number[order] = np.where(asked[order], before - before[first], np.arange(len(cell)) - first)
    return number
