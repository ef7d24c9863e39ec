"""A table as it was found: its records checked for shape, its headers matched, nothing cast."""

import difflib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import polars as pl

from planner.tables.cells import BLANKS, WIDE
from planner.tables.ledger import Ledger, shown
from planner.tables.schema import EVERY, SCHEMA, Column, Table

Record = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one table as text: `rows` as the spreadsheet shows them, cells by column name.

    A known column that the file lacks is lacking in `cells` too.
    """

    table: Table
    rows: pl.Series
    cells: dict[str, pl.Series]


def sheet(table: Table, records: Iterable[Record], ledger: Ledger) -> Sheet | None:
    """Return the sheet of numbered records, the first being the headers; None if unusable.

    Blank records are skipped. Ragged ones are faults and stay, cut or filled, so that what they
    identify is known to other tables.
    """
    kept = [(row, cells) for row, cells in records if any(cells) and any(map(_full, cells))]
    if not kept:
        if table.required:
            ledger.fault(table.name, "table.no_header")
            ledger.unread(table)
        return None
    header_row, header = kept.pop(0)
    _square(table, kept, len(header), ledger)
    columns = [list(column) for column in zip(*(cells for _, cells in kept), strict=True)]
    columns = columns or [[] for _ in header]
    _nameless(table, header_row, header, columns, ledger)
    found = match(table, header, header_row, ledger)
    if table.filled and not kept:
        ledger.fault(table.name, "table.empty")
        ledger.unread(table)
    return Sheet(
        table,
        pl.Series("row", [row for row, _ in kept], pl.UInt32),
        {name: pl.Series(name, columns[place], pl.String) for name, place in found.items()},
    )


def _full(cell: str) -> bool:
    return bool(cell.strip(BLANKS))


def _square(table: Table, kept: list[Record], width: int, ledger: Ledger) -> None:
    """Make every record as wide as the header, noting those that were not."""
    for row, cells in kept:
        if len(cells) == width:
            continue
        ledger.fault(table.name, "row.ragged", row, found=len(cells), expected=width)
        ledger.ragged.add((table.name, row))
        cells[width:] = []
        cells.extend([""] * (width - len(cells)))


def _nameless(
    table: Table, row: int, header: list[str], columns: list[list[str]], ledger: Ledger
) -> None:
    for place, name in enumerate(header):
        if not _full(name) and any(map(_full, columns[place])):
            ledger.fault(table.name, "header.blank", row, place=place + 1)


def match(table: Table, header: list[str], row: int, ledger: Ledger) -> dict[str, int]:
    """Return the place of each known column, noting headers that are unknown, misspelt or twice."""
    names = {key: column for column in table.columns for key in (column.name, _plain(column.zh))}
    found: dict[str, int] = {}
    unknown: list[str] = []
    for place, written in enumerate(header):
        column = names.get(_plain(written))
        if column is None:
            unknown.extend([written.strip(BLANKS)] if _full(written) else [])
        elif column.name in found:
            first = shown(header[found[column.name]].strip(BLANKS))
            written = shown(written.strip(BLANKS))
            ledger.fault(table.name, "header.twice", row, written, first=first)
        else:
            found[column.name] = place
            ledger.headers[table.name, column.name] = written.strip(BLANKS)
    missing = [column for column in table.columns if column.name not in found]
    _report(table, row, unknown, missing, ledger)
    return found


def _report(
    table: Table, row: int, unknown: list[str], missing: list[Column], ledger: Ledger
) -> None:
    """Say which headers are unknown, and which columns are missing or misspelt."""
    ledger.unread(table, [column.name for column in missing])
    open_columns = list(missing)
    for written in unknown:
        column = _misspelt(written, open_columns)
        if column is None:
            ledger.warn(table.name, "header.unknown", row, shown(written))
            continue
        open_columns.remove(column)
        ledger.fault(
            table.name, "header.misspelt", row, shown(written), name=column.name, zh=column.zh
        )
    for column in open_columns:
        if not column.blank:
            ledger.fault(table.name, "header.missing", row, column.name, zh=column.zh)


def _misspelt(written: str, missing: list[Column]) -> Column | None:
    """Return the missing column that `written` was most likely meant to be."""
    best: tuple[float, Column] | None = None
    for column in missing:
        for name in (column.name, _plain(column.zh)):
            score = difflib.SequenceMatcher(None, _plain(written), name).ratio()
            if score >= (0.75 if column.blank else 0.6) and (best is None or score > best[0]):
                best = (score, column)
    return None if best is None else best[1]


def _plain(header: str) -> str:
    """Return a header without what people do not see: width, case, blanks around it."""
    return header.translate(WIDE).strip(BLANKS).casefold()


def other_tables(
    names: Collection[str], present: Collection[str], tables: Iterable[Table], ledger: Ledger
) -> None:
    """Warn of tables that are not known; one that looks like a missing table is an error."""
    missing = [table.name for table in tables if table.name not in present]
    for name in names:
        near = ledger.nearest(name.casefold(), missing)
        if near is None:
            ledger.warn("", "table.unknown", value=shown(name))
        else:
            missing.remove(near)
            ledger.unread(SCHEMA[near])
            ledger.fault("", "table.misspelt", value=shown(name), name=near)


def missing_table(table: Table, key: str, ledger: Ledger) -> None:
    """Say that a required table is not there, unless its misspelt name was found already."""
    if table.required and (table.name, table.columns[0].name) not in ledger.unusable:
        ledger.fault(table.name, key, name=table.name, zh=table.zh)
        ledger.unread(table)


def unread_all(ledger: Ledger) -> None:
    """Note that no table is known."""
    for table in EVERY:
        ledger.unread(table)
