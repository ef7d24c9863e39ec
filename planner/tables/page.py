"""A table as it was found in a file or a workbook, before anything is made of it."""

from dataclasses import dataclass, field

Record = tuple[int, list[str]]
"""The number of a row, and its cells."""


MOST_BYTES = 128 * 2**20
"""Bytes of a file, and of a workbook's parts unpacked, all together."""

MOST_ROWS = 200_000
MOST_COLUMNS = 702
"""As many rows and columns as a file or a sheet may have."""


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
