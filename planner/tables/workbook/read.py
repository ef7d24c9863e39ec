"""From a workbook's bytes to the sheets of its tables."""

from collections.abc import Iterable, Sequence

from planner.tables.header import TOP
from planner.tables.ledger import Ledger, shown
from planner.tables.names import once, passed_over, stranger, table_of
from planner.tables.schema import EVERY, Table
from planner.tables.sheet import Sheet, sheet
from planner.tables.workbook.archive import RefusedError, opened
from planner.tables.workbook.book import Book, SheetPart, book_of
from planner.tables.workbook.cells import page_of


def read_workbook(
    file: str, data: bytes, tables: Sequence[Table], ledger: Ledger
) -> dict[str, Sheet]:
    """Return the sheets of a workbook's bytes by table; faults of the file itself are noted."""
    ledger.files[""] = file
    for table in EVERY:
        ledger.files[table.name] = file
    try:
        return _sheets(book_of(opened(data)), tables, ledger)
    except RefusedError as refused:
        ledger.fault("", refused.key, **{name: shown(v) for name, v in refused.values.items()})
        ledger.unread_all()
        return {}


def _sheets(book: Book, tables: Sequence[Table], ledger: Ledger) -> dict[str, Sheet]:
    parts = {part.title: part for part in book.sheets if not passed_over(part.title)}
    named = [(title, table) for title in parts if (table := table_of(title)) is not None]
    chosen = once(named, "sheet", ledger)
    ledger.files |= chosen
    known = {title for title, _ in named}
    for title, part in parts.items():
        if title not in known:
            stranger(title, "sheet", page_of(book, part.part, TOP).records, ledger)
    return dict(_read(book, tables, chosen, parts, ledger))


def _read(
    book: Book,
    tables: Sequence[Table],
    chosen: dict[str, str],
    parts: dict[str, SheetPart],
    ledger: Ledger,
) -> Iterable[tuple[str, Sheet]]:
    """Yield the sheets of the tables that are asked for."""
    for table in tables:
        if table.name not in chosen:
            ledger.missing(table, "table.no_sheet")
            continue
        part = parts[chosen[table.name]]
        if part.hidden:
            ledger.warn(table.name, "sheet.hidden")
        read = sheet(table, page_of(book, part.part), ledger)
        if read is not None:
            yield table.name, read
