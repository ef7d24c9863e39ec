"""What a table and a column are: names, kinds, bounds, choices, and what a reference may name."""

from dataclasses import dataclass
from typing import Literal

import polars as pl

from planner.tables.schema.headers import HEADERS

Kind = Literal[
    "id", "ref", "text", "area", "place", "note",
    "whole", "degrees", "flag", "choice", "topic", "topics", "date",
]  # fmt: skip
"""`area` is a city or a county, `place` a place of the level beside it, `note` any free text."""

LARGEST = 1_000_000
"""The most any count or number of minutes may be; sums of it stay far below 2³¹."""

DTYPES: dict[Kind, pl.DataType] = {
    "id": pl.String(),
    "ref": pl.String(),
    "text": pl.String(),
    "area": pl.String(),
    "place": pl.String(),
    "note": pl.String(),
    "whole": pl.Int64(),
    "degrees": pl.Float64(),
    "flag": pl.Boolean(),
    "choice": pl.String(),
    "topic": pl.String(),
    "topics": pl.List(pl.String()),
    "date": pl.Date(),
}

Target = tuple[str, str]
"""A table and the column of its identifiers."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, kind, whether a cell may be blank, and what it may hold.

    `low` and `high` bound numbers, and the years of dates, both included. `choices` are pairs
    (English, Chinese); the English one is what the frame holds, and `synonyms` are pairs of it and
    what people write besides. `header` is the Chinese header where this table has its own;
    `aliases` are other headers that are read. `units` may follow a number or stand in the header
    in brackets. `refers` are the identifiers that a reference may name, and `also` the words that
    it may hold instead; one that names nothing is a fault, or only a warning where the column is
    `lenient`.
    """

    name: str
    kind: Kind = "text"
    blank: bool = False
    low: int = 0
    high: int = LARGEST
    choices: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, str], ...] = ()
    header: str = ""
    aliases: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    refers: tuple[Target, ...] = ()
    also: tuple[str, ...] = ()
    lenient: bool = False

    @property
    def zh(self) -> str:
        """The Chinese header."""
        return self.header or HEADERS[self.name]

    @property
    def dtype(self) -> pl.DataType:
        """The type of this column in the frames."""
        return DTYPES[self.kind]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name in both languages, its columns in order, whether it must be there.

    `filled` tells whether it must also have rows; `aliases` are other names that it is read under;
    `key` is the column of its own identifiers, where it has one.
    """

    name: str
    zh: str
    required: bool
    columns: tuple[Column, ...]
    filled: bool = False
    aliases: tuple[str, ...] = ()
    key: str | None = None

    def column(self, name: str) -> Column:
        """Return the column of that English name."""
        return next(column for column in self.columns if column.name == name)

    def schema(self) -> dict[str, pl.DataType]:
        """Return the types of the frame, the `row` of the spreadsheet first."""
        return {"row": pl.UInt32(), **{column.name: column.dtype for column in self.columns}}


def empty(table: Table) -> pl.DataFrame:
    """Return the table's frame with no rows."""
    return pl.DataFrame(schema=table.schema())
