"""Small problems where each unit takes up to three items within a budget that is tight."""

import numpy as np

from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Problem, Quota


def tight_problem(
    rng: np.random.Generator, units: int, items: int, most: int, *, alike: bool = False
) -> Problem:
    """Return a problem of units, items in regions, and a budget of minutes a unit.

    With `alike` every unit could have every item.
    """
    allowed = np.argwhere(rng.random((units, items)) < (1.0 if alike else 0.8))
    unit, item = allowed[:, 0], allowed[:, 1]
    regions = max(2, items // 3)
    region = rng.integers(regions, size=items)[item]
    minutes = rng.integers(1, 10, size=items)
    budget = int(minutes.mean() * most * rng.choice([0.7, 0.85, 1.0]))
    least = int(rng.integers(0, 2))
    hard = np.where(rng.random(items)[item] < 0.5, 0, OUTSIDE)
    quotas = (
        quota("unit", unit, units, least, most),
        quota("unit_region", unit * regions + region, units * regions, 0, int(rng.choice([1, 2]))),
        quota("item", item, items, 0, 1),
        quota("region", region, regions, 0, 2),
        quota("budget", unit, units, 0, budget, minutes[item]),
        quota("hard", hard, 1, int(rng.integers(0, 2)), units * most),
    )
    distinct = Count(
        region,
        (names(regions),),
        np.repeat(np.arange(regions), 2),
        np.tile([1, len(unit)], regions),
        np.tile([1, 0], regions),
    )
    goals = (
        Goal("many", "max", np.ones(len(unit), np.int64)),
        Goal("regions", "max", distinct),
        Goal("gain", "max", rng.integers(0, 50, size=items)[item]),
        Goal("way", "min", minutes[item]),
        Goal("tie", "min", rng.integers(0, 2**24, size=len(unit))),
    )
    return Problem(len(unit), quotas, goals)


def names(size: int) -> tuple[str, ...]:
    return tuple(str(name) for name in range(size))


def quota(
    rule: str, group: IntArray, size: int, lower: int, upper: int, weight: IntArray | None = None
) -> Quota:
    bounds = np.full(size, lower), np.full(size, upper)
    return Quota(rule, group, (names(size),), *bounds, weight)
