"""Which exclusions of single pairs a conflict rests on: without any one it would dissolve."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.conflict import possible
from planner.allocation.problem import IntArray
from planner.allocation.smallest import Sure, smallest
from planner.dataset import Dataset
from planner.pairing.case import Case
from planner.pairing.changes import drops_of
from planner.pairing.conflict import CaseConflict
from planner.pairing.pairs import Barring, Mask
from planner.pairing.problem import problem_of

SINGLY = 100
"""Of more rows it is told only which rules the conflict rests on, with all their rows."""


@dataclass(frozen=True, slots=True, eq=False)
class Exclusion:
    """One reason why pairs are not allowed: its rule, the rows that state it, the pairs."""

    rule: Barring
    rows: tuple[int, ...]
    mask: Mask


def exclusions_of(
    dataset: Dataset, conflict: CaseConflict, year: int, patience: float
) -> tuple[Sequence[Exclusion], bool]:
    """Return exclusions that leave the conflict impossible, and possible when one is lifted.

    Last whether that was answered of each: `patience` bounds each search in deterministic time.
    Rows of the tables are blamed rather than the nominations where either would do.
    """
    if not conflict.gain.any():
        return (), True
    case = conflict.case
    bare = Exclusion("nominated", (), case.pairs.nominated)
    rows = [one for one in _rows(dataset, case, year) if (one.mask & conflict.gain).any()]
    if len(rows) > SINGLY:
        rows = by_rule(rows)
    left = Sure[Exclusion](lambda kept: not _possible(conflict, kept, patience))
    if left.holds(rows):
        return smallest(rows, left.holds), left.answered
    rows = smallest(rows, lambda kept: left.holds([bare, *kept]))
    return [bare, *rows], left.answered


def by_rule(rows: Sequence[Exclusion]) -> list[Exclusion]:
    """Return the exclusions of each rule as one."""
    found: dict[Barring, Exclusion] = {}
    for one in rows:
        other = found.get(one.rule)
        mask = one.mask if other is None else one.mask | other.mask
        found[one.rule] = Exclusion(one.rule, one.rows + (other.rows if other else ()), mask)
    return list(found.values())


def _possible(conflict: CaseConflict, kept: Sequence[Exclusion], patience: float) -> bool:
    """Return whether the conflict's bounds can hold with only some exclusions in force.

    Only for units that the conflict asks for; of the others nothing is lifted.
    """
    case, pairs = conflict.case, conflict.case.pairs
    barred = np.zeros_like(pairs.required)
    for exclusion in kept:
        barred |= exclusion.mask
    allowed = pairs.allowed | (conflict.gain & ~barred)
    unit, station = np.nonzero(allowed)
    required = pairs.required[unit, station].astype(np.int64)
    none = np.zeros(len(unit), np.int64)
    wider = replace(
        case, unit=unit, station=station, required=required,
        rank=none, fit=none, tie=none, kept=none,
    )  # fmt: skip
    return possible(problem_of(wider), conflict.bounds, patience)


def _rows(dataset: Dataset, case: Case, year: int) -> list[Exclusion]:
    """Return the exclusions that rows of the tables state for this plan's units."""
    units, field = case.units.position, case.field
    found: list[Exclusion] = []
    for (unit, level, place), rows in drops_of(dataset.recusals, "unit_id", "level", "place"):
        if unit in units:
            covered = field.places.resolve(level, place)
            found.append(Exclusion("recusal", rows, _mask(case, units[unit], covered)))
    for (unit, station, decision), rows in drops_of(
        dataset.pins, "unit_id", "station_id", "decision"
    ):
        if unit in units and decision == "forbid":
            one = _mask(case, units[unit], field.position[station])
            found.append(Exclusion("forbid", rows, one))
    since = year - case.policy.rotation.years
    for row, past, name, station in dataset.history.select(
        "row", "year", "unit_id", "station_id"
    ).iter_rows():
        if since <= past < year and name in units and station in field.position:
            one = _mask(case, units[name], field.position[station])
            found.append(Exclusion("rotation", (row,), one))
    if (far := case.pairs.travel_limit).any():
        found.append(Exclusion("travel_limit", (), far))
    return found


def _mask(case: Case, unit: int, stations: IntArray | int) -> Mask:
    mask = np.zeros(case.pairs.required.shape, bool)
    mask[unit, stations] = True
    return mask
