"""From a sheet to a typed frame: whole columns where they are sound, cells one by one where not."""

from collections import defaultdict

import polars as pl

from planner.characters import BLANKS, narrow
from planner.tables.cells import TICKS, CellError, Reader
from planner.tables.columns import whole_column
from planner.tables.ledger import MOST_WRONG, Ledger, listed, shown
from planner.tables.page import as_text, seen
from planner.tables.schema import Column
from planner.tables.sheet import Sheet

COORDINATES = ("lon", "lat")

FEW = 64
"""Rows up to which reading cell by cell is the quicker way."""


Cell = tuple[object, list[str], CellError | None]


def typed(sheet: Sheet, ledger: Ledger) -> pl.DataFrame:
    """Return the sheet's typed frame, `row` first.

    Cells that fail are null and noted as faults, so that later checks see only what is well
    formed; what was tidied up is noted as one warning a column.
    """
    values = _at_once(sheet) if len(sheet.rows) > FEW else {}
    columns = [sheet.rows.cast(pl.UInt32).alias("row")]
    for column in sheet.table.columns:
        if column.name in values:
            columns.append(values[column.name])
        elif column.name in sheet.cells:
            columns.append(_one_by_one(sheet, column, ledger))
        else:
            columns.append(_blanks(column, len(sheet.rows)))
    frame = pl.DataFrame(columns)
    if set(COORDINATES) <= set(sheet.cells) and any(frame[one].null_count() for one in COORDINATES):
        _coordinates(sheet, ledger)
    return frame


def _coordinates(sheet: Sheet, ledger: Ledger) -> None:
    """Note where one of longitude and latitude is filled in without the other."""
    both = (_filled(sheet.cells[name]) for name in COORDINATES)
    for row, *filled in zip(sheet.rows.to_list(), *both, strict=True):
        if filled[0] != filled[1]:
            ledger.fault(sheet.table.name, "cell.blank", row, COORDINATES[filled.index(False)])


def _filled(cells: pl.Series) -> list[bool]:
    if cells.dtype != pl.String:
        return cells.is_not_null().to_list()
    return (cells.fill_null("").str.strip_chars(BLANKS) != "").to_list()


def _at_once(sheet: Sheet) -> dict[str, pl.Series]:
    """Return the values of the sound columns."""
    written = pl.LazyFrame(list(sheet.cells.values()))
    sound: list[pl.Expr] = []
    values: list[pl.Expr] = []
    for column in sheet.table.columns:
        cells = sheet.cells.get(column.name)
        way = None if cells is None else whole_column(column, cells.dtype)
        if way is not None:
            sound.append(way.sound.alias(column.name))
            values.append(way.values.alias(column.name))
    verdict, frame = pl.collect_all([written.select(sound), written.select(values)])
    return {name: frame[name] for name in frame.columns if verdict[name].item()}


def _one_by_one(sheet: Sheet, column: Column, ledger: Ledger) -> pl.Series:
    """Return a column read cell by cell, noting each fault and once each kind of oddity."""
    table, written = sheet.table.name, sheet.cells[column.name].to_list()
    reader = Reader(
        column, ticked=column.kind == "flag" and _ticked(table, column, written, ledger)
    )
    values: list[object] = []
    odd: dict[str, list[int]] = defaultdict(list)
    nothing: object = [] if column.kind == "topics" else None
    blank: list[int] = []
    known: dict[object, Cell] = {}
    wrong = 0
    for row, cell in zip(sheet.rows.to_list(), written, strict=True):
        if cell is None or cell == "":
            values.append(False if reader.ticked else nothing)
            blank.append(row)
            continue
        read = known.get(cell) if isinstance(cell, str) else None
        if read is None:
            read = known[str(cell)] = _read(reader, cell)
            wrong += read[2] is not None
        value, changed, error = read
        values.append(value)
        for key in changed:
            odd[key].append(row)
        if error is None:
            continue
        said = {"value": shown(seen(cell))} | error.values
        ledger.fault(table, error.key, row, column.name, **said)
        if wrong > MOST_WRONG:
            values += [nothing] * (len(written) - len(values))
            ledger.stop(sheet.table, column, row)
            break
    if blank and not reader.ticked and not column.blank:
        ledger.fault_each(table, "cell.blank", blank, column.name)
    for key, rows in odd.items():
        ledger.warn(table, key, rows[0], column.name, count=len(rows), rows=listed(rows))
    return pl.Series(column.name, values, column.dtype)


def _read(reader: Reader, cell: object) -> Cell:
    """Return a cell's value, what was changed on the way, and why it has none."""
    reader.odd = []
    try:
        value = reader.value(cell)
    except CellError as wrong:
        return None, reader.odd, wrong
    return value, reader.odd, None


def _ticked(table: str, column: Column, written: list[object], ledger: Ledger) -> bool:
    """Tell whether every filled cell of a column is a tick, and say that a blank is a no."""
    cells = [narrow(as_text(cell)) for cell in written]
    filled = [cell for cell in cells if cell]
    if not filled or len(filled) == len(cells) or not TICKS.issuperset(filled):
        return False
    values = {"ticks": len(filled), "blanks": len(cells) - len(filled)}
    ledger.warn(table, "cell.ticks", None, column.name, **values)
    return True


def _blanks(column: Column, count: int) -> pl.Series:
    blank: list[str] | None = [] if column.kind == "topics" else None
    return pl.Series(column.name, [blank] * count, column.dtype)
