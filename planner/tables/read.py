"""Reading a folder or a workbook into typed frames, every fault at once."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from planner.errors import Fault, InputError
from planner.tables.ledger import Ledger, shown
from planner.tables.read_csv import read_csv
from planner.tables.read_workbook import read_workbook
from planner.tables.references import resolved
from planner.tables.schema import EVERY, INDICATORS, PLAN, SCHEMA, TABLE, TABLES, Table, empty
from planner.tables.sheet import Sheet, missing_table, other_tables, unread_all
from planner.tables.typed import typed

WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Tables:
    """The typed frames of all tables as read, what was noted, and the digests of the files."""

    frames: dict[str, pl.DataFrame]
    ledger: Ledger
    inputs: dict[str, str]


def read_tables(
    path: Path | str, names: Iterable[str] = TABLE, required: Collection[str] | None = None
) -> Tables:
    """Return tables of a folder of CSV files or of one workbook, each cell checked.

    References stand as identifiers, whether they were written so or as names. Faults are in the
    ledger, not raised; their cells are null. Tables that are missing, or could not be read, are
    empty; of those that are `required` (by their schema, where it is not said) that is a fault.
    Raises KeyError for a name that is no table.
    """
    path = Path(path)
    tables = [SCHEMA[name] for name in names]
    if required is not None:
        tables = [replace(table, required=table.name in required) for table in tables]
    ledger = Ledger()
    inputs: dict[str, str] = {}
    if path.suffix.lower() in WORKBOOKS and not path.is_dir():
        sheets = _workbook(path, tables, ledger, inputs)
    elif path.is_dir():
        sheets = _folder(path, tables, ledger, inputs)
    else:
        why = Fault(path.name, "path.kind" if path.exists() else "path.missing")
        sheets = _unreadable(path, why, ledger)
    return Tables(frames(sheets, ledger, tables), ledger, inputs)


def frames(
    sheets: dict[str, Sheet], ledger: Ledger, tables: Sequence[Table] = TABLES
) -> dict[str, pl.DataFrame]:
    """Return the typed frame of every table, empty where there is no sheet, references resolved."""
    cells = {
        table.name: typed(sheets[table.name], ledger) if table.name in sheets else empty(table)
        for table in tables
    }
    return resolved(cells, tables, ledger)


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
    ledger = Ledger(files={table.name: path.name})
    data = _bytes(path, "table.missing_file")
    if isinstance(data, Fault):
        raise InputError([data])
    sheet = read_csv(table, data, ledger)
    frame = empty(table) if sheet is None else typed(sheet, ledger)
    ledger.settle()
    return frame


def _bytes(path: Path, missing: str = "path.missing") -> bytes | Fault:
    """Return the file's bytes, or why they cannot be had."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return Fault(path.name, missing)
    except OSError as error:
        return _refused(path, error)


def _refused(path: Path, error: OSError) -> Fault:
    return Fault(path.name, "path.unreadable", values={"value": shown(error.strerror)})


def _workbook(
    path: Path, tables: Sequence[Table], ledger: Ledger, inputs: dict[str, str]
) -> dict[str, Sheet]:
    data = _bytes(path)
    if isinstance(data, Fault):
        return _unreadable(path, data, ledger)
    inputs[path.name] = hashlib.sha256(data).hexdigest()
    return read_workbook(path.name, data, tables, ledger)


def _unreadable(path: Path, why: Fault, ledger: Ledger) -> dict[str, Sheet]:
    ledger.files[""] = path.name or str(path)
    ledger.fault("", why.key, **why.values)
    unread_all(ledger)
    return {}


def _folder(
    path: Path, tables: Sequence[Table], ledger: Ledger, inputs: dict[str, str]
) -> dict[str, Sheet]:
    try:
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        return _unreadable(path, _refused(path, error), ledger)
    ledger.files[""] = path.resolve().name
    ledger.files.update({table.name: f"{table.name}.csv" for table in EVERY})
    stems = [name.removesuffix(".csv") for name in names if name.endswith(".csv")]
    known = {INDICATORS.name, *SCHEMA}
    other_tables([stem for stem in stems if stem not in known], stems, tables, ledger)
    sheets: dict[str, Sheet] = {}
    for table in tables:
        if table.name not in stems:
            missing_table(table, "table.missing", ledger)
            continue
        data = _bytes(path / f"{table.name}.csv")
        if isinstance(data, Fault):
            ledger.fault(table.name, data.key, **data.values)
            ledger.unread(table)
            continue
        inputs[f"{table.name}.csv"] = hashlib.sha256(data).hexdigest()
        sheet = read_csv(table, data, ledger)
        if sheet is not None:
            sheets[table.name] = sheet
    return sheets
