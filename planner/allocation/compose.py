"""Problems side by side: each with rules of its own, and rules that they share."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

import numpy as np

from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Key, Problem, Quota


@dataclass(frozen=True, slots=True, eq=False)
class Composed:
    """Several problems as one; `first` says where each one's options begin."""

    problem: Problem
    first: Mapping[str, int]
    options: Mapping[str, int]

    def of(self, part: str, chosen: IntArray) -> IntArray:
        """Return the chosen options (positions among all) of one part, as positions in it."""
        mine = chosen - self.first[part]
        return mine[(mine >= 0) & (mine < self.options[part])]


def compose(parts: Mapping[str, Problem], shared: Collection[str] = ()) -> Composed:
    """Return problems side by side, their options and their goals in the order of the parts.

    Groups of one key are one group in a `shared` rule, on which all parts must set the same bounds.
    Other rules of one name become one with keys that begin with the part's name, as the goals' do
    (`part.goal`). Raises `ValueError` where shared bounds differ.
    """
    sizes = {name: part.options for name, part in parts.items()}
    first = dict(zip(parts, accumulate(sizes.values(), initial=0), strict=False))
    rules = dict.fromkeys(quota.rule for part in parts.values() for quota in part.quotas)
    quotas = [
        _joined(
            rule,
            [
                _moved(quota, first[name], "" if rule in shared else name)
                for name, part in parts.items()
                for quota in part.quotas
                if quota.rule == rule
            ],
        )
        for rule in rules
    ]
    options = sum(sizes.values())
    goals = [
        _widened(goal, name, first[name], options)
        for name, part in parts.items()
        for goal in part.goals
    ]
    return Composed(Problem(options, tuple(quotas), tuple(goals)), first, sizes)


def _moved(quota: Quota, first: int, part: str) -> Quota:
    keys = tuple((part, *key) for key in quota.keys) if part else quota.keys
    return replace(quota, option=quota.option + first, keys=keys)


def _joined(rule: str, quotas: Sequence[Quota]) -> Quota:
    """Return quotas of different options as one: groups of the same key are one group."""
    place: dict[Key, int] = {}
    for key in chain.from_iterable(quota.keys for quota in quotas):
        place.setdefault(key, len(place))
    lower, upper = (np.full(len(place), OUTSIDE) for _ in range(2))
    groups = [np.array([place[key] for key in quota.keys], np.int64) for quota in quotas]
    for quota, group in zip(quotas, groups, strict=True):
        lower[group], upper[group] = quota.lower, quota.upper
    for quota, group in zip(quotas, groups, strict=True):
        if (lower[group] != quota.lower).any() or (upper[group] != quota.upper).any():
            raise ValueError(f"quota {rule}: those who share a group bound it alike")
    option = np.concatenate([quota.option for quota in quotas])
    member = [group[quota.group] for quota, group in zip(quotas, groups, strict=True)]
    weight = None
    if any(quota.weight is not None for quota in quotas):
        weights = (np.ones_like(q.option) if q.weight is None else q.weight for q in quotas)
        weight = np.concatenate([*weights])
    return Quota(rule, option, np.concatenate(member), tuple(place), lower, upper, weight)


def _widened(goal: Goal, part: str, first: int, options: int) -> Goal:
    """Return a goal of one part over all options, that counts nothing of the others."""
    some = goal.measure
    column = some.group if isinstance(some, Count) else some
    wide = np.full(options, OUTSIDE if isinstance(some, Count) else 0)
    wide[first : first + len(column)] = column
    measure = replace(some, group=wide) if isinstance(some, Count) else wide
    return replace(goal, name=f"{part}.{goal.name}", measure=measure)
