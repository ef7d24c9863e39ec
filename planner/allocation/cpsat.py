"""CP-SAT for one goal over a system: where the linear relaxation does not settle it.

One worker and a fixed seed, so that the same input is searched the same way. The search runs in a
thread of its own: an interrupt stops it at once and is passed on.
"""

import threading
from dataclasses import dataclass
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from planner.allocation.matrix import System
from planner.allocation.problem import IntArray
from planner.errors import SolverError

LARGEST_ROW = 2**31
"""CP-SAT 9.15 can call a wrong optimum optimal where a row's coefficients come to more than this
(OR-tools issue 5293)."""


PATIENCE = 30.0
"""How long one search may take where no limit is given, in CP-SAT's deterministic time (about
seconds): it ends at the same place on any machine."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The best x the search met (None: there is none at all), and the cost's proved bound."""

    x: IntArray | None
    bound: int


def search(
    system: System,
    cost: IntArray | None,
    least: int | None,
    hint: IntArray | None,
    seconds: float | None,
    patience: float = PATIENCE,
) -> Found:
    """Return the x of least cost within the system, or any x without a cost.

    `least` is a bound known to hold; `hint` is where to start from. Where that is an x of the
    system it stands if the time (seconds, or else `patience` of deterministic time) ends with
    nothing better. Raises `SolverError` where it ends with neither an x nor a proof that there is
    none.
    """
    search_ = _Search(system, cost)
    status, solver = search_.run(least, hint, seconds, patience)
    floor = least if least is not None else -LARGEST_ROW
    if status == cp_model.INFEASIBLE:
        return Found(None, floor)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        x = search_.values(solver)
    elif hint is not None and system.holds(hint):
        return Found(hint, floor)
    else:
        raise SolverError("solver.no_answer", solver="CP-SAT", status=solver.status_name(status))
    if cost is None:
        return Found(x, floor)
    value, bound = int(cost @ x), round(solver.best_objective_bound)
    return Found(x, value if status == cp_model.OPTIMAL else min(value, max(floor, bound)))


class _Search:
    """A system as a CP-SAT model: fixed columns are constants, the others variables."""

    def __init__(self, system: System, cost: IntArray | None) -> None:
        self._system, self._cost = system, cost
        self._model = cp_model.CpModel()
        self._open = np.flatnonzero(system.lower < system.upper)
        self._variable = {
            int(column): self._model.new_int_var(
                int(system.lower[column]), int(system.upper[column]), ""
            )
            for column in self._open
        }
        for row in range(len(system.row_lower)):
            self._add_row(row)

    def run(
        self, least: int | None, hint: IntArray | None, seconds: float | None, patience: float
    ) -> tuple[cp_model.CpSolverStatus, cp_model.CpSolver]:
        """Search, and return the status with the solver that has the values."""
        if self._cost is not None:
            constant, expression = self._linear(np.flatnonzero(self._cost), self._cost)
            if least is not None:
                self._model.add(expression >= least - constant)
            self._model.minimize(expression + constant)
        if hint is not None:
            for column, variable in self._variable.items():
                self._model.add_hint(variable, int(hint[column]))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.linearization_level = 2
        solver.parameters.catch_sigint_signal = False
        if seconds is None:
            solver.parameters.max_deterministic_time = patience
        else:
            solver.parameters.max_time_in_seconds = max(seconds, 0.0)
        return _apart(solver, self._model), solver

    def values(self, solver: cp_model.CpSolver) -> IntArray:
        """Return every column's value."""
        x = self._system.lower.copy()
        for column, variable in self._variable.items():
            x[column] = solver.value(variable)
        return x

    def _add_row(self, row: int) -> None:
        system = self._system
        entries = slice(system.row_start[row], system.row_start[row + 1])
        value = np.zeros(len(system.lower), np.int64)
        columns = system.column[entries]
        value[columns] = system.value[entries]
        free = system.lower[columns] < system.upper[columns]
        if int(np.abs(value[columns[free]]).sum()) >= LARGEST_ROW:
            raise ValueError("a row's coefficients are too large for CP-SAT to be trusted with")
        constant, expression = self._linear(columns, value)
        low, high = int(system.row_lower[row]) - constant, int(system.row_upper[row]) - constant
        self._model.add_linear_constraint(expression, low, high)

    def _linear(self, columns: IntArray, value: IntArray) -> tuple[int, cp_model.LinearExprT]:
        """Return the fixed columns' share of a sum, and the expression of the open ones."""
        fixed = columns[self._system.lower[columns] == self._system.upper[columns]]
        open_ = [int(column) for column in columns if int(column) in self._variable]
        linear: Any = cp_model.LinearExpr
        expression = linear.weighted_sum(
            [self._variable[column] for column in open_], [int(value[column]) for column in open_]
        )
        return int((value[fixed] * self._system.lower[fixed]).sum()), expression


def _apart(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
    """Solve in a thread, so that an interrupt can stop the search and go on its way."""
    answer: list[cp_model.CpSolverStatus] = []
    done = threading.Event()

    def search_on() -> None:
        try:
            answer.append(solver.solve(model))
        finally:
            done.set()

    thread = threading.Thread(target=search_on, daemon=True)
    thread.start()
    try:
        while not done.wait(0.1):
            pass
    except KeyboardInterrupt:
        solver.stop_search()
        done.wait()
        raise
    if not answer:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="FAILED")
    return answer[0]
