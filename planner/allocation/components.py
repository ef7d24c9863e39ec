"""Connected components: options that share no row, directly or not, are chosen independently.

Every goal is a sum over the components, so what is best in each, goals in order, is best together.
Components that a crossing quota touches are problems of their own; the others stay together, for
they are a flow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import lcm
from typing import NamedTuple

import numpy as np

from planner.allocation.face import Level, Multipliers, levels_of
from planner.allocation.problem import IntArray, Problem, Quota


class Component(NamedTuple):
    """Some options (positions), and their problem: of others' groups nothing is asked."""

    options: IntArray
    problem: Problem


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
    return [_component(problem, options) for options in found]


def every_component(problem: Problem) -> Iterator[Component]:
    """Yield the components, also those that nest, by their first options."""
    label = _labels(levels_of(problem), problem.options)
    for one in np.unique(label).tolist():
        yield _component(problem, np.flatnonzero(label == one))


def joined(proofs: Sequence[Sequence[Multipliers]]) -> list[Multipliers]:
    """Return the multipliers of the whole from those of its components, as far as all have some."""
    whole = list[Multipliers]()
    for some in zip(*proofs, strict=False):
        scale = lcm(*(proof.scale for proof in some))
        scaled = ([row * (scale // proof.scale) for row in proof.rows] for proof in some)
        rows = tuple(np.sum(parts, axis=0) for parts in zip(*scaled, strict=True))
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


def _component(problem: Problem, options: IntArray) -> Component:
    """Return a component, whose goals are without their constants."""
    taken = problem.take(options)
    goals = tuple(replace(goal, constant=0) for goal in taken.goals)
    return Component(options, replace(taken, quotas=tuple(map(_own, taken.quotas)), goals=goals))


def _own(quota: Quota) -> Quota:
    """Return a quota that asks nothing of a group without options."""
    empty = np.ones(len(quota.lower), bool)
    empty[quota.group] = False
    lower = np.where(empty, np.minimum(quota.lower, 0), quota.lower)
    return replace(
        quota, lower=lower, upper=np.where(empty, np.maximum(quota.upper, 0), quota.upper)
    )
