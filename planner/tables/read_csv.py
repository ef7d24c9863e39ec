"""Reading one CSV file: bytes to text to numbered records."""

import csv
import io
from collections.abc import Iterator

from planner.tables.ledger import Ledger
from planner.tables.schema import Table
from planner.tables.sheet import Record, Sheet, sheet

UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_csv(table: Table, data: bytes, ledger: Ledger) -> Sheet | None:
    """Return the sheet of a CSV file's bytes, or None where they are not such a file."""
    text = _text(table, data, ledger)
    if text is None:
        ledger.unread(table)
        return None
    records = list(_records(table, text, ledger))
    if records and len(records[0][1]) == 1 and (other := _separator(records[0][1][0])):
        ledger.fault(table.name, "csv.separator", records[0][0], value=other)
        ledger.unread(table)
        return None
    return sheet(table, records, ledger)


def _text(table: Table, data: bytes, ledger: Ledger) -> str | None:
    """Decode UTF-8, or GB18030 with a warning; anything else is a fault."""
    if data.startswith(UTF16) or data[:200].count(b"\0") > len(data[:200]) // 4:
        ledger.fault(table.name, "csv.utf16")
        return None
    if b"\0" in data:
        ledger.fault(table.name, "csv.nul", data.count(b"\n", 0, data.index(b"\0")) + 1)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    text = _gb18030(data)
    if text is None:
        ledger.fault(table.name, "csv.encoding", line)
    else:
        ledger.warn(table.name, "csv.gb18030")
    return text


def _gb18030(data: bytes) -> str | None:
    """Return Chinese text in GB18030, or None where the bytes are something else.

    Bytes that are mostly sound UTF-8 are a damaged UTF-8 file, whatever GB18030 makes of them.
    """
    loose = data.decode("utf-8", "replace")
    sound = sum(char > "\x7f" and char != "\ufffd" for char in loose)
    if sound > loose.count("\ufffd"):
        return None
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if all(_chinese(char) for char in text if char > "\x7f") else None


def _chinese(char: str) -> bool:
    """Tell whether a character is one that Chinese lists hold: Han, punctuation, full width."""
    return (
        "\u3000" <= char <= "\u9fff"
        or "\uff00" <= char <= "\uffef"
        or "\U00020000" <= char <= "\U0003ffff"
        or char in "·—‘’“”…×℃№①②③④⑤⑥⑦⑧⑨⑩\u00a0"
    )


def _records(table: Table, text: str, ledger: Ledger) -> Iterator[Record]:
    """Yield the records with their numbers, up to the first place that cannot be read as CSV."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    row = 0
    try:
        for row, record in enumerate(reader, 1):
            yield row, record
    except csv.Error as error:
        key = "csv.long" if "limit" in str(error) else "csv.quote"
        ledger.fault(table.name, key, row + 1)
        ledger.unread(table)


def _separator(header: str) -> str | None:
    """Return the separator that a header without commas seems to use."""
    return next((name for mark, name in (("\t", "TAB"), (";", ";")) if mark in header), None)
