"""The peers: general solvers that take the problem as it is, goal after goal.

Each is set up from the model's arrays, keeps its model from goal to goal where it can, and is told
of a settled goal by one more row. Settings are the solvers' own, but for a gap of nothing: a
proved optimum is asked for, as of ours.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from scipy import sparse

from planner.allocation.problem import IntArray
from tests.bench.model import Model


class Peer(Protocol):
    """A solver at work on one model."""

    def best(self, cost: IntArray, seconds: float) -> IntArray | None:
        """Return a proved best x (whole numbers, one per column), None where time ran out."""
        ...

    def settle(self, cost: IntArray, value: int) -> None:
        """Hold the costs to at most `value` from now on."""
        ...


class Highs:
    """HiGHS as SciPy has it: stateless, so every goal is a new call."""

    def __init__(self, model: Model) -> None:
        self._model = model
        shape = (len(model.row_lower), model.columns)
        entries = (model.value, model.column, model.start)
        self._rows: list[Any] = [sparse.csr_array(entries, shape=shape)]
        self._sides = [(model.row_lower, model.row_upper)]

    def best(self, cost: IntArray, seconds: float) -> IntArray | None:
        """Solve with all rows so far."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        lower: Any = np.concatenate([side[0] for side in self._sides])
        upper: Any = np.concatenate([side[1] for side in self._sides])
        bound: Any = self._model.upper
        rows = LinearConstraint(sparse.vstack(self._rows, format="csc"), lower, upper)
        answer = milp(
            cost,
            integrality=np.ones(self._model.columns),
            bounds=Bounds(0, bound),
            constraints=rows,
            options={"time_limit": seconds, "mip_rel_gap": 0.0},
        )
        return None if answer.status != 0 else _whole(answer.x)

    def settle(self, cost: IntArray, value: int) -> None:
        """Add a row."""
        self._rows.append(sparse.csr_array(cost[None, :]))
        self._sides.append((np.array([-np.inf]), np.array([value])))


class CpSat:
    """CP-SAT on every core, each search starting from the plan of the goal before."""

    def __init__(self, model: Model) -> None:
        from ortools.sat.python import cp_model

        self._cp = cp_model
        self._model = cp_model.CpModel()
        self._x = [self._model.new_int_var(0, upper, "") for upper in model.upper.tolist()]
        lower, upper = model.row_lower.tolist(), model.row_upper.tolist()
        for row, (first, end) in enumerate(pairwise(model.start.tolist())):
            total = self._sum(model.column[first:end], model.value[first:end])
            self._model.add_linear_constraint(total, lower[row], upper[row])

    def best(self, cost: IntArray, seconds: float) -> IntArray | None:
        """Search from the last hint."""
        self._model.minimize(self._cost(cost))
        solver = self._cp.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        if solver.solve(self._model) != self._cp.OPTIMAL:
            return None
        x = np.array([solver.value(variable) for variable in self._x])
        self._model.clear_hints()
        for variable, value in zip(self._x, x.tolist(), strict=True):
            self._model.add_hint(variable, value)
        return x

    def settle(self, cost: IntArray, value: int) -> None:
        """Add a row."""
        self._model.add(self._cost(cost) <= value)

    def _cost(self, cost: IntArray) -> Any:
        priced = np.flatnonzero(cost)
        return self._sum(priced, cost[priced])

    def _sum(self, columns: IntArray, values: IntArray) -> Any:
        variables = [self._x[column] for column in columns.tolist()]
        return self._cp.LinearExpr.weighted_sum(variables, values.tolist())


class Scip:
    """SCIP; it keeps the plans found from goal to goal."""

    def __init__(self, model: Model) -> None:
        pyscipopt = import_module("pyscipopt")  # an extra: it may not be there
        self._sum = pyscipopt.quicksum
        self._model = pyscipopt.Model()
        self._model.hideOutput()
        self._x = [self._model.addVar(vtype="I", lb=0, ub=up) for up in model.upper.tolist()]
        column, value = model.column.tolist(), model.value.tolist()
        lower, upper = model.row_lower.tolist(), model.row_upper.tolist()
        for row, (first, end) in enumerate(pairwise(model.start.tolist())):
            entries = zip(column[first:end], value[first:end], strict=True)
            self._add(self._total(entries), lower[row], upper[row])

    def best(self, cost: IntArray, seconds: float) -> IntArray | None:
        """Optimise, starting from the plans known."""
        self._model.setObjective(self._costs(cost), "minimize")
        self._model.setParam("limits/time", seconds)
        self._model.optimize()
        if self._model.getStatus() != "optimal":
            return None
        x = _whole(np.array([self._model.getVal(variable) for variable in self._x]))
        self._model.freeTransform()
        return x

    def settle(self, cost: IntArray, value: int) -> None:
        """Add a row."""
        self._model.addCons(self._costs(cost) <= value)

    def _add(self, total: Any, lower: int, upper: int) -> None:
        if lower == upper:
            self._model.addCons(total == lower)
        else:
            self._model.addCons(lower <= (total <= upper))

    def _costs(self, cost: IntArray) -> Any:
        priced = np.flatnonzero(cost)
        return self._total(zip(priced.tolist(), cost[priced].tolist(), strict=True))

    def _total(self, entries: Iterable[tuple[int, int]]) -> Any:
        return self._sum(value * self._x[column] for column, value in entries)


def _whole(x: Any) -> IntArray:
    return np.rint(x).astype(np.int64)


PEERS: dict[str, Callable[[Model], Peer]] = {"highs": Highs, "cpsat": CpSat, "scip": Scip}
