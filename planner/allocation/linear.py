"""The linear relaxation of one goal, solved by GLOP and made exact.

The simplex works in floating point, and nothing of it is believed: its vertex is rounded and then
checked in integers, and its dual values become integer multipliers over a common scale, of which
only the bound that they re-add to counts.

GLOP is called with whole arrays through MathOpt's core: its modelling layer would take eight times
as long as the simplex to read the answer, variable by variable.
"""

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import (  # pyright: ignore[reportMissingTypeStubs]
    callback_pb2,
    model_parameters_pb2,
    model_pb2,
    parameters_pb2,
    result_pb2,
    sparse_containers_pb2,
)
from ortools.math_opt.core.python import solver  # pyright: ignore[reportMissingTypeStubs]

from planner.allocation.matrix import System
from planner.allocation.problem import IntArray

_SOLVE: Any = cast(Any, solver).solve
_NEAR = 1e-6
_SCALES = (*range(1, 65), 5_040, 720_720)
"""Common denominators tried for the dual values; the last serves where none fits."""


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """The vertex where it is integral (else None), and multipliers of the rows over a scale."""

    vertex: IntArray | None
    rows: IntArray
    scale: int


def relax(system: System, cost: IntArray) -> Relaxed | None:
    """Return the relaxation's vertex and multipliers; None where GLOP finds no optimum."""
    result = _SOLVE(
        _proto(system, cost),
        parameters_pb2.SOLVER_TYPE_GLOP,
        parameters_pb2.SolverInitializerProto(),
        parameters_pb2.SolveParametersProto(),
        model_parameters_pb2.ModelSolveParametersProto(),
        None,
        callback_pb2.CallbackRegistrationProto(),
        None,
        None,
    )
    if result.termination.reason != result_pb2.TERMINATION_REASON_OPTIMAL:
        return None
    best = result.solutions[0]
    vertex = _dense(best.primal_solution.variable_values, len(cost))
    whole = np.rint(vertex)
    integral = bool(np.abs(vertex - whole).max(initial=0) < _NEAR)
    rows, scale = _to_integers(_dense(best.dual_solution.dual_values, len(system.row_lower)))
    return Relaxed(whole.astype(np.int64) if integral else None, rows, scale)


def _dense(values: sparse_containers_pb2.SparseDoubleVectorProto, size: int) -> NDArray[np.float64]:
    """Return a sparse vector whole."""
    dense = np.zeros(size)
    dense[np.fromiter(values.ids, np.int64)] = np.fromiter(values.values, np.float64)
    return dense


def _to_integers(dual: NDArray[np.float64]) -> tuple[IntArray, int]:
    """Return dual values as integers over the smallest scale that fits them all."""
    fitting = (scale for scale in _SCALES if _fits(dual * scale, _NEAR * scale))
    scale = next(fitting, _SCALES[-1])
    return np.rint(dual * scale).astype(np.int64), scale


def _fits(scaled: NDArray[np.float64], near: float) -> bool:
    return bool(np.abs(scaled - np.rint(scaled)).max(initial=0) < near)


def _proto(system: System, cost: IntArray) -> model_pb2.ModelProto:
    """Return the model, filled from whole arrays: adding it term by term would take longer."""
    model = model_pb2.ModelProto()
    model.variables.ids.extend(range(len(system.lower)))
    model.variables.lower_bounds.extend(system.lower.tolist())
    model.variables.upper_bounds.extend(system.upper.tolist())
    model.variables.integers.extend([False] * len(system.lower))
    model.linear_constraints.ids.extend(range(len(system.row_lower)))
    model.linear_constraints.lower_bounds.extend(system.row_lower.tolist())
    model.linear_constraints.upper_bounds.extend(system.row_upper.tolist())
    model.linear_constraint_matrix.row_ids.extend(system.row.tolist())
    model.linear_constraint_matrix.column_ids.extend(system.column.tolist())
    model.linear_constraint_matrix.coefficients.extend(system.value.tolist())
    priced = np.flatnonzero(cost)
    model.objective.linear_coefficients.ids.extend(priced.tolist())
    model.objective.linear_coefficients.values.extend(cost[priced].tolist())
    return model
