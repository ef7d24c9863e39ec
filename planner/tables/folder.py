"""From a folder to the sheets of its tables: which files are tables, and which only look so."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from planner.errors import Fault, refusal
from planner.tables.ledger import Ledger, shown
from planner.tables.names import looks_like, once, passed_over, stranger, table_of
from planner.tables.page import MOST_BYTES
from planner.tables.read_csv import UnreadableError, read_csv, records_of, text_of
from planner.tables.schema import EVERY, Table
from planner.tables.sheet import Sheet

WORKBOOKS = (".xlsx", ".xlsm")
SHEETS = (*WORKBOOKS, ".xls", ".et", ".ods", ".tsv", ".txt", ".numbers")
"""Endings of files that may hold a table and are not read in a folder."""


def bytes_of(path: Path, missing: str = "path.missing") -> bytes | Fault:
    """Return a file's bytes, or why they cannot be had."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return Fault(path.name, "file.too_big")
        return path.read_bytes()
    except FileNotFoundError:
        return Fault(path.name, missing)
    except OSError as error:
        return refused(path, error)


def refused(path: Path, error: OSError) -> Fault:
    """Return why the system does not give a file or a folder."""
    return Fault(path.name, "path.unreadable", values={"value": refusal(error)})


def read_folder(
    path: Path, tables: Sequence[Table], ledger: Ledger, inputs: dict[str, str]
) -> dict[str, Sheet]:
    """Return the sheets of a folder of CSV files by table; raise OSError where it can't be read."""
    names = sorted(entry.name for entry in path.iterdir() if not passed_over(entry.name))
    ledger.files[""] = path.resolve().name
    ledger.files.update({table.name: f"{table.name}.csv" for table in EVERY})
    files = [name for name in names if name.lower().endswith(".csv")]
    named = [(name, table) for name in files if (table := table_of(name[:-4])) is not None]
    books = [name for name in names if name.lower().endswith(WORKBOOKS)]
    if not named and books:
        given = [str(path / name) for name in books]
        ledger.fault("", "folder.workbook", names=shown(books[0]), path=given[0])
        ledger.unread_all()
        return {}
    chosen = once(named, "file", ledger)
    ledger.files |= chosen
    known = {name for name, _ in named}
    for name in files:
        if name not in known:
            _stranger(path, name, ledger)
    for name in names:
        if name not in files and not (path / name).is_dir():
            _other_ending(name, ledger)
    sheets: dict[str, Sheet] = {}
    for table in tables:
        if table.name not in chosen:
            ledger.missing(table, "table.missing")
            continue
        data = bytes_of(path / chosen[table.name])
        if isinstance(data, Fault):
            ledger.fault(table.name, data.key, **data.values)
            ledger.unread(table)
            continue
        inputs[chosen[table.name]] = hashlib.sha256(data).hexdigest()
        read = read_csv(table, data, ledger)
        if read is not None:
            sheets[table.name] = read
    return sheets


def _stranger(path: Path, name: str, ledger: Ledger) -> None:
    """Note a CSV file that is no table, and whether it looks like one."""
    data = bytes_of(path / name)
    try:
        text, _ = ("", False) if isinstance(data, Fault) else text_of(data)
        records = list(records_of("\n".join(text.splitlines()[:20]) + "\n"))
    except UnreadableError:
        records = []
    stranger(name, "file", records, ledger)


def _other_ending(name: str, ledger: Ledger) -> None:
    """Note a file with a table's name and an ending that is not read; so of what is like one."""
    stem, ending = name, ""
    while "." in stem and table_of(stem) is None:
        stem, _, last = stem.rpartition(".")
        ending = f".{last}{ending}"
    table = table_of(stem)
    if table is None and name.lower().endswith(SHEETS):
        table = looks_like(stem)
    if table is not None:
        ledger.unread(table)
        ledger.fault("", "file.ending", value=shown(name), zh=table.zh, name=table.name)
