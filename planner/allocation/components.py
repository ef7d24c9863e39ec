"""Connected components: options that share no row, directly or not, are chosen independently.

Every goal is a sum over the components, so what is best in each, goals in order, is best together.
Components that a crossing quota touches are problems of their own; the others stay together, for
they are a flow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import lcm

import numpy as np

from planner.allocation.face import Level, Multipliers, levels_of
from planner.allocation.problem import OUTSIDE, Count, IntArray, Problem, Quota


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """Some options (positions), their problem, and level by level which of the rows are theirs."""

    options: IntArray
    problem: Problem
    rows: tuple[IntArray, ...]


def components_of(
    problem: Problem, levels: tuple[Level, ...], nested: Problem
) -> list[Component] | None:
    """Return the components, None where there is but one.

    `nested` is the problem with the quotas that nest. A group without options must not ask for any.
    """
    known = {quota.rule for quota in nested.quotas}
    label = _labels(levels, problem.options)
    touched = np.zeros(problem.options, bool)
    for quota in problem.quotas:
        if quota.rule not in known:
            touched[label[quota.option]] = True
    label[~touched[label]] = -1
    found = [np.flatnonzero(label == one) for one in np.unique(label).tolist()]
    if len(found) < 2:
        return None
    return [_component(problem, levels, options) for options in found]


def every_component(problem: Problem) -> Iterator[Component]:
    """Yield the components, also those that nest, by their first options."""
    levels = levels_of(problem)
    label = _labels(levels, problem.options)
    for one in np.unique(label).tolist():
        yield _component(problem, levels, np.flatnonzero(label == one))


def joined(
    levels: tuple[Level, ...], parts: Sequence[Component], proofs: Sequence[Sequence[Multipliers]]
) -> list[Multipliers]:
    """Return the multipliers of the whole from those of its parts, as far as all have some."""
    whole = list[Multipliers]()
    for some in zip(*proofs, strict=False):
        scale = lcm(*(proof.scale for proof in some))
        rows = tuple(np.zeros(level.size, np.int64) for level in levels)
        for part, proof in zip(parts, some, strict=True):
            for row, own, mine in zip(rows, proof.rows, part.rows, strict=True):
                row[mine] = own * (scale // proof.scale)
        whole.append(Multipliers(rows, scale))
    return whole


def _labels(levels: tuple[Level, ...], options: int) -> IntArray:
    """Return for each option the first one that shares a row with it, directly or not."""
    label = np.arange(options)
    while True:
        before = label.copy()
        for level in levels:
            least = np.full(level.size, options)
            np.minimum.at(least, level.row, label[level.option])
            np.minimum.at(label, level.option, least[level.row])
        label = label[label]
        if (label == before).all():
            return label


def _component(problem: Problem, levels: tuple[Level, ...], options: IntArray) -> Component:
    """Return a component with its own groups only, and goals without their constants."""
    mine = np.zeros(problem.options, bool)
    mine[options] = True
    rows = tuple(np.unique(level.row[mine[level.option]]) for level in levels)
    taken, counts = problem.take(options), iter(rows[len(problem.quotas) :])
    quotas = tuple(map(_own_groups, taken.quotas, rows))
    goals = [
        replace(goal, measure=_own_steps(goal.measure, next(counts)), constant=0)
        if isinstance(goal.measure, Count)
        else replace(goal, constant=0)
        for goal in taken.goals
    ]
    return Component(options, Problem(len(options), quotas, tuple(goals)), rows)


def _own_groups(quota: Quota, groups: IntArray) -> Quota:
    keys = tuple(quota.keys[int(group)] for group in groups)
    group = np.searchsorted(groups, quota.group).astype(np.int64)
    lower, upper = quota.lower[groups], quota.upper[groups]
    return replace(quota, group=group, keys=keys, lower=lower, upper=upper)


def _own_steps(count: Count, groups: IntArray) -> Count:
    keys = tuple(count.keys[int(group)] for group in groups)
    kept = np.isin(count.step_group, groups)
    group = np.searchsorted(groups, count.group)
    return Count(
        np.where(count.group == OUTSIDE, OUTSIDE, group),
        keys,
        np.searchsorted(groups, count.step_group[kept]).astype(np.int64),
        count.step_width[kept],
        count.step_value[kept],
    )
