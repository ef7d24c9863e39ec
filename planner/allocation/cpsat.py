"""CP-SAT for one goal over a system: where the linear relaxation does not settle it.

One worker and a fixed seed, so that the same input is searched the same way. The search runs in a
thread of its own: an interrupt stops it at once and is passed on.
"""

import threading
import time
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from ortools.sat.python import cp_model

from planner.allocation.interrupt import go_on
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray
from planner.errors import SolverError

LARGEST_ROW = 2**31
"""CP-SAT 9.15 can call a wrong optimum optimal where a row's coefficients come to more than this
(OR-tools issue 5293)."""


PATIENCE = 30.0
"""How long one search may take where no limit is given, in CP-SAT's deterministic time (about
seconds): it ends at the same place on any machine."""


_FEW = 300
"""Of so many open columns an x is found, or that there is none, sooner without presolve."""

_TICK = 0.01
"""So often, in seconds, it is looked whether a search is still wanted."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The `end` on the clock (None: there is none), and the `patience` of each search without.

    `patience` is in deterministic time (about seconds): a search ends at the same place on any
    machine.
    """

    end: float | None
    patience: float

    @classmethod
    def of(cls, seconds: float | None, patience: float | None) -> Self:
        """Return the limit of so many seconds from now, if any."""
        end = None if seconds is None else time.monotonic() + seconds
        return cls(end, PATIENCE if patience is None else patience)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The best x the search met (None: there is none at all), and the cost's proved bound."""

    x: IntArray | None
    bound: int


def search(
    system: System, cost: IntArray | None, least: int | None, hint: IntArray | None, limit: Limit
) -> Found:
    """Return the x of least cost within the system, or any x without a cost.

    `least` is a bound known to hold; `hint` is where to start from. Where that is an x of the
    system it stands if the time ends with nothing better. Raises `SolverError` where the time ends
    with neither an x nor a proof that there is none.
    """
    search_ = _Search(system, cost)
    solver = _solver(limit, any_x=cost is None, few=search_.size <= _FEW)
    status = search_.run(solver, least, hint)
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


def search_large(
    system: System, cost: IntArray, least: int, hint: IntArray | None, limit: Limit
) -> Found:
    """Return the same as `search`, for costs that come to more than CP-SAT can be trusted with.

    They are written in two digits, cost = high·base + low. After the high ones alone the
    whole is asked for as what it is above that: one more column t counts how much the high digits
    exceed their bound, and base·t + low is small.
    """
    open_ = system.lower < system.upper
    excess = int(np.abs(cost[open_]).sum()) // LARGEST_ROW
    if not excess:
        return search(system, cost, least, hint, limit)
    bits = excess.bit_length()
    high, columns = cost >> bits, len(cost)
    rough = search(system, high, least >> bits, hint, limit)
    if rough.x is None or int((cost - (high << bits))[open_].sum()) >= LARGEST_ROW // 2:
        return replace(rough, bound=max(least, rough.bound << bits))
    above = (int(cost @ rough.x) >> bits) - rough.bound
    wider = system.with_goal(high, rough.bound + above).with_column(above, -1)
    wider = replace(wider, row_lower=np.r_[system.row_lower, rough.bound])
    wider = replace(wider, row_upper=np.r_[system.row_upper, rough.bound])
    digits = np.r_[cost - (high << bits), 1 << bits]
    x, base = np.r_[rough.x, int(high @ rough.x) - rough.bound], rough.bound << bits
    found = search(wider, digits, max(least - base, 0), x, limit)
    assert found.x is not None, "the hint is one"
    return Found(found.x[:columns], max(least, base + found.bound))


