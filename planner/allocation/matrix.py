"""The problem as one sparse system, for the solvers that take any rows.

Columns are the options, then the steps of the counts; a settled goal can become a row like any
other. Bounds are proved here as in `face`, over the same rows.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Self

import numpy as np

from planner.allocation.face import Cost, Level, first_face, levels_of
from planner.allocation.problem import IntArray, Problem


@dataclass(frozen=True, eq=False)
class System:
    """Integers x with lower <= x <= upper and row_lower <= A·x <= row_upper.

    `row`, `column` and `value` are the entries of A, ordered by row, then by column.
    """

    row: IntArray
    column: IntArray
    value: IntArray
    lower: IntArray
    upper: IntArray
    row_lower: IntArray
    row_upper: IntArray

    @classmethod
    def of(cls, problem: Problem) -> Self:
        """Return the system of a problem's quotas and counts."""
        levels, face = levels_of(problem), first_face(problem)
        row, column, value = _entries(levels, problem.options)
        order = np.lexsort((column, row))
        lower, upper = [face.lower], [face.upper]
        row_lower, row_upper = list[IntArray](), list[IntArray]()
        for level, low, up in zip(levels, face.level_lower, face.level_upper, strict=True):
            steps, nothing = level.step_group is not None, np.zeros(level.size, np.int64)
            (lower if steps else row_lower).append(low)
            (upper if steps else row_upper).append(up)
            if steps:
                row_lower.append(nothing)
                row_upper.append(nothing)
        sides = (np.concatenate(side) for side in (lower, upper, row_lower, row_upper))
        return cls(row[order], column[order], value[order], *sides)

    @cached_property
    def row_start(self) -> IntArray:
        """Where each row's entries begin; one more for the end."""
        return np.searchsorted(self.row, np.arange(len(self.row_lower) + 1)).astype(np.int64)

    def holds(self, x: IntArray) -> bool:
        """Return whether an x satisfies every row and bound."""
        sums = self.sums(x)
        within = (self.lower <= x).all() and (x <= self.upper).all()
        return bool(within and (self.row_lower <= sums).all() and (sums <= self.row_upper).all())

    def sums(self, x: IntArray) -> IntArray:
        """Return what the rows come to."""
        sums = np.zeros(len(self.row_lower), np.int64)
        np.add.at(sums, self.row, self.value * x[self.column])
        return sums

    def extremes(self) -> tuple[IntArray, IntArray]:
        """Return the least and the most that the rows can come to."""
        one, other = self.value * self.lower[self.column], self.value * self.upper[self.column]
        least, most = np.zeros_like(self.row_lower), np.zeros_like(self.row_lower)
        np.add.at(least, self.row, np.minimum(one, other))
        np.add.at(most, self.row, np.maximum(one, other))
        return least, most

    def prices(self, cost: IntArray, rows: IntArray, scale: int) -> IntArray:
        """Return the columns' reduced costs for integer multipliers of the rows."""
        price = scale * cost
        np.subtract.at(price, self.column, rows[self.row] * self.value)
        return price

    def floor(self, price: IntArray, rows: IntArray) -> int:
        """Return the scaled bound that reduced costs and multipliers prove."""
        columns = (price * np.where(price > 0, self.lower, self.upper)).sum()
        return int(columns + (rows * np.where(rows > 0, self.row_lower, self.row_upper)).sum())

    def settled(self, price: IntArray, rows: IntArray, slack: int = 0) -> Self:
        """Return the system of all that stays within `slack` of the proved bound, and maybe more.

        With no slack these are exactly the choices that reach the bound.
        """
        up, down = price > slack, price < -slack
        tight, full = rows > slack, rows < -slack
        return replace(
            self,
            lower=np.where(down, self.upper, self.lower),
            upper=np.where(up, self.lower, self.upper),
            row_lower=np.where(full, self.row_upper, self.row_lower),
            row_upper=np.where(tight, self.row_lower, self.row_upper),
        )

    def with_column(self, upper: int, value: int) -> Self:
        """Return the system with one more column, from 0 to `upper`, in the last row alone."""
        return replace(
            self,
            row=np.r_[self.row, len(self.row_lower) - 1],
            column=np.r_[self.column, len(self.lower)],
            value=np.r_[self.value, value],
            lower=np.r_[self.lower, 0],
            upper=np.r_[self.upper, upper],
        )

    def with_goal(self, cost: IntArray, value: int) -> Self:
        """Return the system with one more row: the costs come to at most `value`."""
        priced = np.flatnonzero(cost)
        least = int(np.minimum(cost * self.lower, cost * self.upper).sum())
        return replace(
            self,
            row=np.r_[self.row, np.full(len(priced), len(self.row_lower))],
            column=np.r_[self.column, priced],
            value=np.r_[self.value, cost[priced]],
            row_lower=np.r_[self.row_lower, min(least, value)],
            row_upper=np.r_[self.row_upper, value],
        )


def columns_of(cost: Cost) -> IntArray:
    """Return a goal's costs column by column."""
    return np.concatenate([cost.option, *(step for step in cost.step if step is not None)])


def _entries(levels: tuple[Level, ...], options: int) -> tuple[IntArray, IntArray, IntArray]:
    """Return the entries: each option in its groups, less the steps that count them."""
    row_at = [0, *accumulate(level.size for level in levels)]
    rows, columns, values = list[IntArray](), list[IntArray](), list[IntArray]()
    for at, level in enumerate(levels):
        rows.append(row_at[at] + level.row)
        columns.append(level.option)
        one = np.ones(len(level.row), np.int64)
        values.append(one if level.weight is None else level.weight)
        if level.step_group is not None:
            rows.append(row_at[at] + level.step_group)
            columns.append(options + np.arange(len(level.step_group)))
            values.append(np.full(len(level.step_group), -1))
            options += len(level.step_group)
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(values)
