"""Building quotas and goals from columns with one entry per option."""

from collections.abc import Iterable, Sequence

import numpy as np

from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Key, Quota


def groups_of(*columns: Iterable[object]) -> tuple[IntArray, tuple[Key, ...]]:
    """Return each option's group, and the groups' keys: options alike in all columns share one.

    Groups are numbered as they occur. An option with None in any column is `OUTSIDE`.
    """
    place: dict[Key, int] = {}
    group: list[int] = []
    for row in zip(*columns, strict=True):
        outside = any(part is None for part in row)
        group.append(OUTSIDE if outside else place.setdefault(tuple(map(str, row)), len(place)))
    return np.array(group, np.int64), tuple(place)


def at_most(rule: str, group: IntArray, keys: Sequence[Key], upper: IntArray | int) -> Quota:
    """Return the quota that at most so many options are chosen in each group."""
    return between(rule, group, keys, 0, upper)


def between(
    rule: str,
    group: IntArray,
    keys: Sequence[Key],
    lower: IntArray | int,
    upper: IntArray | int,
    weight: IntArray | None = None,
) -> Quota:
    """Return a quota from one group per option, `OUTSIDE` for none; one bound may do for all.

    `weight` has one entry per option.
    """
    option = np.flatnonzero(group != OUTSIDE)
    if len(option) < len(group):
        group, weight = group[option], None if weight is None else weight[option]
    low, high = _each(lower, len(keys)), _each(upper, len(keys))
    return Quota(rule, option, group, keys, low, high, weight)


def distinct(
    name: str, group: IntArray, keys: Sequence[Key], *, already: IntArray | None = None
) -> Goal:
    """Return the goal of the most groups with an option chosen.

    `already` says group by group how many are chosen beside these options: such a group counts in
    any case.
    """
    has = _each(0 if already is None else already, len(keys)) > 0
    width = np.stack([np.where(has, 0, 1), _every(group, keys)])
    return Goal(name, "max", _count(group, keys, width, (1, 0)), int(has.sum()))


def band(
    name: str,
    group: IntArray,
    keys: Sequence[Key],
    low: IntArray,
    high: IntArray,
    *,
    already: IntArray | None = None,
) -> Goal:
    """Return the goal of the least that groups have below `low` or above `high`, one a piece.

    `already` says group by group how many are chosen beside these options.
    """
    has = _each(0 if already is None else already, len(keys))
    lack, start = np.maximum(low - has, 0), np.maximum(has - high, 0)
    room = np.maximum(high - np.maximum(low, has), 0)
    width = np.stack([lack, room, _every(group, keys)])
    return Goal(name, "min", _count(group, keys, width, (-1, 0, 1)), int((lack + start).sum()))


def _each(bound: IntArray | int, groups: int) -> IntArray:
    return np.full(groups, bound) if isinstance(bound, int) else bound


def _every(group: IntArray, keys: Sequence[Key]) -> IntArray:
    """Return how many options each group has."""
    return np.bincount(group[group != OUTSIDE], minlength=len(keys)).astype(np.int64)


def _count(group: IntArray, keys: Sequence[Key], width: IntArray, value: tuple[int, ...]) -> Count:
    """Return a count whose groups all have steps of the same values; `width` is a row per step."""
    steps, groups = int(width.shape[0]), int(width.shape[1])
    order = np.repeat(np.arange(groups), steps)
    return Count(group, keys, order, width.T.ravel(), np.tile(np.array(value), groups))
