"""Write what became of Jiangxi's stations since 2018: `python data/build_crosswalk.py [OUT_DIR]`.

The national poverty counties of 2018 are written beside it. Codes, names and places are real; the
year in which a change takes effect is assumed, and what new stations are like is synthetic, see
README.md.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from build_jiangxi import places, rows_of
from synthetic.stations import STATION_COLUMNS, Station, describe_stations

HERE = Path(__file__).parent
YEAR = 2023
"""The lists are of 2018 and 2023; every change between them is dated by the later one."""

PLACE_COLUMNS = ("name", "city", "county", "township", "lon", "lat")
FIGURES = STATION_COLUMNS[1 + len(PLACE_COLUMNS) :]


def main(folder: Path = HERE) -> None:
    """Write the two tables into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    header = ("year", "station_id", "successor_id", *PLACE_COLUMNS, *FIGURES)
    _write(folder / "crosswalk_2018_2023.csv", header, _changes())
    counties = {
        (row["city"], row["county"]): None
        for row in rows_of("jiangxi_stations_2018.csv")
        if row["poverty_county"] == "true"
    }
    _write(folder / "poverty_counties_2018.csv", ("city", "county"), counties)


def _changes() -> list[tuple[object, ...]]:
    """Return a row for every station that changed, closed or is new; the same ones are left out.

    Where a station only changed its name, code or county its figures are left blank: they go on.
    """
    described = describe_stations(places("jiangxi_stations_2023.csv"))
    present = {station.place.station_id: station for station in described}
    nothing = ("",) * len(FIGURES)
    rows: list[tuple[object, ...]] = []
    for row in rows_of("jiangxi_station_crosswalk_2018_2023.csv"):
        before, after = row["id_2018"], row["id_2023"]
        if row["status"] == "gone":
            rows.append((YEAR, before, "", *("",) * len(PLACE_COLUMNS), *nothing))
        elif row["status"] == "changed":
            rows.append((YEAR, before, after, *_place(present[after]), *nothing))
        elif row["status"] == "new":
            station = present[after]
            figures = (getattr(station, name) for name in FIGURES)
            rows.append((YEAR, "", after, *_place(station), *figures))
    return rows


def _place(station: Station) -> tuple[str, ...]:
    return tuple(getattr(station.place, name) for name in PLACE_COLUMNS)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Write one table; only text and whole numbers come in, so no float is ever formatted."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
