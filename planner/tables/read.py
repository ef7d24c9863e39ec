"""Reading a folder or a workbook into typed frames, every fault at once."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from planner.errors import Fault, InputError
from planner.tables.file import table_of
from planner.tables.folder import WORKBOOKS, bytes_of, read_folder, refused
from planner.tables.ledger import Ledger
from planner.tables.references import Frames, resolved
from planner.tables.schema import PLAN, SCHEMA, TABLE, TABLES, Table, empty
from planner.tables.sheet import Sheet
from planner.tables.typed import typed

Change = Callable[[Frames, Ledger], Frames]
"""Frames as their cells were read, to frames in which references can be looked up."""

CADRES = ("cadres", "cadre_id")
"""The people whom the tables of days and postings name."""

OLD = ".xls"
"""A workbook of the old kind is looked at, to say what it is."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The typed frames of all tables as read, what was noted, and the digests of the files."""

    frames: dict[str, pl.DataFrame]
    ledger: Ledger
    inputs: dict[str, str]


def read_tables(
    path: Path | str,
    names: Iterable[str] = TABLE,
    required: Collection[str] | None = None,
    change: Change | None = None,
) -> Tables:
    """Return tables of a folder of CSV files or of one workbook, each cell checked.

    References stand as identifiers, whether they were written so or as names. Faults are in the
    ledger, not raised; their cells are null. Tables that are missing, or could not be read, are
    empty; of those that are `required` (by their schema, where it is not said) that is a fault.
    `change` changes the cells' frames before references are looked up. Raises KeyError for a name
    that is no table.
    """
    path = Path(path)
    tables = [SCHEMA[name] for name in names]
    if required is not None:
        tables = [
            replace(table, required=asked, filled=table.filled and asked)
            for table in tables
            for asked in [table.name in required]
        ]
    ledger = Ledger()
    inputs: dict[str, str] = {}
    if path.suffix.lower() in (*WORKBOOKS, OLD) and not path.is_dir():
        sheets = _workbook(path, tables, ledger, inputs)
    elif path.is_dir():
        sheets = _folder(path, tables, ledger, inputs)
    else:
        why = Fault(path.name, "path.kind" if path.exists() else "path.missing")
        sheets = _unreadable(path, why, ledger)
    return Tables(frames(sheets, ledger, tables, change), ledger, inputs)


def read_with_people(path: Path | str, names: Collection[str], required: Collection[str]) -> Tables:
    """Return the same, the cadres being required where a table with rows names some of them."""
    read = read_tables(path, names, required)
    table, _ = CADRES
    asked = any(
        CADRES in column.refers
        for name in names if not read.frames[name].is_empty()
        for column in SCHEMA[name].columns
    )  # fmt: skip
    if asked and read.frames[table].is_empty():
        return read_tables(path, names, (*required, table))
    return read


def frames(
    sheets: dict[str, Sheet],
    ledger: Ledger,
    tables: Sequence[Table] = TABLES,
    change: Change | None = None,
) -> dict[str, pl.DataFrame]:
    """Return the typed frame of every table, empty where there is no sheet, references resolved."""
    cells = {
        table.name: typed(sheets[table.name], ledger) if table.name in sheets else empty(table)
        for table in tables
    }
    return resolved(cells if change is None else change(cells, ledger), tables, ledger)


def read_table_frames(path: Path | str, names: Iterable[str] = TABLE) -> dict[str, pl.DataFrame]:
    """Return the typed frames of the tables by name; raise InputError with every fault.

    Each frame has the columns of its schema, `row` first (the row as the spreadsheet shows it).
    Cells and references are checked here: what else one table says of another is its duty's to
    check.
    """
    tables = read_tables(path, names)
    tables.ledger.settle()
    return tables.frames


def read_plan(path: Path | str) -> pl.DataFrame:
    """Return the typed frame of a finished `plan.csv`; raise InputError with every fault."""
    return read_table(PLAN, path)


def read_table(table: Table, path: Path | str) -> pl.DataFrame:
    """Return the typed frame of one table's own CSV file; raise InputError with every fault."""
    path = Path(path)
    data = bytes_of(path, "table.missing_file")
    if isinstance(data, Fault):
        raise InputError([data])
    return table_of(table, path.name, data)


def _workbook(
    path: Path, tables: Sequence[Table], ledger: Ledger, inputs: dict[str, str]
) -> dict[str, Sheet]:
    from planner.tables.workbook.read import read_workbook  # a folder needs no XML

    data = bytes_of(path)
    if isinstance(data, Fault):
        return _unreadable(path, data, ledger)
    inputs[path.name] = hashlib.sha256(data).hexdigest()
    return read_workbook(path.name, data, tables, ledger)


def _folder(
    path: Path, tables: Sequence[Table], ledger: Ledger, inputs: dict[str, str]
) -> dict[str, Sheet]:
    try:
        return read_folder(path, tables, ledger, inputs)
    except OSError as error:
        return _unreadable(path, refused(path, error), ledger)


def _unreadable(path: Path, why: Fault, ledger: Ledger) -> dict[str, Sheet]:
    ledger.files[""] = path.name or str(path)
    ledger.fault("", why.key, **why.values)
    ledger.unread_all()
    return {}
