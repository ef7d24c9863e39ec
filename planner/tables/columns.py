"""Whole columns at once: polars expressions for cells that are all as they should be.

Where a column is `sound` here, reading it cell by cell would give the same values and say nothing.
"""

from dataclasses import dataclass

import polars as pl

from planner.tables.cells import FLAGS, SCIENTIFIC
from planner.tables.schema import Column

PLAIN_ID = r"^[0-9A-Za-z_\x{4e00}-\x{9fff}-]+$"
SEEN = r"!-~\x{4e00}-\x{9fff}·"
"""Characters that are seen, and are compared as they are written."""

COMPARED = rf"^[{SEEN}]([ {SEEN}]*[{SEEN}])?$"
PLAIN = rf"^[{SEEN}，。（）]([ {SEEN}，。（）]*[{SEEN}，。（）])?$"
INNER_BLANK = r"[\x{4e00}-\x{9fff}] | [\x{4e00}-\x{9fff}]"
MARKED = r"^(['#=]|nan)|锟斤拷"
SHORT = 40


@dataclass(frozen=True, slots=True)
class Whole:
    """The values of a column, and one boolean: whether every cell is as it should be."""

    values: pl.Expr
    sound: pl.Expr


def whole_column(column: Column, dtype: pl.DataType) -> Whole | None:
    """Return how a column of this type is read at once, or None where it can't be."""
    cell = pl.col(column.name)
    if dtype == pl.String:
        return _from_text(column, cell)
    if column.kind == "whole" and dtype.is_integer():
        return _number(column, cell.cast(pl.Int64, strict=False), cell.is_null())
    if column.kind == "degrees" and dtype.is_float():
        return _number(column, cell.cast(pl.Float64), cell.is_null())
    if column.kind == "date" and dtype == pl.Date:
        return _day(column, cell, cell.is_null())
    if column.kind == "flag" and dtype == pl.Boolean:
        return Whole(cell, pl.lit(column.blank) | cell.is_not_null().all())
    return None


def _from_text(column: Column, cell: pl.Expr) -> Whole | None:
    blank = cell.is_null() | (cell == "")
    match column.kind:
        case "whole" | "degrees":
            short = (cell.str.len_bytes() <= SHORT).fill_null(value=True)
            values = pl.when(short).then(cell).cast(column.dtype, strict=False)
            return _number(column, values, blank)
        case "flag":
            lower = cell.str.to_lowercase()
            values = lower.replace_strict(FLAGS, default=None, return_dtype=pl.Boolean)
            return Whole(values, _all(column, values.is_not_null(), blank))
        case "choice":
            words = {word: pair[0] for pair in column.choices for word in pair}
            values = cell.replace_strict(words, default=None, return_dtype=pl.String)
            return Whole(values, _all(column, values.is_not_null(), blank))
        case "date":
            shape = cell.str.contains(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
            values = pl.when(shape).then(cell).str.to_date("%Y-%m-%d", strict=False)
            return _day(column, values, blank)
        case "topics":
            return None
        case _:
            return _words(column, cell, blank)


def _words(column: Column, cell: pl.Expr, blank: pl.Expr) -> Whole:
    """Return how columns of text are read that hold nothing odd."""
    if column.kind in ("id", "ref"):
        plain = cell.str.contains(PLAIN_ID) & ~cell.str.contains(f"^{SCIENTIFIC.pattern}$")
    else:
        shape = PLAIN if column.kind in ("text", "note") else COMPARED
        plain = cell.str.contains(shape) & ~cell.str.contains(MARKED)
    if column.kind == "topic":
        plain = plain & ~cell.str.contains("[;,、/]")
    if column.kind in ("area", "place"):
        plain = plain & ~cell.str.contains(INNER_BLANK)
    if column.kind == "area":
        plain = plain & ~cell.str.contains("/", literal=True)
    return Whole(pl.when(~blank).then(cell), _all(column, plain, blank))


def _day(column: Column, values: pl.Expr, blank: pl.Expr) -> Whole:
    inside = values.dt.year().is_between(column.low, column.high).fill_null(value=False)
    return Whole(values, _all(column, inside, blank))


def _number(column: Column, values: pl.Expr, blank: pl.Expr) -> Whole:
    inside = values.is_between(column.low, column.high).fill_null(value=False)
    return Whole(values, _all(column, inside, blank))


def _all(column: Column, good: pl.Expr, blank: pl.Expr) -> pl.Expr:
    """Return whether all cells are good, or blank where the column allows that."""
    return ((good | blank) if column.blank else (good & ~blank)).all(ignore_nulls=False)
