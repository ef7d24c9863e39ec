"""Searching a window: all choices of a cost up to a top, which few sets can be part of.

A set whose reduced cost is above what lies between the bound and the top can't be part of any such
choice. So what CP-SAT proves of the sets that are left holds for all choices: either the best one
is found, or there is none in the window and a wider one is next.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.cpsat import LARGEST_ROW, Found
from planner.allocation.interrupt import go_on
from planner.allocation.matrix import System
from planner.allocation.merge import Merged
from planner.allocation.problem import IntArray
from planner.allocation.sets import Sets

Look = Callable[[System, IntArray | None], Found]
"""A search for the x of least cost, or for any; raises `SolverError` where it finds no answer."""

_MOST_TRIES = 12


class TooLargeError(Exception):
    """The costs within a window are too large for CP-SAT to be trusted with."""


@dataclass(frozen=True, slots=True, eq=False)
class Priced:
    """Costs with integer multipliers of a system's rows over a scale, and the bound they prove."""

    cost: IntArray
    rows: IntArray
    scale: int
    price: IntArray
    bound: int

    @classmethod
    def of(cls, system: System, cost: IntArray, rows: IntArray, scale: int) -> "Priced":
        """Return what multipliers prove."""
        price = system.prices(cost, rows, scale)
        return cls(cost, rows, scale, price, system.floor(price, rows))

    @property
    def least(self) -> int:
        """The least that a choice can cost."""
        return -(-self.bound // self.scale)

    def narrowed(self, system: System, top: int) -> System:
        """Return the system of all choices of a cost up to `top`, and maybe more."""
        return system.settled(self.price, self.rows, top * self.scale - self.bound)


def best_within(
    sets: Sets, system: System, priced: Priced, top: int, look: Look
) -> tuple[IntArray | None, int]:
    """Return the best choice of a cost up to `top` (None: there is none), and its cost's bound."""
    go_on()
    narrow, cost, limit, shift = priced.narrowed(system, top), priced.cost, top, 0
    large = _sum(narrow, cost) >= LARGEST_ROW
    if large:
        narrow, cost, limit = _by_price(narrow, priced, top)
    if _sum(narrow, cost) >= LARGEST_ROW:
        raise TooLargeError
    part, columns = sets.open(narrow)
    merged = Merged.of(part, cost[columns])
    found = look(merged.system.with_goal(merged.cost, limit), merged.cost)
    if found.x is None:
        return None, top + 1
    x = np.zeros(len(narrow.lower), np.int64)
    x[columns] = merged.apart(found.x)
    x = x[: len(system.lower)]
    if large:
        shift = limit - (top * priced.scale - priced.bound)
        return x, -(-(found.bound - shift + priced.bound) // priced.scale)
    return x, found.bound


def in_common(sets: Sets, system: System, x: IntArray, look: Look) -> System:
    """Return the system with the bounds moved on which all its choices agree.

    `x` is one choice. The rows at their bounds in every choice met so far are watched; as long as
    there is a choice that leaves one of them, it is met next.
    """
    sums = system.sums(x)
    free = system.row_lower < system.row_upper
    full, empty = free & (sums == system.row_upper), free & (sums == system.row_lower)
    for _ in range(_MOST_TRIES):
        leaving = np.zeros(len(system.lower), np.int64)
        sign = empty.astype(np.int64) - full
        np.add.at(leaving, system.column, sign[system.row] * system.value)
        at = (sign * np.where(full, system.row_upper, system.row_lower)).sum()
        part, columns = sets.open(system)
        merged = Merged.of(part, -leaving[columns])
        found = look(merged.system.with_goal(merged.cost, int(-at) - 1), None)
        if found.x is None:
            return replace(
                system,
                row_lower=np.where(full, system.row_upper, system.row_lower),
                row_upper=np.where(empty, system.row_lower, system.row_upper),
            ).without_unused()
        other = np.zeros(len(system.lower), np.int64)
        other[columns] = merged.apart(found.x)
        sums = system.sums(other)
        full, empty = full & (sums == system.row_upper), empty & (sums == system.row_lower)
    return system


def _by_price(narrow: System, priced: Priced, top: int) -> tuple[System, IntArray, int]:
    """Return a narrowed system with reduced costs for costs, and their limit.

    They are small within a window. What a row with a multiplier is off its bound costs as well, so
    every such row has one more column.
    """
    slack = top * priced.scale - priced.bound
    off = np.flatnonzero((priced.rows != 0) & (narrow.row_lower < narrow.row_upper))
    rows, new = priced.rows[off], len(narrow.lower) + np.arange(len(off))
    row, column = np.r_[narrow.row, off], np.r_[narrow.column, new]
    order = np.lexsort((column, row))
    bound = np.where(rows > 0, narrow.row_lower[off], narrow.row_upper[off])
    row_lower, row_upper = narrow.row_lower.copy(), narrow.row_upper.copy()
    row_lower[off], row_upper[off] = bound, bound
    wide = System(
        row[order],
        column[order],
        np.r_[narrow.value, -np.sign(rows)][order],
        np.r_[narrow.lower, np.zeros(len(off), np.int64)],
        np.r_[narrow.upper, slack // np.abs(rows)],
        row_lower,
        row_upper,
    )
    at = np.where(priced.price > 0, narrow.lower, narrow.upper)
    fixed = narrow.lower == narrow.upper
    price = np.where(fixed, 0, priced.price)
    return wide, np.r_[price, np.abs(rows)], slack + int((price * at).sum())


def _sum(system: System, cost: IntArray) -> int:
    return int(np.abs(cost[system.lower < system.upper]).sum())
