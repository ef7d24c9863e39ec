"""The elastic program: whether fractions of options can satisfy every row, and a proof if not.

Rows may give way at a price, which the linear relaxation makes as small as it can (Chinneck and
Dravnieks, Locating minimal infeasible constraint sets in linear programs, ORSA Journal on Computing
3, 1991). Where it is above nothing, the rows' multipliers, added up in whole numbers, prove that
not even fractions hold (Farkas' lemma).
"""

from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.matrix import System
from planner.allocation.problem import IntArray

_NOTHING = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Elastic:
    """Multipliers of the rows, and whether they prove that nothing can hold.

    `x` is a whole choice, where that came out.
    """

    rows: IntArray
    impossible: bool
    x: IntArray | None


def elastic(system: System) -> Elastic | None:
    """Return what fractions can do, None without an answer.

    First only the rows give way that what is chosen for good breaks; where these can't hold and
    that is lost in making multipliers whole, all do, which keeps these small.
    """
    sums = system.sums(system.lower)
    broken = np.flatnonzero((sums < system.row_lower) | (sums > system.row_upper))
    found, lacking = _relaxed(system, broken)
    if found is not None and lacking and not found.impossible:
        found, _ = _relaxed(system, np.arange(len(sums)))
    return found


def _relaxed(system: System, rows: IntArray) -> tuple[Elastic | None, bool]:
    """Return the same where some rows may give way, and whether they do."""
    from planner.allocation.linear import relax

    wider, cost = _with_slacks(system, rows)
    answer = relax(wider, cost, presolve=False)
    if answer is None:
        return None, False
    price = wider.prices(cost, answer.rows, answer.scale)
    impossible = wider.floor(price, answer.rows) > 0
    x = None if answer.vertex is None or impossible else answer.vertex[: len(system.lower)]
    x = x if x is not None and system.holds(x) else None
    return Elastic(answer.rows, impossible, x), bool(cost @ answer.point >= _NOTHING)


def _with_slacks(system: System, rows: IntArray) -> tuple[System, IntArray]:
    """Return the system with more columns, which make up for what some rows can lack or exceed.

    Then what the columns cost: these 1, the others nothing.
    """
    least, most = system.extremes()
    broken = np.stack([least < system.row_lower, most > system.row_upper], axis=1)[rows].ravel()
    row, sign = rows.repeat(2)[broken], np.tile([1, -1], len(rows))[broken]
    number, columns, end = len(row), len(system.lower), system.row_start[row + 1]
    far = np.abs(np.r_[system.row_lower, system.row_upper, 0]).max() + np.abs(system.value).sum()
    wider = replace(
        system,
        row=np.insert(system.row, end, row),
        column=np.insert(system.column, end, columns + np.arange(number)),
        value=np.insert(system.value, end, sign),
        lower=np.r_[system.lower, np.zeros(number, np.int64)],
        upper=np.r_[system.upper, np.full(number, far)],
    )
    return wider, np.r_[np.zeros(columns, np.int64), np.ones(number, np.int64)]
