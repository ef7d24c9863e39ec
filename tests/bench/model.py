"""A problem as one sparse system, the form in which every peer is given it.

It is put together here a second time, from the tables of options, quotas and goals alone. Columns
are the options (0 or 1), then the steps of the counts; rows are the quotas' groups, then one row
per counted group: what is chosen in it is the sum of its steps.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Problem


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """`row_lower <= A·x <= row_upper`, `0 <= x <= upper`, x whole; the `options` come first.

    A's row i has `value[start[i]:start[i + 1]]` in the columns of the same part of `column`.
    """

    start: IntArray
    column: IntArray
    value: IntArray
    row_lower: IntArray
    row_upper: IntArray
    upper: IntArray
    options: int
    goals: dict[str, IntArray]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.upper)


def model_of(problem: Problem) -> Model:
    """Return a problem's model; each goal is a cost per column, to be made small."""
    counts = [goal.measure for goal in problem.goals if isinstance(goal.measure, Count)]
    first = np.cumsum([problem.options, *(len(count.step_width) for count in counts)])
    columns = int(first[-1])
    blocks = [
        _block(quota.option, quota.group, len(quota.lower), quota.weight, columns)
        for quota in problem.quotas
    ]
    for count, start in zip(counts, first[:-1], strict=True):
        blocks.append(_count_block(count, int(start), columns))
    nothing = [np.zeros(len(count.keys), np.int64) for count in counts]
    lower = np.concatenate([*(quota.lower for quota in problem.quotas), *nothing])
    upper = np.concatenate([*(quota.upper for quota in problem.quotas), *nothing])
    matrix: Any = sparse.vstack(blocks, format="csr")
    kept = np.flatnonzero((np.diff(matrix.indptr) > 0) | (lower > 0))
    matrix = matrix[kept]
    widths = [np.ones(problem.options, np.int64), *(count.step_width for count in counts)]
    goals = {goal.name: _cost(goal, counts, first) for goal in problem.goals}
    return Model(
        matrix.indptr, matrix.indices, matrix.data, lower[kept], upper[kept],
        np.concatenate(widths), problem.options, goals,
    )  # fmt: skip


def _block(
    option: IntArray, group: IntArray, rows: int, weight: IntArray | None, columns: int
) -> Any:
    """Return the rows of one quota: a 1 (or the weight) where a group has an option."""
    value = np.ones(len(option), np.int64) if weight is None else weight
    return sparse.coo_array((value, (group, option)), shape=(rows, columns))


def _count_block(count: Count, start: int, columns: int) -> Any:
    """Return the rows of one count: a group's options, less the steps from column `start` on."""
    seen = np.flatnonzero(count.group != OUTSIDE)
    options = _block(seen, count.group[seen], len(count.keys), None, columns)
    steps = len(count.step_group)
    place = (count.step_group, start + np.arange(steps))
    return options - sparse.coo_array((np.ones(steps, np.int64), place), shape=options.shape)


def _cost(goal: Goal, counts: list[Count], first: NDArray[np.int64]) -> IntArray:
    """Return what each column adds to a goal, its sign turned where the goal is to be large."""
    cost = np.zeros(int(first[-1]), np.int64)
    sign = 1 if goal.sense == "min" else -1
    if isinstance(goal.measure, Count):
        at = next(at for at, count in enumerate(counts) if count is goal.measure)
        cost[first[at] : first[at + 1]] = sign * goal.measure.step_value
    else:
        cost[: len(goal.measure)] = sign * goal.measure
    return cost
