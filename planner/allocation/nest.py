"""Whether the levels are nested: two trees of groups, so that the problem is a flow.

Two levels are *nested* when each group of the one lies within a group of the other (or outside).
Where the levels can be dealt out to two sides, each a chain from fine to coarse, the options are
arcs from the one tree's leaves to the other's, and every extreme solution is integral (Schrijver,
Combinatorial Optimization, 2003, ch. 13: intersections of laminar families are totally unimodular).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.face import Level, levels_of
from planner.allocation.problem import OUTSIDE, IntArray, Problem

_BLOCK = 2**15
"""Options looked at together: they stay in the cache, and levels that cross mostly do so early."""

_OPEN = OUTSIDE - 1
"""The holder of a group that has had no option yet."""


@dataclass(frozen=True, slots=True)
class Nest:
    """The levels' positions on either side, from fine to coarse."""

    left: tuple[int, ...]
    right: tuple[int, ...]


def within(fine: IntArray, coarse: IntArray, size: int) -> bool:
    """Return whether each of the `size` groups of `fine` lies in one group of `coarse`.

    Options that `fine` does not see are passed over.
    """
    holder = np.full(size, _OPEN)
    for start in range(0, len(fine), _BLOCK):
        inner, outer = fine[start : start + _BLOCK], coarse[start : start + _BLOCK]
        seen = inner != OUTSIDE
        if not seen.all():
            inner, outer = inner[seen], outer[seen]
        held = holder[inner]
        holder[inner] = outer
        if not ((held == outer) | (held == _OPEN)).all() or (holder[inner] != outer).any():
            return False
    return True


class Order:
    """Which levels lie within which; each pair is looked at once, and levels alike as one."""

    def __init__(self, levels: tuple[Level, ...]) -> None:
        self._levels = levels
        self._like = [_first_like(at, levels) for at in range(len(levels))]
        self._known: dict[tuple[int, int], bool] = {}

    def within(self, fine: int, coarse: int) -> bool:
        """Return whether one level's groups lie within another's, and both count options."""
        key = self._like[fine], self._like[coarse]
        if key[0] == key[1]:
            return True
        if key not in self._known:
            a, b = self._levels[fine], self._levels[coarse]
            self._known[key] = (
                a.group is not None and b.group is not None and within(a.group, b.group, a.size)
            )
        return self._known[key]

    def nested(self, one: int, other: int) -> bool:
        """Return whether one of two levels lies within the other."""
        return self.within(one, other) or self.within(other, one)


def _first_like(at: int, levels: tuple[Level, ...]) -> int:
    """Return the first level with the same groups as one."""
    mine = levels[at]
    if mine.group is None:
        return at
    for before, other in enumerate(levels[:at]):
        if other.group is not None and np.array_equal(other.group, mine.group):
            return before
    return at


def nest_of(levels: tuple[Level, ...], order: Order) -> Nest | None:
    """Return how the levels nest, None where they don't.

    A level nests with none where an option is in several groups, or does not count 1.
    """
    side = _sides(range(len(levels)), levels, order)
    if side is None:
        return None
    chains = [_chain([at for at in side if side[at] == which], order) for which in (0, 1)]
    return Nest(chains[0], chains[1])


def nested_part(problem: Problem) -> Problem:
    """Return the problem with those of its quotas that nest with the ones before them."""
    levels = levels_of(problem)
    order, quotas, kept = Order(levels), problem.quotas, list[int]()
    counts = range(len(quotas), len(levels))
    for at in range(len(quotas)):
        if _sides((*kept, at, *counts), levels, order) is not None:
            kept.append(at)
    return replace(problem, quotas=tuple(quotas[at] for at in kept))


def _sides(some: Sequence[int], levels: tuple[Level, ...], order: Order) -> dict[int, int] | None:
    """Return the side of each of some levels (their positions), None where they don't nest."""
    if any(levels[at].group is None for at in some):
        return None
    side: dict[int, int] = {}
    for start in some:
        if start not in side and not _deal(start, some, order, side):
            return None
    return side


def _deal(start: int, some: Sequence[int], order: Order, side: dict[int, int]) -> bool:
    """Put a level on the left and those it crosses, directly or not, on alternate sides."""
    side[start] = 0
    queue = [start]
    while queue:
        one = queue.pop()
        for other in some:
            if other == one or order.nested(one, other):
                continue
            if other not in side:
                side[other] = 1 - side[one]
                queue.append(other)
            elif side[other] == side[one]:
                return False
    return True


def _chain(members: list[int], order: Order) -> tuple[int, ...]:
    """Return the levels from fine to coarse: a finer one lies within more of the others."""
    reach = {at: sum(order.within(at, other) for other in members) for at in members}
    return tuple(sorted(members, key=lambda at: (-reach[at], at)))