class _Search:
    """A system as a CP-SAT model: fixed columns are constants, the others variables."""

    def __init__(self, system: System, cost: IntArray | None) -> None:
        self._system, self._cost = system, cost
        self._model = cp_model.CpModel()
        self._open = np.flatnonzero(system.lower < system.upper)
        self._variables = [
            self._model.new_int_var(int(system.lower[at]), int(system.upper[at]), "")
            for at in self._open
        ]
        self._place = np.full(len(system.lower), -1)
        self._place[self._open] = np.arange(len(self._open))
        self._add_rows()

    @property
    def size(self) -> int:
        """How many columns are open."""
        return len(self._open)

    def run(
        self, solver: cp_model.CpSolver, least: int | None, hint: IntArray | None
    ) -> cp_model.CpSolverStatus:
        """Search, and return the status; the solver has the values."""
        if self._cost is not None:
            fixed = self._cost * np.where(self._place < 0, self._system.lower, 0)
            priced = np.flatnonzero((self._place >= 0) & (self._cost != 0))
            expression, constant = self._sum(priced, self._cost[priced]), int(fixed.sum())
            if least is not None:
                self._model.add(expression >= least - constant)
            self._model.minimize(expression + constant)
        if hint is not None:
            for variable, value in zip(self._variables, hint[self._open].tolist(), strict=True):
                self._model.add_hint(variable, value)
        return _apart(solver, self._model)

    def values(self, solver: cp_model.CpSolver) -> IntArray:
        """Return every column's value."""
        x = self._system.lower.copy()
        x[self._open] = [solver.value(variable) for variable in self._variables]
        return x

    def _add_rows(self) -> None:
        """Add the rows that the open columns can break, the fixed ones moved to their bounds."""
        system = self._system
        row, column, value = system.row, system.column, system.value
        lower, upper = system.lower[column], system.upper[column]
        fixed, size = (np.zeros(len(system.row_lower), np.int64) for _ in range(2))
        free = lower < upper
        np.add.at(fixed, row[~free], (value * lower)[~free])
        np.add.at(size, row[free], np.abs(value[free]))
        if size.max(initial=0) >= LARGEST_ROW:
            raise ValueError("a row's coefficients are too large for CP-SAT to be trusted with")
        low, high = system.row_lower - fixed, system.row_upper - fixed
        least, most = system.extremes()
        start = np.searchsorted(row[free], np.arange(len(low) + 1))
        column, value = column[free], value[free]
        for at in np.flatnonzero((least < system.row_lower) | (most > system.row_upper)):
            go_on()
            entries = slice(start[at], start[at + 1])
            expression = self._sum(column[entries], value[entries])
            self._model.add_linear_constraint(expression, int(low[at]), int(high[at]))

    def _sum(self, columns: IntArray, values: IntArray) -> cp_model.LinearExprT:
        """Return the sum of open columns times values."""
        places: list[int] = self._place[columns].tolist()
        variables = [self._variables[at] for at in places]
        linear: Any = cp_model.LinearExpr
        return linear.weighted_sum(variables, values.tolist())


def _solver(limit: Limit, *, any_x: bool, few: bool) -> cp_model.CpSolver:
    """Return a solver set for the kind of search, each as measured on yearly plans.

    Among many columns an x without a cost is found by several strategies in turn up to a hundred
    times sooner than by one.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.linearization_level = 1
    if any_x and few:
        solver.parameters.cp_model_presolve = False
        solver.parameters.cut_level = 0
        solver.parameters.use_sat_inprocessing = False
    solver.parameters.interleave_search = any_x and not few
    solver.parameters.cp_model_probing_level = 0 if any_x and not few else 2
    solver.parameters.catch_sigint_signal = False
    if limit.end is None:
        solver.parameters.max_deterministic_time = limit.patience
    else:
        solver.parameters.max_time_in_seconds = max(limit.end - time.monotonic(), 0.0)
    return solver


def _apart(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
    """Solve in a thread, so that an interrupt can stop the search and go on its way."""
    go_on()
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
        while not done.wait(_TICK):
            go_on()
    except KeyboardInterrupt:
        solver.stop_search()
        done.wait()
        raise
    if not answer:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="FAILED")
    return answer[0]
