"""Whether a best choice is the only one, asked of each part of a problem that stands alone."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from planner.allocation.feasible import feasible
from planner.allocation.problem import Count, IntArray, Problem, Quota
from planner.errors import SolverError

LARGEST = 2**31
"""Coefficients that add up to so much in one row are not trusted to a search."""


def only(problem: Problem, chosen: IntArray) -> bool:
    """Return whether no other choice has the same value in every goal, part by part.

    Goals are columns. False too where the search can't tell.
    """
    return all(_only(alone(problem, part), np.isin(part, chosen)) for part in parts(problem))


def _only(problem: Problem, goes: NDArray[np.bool_]) -> bool:
    each = np.arange(problem.options)
    rows: list[Quota] = []
    for goal in problem.goals:
        if isinstance(goal.measure, Count) or np.abs(goal.measure).sum() >= LARGEST:
            return False
        value = np.array([goal.measure[goes].sum()])
        rows.append(_row(f"goal {goal.name}", goal.measure, value, value))
    weight = np.where(goes, 1, -1)
    most = np.array([np.count_nonzero(goes) - 1])
    rows.append(_row("another choice", weight, most - len(each), most))
    try:
        return not feasible(replace(problem, quotas=(*problem.quotas, *rows), goals=()))
    except SolverError:
        return False


def _row(name: str, weight: IntArray, lower: IntArray, upper: IntArray) -> Quota:
    each = np.arange(len(weight))
    return Quota(name, each, np.zeros_like(each), [(name,)], lower, upper, weight)


def parts(problem: Problem) -> Iterator[IntArray]:
    """Yield the options of each part: those that no quota joins to others, directly or not."""
    label = np.arange(problem.options)
    while True:
        before = label.copy()
        for quota in problem.quotas:
            least = np.full(len(quota.keys), problem.options)
            np.minimum.at(least, quota.group, label[quota.option])
            np.minimum.at(label, quota.option, least[quota.group])
        if np.array_equal(before, label):
            break
    for one in np.unique(label):
        yield np.flatnonzero(label == one)


def alone(problem: Problem, options: IntArray) -> Problem:
    """Return the problem of some options, without the groups that have none of them."""
    part = problem.take(options)
    return replace(part, quotas=tuple(map(_used, part.quotas)))


def _used(quota: Quota) -> Quota:
    used = np.unique(quota.group)
    return replace(
        quota,
        group=np.searchsorted(used, quota.group),
        keys=[quota.keys[at] for at in used],
        lower=quota.lower[used],
        upper=quota.upper[used],
    )
