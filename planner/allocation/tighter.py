"""Whether one problem only asks more than another: then a best choice that it allows stays best."""

from collections.abc import Sequence

import numpy as np

from planner.allocation.problem import Count, Goal, IntArray, Problem, Quota


def tightens(problem: Problem, other: Problem) -> bool:
    """Return whether a problem has another's options and goals, and its quotas as narrow or more.

    It may have further quotas.
    """
    mine = {quota.rule: quota for quota in problem.quotas}
    return (
        problem.options == other.options
        and len(problem.goals) == len(other.goals)
        and all(_same_goal(*two) for two in zip(problem.goals, other.goals, strict=True))
        and all(q.rule in mine and _as_narrow(mine[q.rule], q) for q in other.quotas)
    )


def _as_narrow(quota: Quota, other: Quota) -> bool:
    return (
        _same([quota.group, *_weight(quota)], [other.group, *_weight(other)])
        and len(quota.lower) == len(other.lower)
        and bool((quota.lower >= other.lower).all() and (quota.upper <= other.upper).all())
    )


def _same_goal(goal: Goal, other: Goal) -> bool:
    heads = [(some.name, some.sense, some.constant) for some in (goal, other)]
    return heads[0] == heads[1] and _same(_columns(goal), _columns(other))


def _weight(quota: Quota) -> list[IntArray]:
    return [] if quota.weight is None else [quota.weight]


def _columns(goal: Goal) -> list[IntArray]:
    some = goal.measure
    if isinstance(some, Count):
        return [some.group, some.step_group, some.step_width, some.step_value]
    return [some]


def _same(columns: Sequence[IntArray], others: Sequence[IntArray]) -> bool:
    return len(columns) == len(others) and all(map(np.array_equal, columns, others))
