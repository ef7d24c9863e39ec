"""A table as it was found in a file or a workbook, before anything is made of it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import cast

Record = tuple[int, list[str]]
"""The number of a row, and its cells."""


MOST_BYTES = 128 * 2**20
"""Bytes of a file, and of a workbook's parts unpacked, all together."""

MOST_ROWS = 200_000
MOST_COLUMNS = 702
"""As many rows and columns as a file or a sheet may have."""

EXACT = 10**15
"""Spreadsheets keep 15 digits of a number; a longer one is not written out as whole."""

UNCOMPUTED = "\0formula"
DATED = "\0date:"
"""What the workbook's reader puts for a formula without a value, and before a date: no file's text
has this character."""


@dataclass(frozen=True, slots=True)
class Area:
    """A merged area: rows as the spreadsheet counts them, columns from 0 on, all included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Page:
    """The records of a file or a sheet; `merged` and `hidden` are known of sheets only.

    `book` tells whether it is a sheet, whose cells are called by letters.
    """

    records: list[Record]
    merged: list[Area] = field(default_factory=list[Area])
    hidden: set[int] = field(default_factory=set[int])
    book: bool = False


def letters_of(place: int) -> str:
    """Return a column's letters in a spreadsheet: A for 0, AA for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def dated(day: str, number: str) -> str:
    """Return the mark of a workbook's cell that is a date, and a number by itself."""
    return f"{DATED}{day}|{number}"


def seen(written: object) -> object:
    """Return what a cell shows, marks of the workbook's reader apart."""
    if not isinstance(written, str) or not written.startswith("\0"):
        return written
    day, _, _ = written.removeprefix(DATED).partition("|")
    return day if written.startswith(DATED) else ""


def as_text(value: object) -> str:
    """Return a cell as one would type it: whole numbers without a point, dates as dates."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT else repr(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, list):
        return ";".join(map(as_text, cast("list[object]", value)))
    return str(value)
