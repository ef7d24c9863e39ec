"""The small dataset as a province's office would write it: one workbook, all in Chinese."""

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import openpyxl

from planner.tables import TABLE
from tests.tables.small import records

NUMBERS = {"headcount", "lon", "lat", "travel_minutes", "staff", "caseload", "hardship", "year"}
FLAGS = {"true": "是", "false": "否"}

Book = Any
Change = Callable[[Book], None]


def book(names: Iterable[str] = TABLE) -> Book:
    """Return the workbook, a sheet a table, its headers and words in Chinese."""
    made = openpyxl.Workbook()
    del made["Sheet"]
    for name in names:
        table = TABLE[name]
        sheet = made.create_sheet(table.zh)
        header, *rows = records(name)
        sheet.append([table.column(column).zh for column in header])
        for row in rows:
            sheet.append([written(*cell) for cell in zip(header, row, strict=True)])
    return made


def written(column: str, text: str) -> object:
    """Return a cell as a spreadsheet holds it."""
    if column in NUMBERS and text:
        return float(text)
    return FLAGS.get(text, text or None)


def saved(folder: Path, change: Change | None = None, file: str = "data.xlsx") -> Path:
    """Write the workbook, changed, and return its path."""
    made = book()
    if change is not None:
        change(made)
    path = folder / file
    made.save(path)
    return path


def parts(path: Path, change: Callable[[str, bytes], bytes], more: dict[str, bytes]) -> Path:
    """Write a workbook again with its parts changed, and more parts."""
    data = path.read_bytes()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
        for name, content in more.items():
            new.writestr(name, content)
    return path


def put(sheet: str, place: str, value: object) -> Change:
    """Return what puts a value into a cell."""

    def change(made: Book) -> None:
        made[sheet][place] = value

    return change


def merged(sheet: str, area: str) -> Change:
    """Return what merges an area."""
    return lambda made: made[sheet].merge_cells(area)
