"""The quick way for whole columns: polars expressions for cells that are all as they should be.

Where a column is `sound` here, reading it cell by cell would give the same values and say nothing.
"""

from dataclasses import dataclass

import polars as pl

from planner.tables.cells import BLANKS, FLAGS
from planner.tables.schema import Column, Kind

PLAIN_ID = r"^[0-9A-Za-z_\p{Han}-]+$"
SCIENTIFIC = r"^\d(\.\d+)?[eE]\+?\d+$"


@dataclass(frozen=True, slots=True)
class Swift:
    """The values of a column, and one boolean: whether every cell is as it should be."""

    values: pl.Expr
    sound: pl.Expr


def swift(column: Column, dtype: pl.DataType) -> Swift | None:
    """Return the quick way to read a column of this type, or None where there is none."""
    cell = pl.col(column.name)
    if dtype == pl.String:
        return _from_text(column, cell)
    if column.kind == "whole" and dtype.is_integer():
        return _number(column, cell.cast(pl.Int64, strict=False), cell.is_null())
    if column.kind == "degrees" and dtype.is_float():
        return _number(column, cell.cast(pl.Float64), cell.is_null())
    if column.kind == "date" and dtype == pl.Date:
        inside = cell.dt.year().is_between(column.low, column.high)
        return Swift(cell, _all(column, inside.fill_null(value=False), cell.is_null()))
    if column.kind == "flag" and dtype == pl.Boolean:
        return Swift(cell, pl.lit(column.blank) | cell.is_not_null().all())
    return None


def _from_text(column: Column, cell: pl.Expr) -> Swift | None:
    blank = cell.is_null() | (cell == "")
    kind: Kind = column.kind
    if kind in ("whole", "degrees"):
        return _number(column, cell.cast(column.dtype, strict=False), blank)
    if kind == "flag":
        lower = cell.str.to_lowercase()
        values = lower.replace_strict(FLAGS, default=None, return_dtype=pl.Boolean)
        return Swift(values, _filled(column, values, blank))
    if kind == "choice":
        words = {word: pair[0] for pair in column.choices for word in pair}
        values = cell.replace_strict(words, default=None, return_dtype=pl.String)
        return Swift(values, _filled(column, values, blank))
    values = pl.when(~blank).then(cell)
    if kind in ("id", "ref"):
        plain = cell.str.contains(PLAIN_ID) & ~cell.str.contains(SCIENTIFIC)
        return Swift(values, _all(column, plain, blank))
    if kind == "date":
        shape = cell.str.contains(r"^\d{4}-\d{2}-\d{2}$")
        values = pl.when(shape).then(cell).str.to_date("%Y-%m-%d", strict=False)
        inside = values.dt.year().is_between(column.low, column.high).fill_null(value=False)
        return Swift(values, _all(column, inside, blank))
    if kind in ("text", "area", "place", "note", "topic"):
        plain = (cell.str.strip_chars(BLANKS) == cell) & ~cell.str.contains("^['#]")
        plain = plain & ~cell.str.contains("[;；]") if kind == "topic" else plain
        return Swift(values, _all(column, plain, blank))
    return None


def _number(column: Column, values: pl.Expr, blank: pl.Expr) -> Swift:
    inside = values.is_between(column.low, column.high).fill_null(value=False)
    return Swift(values, _all(column, inside, blank))


def _filled(column: Column, values: pl.Expr, blank: pl.Expr) -> pl.Expr:
    return _all(column, values.is_not_null(), blank)


def _all(column: Column, good: pl.Expr, blank: pl.Expr) -> pl.Expr:
    """Return whether all cells are good, or blank where the column allows that."""
    return ((good | blank) if column.blank else (good & ~blank)).all(ignore_nulls=False)
