"""What is to be visited: every county, or the counties or stations of a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polars as pl

from planner.errors import Fault, InputError
from planner.places import PlaceError, Places
from planner.tables import TABLE, Column, Table, read_table
from planner.tables.ledger import Ledger, shown

Level = Literal["county", "station"]

LIST = Table("visit", "走访名单", True, tuple(
    Column(column.name, column.kind, blank=True)
    for column in TABLE["stations"].columns
    if column.name in ("station_id", "city", "county")
))  # fmt: skip
"""A list to visit: a station, or a county, a row."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The counties (`city/county`) or stations (ids) to be visited, in ascending order."""

    level: Level
    names: tuple[str, ...]


def county_targets(stations: pl.DataFrame) -> Targets:
    """Return every county of a table of stations."""
    return Targets("county", tuple(sorted(set(_counties(stations)))))


def read_targets(path: Path | str, stations: pl.DataFrame) -> Targets:
    """Return the targets of a CSV file: a `station_id`, or a `county` and its `city`, a row.

    The city may be left out where one county only has the name; other columns are not looked at.
    Raises InputError with every fault: a name that is not in the stations' table, a list of both
    kinds, an empty one.
    """
    path = Path(path)
    frame = read_table(LIST, path)
    named = [name for name in ("station_id", "county") if frame[name].null_count() < frame.height]
    if len(named) != 1:
        key = "visit.both" if named else "visit.empty"
        raise InputError([Fault(path.name, key)])
    level: Level = "station" if named == ["station_id"] else "county"
    places, ledger = Places(stations), Ledger()
    found, faults = set[str](), list[Fault]()
    for row, name in _named(frame, level):
        try:
            covered = places.resolve(level, name)
        except PlaceError as error:
            faults.append(_unknown(path.name, row, level, name, error, ledger))
            continue
        at = int(covered[0])
        found.add(stations["station_id"][at] if level == "station" else _counties(stations)[at])
    if faults:
        raise InputError(faults)
    return Targets(level, tuple(sorted(found)))


def _named(frame: pl.DataFrame, level: Level) -> Iterator[tuple[int, str]]:
    """Yield the row and the name of each target."""
    column = "station_id" if level == "station" else "county"
    for row, city, name in frame.select("row", "city", column).iter_rows():
        if name is not None:
            yield row, f"{city}/{name}" if city is not None and level == "county" else name


def _unknown(
    file: str, row: int, level: Level, name: str, error: PlaceError, ledger: Ledger
) -> Fault:
    near = ledger.nearest(name, error.known) if error.known else None
    key = error.key if near is None else f"{error.key}_near"
    values = {"value": shown(name), "file": "stations", "near": shown(near)}
    column = "station_id" if level == "station" else "county"
    return Fault(file, key, row, column, {**values, **error.values})


def _counties(stations: pl.DataFrame) -> list[str]:
    rows = stations.select("city", "county").iter_rows()
    return [f"{city}/{county}" for city, county in rows]
