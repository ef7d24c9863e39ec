"""The linear relaxation of one goal, solved by GLOP and made exact.

The simplex works in floating point, and nothing of it is believed: its vertex is rounded and then
checked in integers, and its dual values become integer multipliers over a common scale, of which
only the bound that they re-add to counts.

GLOP is called with whole arrays through MathOpt's core: its modelling layer would take eight times
as long as the simplex to read the answer, variable by variable. A repeated field of its messages is
one run of bytes (protobuf.dev, "Encoding", packed repeated fields): floating-point numbers of eight
bytes each, whole ones as varints, seven bits a byte, the lowest first, the eighth telling that more
follow, be they noughts. Appending one by one would take ten times as long.
"""

from dataclasses import dataclass, replace
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

from planner.allocation.interrupt import go_on
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray

_SOLVE: Any = cast(Any, solver).solve
_AS_USUAL, _OFF = parameters_pb2.EMPHASIS_UNSPECIFIED, parameters_pb2.EMPHASIS_OFF
_LENGTH_DELIMITED, _BITS = 2, 7
_NEAR = 1e-6
_SCALES = (*range(1, 65), 5_040, 720_720)
"""Common denominators tried for the dual values; the last serves where none fits."""


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """The `point` as the simplex has it, and multipliers of the rows over a scale.

    `vertex` is the point where it is integral, else None.
    """

    point: NDArray[np.float64]
    vertex: IntArray | None
    rows: IntArray
    scale: int


def relax(system: System, cost: IntArray, presolve: bool = True) -> Relaxed | None:
    """Return the relaxation's vertex and multipliers; None where GLOP finds no optimum.

    Only open columns and the rows they are in are solved for; a row without any has multiplier 0.
    Without `presolve` what takes few steps of the simplex takes a fifth less time.
    """
    go_on()
    open_ = system.lower < system.upper
    entries = open_[system.column]
    seen, sums = np.zeros(len(system.row_lower), bool), system.sums(system.lower)
    seen[system.row[entries]] = True
    if (~seen & ((sums < system.row_lower) | (sums > system.row_upper))).any():
        return None
    columns, rows = np.flatnonzero(open_), np.flatnonzero(seen)
    result = _SOLVE(
        _proto(system, cost, columns, rows, entries),
        parameters_pb2.SOLVER_TYPE_GLOP,
        parameters_pb2.SolverInitializerProto(),
        parameters_pb2.SolveParametersProto(presolve=_AS_USUAL if presolve else _OFF),
        model_parameters_pb2.ModelSolveParametersProto(),
        None,
        callback_pb2.CallbackRegistrationProto(),
        None,
        None,
    )
    go_on()
    if result.termination.reason != result_pb2.TERMINATION_REASON_OPTIMAL:
        return None
    best = result.solutions[0]
    vertex = system.lower.astype(np.float64)
    _fill(vertex, columns, best.primal_solution.variable_values)
    dual = np.zeros(len(system.row_lower))
    _fill(dual, rows, best.dual_solution.dual_values)
    whole = np.rint(vertex)
    integral = bool(np.abs(vertex - whole).max(initial=0) < _NEAR)
    integers, scale = _to_integers(dual)
    return Relaxed(vertex, whole.astype(np.int64) if integral else None, integers, scale)


def rounded(system: System, dives: int = 30) -> IntArray | None:
    """Return an x of a system by diving, None where that meets none.

    At each turn the relaxation's columns that came out whole stay, and of the others the nearest
    to a whole number above does; what then can't hold ends the dive.
    """
    nothing = np.zeros_like(system.lower)
    for _ in range(dives):
        answer = relax(system, nothing)
        if answer is None:
            return None
        if answer.vertex is not None:
            return answer.vertex if system.holds(answer.vertex) else None
        near = np.rint(answer.point).astype(np.int64)
        off = np.abs(answer.point - near) >= _NEAR
        above = np.where(off, np.ceil(answer.point) - answer.point, np.inf)
        near[above.argmin()] = np.ceil(answer.point[above.argmin()])
        kept = ~off
        kept[above.argmin()] = True
        lower, upper = np.where(kept, near, system.lower), np.where(kept, near, system.upper)
        system = replace(system, lower=lower, upper=upper)
    return None


def _fill(
    dense: NDArray[np.float64],
    places: IntArray,
    values: sparse_containers_pb2.SparseDoubleVectorProto,
) -> None:
    """Put a vector's values in their places; it has one for each, noughts too."""
    dense[places] = np.fromiter(values.values, np.float64, len(places))


def _to_integers(dual: NDArray[np.float64]) -> tuple[IntArray, int]:
    """Return dual values as integers over the smallest scale that fits them all."""
    values = np.unique(dual)
    fitting = (scale for scale in _SCALES if _fits(values * scale, _NEAR * scale))
    scale = next(fitting, _SCALES[-1])
    return np.rint(dual * scale).astype(np.int64), scale


def _fits(scaled: NDArray[np.float64], near: float) -> bool:
    return bool(np.abs(scaled - np.rint(scaled)).max(initial=0) < near)


def _proto(
    system: System, cost: IntArray, open_: IntArray, rows: IntArray, entries: NDArray[np.bool_]
) -> model_pb2.ModelProto:
    """Return the model of some columns, rows and entries; fixed ones move the rows' bounds."""
    fixed = np.zeros(len(system.row_lower), np.int64)
    moved = system.value * system.lower[system.column]
    np.add.at(fixed, system.row[~entries], moved[~entries])
    model = model_pb2.ModelProto()
    lower, upper = system.lower[open_], system.upper[open_]
    _extend(model.variables, ids=open_, lower_bounds=lower, upper_bounds=upper, integers=0 * open_)
    lower, upper = (system.row_lower - fixed)[rows], (system.row_upper - fixed)[rows]
    _extend(model.linear_constraints, ids=rows, lower_bounds=lower, upper_bounds=upper)
    row, column, value = system.row[entries], system.column[entries], system.value[entries]
    _extend(model.linear_constraint_matrix, row_ids=row, column_ids=column, coefficients=value)
    priced = open_[cost[open_] != 0]
    _extend(model.objective.linear_coefficients, ids=priced, values=cost[priced])
    return model


def _extend(message: Any, **columns: IntArray) -> None:
    """Append arrays to the repeated fields of their names; whole numbers must not be negative."""
    for name, column in columns.items():
        field = message.DESCRIPTOR.fields_by_name[name]
        whole = field.cpp_type not in (field.CPPTYPE_DOUBLE, field.CPPTYPE_FLOAT)
        run = _varints(column) if whole else column.astype("<f8").tobytes()
        head = np.array([field.number << 3 | _LENGTH_DELIMITED, len(run)])
        message.MergeFromString(_varints(head) + run)


def _varints(numbers: IntArray) -> bytes:
    """Return whole numbers as varints, all as long as the largest of them."""
    length = -(-max(int(numbers.max(initial=0)).bit_length(), 1) // _BITS)
    parts: NDArray[np.uint8] = np.empty((len(numbers), length), np.uint8)
    for at in range(length):
        parts[:, at] = numbers >> _BITS * at & 0x7F
    parts[:, :-1] |= 0x80
    return parts.tobytes()
