"""Whether the plan is well made: its rows and their columns; in which order they stand is free."""

from collections.abc import Mapping
from typing import Any

from planner.audit.case import Case, Pairing
from planner.audit.finding import Violation, witness
from planner.audit.values import need_index
from planner.errors import Sentence

HEADER = 1
"""Lines of plan.csv above its first row."""
Row = Mapping[str, Any]


def rows(case: Case) -> list[Violation]:
    """Every row names a unit and a station once, and agrees with the tables."""
    found = _year_of_summary(case)
    seen: set[tuple[str, str]] = set()
    for line, row in enumerate(case.rows, start=HEADER + 1):
        number = row.get("row", line)
        found += _unknown(case, number, row) or _columns(case, number, row)
        pair = (row["unit_id"], row["station_id"])
        if pair in seen:
            found.append(_twice(case, number, *pair))
        seen.add(pair)
    return found


def _year_of_summary(case: Case) -> list[Violation]:
    year = case.claims.year
    if year is None or year == case.year:
        return []
    return [Violation(1, witness(column="year", found=year, expected=case.year))]


def _unknown(case: Case, number: int, row: Row) -> list[Violation]:
    """Return the ids of a row that no table has."""
    known = {"unit_id": case.facts.units, "station_id": case.facts.stations}
    return [
        _wrong(number, column=column, found=row[column])
        for column, ids in known.items()
        if row[column] not in ids
    ]


def _columns(case: Case, number: int, row: Row) -> list[Violation]:
    """Return the columns of a row that say otherwise than the tables."""
    unit = case.facts.units[row["unit_id"]]
    pairing = Pairing(unit, case.facts.stations[row["station_id"]])
    return [
        _wrong(number, column=column, found=row[column], expected=value)
        for column, value in expected_columns(case, pairing).items()
        if row[column] != value
    ]


def expected_columns(case: Case, pairing: Pairing) -> dict[str, object]:
    """Return what the tables say of a pairing, column by column."""
    unit, station = pairing.unit, pairing.station
    return {
        "year": case.year,
        "kind": unit.kind,
        "unit": unit.name,
        "station": station.name,
        "city": station.city,
        "county": station.county,
        "need": need_index(case, station),
        "travel_minutes": station.travel_minutes,
        "wish": case.wish(pairing),
        "fit": case.fit(pairing),
    }


def _twice(case: Case, number: int, unit: str, station: str) -> Violation:
    """Return the violation of a pair that an earlier row has; its ids may be in no table."""
    ids = witness(row=number, unit=unit, station=station, count=2, bound=1)
    units, stations = case.facts.units, case.facts.stations
    if unit not in units or station not in stations:
        return Violation(1, ids)
    values = {"row": number, "unit": units[unit].called, "station": stations[station].called}
    return Violation(1, ids, Sentence("audit.twice", values))


def _wrong(number: int, **figures: object) -> Violation:
    return Violation(1, witness(row=number, **figures))
