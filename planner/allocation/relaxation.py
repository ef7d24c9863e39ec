"""What fractions of options can do, and whether rows added up prove that even these can't hold."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.allocation.matrix import System
from planner.allocation.problem import IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """What fractions of options can do: whether rows added up prove that even these can't hold.

    `point` is how much of each column they take, and `x` a whole choice, where that came out.
    """

    rows: IntArray
    above: bool
    point: NDArray[np.float64] | None
    x: IntArray | None


def impossible(system: System) -> bool:
    """Return whether rows added up prove that not even fractions of options can hold."""
    found = relaxation(system)
    return found is not None and found.above


def relaxation(system: System) -> Relaxed | None:
    """Return what fractions can do, None without an answer.

    Rows may give way at a price: those that what is chosen for good breaks; where these can't hold
    and that is lost in making multipliers whole, all do, which keeps these small.
    """
    sums = system.sums(system.lower)
    broken = np.flatnonzero((sums < system.row_lower) | (sums > system.row_upper))
    found, lacking = _yielding(system, broken)
    if found is not None and lacking and not found.above:
        found, _ = _yielding(system, np.arange(len(sums)))
    return found


def _yielding(system: System, rows: IntArray) -> tuple[Relaxed | None, bool]:
    """Return the same where some rows may give way, and whether they do."""
    from planner.allocation.linear import relax
    from planner.allocation.packing import FREE, yielding

    wider, cost = yielding(system, rows)
    answer = relax(wider, cost, presolve=False)
    if answer is None:
        return None, False
    above = wider.floor(wider.prices(cost, answer.rows, answer.scale), answer.rows) > 0
    x = None if answer.vertex is None or above else answer.vertex[: len(system.lower)]
    point = None if answer.point is None else answer.point[: len(system.lower)]
    lacking = answer.point is not None and bool(cost @ answer.point >= FREE)
    x = x if x is not None and system.holds(x) else None
    return Relaxed(answer.rows, above, point, x), lacking
