"""Small random problems, and the slow ways to solve them that the engine is held against."""

import numpy as np

from planner.allocation.build import between
from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Key, Problem, Quota


def random_problem(
    rng: np.random.Generator, units: int, items: int, *, crossing: bool = False, days: int = 0
) -> Problem:
    """Return a problem of units and items in pools and regions; with `crossing`, not nested.

    With `days` options are in many groups of one more rule, and weigh less than nothing in some.
    """
    pools, regions = max(1, items // 2), max(1, items // 4)
    pool_of = rng.integers(pools, size=items)
    region_of = rng.integers(regions, size=pools)
    allowed = np.argwhere(rng.random((units, items)) < rng.choice([0.5, 0.8, 1.0]))
    unit, item = allowed[:, 0], allowed[:, 1]
    pool, region = pool_of[item], region_of[pool_of[item]]
    quotas = [
        _quota(rng, "unit", unit, units, lowest=0.6, most=2),
        _quota(rng, "unit_region", unit * regions + region, units * regions, lowest=0, most=2),
        _quota(rng, "item", item, items, lowest=0, most=int(rng.choice([1, 1, 2]))),
        _quota(rng, "pool", pool, pools, lowest=0.05, most=2),
    ]
    if crossing:
        weight = rng.integers(0, 9, size=items)[item]
        quotas.append(_weighed(rng, "travel", unit, units, weight))
        hard = np.where(rng.random(items)[item] < 0.5, 0, OUTSIDE)
        quotas.append(_quota(rng, "hard", hard, 1, lowest=0.5, most=units * 2))
    if days:
        quotas.append(_days(rng, len(unit), days))
    goals = _goals(rng, pool, pools, region, regions, len(unit))
    return Problem(len(unit), tuple(quotas), goals)


def _keys(size: int) -> tuple[Key, ...]:
    return tuple((str(name),) for name in range(size))


def _quota(
    rng: np.random.Generator, rule: str, group: IntArray, size: int, lowest: float, most: int
) -> Quota:
    upper = rng.integers(1, most + 1, size=size)
    lower = np.where(rng.random(size) < lowest, 1, 0)
    return between(rule, group, _keys(size), lower, np.maximum(lower, upper))


def _weighed(
    rng: np.random.Generator, rule: str, group: IntArray, size: int, weight: IntArray
) -> Quota:
    upper = rng.integers(4, 14, size=size)
    lower = np.where(rng.random(size) < 0.2, 1, 0)
    return between(rule, group, _keys(size), lower, upper, weight)


def _days(rng: np.random.Generator, options: int, days: int) -> Quota:
    """Return a quota of which an option is in many groups, with weights of either sign."""
    member = np.argwhere(rng.random((options, days)) < 0.4)
    weight = rng.choice([-2, -1, 1, 2, 3], size=len(member))
    upper = rng.integers(0, 4, size=days)
    lower = rng.integers(-4, 1, size=days)
    return Quota("days", member[:, 0], member[:, 1], _keys(days), lower, upper, weight)


def _goals(
    rng: np.random.Generator,
    pool: IntArray,
    pools: int,
    region: IntArray,
    regions: int,
    options: int,
) -> tuple[Goal, ...]:
    low = rng.integers(0, 3, size=regions)
    wide = rng.integers(0, 2, size=regions)
    band = Count(
        region,
        _keys(regions),
        np.repeat(np.arange(regions), 3),
        np.ravel(np.column_stack([low, wide, np.full(regions, options)])),
        np.tile([-1, 0, 1], regions),
    )
    distinct = Count(
        pool,
        _keys(pools),
        np.repeat(np.arange(pools), 2),
        np.tile([1, options], pools),
        np.tile([1, 0], pools),
    )
    return (
        Goal("coverage", "max", np.ones(options, np.int64)),
        Goal("balance", "min", band, int(low.sum())),
        Goal("distinct", "max", distinct),
        Goal("gain", "max", rng.integers(0, 3, size=options)),
        Goal("way", "min", rng.integers(0, 20, size=options)),
        Goal("tie", "min", rng.integers(0, 2**24, size=options)),
    )


def every_choice(options: int) -> IntArray:
    """Return every set of options, one a row, with 1 for each that is chosen."""
    return np.arange(2**options)[:, None] >> np.arange(options) & 1


def counted(problem: Problem, quota: Quota, group: int) -> IntArray:
    """Return what every option counts in one group of a quota."""
    column = np.zeros(problem.options, np.int64)
    for at in np.flatnonzero(quota.group == group):
        column[quota.option[at]] = 1 if quota.weight is None else quota.weight[at]
    return column


def allowed_choices(problem: Problem) -> IntArray:
    """Return every set of options that satisfies every quota, one a row."""
    choices = every_choice(problem.options)
    for quota in problem.quotas:
        for group in range(len(quota.lower)):
            chosen = choices @ counted(problem, quota, group)
            kept = (quota.lower[group] <= chosen) & (chosen <= quota.upper[group])
            choices = choices[kept]
    return choices


def worth(goal: Goal, choices: IntArray) -> IntArray:
    """Return a goal's value of each choice; a count is added up place by place."""
    if not isinstance(goal.measure, Count):
        return goal.constant + choices @ goal.measure
    count, value = goal.measure, np.full(len(choices), goal.constant)
    for group in np.unique(count.step_group):
        here = count.step_group == group
        each = np.repeat(count.step_value[here], count.step_width[here])
        upto = np.r_[0, np.cumsum(each)]
        value += upto[choices @ (count.group == group).astype(np.int64)]
    return value


def brute_force(problem: Problem) -> tuple[tuple[int, ...], IntArray] | None:
    """Return the best values and choice over every set of options, None where none is allowed."""
    choices = allowed_choices(problem)
    values = list[int]()
    for goal in problem.goals:
        if not len(choices):
            return None
        found = worth(goal, choices)
        best = found.min() if goal.sense == "min" else found.max()
        choices = choices[found == best]
        values.append(int(best))
    return tuple(values), np.flatnonzero(choices[0])
