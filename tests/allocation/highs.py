"""A second solver for any problem: SciPy's HiGHS, one goal after the other.

Written from what quotas and counts mean, and sharing nothing with the engine's own systems.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from planner.allocation.problem import Count, IntArray, Problem, Quota

NONE = -np.inf


@dataclass
class Rows:
    """The rows of a mixed-integer program, column number to coefficient, with their bounds."""

    entries: list[dict[int, int]] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)

    def add(self, entries: dict[int, int], lower: float, upper: float) -> None:
        self.entries.append(entries)
        self.lower.append(lower)
        self.upper.append(upper)

    def constraint(self, columns: int) -> LinearConstraint:
        flat = [(r, c, v) for r, row in enumerate(self.entries) for c, v in row.items()]
        row, column, value = zip(*flat, strict=True) if flat else ((), (), ())
        shape = (len(self.entries), columns)
        matrix = csr_array((np.array(value, float), (row, column)), shape=shape)
        lower: Any = np.array(self.lower)
        upper: Any = np.array(self.upper)  # SciPy's stubs know of numbers only
        return LinearConstraint(matrix, lower, upper)


def minimum(rows: Rows, upper: IntArray, cost: IntArray) -> NDArray[np.int64] | None:
    """Return whole x from 0 to `upper` of the least cost, or None where the rows allow none."""
    most: Any = upper
    result = milp(
        cost.astype(float),
        constraints=[rows.constraint(len(upper))],
        bounds=Bounds(0, most),
        integrality=np.ones(len(upper)),
        options={"mip_rel_gap": 0.0},
    )
    assert result.status in (0, 2), result.message
    return None if result.x is None else np.rint(result.x).astype(np.int64)


def members(quota: Quota, group: int) -> dict[int, int]:
    """Return what the options of one group of a quota count there."""
    weight = np.ones_like(quota.option) if quota.weight is None else quota.weight
    return {int(quota.option[at]): int(weight[at]) for at in np.flatnonzero(quota.group == group)}


def solve_by_highs(problem: Problem) -> tuple[tuple[int, ...], IntArray] | None:
    """Return the best values and choice, goals in order, or None where none is allowed."""
    rows, widths, costs = Rows(), [np.ones(problem.options, np.int64)], list[dict[int, int]]()
    for quota in problem.quotas:
        for group, (lower, upper) in enumerate(zip(quota.lower, quota.upper, strict=True)):
            entries = members(quota, group)
            if entries or lower > 0:
                rows.add(entries, int(lower), int(upper))
    first = problem.options
    for goal in problem.goals:
        if not isinstance(goal.measure, Count):
            costs.append({at: int(value) for at, value in enumerate(goal.measure) if value})
            continue
        count = goal.measure
        step = first + np.arange(len(count.step_group))
        for group in np.unique(count.step_group):
            chosen = {int(at): 1 for at in np.flatnonzero(count.group == group)}
            filled = {int(at): -1 for at in step[count.step_group == group]}
            rows.add(chosen | filled, 0, 0)
        costs.append({int(at): int(v) for at, v in zip(step, count.step_value, strict=True) if v})
        widths.append(count.step_width)
        first += len(step)
    return _in_order(problem, rows, np.concatenate(widths), costs)


def _in_order(
    problem: Problem, rows: Rows, upper: IntArray, costs: list[dict[int, int]]
) -> tuple[tuple[int, ...], IntArray] | None:
    values, chosen = list[int](), np.zeros(0, np.int64)
    for goal, entries in zip(problem.goals, costs, strict=True):
        sign = 1 if goal.sense == "min" else -1
        cost = np.zeros(len(upper), np.int64)
        cost[list(entries)] = [sign * value for value in entries.values()]
        x = minimum(rows, upper, cost)
        if x is None:
            assert not values, "a later goal can't make impossible what was possible"
            return None
        best = int(cost @ x)
        rows.add({at: sign * value for at, value in entries.items()}, NONE, best)
        values.append(goal.constant + sign * best)
        chosen = np.flatnonzero(x[: problem.options])
    return tuple(values), chosen


def possible_by_highs(problem: Problem, kept: set[tuple[int, int, str]]) -> bool:
    """Return whether some choice satisfies these bounds (quota, group, side) and maybe no other."""
    rows = Rows()
    for number, quota in enumerate(problem.quotas):
        for group in range(len(quota.lower)):
            entries = members(quota, group)
            lower = int(quota.lower[group]) if (number, group, "lower") in kept else NONE
            upper = int(quota.upper[group]) if (number, group, "upper") in kept else -NONE
            rows.add(entries, lower, upper)
    ones = np.ones(problem.options, np.int64)
    return minimum(rows, ones, np.zeros_like(ones)) is not None
