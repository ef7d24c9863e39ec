"""Shortest distances for several goals at once, the earlier goal before the later.

Costs are vectors, an entry per goal, compared in order. They are packed into *lanes*, 64-bit
numbers in a mixed radix wide enough for every simple path, so that comparing lanes one after the
other compares the vectors, exactly. A lane's distances come from Bellman–Ford sweeps over arrays,
for all targets together; the next lane's only from the arcs that are tight in every lane before.

First the network is made small. A node with one way out stands for where that leads; a target with
one way in for where that comes from; of parallel arcs the cheapest is enough (Ahuja, Magnanti,
Orlin, Network Flows, 1993, ch. 5 for the distances).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import IntArray

_WIDEST = 2**60
"""A lane's sums lie between plus and minus half of this."""

_FAR = 2**62
"""The distance of what can't be reached: still beyond `_WIDEST` with a sum added or taken."""


class NegativeCycleError(ValueError):
    """A cycle costs less than nothing: there are no shortest distances."""


class Lanes:
    """How vectors are packed: `limits` are the greatest absolute sums of each entry.

    Raises `OverflowError` where one entry alone is too wide.
    """

    def __init__(self, limits: Sequence[int]) -> None:
        self._limits = limits
        self._lanes: list[list[int]] = [[]]
        width = 1
        for entry, limit in enumerate(limits):
            radix = 2 * limit + 1
            if radix > _WIDEST:
                raise OverflowError("costs too large for exact sums")
            if width * radix > _WIDEST:
                self._lanes.append([])
                width = 1
            self._lanes[-1].append(entry)
            width *= radix

    def pack(self, vectors: Sequence[IntArray]) -> IntArray:
        """Return the lanes, one a row, of vectors given entry by entry."""
        lanes = np.zeros((len(self._lanes), len(vectors[0]) if vectors else 0), np.int64)
        for lane, entries in zip(lanes, self._lanes, strict=True):
            for entry in entries:
                lane *= 2 * self._limits[entry] + 1
                lane += vectors[entry]
        return lanes

    def unpack(self, lanes: IntArray) -> IntArray:
        """Return the vectors, one a row, that were packed or added up to the lanes."""
        vectors = np.zeros((lanes.shape[1], len(self._limits)), np.int64)
        for lane, entries in zip(lanes, self._lanes, strict=True):
            rest = lane
            for entry in reversed(entries):
                limit = self._limits[entry]
                digit = (rest + limit) % (2 * limit + 1) - limit
                vectors[:, entry] = digit
                rest = (rest - digit) // (2 * limit + 1)
            assert not rest.any(), "sums stay within their limits"
        return vectors


@dataclass(frozen=True, slots=True, eq=False)
class Arcs:
    """A network's arcs; `cost` has a row per lane."""

    tail: IntArray
    head: IntArray
    cost: IntArray

    def turned(self) -> "Arcs":
        """Return the arcs the other way round."""
        return Arcs(self.head, self.tail, self.cost)

    def least(self) -> "Arcs":
        """Return of parallel arcs the cheapest, sorted by tail, and no loops."""
        order = np.lexsort((*self.cost[::-1], self.head, self.tail))
        tail, head = self.tail[order], self.head[order]
        new = np.r_[True, (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])][: len(order)]
        kept = order[new & (tail != head)]
        return Arcs(self.tail[kept], self.head[kept], self.cost[:, kept])


@dataclass(frozen=True, slots=True, eq=False)
class _Standing:
    """Which node each stands for, and what the way there costs (a row per lane)."""

    node: IntArray
    cost: IntArray


def distances(
    arcs: Arcs, size: int, source: IntArray, target: IntArray
) -> tuple[IntArray, NDArray[np.bool_]]:
    """Return the distance from each source to its target (lanes down), and whether there is a way.

    `source` and `target` run together and name nodes below `size`; nowhere to go costs nothing.
    Raises `NegativeCycleError` where one is met.
    """
    arcs, start = _contracted(arcs.least(), size, target)
    turned, end = _contracted(arcs.turned(), size, start.node[source])
    arcs = turned.turned().least()
    row, column = start.node[source], end.node[target]
    node, place = _numbered(arcs.tail, arcs.head, row, column)
    arcs = Arcs(place[arcs.tail], place[arcs.head], arcs.cost)
    into, which = np.unique(place[column], return_inverse=True)
    found, reached = list[IntArray](), np.ones(len(source), bool)
    tight: NDArray[np.bool_] | None = None
    for lane, cost in enumerate(arcs.cost):
        lengths = _sweep(arcs, cost, len(node), into, tight)
        taut = lengths[arcs.tail] == lengths[arcs.head] + cost[:, None]
        tight = taut if tight is None else tight & taut
        between = lengths[place[row], which]
        reached &= between < _FAR - _WIDEST
        found.append(between + start.cost[lane][source] + end.cost[lane][target])
    return np.stack(found), reached


def _numbered(*nodes: IntArray) -> tuple[IntArray, IntArray]:
    """Return the nodes that occur, and each one's place among them."""
    used = np.unique(np.concatenate(nodes))
    place = np.zeros(int(used.max(initial=0)) + 1, np.int64)
    place[used] = np.arange(len(used))
    return used, place


def _contracted(arcs: Arcs, size: int, kept: IntArray) -> tuple[Arcs, _Standing]:
    """Let every node with one way out, but for those kept, stand for where that leads.

    Ways are followed twice as far at each turn; what leads round in a circle stays as it is.
    """
    single = np.bincount(arcs.tail, minlength=size) == 1
    single[kept] = False
    way = np.flatnonzero(single[arcs.tail])
    node, total = np.arange(size), np.zeros((len(arcs.cost), size), np.int64)
    node[arcs.tail[way]] = arcs.head[way]
    total[:, arcs.tail[way]] = arcs.cost[:, way]
    for _ in range(size.bit_length()):
        more = np.flatnonzero(single[node])
        if not len(more):
            break
        total[:, more] += total[:, node[more]]
        node[more] = node[node[more]]
    stuck = single[node]
    node[stuck] = np.flatnonzero(stuck)
    total[:, stuck] = 0
    left = node[arcs.tail] == arcs.tail
    tail, head = arcs.tail[left], arcs.head[left]
    return Arcs(tail, node[head], arcs.cost[:, left] + total[:, head]), _Standing(node, total)


def _sweep(
    arcs: Arcs, cost: IntArray, size: int, into: IntArray, tight: NDArray[np.bool_] | None
) -> IntArray:
    """Return the distance from every node (down) to every target, over its tight arcs only."""
    length = np.full((size, len(into)), _FAR)
    length[into, np.arange(len(into))] = 0
    if not len(arcs.tail):
        return length
    first = np.flatnonzero(np.r_[True, arcs.tail[1:] != arcs.tail[:-1]])
    node = arcs.tail[first]
    for _ in range(size + 1):
        over = length[arcs.head] + cost[:, None]
        if tight is not None:
            over[~tight] = _FAR
        nearest = np.minimum(np.minimum.reduceat(over, first), length[node])
        if (nearest == length[node]).all():
            return length
        if nearest.min() < -_WIDEST:
            break
        length[node] = nearest
    raise NegativeCycleError
