"""The table of indicators: what each station did in each year."""

from pathlib import Path

import polars as pl

from planner.dataset import Dataset, rows_of
from planner.tables import INDICATORS, read_table, read_tables
from planner.tables.folder import WORKBOOKS
from planner.tables.ledger import Ledger, shown


def read_indicators(path: Path | str, dataset: Dataset) -> pl.DataFrame:
    """Return the indicators by station and year, without the `row` of the file.

    `path` is their CSV file, or a dataset's folder or workbook: where that has none there are no
    rows. Columns as in `planner.tables.INDICATORS`: counts of matters and people, satisfaction 0
    to 100. Raises InputError with every fault: unreadable cells, stations the dataset does not
    have, a station's year twice, more mediations settled than there were.
    """
    path = Path(path)
    if path.is_dir() or path.suffix.lower() in WORKBOOKS:
        tables = read_tables(path, ("stations", INDICATORS.name))
        frame, ledger = tables.frames[INDICATORS.name], tables.ledger
    else:
        frame, ledger = read_table(INDICATORS, path), Ledger(files={INDICATORS.name: path.name})
    _check_stations(frame, dataset, ledger)
    _check_years(frame, ledger)
    _check_settled(frame, ledger)
    ledger.settle()
    return frame.drop("row").sort("station_id", "year")


def _check_stations(frame: pl.DataFrame, dataset: Dataset, ledger: Ledger) -> None:
    known = set(dataset.stations["station_id"])
    for row, station in rows_of(frame, "row", "station_id"):
        if station not in known:
            near = ledger.nearest(station, known)
            key = "indicators.station" if near is None else "indicators.station_near"
            values = {"value": shown(station), "near": near}
            ledger.fault(INDICATORS.name, key, row, "station_id", **values)


def _check_years(frame: pl.DataFrame, ledger: Ledger) -> None:
    first: dict[tuple[str, int], int] = {}
    for row, station, year in rows_of(frame, "row", "station_id", "year"):
        before = first.setdefault((station, year), row)
        if before != row:
            values = {"value": shown(station), "year": year, "first": before}
            ledger.fault(INDICATORS.name, "indicators.twice", row, "year", **values)


def _check_settled(frame: pl.DataFrame, ledger: Ledger) -> None:
    over = frame.filter(pl.col("mediations_settled") > pl.col("mediations"))
    for row, settled, every in rows_of(over, "row", "mediations_settled", "mediations"):
        values = {"value": settled, "most": every}
        ledger.fault(INDICATORS.name, "indicators.settled", row, "mediations_settled", **values)
