"""Reading one CSV file: bytes to text to numbered records."""

import csv
import io
from collections.abc import Iterator

from planner.characters import decoded
from planner.tables.header import TOP, known_count
from planner.tables.ledger import Ledger
from planner.tables.page import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Page, Record
from planner.tables.schema import Table
from planner.tables.sheet import Sheet, sheet

UTF16 = (b"\xff\xfe", b"\xfe\xff")


class UnreadableError(Exception):
    """A file's bytes are no CSV: a sentence, the row, and what fills the sentence."""

    def __init__(self, key: str, row: int | None = None, **values: object) -> None:
        self.key = key
        self.row = row
        self.values = values
        super().__init__(key)


def read_csv(table: Table, data: bytes, ledger: Ledger) -> Sheet | None:
    """Return the sheet of a CSV file's bytes, or None where they are not such a file."""
    records: list[Record] = []
    try:
        text, gb18030 = text_of(data)
        if gb18030:
            ledger.warn(table.name, "csv.gb18030")
        records.extend(records_of(text))
        _check_separator(table, records)
    except UnreadableError as error:
        ledger.fault(table.name, error.key, error.row, **error.values)
        ledger.unread(table)
        return None
    return sheet(table, Page(records), ledger)


def text_of(data: bytes) -> tuple[str, bool]:
    """Return the text of UTF-8 bytes, or of GB18030 and True; raise UnreadableError for others."""
    if len(data) > MOST_BYTES:
        raise UnreadableError("file.too_big")
    if data.startswith(UTF16) or data[:200].count(b"\0") > len(data[:200]) // 4:
        raise UnreadableError("csv.utf16")
    if b"\0" in data:
        raise UnreadableError("csv.nul", data.count(b"\n", 0, data.index(b"\0")) + 1)
    found = decoded(data)
    if isinstance(found, int):
        raise UnreadableError("text.encoding", found)
    return found


def records_of(text: str) -> Iterator[Record]:
    """Yield the records with their numbers; raise UnreadableError where they are no CSV."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    row = 0
    try:
        for row, record in enumerate(reader, 1):
            if row > MOST_ROWS or len(record) > MOST_COLUMNS:
                raise UnreadableError("csv.too_far", row)
            yield row, record
    except csv.Error as error:
        raise UnreadableError(
            "csv.long" if "limit" in str(error) else "csv.quote", row + 1
        ) from None


def _check_separator(table: Table, records: list[Record]) -> None:
    """Raise UnreadableError where the headers are separated by another mark than a comma."""
    top = [(row, cells[0]) for row, cells in records[:TOP] if len(cells) == 1 and cells[0]]
    if any(known_count(table, cells) >= 2 for _, cells in records[:TOP]):
        return
    for mark, name in (("\t", "TAB"), *((one, one) for one in ";|，；、")):
        for row, line in top:
            if mark in line and (row == records[0][0] or known_count(table, line.split(mark)) > 1):
                raise UnreadableError("csv.separator", row, value=name)
