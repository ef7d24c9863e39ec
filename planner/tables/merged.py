"""Merged cells below the headers: read where one value may stand for several rows, else faults."""

from planner.tables.header import full
from planner.tables.ledger import Ledger
from planner.tables.page import Area, Page, Record, letters_of
from planner.tables.schema import Kind, Table

SHARED: frozenset[Kind] = frozenset(
    ("ref", "text", "area", "place", "note", "choice", "topic", "topics")
)
"""The kinds of which one value may be meant for several rows."""


def spread(
    table: Table,
    page: Page,
    rows: list[Record],
    places: dict[str, int],
    bottom: int,
    ledger: Ledger,
) -> None:
    """Put the value of merged cells into every row of data that they cover.

    Said once a column. Across columns, and in identifiers, numbers and yes/no, it is a fault.
    """
    named = {place: table.column(name) for name, place in places.items()}
    cells_of = dict(rows)
    said: dict[str, list[int]] = {}
    for area in page.merged:
        covered = [row for row in range(area.top, area.bottom + 1) if row in cells_of]
        columns = [place for place in range(area.left, area.right + 1) if place in named]
        if area.bottom <= bottom or not covered or not columns:
            continue
        value = _value(cells_of, area)
        if area.right > area.left:
            if full(value):
                _fault(table, "merged.across", area, named[columns[0]].name, ledger)
                ledger.ragged.update((table.name, row) for row in covered)
            continue
        column = named[area.left]
        if column.kind not in SHARED:
            _fault(table, "merged.kind", area, column.name, ledger)
            ledger.settled.update((table.name, row, column.name) for row in covered)
        elif full(value):
            said.setdefault(column.name, []).append(area.top)
            for row in covered:
                cells_of[row][area.left] = value
    for name, tops in said.items():
        ledger.warn(table.name, "merged.read", tops[0], name, count=len(tops))


def _value(cells_of: dict[int, list[str]], area: Area) -> str:
    cells = cells_of.get(area.top, [])
    return cells[area.left] if area.left < len(cells) else ""


def _fault(table: Table, key: str, area: Area, column: str, ledger: Ledger) -> None:
    """Note a fault at the first cell of an area, whose extent it names."""
    first, last = letters_of(area.left), letters_of(area.right)
    extent = f"{first}{area.top}:{last}{area.bottom}"
    ledger.fault(table.name, key, area.top, column, letters=first, area=extent)
