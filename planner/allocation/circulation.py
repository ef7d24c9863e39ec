"""Circulations: the cheapest one within bounds, and shortest ways in its residual network."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from planner.allocation.problem import IntArray
from planner.errors import SolverError

ROOT = 0
"""The node that every way leads from and to."""


@dataclass(frozen=True, slots=True, eq=False)
class Circulation:
    """Arcs between nodes numbered from 0 up to `size`, with the bounds and the cost of each."""

    size: int
    tail: IntArray
    head: IntArray
    lower: IntArray
    upper: IntArray
    unit: IntArray

    def take(self, arcs: IntArray) -> Self:
        """Return the same with some of the arcs (their positions)."""
        sides = (self.tail, self.head, self.lower, self.upper, self.unit)
        return type(self)(self.size, *(side[arcs] for side in sides))

    def far(self) -> int:
        """A length that no simple way reaches."""
        return (1 + int(np.abs(self.unit).max(initial=0))) * self.size

    def excess(self) -> IntArray:
        """Return what the lower bounds bring into each node, less what they take out."""
        at = np.flatnonzero(self.lower)
        lower = self.lower[at]
        into, out = (np.bincount(side[at], lower, self.size) for side in (self.head, self.tail))
        return (into - out).astype(np.int64)

    def cheapest(self) -> IntArray | None:
        """Return the flow on every arc, or None where there is none.

        Raises `SolverError` if the solver fails otherwise.
        """
        if (self.lower > self.upper).any():
            return None
        open_ = np.flatnonzero(self.upper > self.lower)
        tail, head, excess = self.tail[open_], self.head[open_], self.excess()
        met = excess != 0
        met[tail] = met[head] = True
        node = np.cumsum(met) - 1  # the solver sees no node without arcs
        solver: Any = SimpleMinCostFlow()
        solver.add_arcs_with_capacity_and_unit_cost(
            node[tail], node[head], (self.upper - self.lower)[open_], self.unit[open_]
        )
        solver.set_nodes_supplies(node[met], excess[met])
        status = solver.solve()
        if status == solver.INFEASIBLE:
            return None
        if status != solver.OPTIMAL:
            raise SolverError("solver.failed", solver="min_cost_flow", status=status.name)
        flow = self.lower.copy()
        flow[open_] += solver.flows(np.arange(len(open_)))
        return flow

    def from_anywhere(self, flow: IntArray) -> IntArray:
        """Return the length of the shortest way to each node in the residual network of a flow.

        Ways begin at any node, so that none is longer than 0.
        """
        tail, head, length = self._residual(flow)
        return _shortest(tail, head, length, np.zeros(self.size, np.int64))

    def to_root(self, flow: IntArray) -> IntArray:
        """Return the length of the shortest way from each node to the root, `far` for none."""
        tail, head, length = self._residual(flow)
        start = np.full(self.size, self.far())
        start[ROOT] = 0
        return _shortest(head, tail, length, start)

    def _residual(self, flow: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        """Return tails, heads and costs: arcs as far as the flow can still rise, or fall back."""
        forth, back = np.flatnonzero(flow < self.upper), np.flatnonzero(flow > self.lower)
        return (
            np.concatenate([self.tail[forth], self.head[back]]),
            np.concatenate([self.head[forth], self.tail[back]]),
            np.concatenate([self.unit[forth], -self.unit[back]]),
        )


def _shortest(tail: IntArray, head: IntArray, length: IntArray, distance: IntArray) -> IntArray:
    """Lower the distances as far as the arcs say (Bellman–Ford sweeps)."""
    if not len(head):
        return distance
    order = np.argsort(head, kind="stable")
    tail, head, length = tail[order], head[order], length[order]
    first = np.flatnonzero(np.r_[True, head[1:] != head[:-1]])
    target = head[first]
    for _ in range(len(distance) + 1):
        nearest = np.minimum.reduceat(distance[tail] + length, first)
        nearest = np.minimum(nearest, distance[target])
        if (nearest == distance[target]).all():
            return distance
        distance[target] = nearest
    raise SolverError("solver.failed", solver="min_cost_flow", status="NEGATIVE_CYCLE")
