"""Approved pairings become history, each once: so next year's plan is made from this year's."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from planner.dataset import Dataset, rows_of
from planner.errors import Fault, InputError
from planner.plans.folder import write_file
from planner.record.entry import Entry
from planner.record.state import PLANNED, pairings, years_of
from planner.tables import HEADERS, TABLE, write_csv

FILE = "history.csv"
COLUMNS = ("year", "unit_id", "station_id")
Row = tuple[int, str, str]


def approved_rows(entries: Sequence[Entry], dataset: Dataset) -> list[Row]:
    """Return year, unit and station of the approved pairings that history does not have yet.

    Of a part approved more than once those in force count: the last approved.
    """
    years = years_of(entries)
    had = set(rows_of(dataset.history, *COLUMNS))
    rows = {
        (year, row["unit_id"], row["station_id"])
        for (year, part), progress in years.parts.items()
        if part in PLANNED and progress.approved is not None
        for row in pairings(progress.approved.content["rows"])
    }
    return sorted(rows - had)


def add_in_place(data: Path, rows: Sequence[Row]) -> Path:
    """Add rows at the end of a folder's history, whatever it holds, and return its file.

    Raises `InputError` where the data is a workbook, or the file can't be written to.
    """
    if not data.is_dir():
        raise InputError([Fault(data.name, "record.no_out")])
    file = data / FILE
    before = file.read_bytes() if file.exists() else _header()
    if before and not before.endswith(b"\n"):
        before += b"\n"
    write_file(file, before + _lines(before, rows))
    return file


def with_rows(history: pl.DataFrame, rows: Sequence[Row]) -> pl.DataFrame:
    """Return a history with the rows added, in the order of years, units and stations."""
    added = pl.DataFrame(rows, dict.fromkeys(COLUMNS, pl.String) | {"year": pl.Int64}, orient="row")
    return pl.concat([history.select(COLUMNS), added]).sort(COLUMNS)


def _header() -> bytes:
    return write_csv(pl.DataFrame(schema=dict.fromkeys(COLUMNS, pl.String)))


def _lines(before: bytes, rows: Sequence[Row]) -> bytes:
    """Return the rows as lines under a file's own header, in its encoding and line ends."""
    try:
        text, encoding = before.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = before.decode("gb18030"), "gb18030"
    names = {HEADERS[name]: name for name in COLUMNS} | {name: name for name in COLUMNS}
    first = next(csv.reader(io.StringIO(text)), list[str]())
    header = [names.get(cell.strip().casefold(), cell) for cell in first]
    if not {column.name for column in TABLE["history"].columns} <= set(header):
        raise InputError([Fault(FILE, "record.no_rows")])
    out = io.StringIO()
    end = "\r\n" if "\r\n" in text else "\n"
    writer = csv.writer(out, lineterminator=end)
    for row in rows:
        values = dict[str, str](zip(COLUMNS, map(str, row), strict=True))
        writer.writerow([values.get(name, "") for name in header])
    return out.getvalue().encode(encoding)
