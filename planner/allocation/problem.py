"""The problem: choose options so that every quota holds and the goals are met in order.

An *option* is a row that is chosen or not. A *quota* bounds the chosen options of every group of
one rule. A *goal* sums an integer column over the chosen options, or adds up a convex cost of how
many are chosen in each group. Goals are strictly ordered: a later one never costs an earlier one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Self

import numpy as np
import polars as pl
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
Sense = Literal["max", "min"]
Axes = tuple[Sequence[str], ...]

OUTSIDE = -1
"""The group of an option that a quota or a count does not see."""


def subject(axes: Axes, group: int) -> tuple[str, ...]:
    """Return the labels of one group: its place on each axis, the last axis running fastest."""
    places = np.unravel_index(group, tuple(len(axis) for axis in axes))
    return tuple(axis[int(place)] for axis, place in zip(axes, places, strict=True))


def name_of(labels: Iterable[str]) -> str:
    """Return one name for the labels of a group, and for other labels another one.

    A single `@` parts the labels; in them it is doubled.
    """
    return " @ ".join(label.replace("@", "@@") for label in labels)


@dataclass(frozen=True, slots=True, eq=False)
class Quota:
    """A lower and an upper bound on the chosen options of every group of one rule.

    `group` has one entry per option, `OUTSIDE` for none; `lower` and `upper` one per group; `axes`
    name the groups. With `weight` (one per option, >= 0) the bounds are on the chosen weights'
    sum instead of the number of options.
    """

    rule: str
    group: IntArray
    axes: Axes
    lower: IntArray
    upper: IntArray
    weight: IntArray | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """A cost of the number of chosen options in each group, as steps of constant marginal value.

    The three step arrays run together: the first `width` options chosen in group `step_group` add
    `step_value` each, then the group's next step follows. The widths of a group must reach the
    number of options that can be chosen in it.
    """

    group: IntArray
    axes: Axes
    step_group: IntArray
    step_width: IntArray
    step_value: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """What to make large or small: a column to sum or a count, and a constant to add."""

    name: str
    sense: Sense
    measure: IntArray | Count
    constant: int = 0

    def value(self, chosen: IntArray) -> int:
        """Return the goal's value for the chosen options (their positions)."""
        if not isinstance(self.measure, Count):
            return self.constant + int(self.measure[chosen].sum())
        count = self.measure
        group = count.group[chosen]
        number = np.bincount(group[group != OUTSIDE], minlength=_groups(count.axes))
        reached = np.clip(number[count.step_group] - _starts(count), 0, count.step_width)
        return self.constant + int((reached * count.step_value).sum())


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Options, quotas and goals: all there is to know before solving.

    Raises `ValueError` where shapes disagree, bounds contradict each other in a group, or a count
    is not convex in its goal's sense (it could then not be met step by step).
    """

    options: int
    quotas: tuple[Quota, ...]
    goals: tuple[Goal, ...]

    def __post_init__(self) -> None:
        for quota in self.quotas:
            _check_groups(quota.rule, quota.group, quota.axes, self.options)
            if len(quota.lower) != _groups(quota.axes) or len(quota.upper) != len(quota.lower):
                raise ValueError(f"quota {quota.rule}: one lower and upper bound per group")
            if (quota.lower > quota.upper).any():
                raise ValueError(f"quota {quota.rule}: a lower bound is above its upper bound")
        for goal in self.goals:
            if not isinstance(goal.measure, Count):
                if goal.measure.shape != (self.options,):
                    raise ValueError(f"goal {goal.name}: one entry per option")
                continue
            _check_groups(goal.name, goal.measure.group, goal.measure.axes, self.options)
            _check_convex(goal.name, goal.sense, goal.measure)

    def take(self, kept: IntArray) -> Self:
        """Return the same problem over some of its options (their positions)."""
        return type(self)(
            len(kept),
            tuple(_quota_take(quota, kept) for quota in self.quotas),
            tuple(_goal_take(goal, kept) for goal in self.goals),
        )

    def quota_table(self) -> pl.DataFrame:
        """Return every group of every quota: rule, subject, its options, lower, upper."""
        return pl.concat([_quota_frame(quota) for quota in self.quotas])

    def count(self, quota: Quota, chosen: IntArray) -> IntArray:
        """Return what is chosen in each group of a quota: options, or their weights."""
        group = quota.group[chosen]
        inside = group != OUTSIDE
        weight = None if quota.weight is None else quota.weight[chosen][inside]
        counted = np.bincount(group[inside], weight, minlength=len(quota.lower))
        return np.rint(counted).astype(np.int64)

    def allows(self, chosen: IntArray) -> bool:
        """Return whether a set of options (their positions) satisfies every quota."""
        return all(
            bool(((quota.lower <= count) & (count <= quota.upper)).all())
            for quota in self.quotas
            for count in (self.count(quota, chosen),)
        )


def _groups(axes: Axes) -> int:
    return int(np.prod([len(axis) for axis in axes], dtype=np.int64))


def _starts(count: Count) -> IntArray:
    """Return how many options a group has before each of its steps begins."""
    before = np.cumsum(count.step_width) - count.step_width
    first = np.r_[True, count.step_group[1:] != count.step_group[:-1]]
    return before - np.maximum.accumulate(np.where(first, before, 0))


def _check_groups(name: str, group: IntArray, axes: Axes, options: int) -> None:
    if group.shape != (options,):
        raise ValueError(f"{name}: one group per option")
    if options and not (group.min() >= OUTSIDE and group.max() < _groups(axes)):
        raise ValueError(f"{name}: groups run from 0 to the number of labels")


def _check_convex(name: str, sense: Sense, count: Count) -> None:
    group, value = count.step_group, count.step_value
    same = group[1:] == group[:-1]
    rising = value[1:] - value[:-1] if sense == "min" else value[:-1] - value[1:]
    if (group[1:] < group[:-1]).any() or (same & (rising < 0)).any():
        raise ValueError(f"goal {name}: steps are ordered by group and never get better")


def _quota_take(quota: Quota, kept: IntArray) -> Quota:
    weight = None if quota.weight is None else quota.weight[kept]
    return Quota(quota.rule, quota.group[kept], quota.axes, quota.lower, quota.upper, weight)


def _goal_take(goal: Goal, kept: IntArray) -> Goal:
    measure = goal.measure
    if isinstance(measure, Count):
        steps = (measure.step_group, measure.step_width, measure.step_value)
        return Goal(
            goal.name, goal.sense, Count(measure.group[kept], measure.axes, *steps), goal.constant
        )
    return Goal(goal.name, goal.sense, measure[kept], goal.constant)


def _quota_frame(quota: Quota) -> pl.DataFrame:
    inside = quota.group[quota.group != OUTSIDE]
    labels = ["/".join(subject(quota.axes, group)) for group in range(len(quota.lower))]
    return pl.DataFrame(
        {
            "rule": [quota.rule] * len(labels),
            "subject": labels,
            "options": np.bincount(inside, minlength=len(labels)),
            "lower": quota.lower,
            "upper": quota.upper,
        }
    )
