"""The linear relaxation of one goal, solved by GLOP and made exact.

The simplex works in floating point, and nothing of it is believed: its vertex is rounded and then
checked in integers, and its dual values become integer multipliers over a common scale, of which
only the bound that they re-add to counts.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

from planner.allocation.matrix import System
from planner.allocation.problem import IntArray

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
    model = mathopt.Model.from_model_proto(_proto(system, cost))
    result = mathopt.solve(model, mathopt.SolverType.GLOP)
    if result.termination.reason != mathopt.TerminationReason.OPTIMAL:
        return None
    vertex = np.fromiter(result.variable_values().values(), float)
    whole = np.rint(vertex)
    integral = bool(np.abs(vertex - whole).max(initial=0) < _NEAR)
    rows, scale = _to_integers(np.fromiter(result.dual_values().values(), float))
    return Relaxed(whole.astype(np.int64) if integral else None, rows, scale)


def _to_integers(dual: NDArray[np.float64]) -> tuple[IntArray, int]:
    """Return dual values as integers over the smallest scale that fits them all."""
    for scale in _SCALES:
        scaled = dual * scale
        if np.abs(scaled - np.rint(scaled)).max(initial=0) < _NEAR * scale:
            break
    return np.rint(dual * scale).astype(np.int64), scale


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
