"""The facts an auditor goes by: units, stations, and what was asked, decided and done before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import polars as pl

from planner.errors import Sentence
from planner.naming import called

Kind = Literal["leader", "department"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A leader or a department; a leader has no headcount, duty or expertise."""

    id: str
    name: str
    kind: Kind
    headcount: int = 0
    village_duty: bool = False
    expertise: tuple[str, ...] = ()

    @property
    def called(self) -> Sentence:
        """Return how a sentence calls the unit."""
        return called(self.id, self.name)


@dataclass(frozen=True, slots=True)
class Station:
    """A judicial office, with what the rules ask of it."""

    id: str
    name: str
    city: str
    county: str
    travel_minutes: int
    staff: int
    caseload: int
    hardship: int
    focus: str | None
    nominated: bool

    @property
    def place(self) -> tuple[str, str]:
        """Return the city and the county; two cities may have a county of one name."""
        return self.city, self.county

    @property
    def called(self) -> Sentence:
        """Return how a sentence calls the station."""
        return called(self.id, self.name)


@dataclass(frozen=True, slots=True)
class Past:
    """A pairing of an earlier year; its unit or station may no longer exist."""

    year: int
    unit_id: str
    station_id: str


@dataclass(frozen=True, slots=True)
class Wish:
    """A department's application for a station, a county or a city, 1 being the first choice."""

    unit_id: str
    rank: int
    level: str
    place: str


@dataclass(frozen=True, slots=True)
class Recusal:
    """A station, county or city that a unit must keep away from."""

    unit_id: str
    level: str
    place: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A pair decided beforehand: `require` or `forbid`."""

    unit_id: str
    station_id: str
    decision: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The tables as rows; units and stations by id, in the order of their ids."""

    units: Mapping[str, Unit]
    stations: Mapping[str, Station]
    history: tuple[Past, ...]
    wishes: tuple[Wish, ...]
    recusals: tuple[Recusal, ...]
    pins: tuple[Pin, ...]


def read_facts(tables: Mapping[str, pl.DataFrame]) -> Facts:
    """Return the facts that the typed tables state."""
    units = [*_leaders(tables["leaders"]), *_departments(tables["departments"])]
    stations = _stations(tables["stations"])
    past = _rows(tables["history"], "year", "unit_id", "station_id")
    wishes = _rows(tables["wishes"], "department_id", "rank", "level", "place")
    recusals = sorted(_rows(tables["recusals"], "unit_id", "level", "place"))
    pins = _rows(tables["pins"], "unit_id", "station_id", "decision")
    return Facts(
        units={unit.id: unit for unit in sorted(units, key=lambda unit: unit.id)},
        stations={station.id: station for station in sorted(stations, key=lambda one: one.id)},
        history=tuple(Past(*row) for row in past),
        wishes=tuple(Wish(*row) for row in wishes),
        recusals=tuple(Recusal(*row) for row in recusals),
        pins=tuple(Pin(*row) for row in pins),
    )


def _rows(frame: pl.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return frame.select(columns).rows()


def _leaders(frame: pl.DataFrame) -> list[Unit]:
    return [Unit(id, name, "leader") for id, name in _rows(frame, "leader_id", "name")]


def _departments(frame: pl.DataFrame) -> list[Unit]:
    columns = ("department_id", "name", "headcount", "village_duty", "expertise")
    return [
        Unit(id, name, "department", headcount, village_duty, tuple(topics or ()))
        for id, name, headcount, village_duty, topics in _rows(frame, *columns)
    ]


def _stations(frame: pl.DataFrame) -> list[Station]:
    columns = ("station_id", "name", "city", "county", "travel_minutes", "staff", "caseload")
    return [Station(*row) for row in _rows(frame, *columns, "hardship", "focus", "nominated")]
