"""A table as text: its headers matched, its rows chosen and checked for shape, nothing cast."""

from dataclasses import dataclass

import polars as pl

from planner.tables.header import find_header, full, match
from planner.tables.ledger import Ledger, listed
from planner.tables.merged import spread
from planner.tables.page import Page, Record, letters_of
from planner.tables.rows import data_rows
from planner.tables.schema import Table

MOST_CELLS = 8_000_000
"""Cells of one table, those that are not written included."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one table as text: `rows` as the spreadsheet shows them, cells by column name.

    A known column that the file lacks is lacking in `cells` too.
    """

    table: Table
    rows: pl.Series
    cells: dict[str, pl.Series]


def sheet(table: Table, page: Page, ledger: Ledger) -> Sheet | None:
    """Return the sheet of a page; None if it holds nothing to use.

    Ragged records are faults and stay, cut or filled, so that what they identify is known to other
    tables.
    """
    kept = [(row, cells) for row, cells in page.records if any(cells) and any(map(full, cells))]
    if not kept:
        if page.book and not table.required:
            ledger.warn(table.name, "sheet.blank")
            return None
        ledger.fault(table.name, "table.no_header")
        ledger.unread(table)
        return None
    if page.book:
        ledger.sheets.add(table.name)
    header = find_header(table, page, kept)
    rows = data_rows(table, header, kept, ledger)
    width = len(header.texts)
    if page.book:
        width = max(width, max((len(cells) for _, cells in rows), default=0))
        header.texts.extend([""] * (width - len(header.texts)))
    if width * len(rows) > MOST_CELLS:
        ledger.fault(table.name, "table.too_wide")
        ledger.unread(table)
        return None
    _square(table, page, rows, width, ledger)
    found = match(table, header.texts, header.bottom, ledger, book=page.book)
    if page.merged:
        spread(table, page, rows, found, header.bottom, ledger)
    columns = [list(column) for column in zip(*(cells for _, cells in rows), strict=True)]
    columns = columns or [[] for _ in header.texts]
    _nameless(table, page, header.bottom, header.texts, columns, ledger)
    hidden = [row for row, _ in rows if row in page.hidden]
    if hidden:
        ledger.warn(table.name, "rows.hidden", hidden[0], count=len(hidden), rows=listed(hidden))
    if table.filled and not rows:
        ledger.fault(table.name, "table.empty")
        ledger.unread(table)
    return Sheet(
        table,
        pl.Series("row", [row for row, _ in rows], pl.UInt32),
        {name: pl.Series(name, columns[place], pl.String) for name, place in found.items()},
    )


def _square(table: Table, page: Page, rows: list[Record], width: int, ledger: Ledger) -> None:
    """Make every record as wide as the header, noting in files those that were not."""
    for row, cells in rows:
        if len(cells) == width:
            continue
        if not page.book:
            ledger.fault(table.name, "row.ragged", row, found=len(cells), expected=width)
            ledger.ragged.add((table.name, row))
        cells[width:] = []
        cells.extend([""] * (width - len(cells)))


def _nameless(
    table: Table,
    page: Page,
    row: int,
    header: list[str],
    columns: list[list[str]],
    ledger: Ledger,
) -> None:
    for place, name in enumerate(header):
        if not full(name) and any(map(full, columns[place])):
            letters = letters_of(place) if page.book else None
            ledger.fault(table.name, "header.blank", row, letters=letters, place=place + 1)
