"""The problem: choose options so that every quota holds and the goals are met in order.

An *option* is a row that is chosen or not. A *quota* bounds what is chosen in every group of one
rule. A *goal* sums an integer column over the chosen options, or adds up a convex cost of how many
are chosen in each group. Goals are strictly ordered: a later one never costs an earlier one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
Sense = Literal["max", "min"]
Key = tuple[str, ...]
"""The name of a group: one or more ids."""

OUTSIDE = -1
"""The group of an option that a count, or a builder of quotas, does not see."""


@dataclass(frozen=True, slots=True, eq=False)
class Quota:
    """A lower and an upper bound on what is chosen in every group of one rule.

    `option` and `group` have one entry per membership: an option may be in several groups of the
    rule, or in none, but in no group twice. `keys`, `lower` and `upper` have one entry per group.
    `weight`, one per membership and of either sign, is what the option counts there: 1 without.
    `build` makes quotas from a column of groups.
    """

    rule: str
    option: IntArray
    group: IntArray
    keys: Sequence[Key]
    lower: IntArray
    upper: IntArray
    weight: IntArray | None = None

    def sums(self, chosen: NDArray[np.bool_] | IntArray) -> IntArray:
        """Return what is chosen in each group, `chosen` being 0 or 1 for every option."""
        counted = chosen[self.option].astype(np.int64)
        if self.weight is not None:
            counted *= self.weight
        sums = np.zeros(len(self.lower), np.int64)
        np.add.at(sums, self.group, counted)
        return sums


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """A cost of the number of chosen options in each group, as steps of constant marginal value.

    `group` has one entry per option, `OUTSIDE` for none; `keys` one per group. The three step
    arrays run together: the first `width` options chosen in group `step_group` add `step_value`
    each, then the group's next step follows. The widths of a group must reach the number of options
    that can be chosen in it.
    """

    group: IntArray
    keys: Sequence[Key]
    step_group: IntArray
    step_width: IntArray
    step_value: IntArray

    def filled(self, chosen: IntArray) -> IntArray:
        """Return how far the chosen options (their positions) fill each step."""
        group = self.group[chosen]
        number = np.bincount(group[group != OUTSIDE], minlength=len(self.keys))
        before = np.cumsum(self.step_width) - self.step_width
        first = np.r_[True, self.step_group[1:] != self.step_group[:-1]]
        start = before - np.maximum.accumulate(np.where(first, before, 0))
        return np.clip(number[self.step_group] - start, 0, self.step_width)


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
        return self.constant + int((self.measure.filled(chosen) * self.measure.step_value).sum())

    def loss(self, before: int, after: int) -> int:
        """Return by how much a value is worse than one before, below 0 where it is better."""
        return before - after if self.sense == "max" else after - before


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Options, quotas and goals: all there is to know before solving.

    Raises `ValueError` where shapes disagree, two rules or goals (or two groups of one) share a
    name, bounds contradict each other in a group, or a count is not convex in its goal's sense (it
    could then not be met step by step).
    """

    options: int
    quotas: tuple[Quota, ...]
    goals: tuple[Goal, ...]

    def __post_init__(self) -> None:
        counted = [goal.name for goal in self.goals if isinstance(goal.measure, Count)]
        _check_unique("rules and counted goals", [*(q.rule for q in self.quotas), *counted])
        _check_unique("goals", [goal.name for goal in self.goals])
        for quota in self.quotas:
            _check_quota(quota, self.options)
        for goal in self.goals:
            if isinstance(goal.measure, Count):
                _check_count(goal, goal.measure, self.options)
            elif goal.measure.shape != (self.options,):
                raise ValueError(f"goal {goal.name}: one entry per option")

    def take(self, kept: IntArray) -> Self:
        """Return the same problem over some of its options (their positions)."""
        place = np.full(self.options, OUTSIDE)
        place[kept] = np.arange(len(kept))
        return type(self)(
            len(kept),
            tuple(_quota_take(quota, place) for quota in self.quotas),
            tuple(_goal_take(goal, kept) for goal in self.goals),
        )

    def count(self, quota: Quota, chosen: IntArray) -> IntArray:
        """Return what is chosen (positions) in each group of a quota: options, or their weights."""
        taken = np.zeros(self.options, bool)
        taken[chosen] = True
        return quota.sums(taken)

    def allows(self, chosen: IntArray) -> bool:
        """Return whether a set of options (their positions) satisfies every quota."""
        return all(
            bool(((quota.lower <= count) & (count <= quota.upper)).all())
            for quota in self.quotas
            for count in (self.count(quota, chosen),)
        )


def _check_unique(what: str, names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        raise ValueError(f"{what}: each has a name of its own, not {', '.join(names)}")


def _check_quota(quota: Quota, options: int) -> None:
    name = f"quota {quota.rule}"
    _check_keys(name, quota.keys)
    shapes = {quota.option.shape, quota.group.shape}
    if len(shapes) > 1 or (quota.weight is not None and quota.weight.shape not in shapes):
        raise ValueError(f"{name}: one option, group and weight per membership")
    if not len(quota.lower) == len(quota.upper) == len(quota.keys):
        raise ValueError(f"{name}: one key, lower and upper bound per group")
    if (quota.lower > quota.upper).any():
        raise ValueError(f"{name}: a lower bound is above its upper bound")
    if not len(quota.option):
        return
    if quota.option.min() < 0 or quota.option.max() >= options:
        raise ValueError(f"{name}: memberships are of options of the problem")
    if quota.group.min() < 0 or quota.group.max() >= len(quota.keys):
        raise ValueError(f"{name}: groups run from 0 to the number of keys")
    rising = quota.option[1:] > quota.option[:-1]
    if not rising.all():
        member = np.sort(quota.option * len(quota.keys) + quota.group)
        if (member[1:] == member[:-1]).any():
            raise ValueError(f"{name}: an option is in a group once")


def _check_count(goal: Goal, count: Count, options: int) -> None:
    name = f"goal {goal.name}"
    _check_keys(name, count.keys)
    if count.group.shape != (options,):
        raise ValueError(f"{name}: one group per option")
    for group, least in ((count.group, OUTSIDE), (count.step_group, 0)):
        if len(group) and not (group.min() >= least and group.max() < len(count.keys)):
            raise ValueError(f"{name}: groups run from 0 to the number of keys")
    group, value = count.step_group, count.step_value
    same = group[1:] == group[:-1]
    rising = value[1:] - value[:-1] if goal.sense == "min" else value[:-1] - value[1:]
    if (group[1:] < group[:-1]).any() or (same & (rising < 0)).any():
        raise ValueError(f"{name}: steps are ordered by group and never get better")


def _check_keys(name: str, keys: Sequence[Key]) -> None:
    if len(set(keys)) < len(keys) or () in keys:
        raise ValueError(f"{name}: each group has a key of its own, of one id or more")


def _quota_take(quota: Quota, place: IntArray) -> Quota:
    option = place[quota.option]
    kept = option != OUTSIDE
    if kept.all():
        return replace(quota, option=option)
    weight = None if quota.weight is None else quota.weight[kept]
    return replace(quota, option=option[kept], group=quota.group[kept], weight=weight)


def _goal_take(goal: Goal, kept: IntArray) -> Goal:
    measure = goal.measure
    if isinstance(measure, Count):
        return replace(goal, measure=replace(measure, group=measure.group[kept]))
    return replace(goal, measure=measure[kept])
