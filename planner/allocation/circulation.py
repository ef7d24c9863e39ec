"""Circulations: the cheapest one within bounds, and shortest ways in its residual network."""

from dataclasses import dataclass
from typing import Any

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

        Ways begin at any node, so that none is longer than 0 (Bellman–Ford sweeps).
        """
        forth, back = np.flatnonzero(flow < self.upper), np.flatnonzero(flow > self.lower)
        tail = np.concatenate([self.tail[forth], self.head[back]])
        head = np.concatenate([self.head[forth], self.tail[back]])
        length = np.concatenate([self.unit[forth], -self.unit[back]])
        distance = np.zeros(self.size, np.int64)
        if not len(head):
            return distance
        order = np.argsort(head, kind="stable")
        tail, head, length = tail[order], head[order], length[order]
        first = np.flatnonzero(np.r_[True, head[1:] != head[:-1]])
        target = head[first]
        for _ in range(self.size + 1):
            nearest = np.minimum.reduceat(distance[tail] + length, first)
            nearest = np.minimum(nearest, distance[target])
            if (nearest == distance[target]).all():
                return distance
            distance[target] = nearest
        raise SolverError("solver.failed", solver="min_cost_flow", status="NEGATIVE_CYCLE")
