"""The flow engine: a nested problem as a minimum-cost circulation, solved goal by goal.

One root; the left tree hangs down from it to the options, the right tree leads back up. Every
level's row is an arc between a group's node and its parent, with the row's bounds; a count's steps
are parallel arcs. A solution's potentials (shortest distances in the residual network; Ahuja,
Magnanti, Orlin, Network Flows, 1993, ch. 9) give each row its multiplier: the difference of
potential along its arc.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.max_flow import SimpleMaxFlow

from planner.allocation.circulation import ROOT, Circulation
from planner.allocation.face import Cost, Face, Level, Multipliers
from planner.allocation.interrupt import go_on
from planner.allocation.nest import Nest
from planner.allocation.problem import OUTSIDE, IntArray
from planner.errors import SolverError

Crossing = tuple[int, int, Literal["lower", "upper"]]
"""A bound of a cut: the level, its row, the side."""


@dataclass(frozen=True, slots=True, eq=False)
class _Arcs:
    """Arcs of one kind: where each goes, and the row (or step) of its level it stands for."""

    tail: IntArray
    head: IntArray
    row: IntArray


class Network:
    """The circulation of a nested problem; solves one goal on a face."""

    def __init__(self, levels: tuple[Level, ...], options: int, nest: Nest) -> None:
        self._levels = levels
        self._options = options
        self._node, self._size = _number_nodes(levels)
        self._parent = [np.full(level.size, ROOT) for level in levels]
        left_leaf = self._hang(nest.left, options)
        right_leaf = self._hang(nest.right, options)
        self._arcs = [_Arcs(left_leaf, right_leaf, np.arange(options))]
        self._left = frozenset(nest.left)
        self._arcs += [self._level_arcs(at) for at in range(len(levels))]
        self._tail = np.concatenate([arcs.tail for arcs in self._arcs])
        self._head = np.concatenate([arcs.head for arcs in self._arcs])

    @property
    def size(self) -> int:
        """How many nodes there are, numbered from 0."""
        return self._size

    @property
    def ends(self) -> tuple[IntArray, IntArray]:
        """The tail and the head of every arc: the options' first, then level by level."""
        return self._tail, self._head

    def spread(self, option: IntArray, rows: Sequence[IntArray | None]) -> IntArray:
        """Return arc by arc what is said of each option and of each level's rows or steps.

        None stands for zeros.
        """
        levels = [
            np.zeros(len(arcs.row), np.int64) if row is None else row[arcs.row]
            for arcs, row in zip(self._arcs[1:], rows, strict=True)
        ]
        return np.concatenate([option, *levels])

    def solve(self, face: Face, cost: Cost) -> tuple[IntArray, Multipliers] | None:
        """Return a best choice of options on the face (0 or 1 each) and the goal's multipliers.

        No group without options may ask for any. None where no choice is possible. Raises
        `SolverError` if the solver fails otherwise.
        """
        go_on()
        unit = self.spread(cost.option, cost.step)
        arcs = Circulation(self._size, self._tail, self._head, *self._bounds(face), unit)
        flow = arcs.cheapest()
        if flow is None:
            return None
        rows = self._multipliers(arcs.from_anywhere(flow))
        return flow[: self._options], Multipliers(tuple(rows))

    def cut(self, face: Face) -> list[Crossing]:
        """Return the level, row and side of the bounds that no circulation can satisfy together."""
        starved: list[Crossing] = [
            (at, int(row), "lower")
            for at, (node, lower) in enumerate(zip(self._node, face.level_lower, strict=True))
            for row in np.flatnonzero((node == OUTSIDE) & (lower > 0))
        ]
        if starved:
            return starved[:1]
        lower, upper = self._bounds(face)
        beyond = self._reach(lower, upper)
        tail, head = beyond[self._tail], beyond[self._head]
        out, into = tail & ~head, head & ~tail & (lower > 0)
        found: list[Crossing] = []
        first = self._options
        for at, arcs in enumerate(self._arcs[1:]):
            here = slice(first, first + len(arcs.row))
            found.extend((at, int(row), "upper") for row in arcs.row[out[here]])
            found.extend((at, int(row), "lower") for row in arcs.row[into[here]])
            first += len(arcs.row)
        return found

    def _reach(self, lower: IntArray, upper: IntArray) -> NDArray[np.bool_]:
        """Return the nodes that what the lower bounds bring in can still reach: a minimum cut."""
        excess = Circulation(self._size, self._tail, self._head, lower, upper, lower).excess()
        source, sink = self._size, self._size + 1
        rich, poor = np.flatnonzero(excess > 0), np.flatnonzero(excess < 0)
        solver: Any = SimpleMaxFlow()
        solver.add_arcs_with_capacity(self._tail, self._head, np.maximum(upper - lower, 0))
        solver.add_arcs_with_capacity(np.full(len(rich), source), rich, excess[rich])
        solver.add_arcs_with_capacity(poor, np.full(len(poor), sink), -excess[poor])
        status = solver.solve(source, sink)
        if status != solver.OPTIMAL:
            raise SolverError("solver.failed", solver="max_flow", status=status.name)
        reached = np.zeros(self._size + 2, bool)
        reached[solver.get_source_side_min_cut()] = True
        return reached[: self._size]

    def _hang(self, chain: tuple[int, ...], options: int) -> IntArray:
        """Link each level of a side to the next coarser one; return each option's leaf."""
        above = np.full(options, ROOT)
        for at in reversed(chain):
            level = self._levels[at]
            self._parent[at][level.row] = above[level.option]
            above[level.option] = self._node[at][level.row]
        return above

    def _level_arcs(self, at: int) -> _Arcs:
        level = self._levels[at]
        used = np.flatnonzero(self._node[at] != OUTSIDE)
        group = used
        if level.step_group is not None:
            used = np.flatnonzero(self._node[at][level.step_group] != OUTSIDE)
            group = level.step_group[used]
        node, parent = self._node[at][group], self._parent[at][group]
        return _Arcs(parent, node, used) if at in self._left else _Arcs(node, parent, used)

    def _bounds(self, face: Face) -> tuple[IntArray, IntArray]:
        option_lower = np.zeros(self._options, np.int64)
        option_upper = np.zeros(self._options, np.int64)
        option_lower[face.active], option_upper[face.active] = face.lower, face.upper
        lower = self.spread(option_lower, face.level_lower)
        return lower, self.spread(option_upper, face.level_upper)

    def _multipliers(self, potential: IntArray) -> list[IntArray]:
        """Return each row's multiplier: what the potential rises along the row's arc."""
        found: list[IntArray] = []
        for at, level in enumerate(self._levels):
            rows = np.zeros(level.size, np.int64)
            used = np.flatnonzero(self._node[at] != OUTSIDE)
            rise = potential[self._node[at][used]] - potential[self._parent[at][used]]
            rows[used] = -rise if at in self._left else rise
            found.append(rows)
        return found


def _number_nodes(levels: tuple[Level, ...]) -> tuple[list[IntArray], int]:
    """Number the groups that have options, level by level, after the root."""
    numbers, size = list[IntArray](), ROOT + 1
    for level in levels:
        number = np.full(level.size, OUTSIDE)
        seen = np.zeros(level.size, bool)
        seen[level.row] = True
        used = np.flatnonzero(seen)
        number[used] = size + np.arange(len(used))
        size += len(used)
        numbers.append(number)
    return numbers, size
