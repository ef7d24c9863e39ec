"""Sifting: the cheapest circulation from few of the options, all others priced by its potentials.

Of very many options a best choice takes few. So the solver sees some of them, and the potentials of
what it finds price the rest: a way round through an option costs its own cost and the difference of
potential between its ends. Those that would gain go in as well, until none would: then no cycle
costs less than nothing, and what was found is the cheapest of all (Bixby et al., Very large-scale
linear programming, Operations Research 40, 1992).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from planner.allocation.circulation import Circulation
from planner.allocation.problem import IntArray

_AT_ONCE = 400
"""How many options go in together, at most."""

_FEW = 20_000
"""So many options are solved at once: sifting would take longer."""


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """One level's arcs between its nodes and their parents, and where they stand among all arcs.

    Side 1 leads up to the root, side -1 down from it.
    """

    place: slice
    child: IntArray
    parent: IntArray
    side: Literal[-1, 1]


def sifted(
    whole: Circulation, options: int, branches: Sequence[Branch], known: IntArray
) -> IntArray | None:
    """Return the flow of a cheapest circulation, or None where there is none.

    The first `options` arcs are the options, the others the branches: those of either side from
    fine to coarse. `known` are options (positions) with which a circulation may be possible.
    """
    open_ = np.flatnonzero(whole.upper[:options] > whole.lower[:options])
    if len(open_) <= _FEW:
        return whole.cheapest()
    tail, head, unit = whole.tail[open_], whole.head[open_], whole.unit[open_]
    some = whole.lower > 0
    some[known] = True
    more = open_[_promising(unit)]
    while True:
        some[more] = True
        reached = _reached(whole, some[:options], branches)
        for branch in branches:
            some[branch.place] |= reached[branch.child]
        arcs = np.flatnonzero(some)
        part = whole.take(arcs)
        found = part.cheapest()
        if found is None:
            return whole.cheapest()
        distance = part.to_root(found)
        _extend(distance, reached, whole, branches)
        price = unit + distance[head] - distance[tail]
        gaining = np.flatnonzero((price < 0) & ~some[open_])
        if not len(gaining):
            flow = whole.lower.copy()
            flow[arcs] = found
            return flow
        more = open_[gaining[_promising(price[gaining])]]


def _promising(price: IntArray) -> IntArray:
    """Return the positions of the lowest prices, and as many from all over: many can be alike."""
    half = _AT_ONCE // 2
    if len(price) <= _AT_ONCE:
        return np.arange(len(price))
    return np.r_[np.argpartition(price, half)[:half], : len(price) : 1 + len(price) // half]


def _reached(
    whole: Circulation, some: NDArray[np.bool_], branches: Sequence[Branch]
) -> NDArray[np.bool_]:
    """Return the nodes that some of the options lead to or from, and those above them."""
    reached = np.zeros(whole.size, bool)
    at = np.flatnonzero(some)
    reached[whole.tail[at]] = reached[whole.head[at]] = True
    for branch in branches:
        reached[branch.parent[reached[branch.child]]] = True
    return reached


def _extend(
    distance: IntArray,
    reached: NDArray[np.bool_],
    whole: Circulation,
    branches: Sequence[Branch],
) -> None:
    """Give the nodes that were not reached, from coarse to fine, their parents' distances."""
    far = whole.far()
    for branch in reversed(branches):
        here = np.flatnonzero(~reached[branch.child])
        child, parent = branch.child[here], branch.parent[here]
        closed = (whole.lower[branch.place] >= whole.upper[branch.place])[here]
        way = branch.side * distance[parent] + whole.unit[branch.place][here]
        nearest = np.full(whole.size, far)
        np.minimum.at(nearest, child, np.where(closed, far, way))
        distance[child] = branch.side * nearest[child]
