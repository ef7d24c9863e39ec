"""The plans in force as one table that is kept beside a result: it can be judged by itself."""

from collections.abc import Sequence

import polars as pl

from planner.days.facts import Pairing
from planner.tables import write_csv
from planner.tables.file import table_of
from planner.tables.schema.calendar import PAIRINGS

FILE = "pairings.csv"


def in_force_file(pairings: Sequence[Pairing]) -> bytes:
    """Return the plans in force as CSV: from which day, which unit has which station."""
    rows = [
        (plan.start, plan.kind_of[unit], unit, station)
        for plan in pairings
        for unit, stations in sorted(plan.stations.items())
        for station in stations
    ]
    schema = {column.name: column.dtype for column in PAIRINGS.columns}
    return write_csv(pl.DataFrame(rows, schema, orient="row"))


def pairings_of(content: bytes) -> tuple[Pairing, ...]:
    """Return the plans in force of such a file, by their first day; raise InputError if damaged."""
    found: list[Pairing] = []
    frame = table_of(PAIRINGS, FILE, content)
    for start in sorted(set(frame["start_date"])):
        stations: dict[str, list[str]] = {}
        kinds: dict[str, str] = {}
        for row in frame.filter(frame["start_date"] == start).to_dicts():
            stations.setdefault(row["unit_id"], []).append(row["station_id"])
            kinds[row["unit_id"]] = row["kind"]
        kept = {unit: tuple(several) for unit, several in stations.items()}
        found.append(Pairing(start, kept, kinds))
    return tuple(found)
