"""From a sheet to a typed frame: quick where a column is sound, cell by cell where it is not."""

from collections import defaultdict

import polars as pl

from planner.tables.cells import CellError, Reader
from planner.tables.ledger import Ledger, listed, shown
from planner.tables.schema import Column
from planner.tables.sheet import Sheet
from planner.tables.swift import swift

FEW = 64
"""Rows up to which reading cell by cell is the quicker way."""


def typed(sheet: Sheet, ledger: Ledger) -> pl.DataFrame:
    """Return the sheet's typed frame, `row` first.

    Cells that fail are null and noted as faults, so that later checks see only what is well
    formed; what was tidied up is noted as one warning a column.
    """
    values = _quick(sheet) if len(sheet.rows) > FEW else {}
    columns = [sheet.rows.cast(pl.UInt32).alias("row")]
    for column in sheet.table.columns:
        if column.name in values:
            columns.append(values[column.name])
        elif column.name in sheet.cells:
            columns.append(_slow(sheet, column, ledger))
        else:
            columns.append(_blanks(column, len(sheet.rows)))
    return pl.DataFrame(columns)


def _quick(sheet: Sheet) -> dict[str, pl.Series]:
    """Return the values of the sound columns."""
    written = pl.LazyFrame(list(sheet.cells.values()))
    sound: list[pl.Expr] = []
    values: list[pl.Expr] = []
    for column in sheet.table.columns:
        cells = sheet.cells.get(column.name)
        way = None if cells is None else swift(column, cells.dtype)
        if way is not None:
            sound.append(way.sound.alias(column.name))
            values.append(way.values.alias(column.name))
    verdict, frame = pl.collect_all([written.select(sound), written.select(values)])
    return {name: frame[name] for name in frame.columns if verdict[name].item()}


def _slow(sheet: Sheet, column: Column, ledger: Ledger) -> pl.Series:
    """Return a column read cell by cell, noting each fault and once each kind of oddity."""
    reader = Reader(column)
    values: list[object] = []
    odd: dict[str, list[int]] = defaultdict(list)
    for row, written in zip(sheet.rows, sheet.cells[column.name].to_list(), strict=True):
        reader.odd = []
        try:
            values.append(reader.value(written))
        except CellError as wrong:
            values.append(None)
            ledger.fault(
                sheet.table.name, wrong.key, row, column.name, value=shown(written), **wrong.values
            )
        for key in reader.odd:
            odd[key].append(row)
    for key, rows in odd.items():
        ledger.warn(sheet.table.name, key, rows[0], column.name, count=len(rows), rows=listed(rows))
    return pl.Series(column.name, values, column.dtype)


def _blanks(column: Column, count: int) -> pl.Series:
    blank: list[str] | None = [] if column.kind == "topics" else None
    return pl.Series(column.name, [blank] * count, column.dtype)
