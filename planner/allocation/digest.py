"""Telling whether two problems are the same to whoever solves them: by all of their numbers."""

import hashlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import Count, Goal, Problem, Quota

_NOTHING = np.zeros(0, np.int64)


def digest_of(problem: Problem) -> bytes:
    """Return a digest (BLAKE2b) that another problem has only where it has the same solution.

    The names of quotas, goals and groups do not count: no engine looks at them.
    """
    digest = hashlib.blake2b()
    for column in _columns(problem):
        digest.update(f"{column.dtype.str}{column.shape}".encode())
        digest.update(np.ascontiguousarray(column).data)
    return digest.digest()


def _columns(problem: Problem) -> Iterator[NDArray[np.generic]]:
    yield np.array([problem.options, len(problem.quotas), len(problem.goals)])
    for quota in problem.quotas:
        yield from _of_quota(quota)
    for goal in problem.goals:
        yield from _of_goal(goal)


def _of_quota(quota: Quota) -> Iterator[NDArray[np.generic]]:
    yield from (quota.group, quota.lower, quota.upper)
    yield _NOTHING if quota.weight is None else quota.weight


def _of_goal(goal: Goal) -> Iterator[NDArray[np.generic]]:
    """Yield as many columns for a sum as for a count, so that none is taken for another's."""
    some = goal.measure
    yield np.array([goal.sense == "min", goal.constant])
    if isinstance(some, Count):
        yield np.array([len(axis) for axis in some.axes])
        yield from (some.group, some.step_group, some.step_width, some.step_value)
    else:
        yield from (some, _NOTHING, _NOTHING, _NOTHING, _NOTHING)
