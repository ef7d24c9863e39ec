"""The case under audit: the facts, the policy, and the plan as written with what it claims."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import polars as pl

from planner.audit.claims import PARTS, Claims, Part
from planner.audit.facts import Facts, Kind, Station, Unit, read_facts
from planner.policy import Policy

KIND_OF: dict[Part, Kind] = {"leaders": "leader", "departments": "department"}


@dataclass(frozen=True, slots=True)
class Pairing:
    """A row of the plan whose unit and station both exist."""

    unit: Unit
    station: Station

    @property
    def ids(self) -> tuple[str, str]:
        """Return the unit's id and the station's."""
        return self.unit.id, self.station.id


@dataclass(frozen=True)
class Case:
    """All that the checks look at; `rows` is the plan as written, row by row.

    `in_force` is the plan that was to be changed least, None where there was none.
    """

    policy: Policy
    year: int
    facts: Facts
    rows: tuple[Mapping[str, Any], ...]
    claims: Claims
    in_force: tuple[Mapping[str, Any], ...] | None = None

    @cached_property
    def pairings(self) -> tuple[Pairing, ...]:
        """Return the pairings that can be judged, in the order of the plan.

        A row of an unknown unit or station is left out: the check `rows` reports it.
        """
        units, stations = self.facts.units, self.facts.stations
        return tuple(
            Pairing(units[row["unit_id"]], stations[row["station_id"]])
            for row in self.rows
            if row["unit_id"] in units and row["station_id"] in stations
        )

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Return the plans that were made: those with a pairing, and those the summary lists."""
        return tuple(part for part in PARTS if self.of(part) or self.claims.plan(part))

    @cached_property
    def required(self) -> frozenset[tuple[str, str]]:
        """Return the pairs that a pin requires."""
        pins = self.facts.pins
        return frozenset((pin.unit_id, pin.station_id) for pin in pins if pin.decision == "require")

    def of(self, part: Part) -> list[Pairing]:
        """Return the pairings of one plan."""
        return [pairing for pairing in self.pairings if pairing.unit.kind == KIND_OF[part]]

    def exempt(self, unit: Unit) -> bool:
        """Say whether the unit is spared pairing for its village duty (N3)."""
        return unit.village_duty and "pairing" in self.policy.village_duty.exempts

    def members(self, part: Part) -> list[Unit]:
        """Return the units that take part in one plan."""
        units = self.facts.units.values()
        return [unit for unit in units if unit.kind == KIND_OF[part] and not self.exempt(unit)]

    def quota(self, unit: Unit) -> tuple[int, int]:
        """Return the fewest and the most stations of a unit (N1; by headcount, N2)."""
        if unit.kind == "leader":
            low, high = self.policy.leaders.stations
            return low, high
        low, high = self.policy.departments.stations
        large = unit.headcount >= self.policy.departments.two_from_headcount
        return (low, high) if large else (low, low)

    def most(self, part: Part) -> int:
        """Return the sum of the upper quotas of one plan's units."""
        return sum(self.quota(unit)[1] for unit in self.members(part))

    def covers(self, level: str, place: str, station: Station) -> bool:
        """Say whether the place of a wish or recusal is the station, or has the station in it.

        A station goes by its id or its name, a county by its name or by `city/county`.
        """
        if level == "city":
            return place == station.city
        if level == "county":
            return place in (station.county, f"{station.city}/{station.county}")
        if place in self.facts.stations:
            return place == station.id
        return place == station.name

    def wish(self, pairing: Pairing) -> int | None:
        """Return the best rank among the unit's wishes that cover the station."""
        unit, station = pairing.unit, pairing.station
        ranks = [
            wish.rank
            for wish in self.facts.wishes
            if wish.unit_id == unit.id and self.covers(wish.level, wish.place, station)
        ]
        return min(ranks, default=None)

    def fit(self, pairing: Pairing) -> bool | None:
        """Say whether the station's focus is among the department's expertise; None for leaders."""
        if pairing.unit.kind == "leader":
            return None
        return pairing.station.focus in pairing.unit.expertise


def read_case(
    tables: Mapping[str, pl.DataFrame],
    policy: Policy,
    year: int,
    plan: pl.DataFrame,
    claims: Claims,
    in_force: pl.DataFrame | None = None,
) -> Case:
    """Return the case of a plan against the tables.

    Where a plan was in force, the policy is the one with stability among its goals.
    """
    facts, rows = read_facts(tables), tuple(plan.rows(named=True))
    if in_force is None:
        return Case(policy, year, facts, rows, claims)
    stable = replace(policy, goals=policy.goals.with_stability())
    return Case(stable, year, facts, rows, claims, tuple(in_force.rows(named=True)))
