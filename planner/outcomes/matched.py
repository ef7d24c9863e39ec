"""Comparable stations: each newly paired station with unpaired ones of its city and hardship."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from planner.allocation.build import at_most, distinct
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.solve import solve
from planner.dataset import Dataset
from planner.errors import SolverError
from planner.pairing.field import field_of
from planner.pairing.plan import Plan
from planner.plans.tie import hashes, tie_costs
from planner.policy import Policy

CONTROLS = 3
"""Unpaired stations that a paired one is compared with at most."""
CALIPER = 10
"""Points of need by which they may differ at most."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Sets of a paired station and its comparable ones.

    `sets` has a row a station: `set` (the paired station's id), `station_id`, `paired`, `city`,
    `hardship`, `need`. `paired_before` and `unmatched` are the paired stations left out: those
    that had a pairing in the years of the history, and those with no comparable station.
    """

    sets: pl.DataFrame
    paired_before: tuple[str, ...]
    unmatched: tuple[str, ...]


def matched(dataset: Dataset, policy: Policy, plan: Plan) -> Matched:
    """Return the stations first paired by a plan, each with the unpaired ones most like it.

    Comparable are stations of the same city and hardship without a pairing in plan or history
    whose need in the plan's year is within `CALIPER` points. No station serves twice. Most paired
    stations are matched first, then most comparisons made, then the needs' differences are least,
    then the plan's own hash decides: optimal matching without replacement (Rosenbaum, JASA 1989),
    solved as an allocation.
    """
    field = field_of(dataset, policy, plan.year)
    table = field.frame.select("station_id", "city", "hardship").with_columns(need=field.need)
    in_plan = table["station_id"].is_in(plan.pairs["station_id"].implode())
    in_history = table["station_id"].is_in(dataset.history["station_id"].implode())
    paired, free = table.filter(in_plan & ~in_history), table.filter(~in_plan & ~in_history)
    row, column = np.nonzero(_alike(paired, free))
    chosen = _best(paired, free, row, column, plan.year)
    row, column = row[chosen], column[chosen]
    found = paired.with_row_index().filter(pl.col("index").is_in(np.unique(row).tolist()))
    sets = pl.concat([
        found.drop("index").with_columns(set="station_id", paired=True),
        free[column].with_columns(set=paired["station_id"].gather(row), paired=False),
    ]).sort("set", "paired", "station_id", descending=[False, True, False])  # fmt: skip
    left_out = paired.filter(~pl.col("station_id").is_in(found["station_id"].implode()))
    return Matched(
        sets.select("set", "station_id", "paired", "city", "hardship", "need"),
        tuple(table.filter(in_plan & in_history)["station_id"]),
        tuple(left_out["station_id"]),
    )


def _alike(paired: pl.DataFrame, free: pl.DataFrame) -> NDArray[np.bool_]:
    """Return which free stations (columns) each paired one (rows) may be compared with."""
    alike = _gap(paired, free) <= CALIPER
    for name in ("city", "hardship"):
        alike &= paired[name].to_numpy()[:, None] == free[name].to_numpy()
    return alike


def _gap(paired: pl.DataFrame, free: pl.DataFrame) -> IntArray:
    """Return by how much the needs of paired (rows) and free stations (columns) differ."""
    return np.abs(paired["need"].to_numpy()[:, None] - free["need"].to_numpy())


def _best(
    paired: pl.DataFrame, free: pl.DataFrame, row: IntArray, column: IntArray, year: int
) -> IntArray:
    """Return the positions of the comparisons that are made."""
    ids = tuple(paired["station_id"]), tuple(free["station_id"])
    keys = [tuple((name,) for name in some) for some in ids]
    quotas = (
        at_most("controls", row, keys[0], CONTROLS),
        at_most("once", column, keys[1], 1),
    )
    goals = (
        distinct("stations", row, keys[0]),
        Goal("comparisons", "max", np.ones_like(row)),
        Goal("difference", "min", _gap(paired, free)[row, column]),
        Goal("tie", "min", tie_costs(hashes(ids[0])[row], hashes(ids[1])[column], year)),
    )
    solution = solve(Problem(len(row), quotas, goals))
    if solution is None:
        raise SolverError("outcomes.unmatched")  # Unreachable: comparing nothing is allowed.
    return solution.chosen
