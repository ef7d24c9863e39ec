"""Problems one can write and solve by eye: a letter per option says which group it is in.

quota("reviewer", "AABB", 1, 1)      options 0 and 1 are A's, 2 and 3 B's: exactly one of each
quota("pin", "..x.", 1, 1)           only option 2 is seen, and it is chosen
"""

from collections.abc import Sequence

import numpy as np

from planner.allocation import build
from planner.allocation.build import between
from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Key, Problem, Quota, Sense


def array(numbers: Sequence[int]) -> IntArray:
    """Return whole numbers as the engine wants them."""
    return np.array(numbers, np.int64)


def groups(letters: str) -> tuple[IntArray, tuple[Key, ...]]:
    """Return each option's group and the groups' keys; a dot is in none."""
    names = sorted(set(letters) - {"."})
    group = array([names.index(one) if one != "." else OUTSIDE for one in letters])
    return group, tuple((name,) for name in names)


def quota(
    rule: str, letters: str, lower: int = 0, upper: int = 99, weight: Sequence[int] | None = None
) -> Quota:
    """Return a quota with the same bounds in every group; `weight` has one entry per option."""
    weighed = None if weight is None else array(weight)
    return between(rule, *groups(letters), lower, upper, weighed)


def members(
    rule: str,
    letters: Sequence[str],
    lower: int = 0,
    upper: int = 99,
    weight: Sequence[int] | None = None,
) -> Quota:
    """Return a quota whose options are each in the groups of its letters, none or several."""
    names = sorted(set("".join(letters)))
    option = array([at for at, some in enumerate(letters) for _ in some])
    group = array([names.index(one) for some in letters for one in some])
    bounds = np.full(len(names), lower), np.full(len(names), upper)
    weighed = None if weight is None else array(weight)
    return Quota(rule, option, group, tuple((name,) for name in names), *bounds, weighed)


def total(name: str, sense: Sense, column: Sequence[int]) -> Goal:
    """Return the goal of a column's sum."""
    return Goal(name, sense, array(column))


def steps(name: str, sense: Sense, letters: str, *width_value: tuple[int, int]) -> Goal:
    """Return the goal of a count whose groups all have these steps: how wide, what each adds."""
    group, keys = groups(letters)
    width, value = (array(side) for side in zip(*width_value, strict=True))
    number = np.repeat(np.arange(len(keys)), len(width))
    return Goal(
        name,
        sense,
        Count(group, keys, number, np.tile(width, len(keys)), np.tile(value, len(keys))),
    )


def distinct(name: str, letters: str) -> Goal:
    """Return the goal of the most groups with at least one option chosen."""
    return build.distinct(name, *groups(letters))


def problem(*parts: Quota | Goal, options: int = 0) -> Problem:
    """Return the problem of its quotas and goals; `options` where none of them sees the last."""
    quotas = tuple(part for part in parts if isinstance(part, Quota))
    goals = tuple(part for part in parts if isinstance(part, Goal))
    for quota in quotas:
        options = max(options, int(quota.option.max(initial=-1)) + 1)
    for goal in goals:
        column = goal.measure.group if isinstance(goal.measure, Count) else goal.measure
        options = max(options, len(column))
    return Problem(options, quotas, goals)
