"""Problems one can write and solve by eye: a letter per option says which group it is in.

quota("reviewer", "AABB", 1, 1)      options 0 and 1 are A's, 2 and 3 B's: exactly one of each
quota("pin", "..x.", 1, 1)           only option 2 is seen, and it is chosen
"""

from collections.abc import Sequence

import numpy as np

from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Problem, Quota, Sense


def array(numbers: Sequence[int]) -> IntArray:
    """Return whole numbers as the engine wants them."""
    return np.array(numbers, np.int64)


def groups(letters: str) -> tuple[IntArray, tuple[str, ...]]:
    """Return each option's group and the groups' names; a dot is in none."""
    names = tuple(sorted(set(letters) - {"."}))
    return array([names.index(one) if one != "." else OUTSIDE for one in letters]), names


def quota(
    rule: str, letters: str, lower: int = 0, upper: int = 99, weight: Sequence[int] | None = None
) -> Quota:
    """Return a quota with the same bounds in every group."""
    group, names = groups(letters)
    low, high = np.full(len(names), lower), np.full(len(names), upper)
    return Quota(rule, group, (names,), low, high, None if weight is None else array(weight))


def total(name: str, sense: Sense, column: Sequence[int]) -> Goal:
    """Return the goal of a column's sum."""
    return Goal(name, sense, array(column))


def steps(name: str, sense: Sense, letters: str, *width_value: tuple[int, int]) -> Goal:
    """Return the goal of a count whose groups all have these steps: how wide, what each adds."""
    group, names = groups(letters)
    width, value = (array(side) for side in zip(*width_value, strict=True))
    every = np.arange(len(names))
    count = Count(
        group,
        (names,),
        np.repeat(every, len(width)),
        np.tile(width, len(names)),
        np.tile(value, len(names)),
    )
    return Goal(name, sense, count)


def distinct(name: str, letters: str) -> Goal:
    """Return the goal of the most groups with at least one option chosen."""
    return steps(name, "max", letters, (1, 1), (99, 0))


def problem(*parts: Quota | Goal) -> Problem:
    """Return the problem of its quotas and goals."""
    quotas = tuple(part for part in parts if isinstance(part, Quota))
    goals = tuple(part for part in parts if isinstance(part, Goal))
    return Problem(len(quotas[0].group), quotas, goals)
