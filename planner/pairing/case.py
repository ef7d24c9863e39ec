"""One plan to be made: its units, the stations, the allowed pairs, and what already stands.

A year is asked for with its input and the parts to be made; the case of each part is made of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.interrupt import go_on
from planner.allocation.problem import IntArray
from planner.dataset import Dataset, rows_of
from planner.pairing.field import Field, field_of
from planner.pairing.pairs import Pairs, pairs_of
from planner.pairing.units import KIND, PARTS, Part, Units, units_of
from planner.plans.tie import hashes, tie_costs
from planner.policy import Policy

Stations = tuple[str, ...]
"""The stations of a plan, one for each pairing."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Case:
    """All there is to know of one plan before it is made.

    `around` tells whether the other plan stands already.
    `unit` and `station` are the allowed pairs' positions, and `required`, `rank` (the best wish
    that covers the pair, 0 for none), `fit` (0 or 1) and `tie` have one entry per pair, too.
    `taken` counts, per station, the places that this plan must leave; `visited` are the positions
    of the other plan's stations where both plans are judged together. `kept` is what keeping each
    pair of a plan in force weighs, 0 for other pairs, and `in_force` what that plan weighs in all,
    pairs that can't be kept included: None where none is in force. `displaceable` are the stations
    and weights of the departments' pairings in force that the leaders' plan is to leave room for,
    None where the departments' part is not made after it.
    """

    part: Part
    around: bool
    policy: Policy
    field: Field
    units: Units
    pairs: Pairs
    unit: IntArray
    station: IntArray
    required: IntArray
    rank: IntArray
    fit: IntArray
    tie: IntArray
    taken: IntArray
    visited: IntArray
    kept: IntArray
    in_force: int | None
    displaceable: tuple[IntArray, IntArray] | None = None

    def options(self, rows: Sequence[tuple[str, str]]) -> tuple[IntArray, list[tuple[str, str]]]:
        """Return the positions of pairs (unit id, station id), ascending, and those not allowed.

        A pair that is named twice is not allowed the second time.
        """
        allowed: dict[tuple[str, str], int] = {
            (self.units.ids[unit], self.field.ids[station]): at
            for at, (unit, station) in enumerate(
                zip(self.unit.tolist(), self.station.tolist(), strict=True)
            )
        }
        found = [allowed.pop(row, None) for row in rows]
        unknown = [row for row, at in zip(rows, found, strict=True) if at is None]
        return np.array(sorted(at for at in found if at is not None), np.int64), unknown


def case_of(
    dataset: Dataset,
    policy: Policy,
    year: int,
    part: Part,
    field: Field,
    standing: Sequence[str] | None,
    *,
    first: bool = False,
) -> Case:
    """Return the case of one plan around the other's stations, None where that is not made yet.

    `first` tells of the leaders' plan that the departments' one is made after it.

    The leaders' plan leaves the places that the departments' required pairs need; the departments'
    plan is judged together with the leaders'. Where a plan is in force, the policy is the one with
    stability among its goals.
    """
    go_on()
    units = units_of(dataset, policy, part)
    pairs = pairs_of(dataset, policy, year, units, field)
    unit, station = np.nonzero(pairs.allowed)
    other = _positions(field, standing or ())
    reserved = _reserved(dataset, field) if part == "leaders" and standing is None else other[:0]
    unit_hash = hashes(units.ids)
    kept, in_force = _approvals(dataset, part, units, field)
    if in_force is not None:
        policy = replace(policy, goals=policy.goals.with_stability())
    return Case(
        part, standing is not None, policy, field, units, pairs, unit, station,
        pairs.required[unit, station].astype(np.int64),
        _best_rank(dataset, units, field)[unit, station],
        _fits(units, field)[unit, station],
        tie_costs(unit_hash[unit], field.hashes[station], year),
        np.bincount(np.r_[other, reserved], minlength=len(field.ids)),
        other if part == "departments" else other[:0],
        kept[unit, station], in_force,
        _displaceable(dataset, policy, year, field) if first else None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Year:
    """What was asked for; `standing` is None where the other part is made too, or not there."""

    dataset: Dataset
    policy: Policy
    year: int
    parts: Sequence[Part] = PARTS
    standing: Stations | None = None

    def field(self) -> Field:
        """Return the year's stations."""
        return field_of(self.dataset, self.policy, self.year)

    def case(self, part: Part, field: Field, around: Sequence[str] | None) -> Case:
        """Return the case of one part around the other's stations."""
        first = part == "leaders" and len(self.parts) > 1
        return case_of(self.dataset, self.policy, self.year, part, field, around, first=first)


def _positions(field: Field, stations: Sequence[str]) -> IntArray:
    return np.array([field.position[station] for station in stations], np.int64)


def _reserved(dataset: Dataset, field: Field) -> IntArray:
    """Return the stations that departments' required pairs need, one for each pair."""
    departments = set(dataset.departments["department_id"].to_list())
    pairs = {
        (unit, station)
        for unit, station, decision in rows_of(dataset.pins, "unit_id", "station_id", "decision")
        if decision == "require" and unit in departments
    }
    return _positions(field, sorted(station for _, station in pairs))


def _approvals(
    dataset: Dataset, part: Part, units: Units, field: Field
) -> tuple[IntArray, int | None]:
    """Return what keeping each pair weighs, and what all pairs of the part in force do."""
    kept = np.zeros((len(units.ids), len(field.ids)), np.int64)
    if dataset.in_force is None:
        return kept, None
    total, columns = 0, ("kind", "unit_id", "station_id", "approval")
    for kind, unit, station, approval in rows_of(dataset.in_force, *columns):
        if kind == KIND[part]:
            total += approval
            if unit in units.position and station in field.position:
                kept[units.position[unit], field.position[station]] = approval
    return kept, total


def _displaceable(
    dataset: Dataset, policy: Policy, year: int, field: Field
) -> tuple[IntArray, IntArray] | None:
    """Return stations and approvals of departments' pairings in force, allowed and not required."""
    if dataset.in_force is None:
        return None
    units = units_of(dataset, policy, "departments")
    pairs = pairs_of(dataset, policy, year, units, field)
    kept, _ = _approvals(dataset, "departments", units, field)
    unit, station = np.nonzero(kept * (pairs.allowed & ~pairs.required))
    return station, kept[unit, station]


def _best_rank(dataset: Dataset, units: Units, field: Field) -> IntArray:
    """Return the best rank of a department's wishes that covers each pair; 0 for none."""
    rank = np.zeros((len(units.ids), len(field.ids)), np.int64)
    wishes = rows_of(dataset.wishes, "rank", "department_id", "level", "place")
    for best, unit, level, place in sorted(wishes, reverse=True):  # the best one is put last
        if unit in units.position:
            rank[units.position[unit], field.places.resolve(level, place)] = best
    return rank


def _fits(units: Units, field: Field) -> IntArray:
    """Return 1 where a station's focus is among a unit's expertise."""
    focus = field.frame["focus"].to_numpy()
    on = {topic: focus == topic for topic in frozenset[str]().union(*units.expertise)}
    fit = np.zeros((len(units.ids), len(field.ids)), np.int64)
    for at, topics in enumerate(units.expertise):
        for topic in topics:
            fit[at] |= on[topic]
    return fit
