"""Quotas of groups that are known one by one: their keys, options and upper bounds."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from planner.allocation.problem import Count, Goal, IntArray, Key, Quota

Group = tuple[Key, Iterable[int], int]
"""A group's key, the positions of its options, and how many of them at most."""


def grouped(rule: str, groups: Iterable[Group], lower: int = 0) -> Quota:
    """Return the quota of some groups."""
    known = [(key, sorted(members), upper) for key, members, upper in groups]
    members = [some for _, some, _ in known]
    return Quota(
        rule,
        np.array([at for some in members for at in some], np.int64),
        np.repeat(np.arange(len(known)), [len(some) for some in members]),
        [key for key, _, _ in known],
        np.full(len(known), lower),
        np.array([upper for _, _, upper in known], np.int64),
    )


def moved(quota: Quota, by: IntArray) -> Quota:
    """Return a quota over options that stand elsewhere: `by` is the new position of each."""
    return replace(quota, option=by[quota.option])


def spread(quota: Quota, of: IntArray) -> Quota:
    """Return a quota over finer options: `of`, ascending, is the old option of each new one."""
    first = np.searchsorted(of, quota.option, "left")
    number = np.searchsorted(of, quota.option, "right") - first
    start = np.repeat(first - np.r_[0, np.cumsum(number)[:-1]] if len(first) else first, number)
    return replace(
        quota,
        option=start + np.arange(int(number.sum())),
        group=np.repeat(quota.group, number),
    )


def placed(goal: Goal, at: IntArray, options: int) -> Goal:
    """Return a goal over some of more options, the others counting nothing there."""
    if isinstance(goal.measure, Count):
        group = np.full(options, -1)
        group[at] = goal.measure.group
        return replace(goal, measure=replace(goal.measure, group=group))
    column = np.zeros(options, np.int64)
    column[at] = goal.measure
    return replace(goal, measure=column)
