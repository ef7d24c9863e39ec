"""Put a dataset together from real places and units, and write its seven tables."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from synthetic.history import HISTORY_COLUMNS, past_pairings
from synthetic.pins import PIN_COLUMNS, decide_pins
from synthetic.places import Place
from synthetic.recusals import RECUSAL_COLUMNS, file_recusals
from synthetic.stations import STATION_COLUMNS, Station, describe_stations
from synthetic.units import DEPARTMENT_COLUMNS, LEADER_COLUMNS, Department, Leader
from synthetic.wishes import WISH_COLUMNS, file_wishes


def write_dataset(
    folder: Path,
    plan_year: int,
    leaders: Sequence[Leader],
    departments: Sequence[Department],
    places: Sequence[Place],
) -> None:
    """Write leaders, departments, stations, history, wishes, recusals and pins into the folder.

    The pins fall on the third department and the second leader; the same input gives the same
    bytes (UTF-8, line feeds, booleans true and false).
    """
    units = [*leaders, *departments]
    stations = describe_stations(places)
    recusals = file_recusals(units, stations)
    history = past_pairings(plan_year, units, stations, recusals)
    wishes = file_wishes(departments, stations, history, recusals)
    pins = decide_pins(departments[2], leaders[1], stations, history, recusals)

    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "leaders.csv", LEADER_COLUMNS, leaders)
    _write(folder / "departments.csv", DEPARTMENT_COLUMNS, departments)
    _write(folder / "stations.csv", STATION_COLUMNS, map(_station_row, stations))
    _write(folder / "history.csv", HISTORY_COLUMNS, history)
    _write(folder / "wishes.csv", WISH_COLUMNS, wishes)
    _write(folder / "recusals.csv", RECUSAL_COLUMNS, recusals)
    _write(folder / "pins.csv", PIN_COLUMNS, pins)


def _station_row(station: Station) -> tuple[object, ...]:
    place = station.place
    return (
        place.station_id, place.name, place.city, place.county, place.township,
        place.lon, place.lat, station.travel_minutes, station.staff, station.caseload,
        station.hardship, station.focus, station.nominated,
    )  # fmt: skip


def _write(path: Path, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Write one table; only text and whole numbers come in, so no float is ever formatted."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
