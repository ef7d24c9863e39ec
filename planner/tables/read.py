"""Reading a folder or a workbook into typed frames, every fault at once."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from planner.errors import Fault, InputError
from planner.tables.ledger import Ledger, shown
from planner.tables.read_csv import read_csv
from planner.tables.read_workbook import read_workbook
from planner.tables.schema import OTHER_TABLES, PLAN, TABLES, Table, empty
from planner.tables.sheet import Sheet, missing_table, other_tables, unread_all
from planner.tables.typed import typed

WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Tables:
    """The typed frames of all tables as read, what was noted, and the digests of the files."""

    frames: dict[str, pl.DataFrame]
    ledger: Ledger
    inputs: dict[str, str]


def read_tables(path: Path | str) -> Tables:
    """Return the tables of a folder of CSV files or of one workbook, each cell checked.

    Faults are in the ledger, not raised; their cells are null. Tables that are missing, or could
    not be read, are empty.
    """
    path = Path(path)
    ledger = Ledger()
    inputs: dict[str, str] = {}
    if path.suffix.lower() in WORKBOOKS and not path.is_dir():
        sheets = _workbook(path, ledger, inputs)
    elif path.is_dir():
        sheets = _folder(path, ledger, inputs)
    else:
        why = Fault(path.name, "path.kind" if path.exists() else "path.missing")
        sheets = _unreadable(path, why, ledger)
    return Tables(frames(sheets, ledger), ledger, inputs)


def frames(sheets: dict[str, Sheet], ledger: Ledger) -> dict[str, pl.DataFrame]:
    """Return the typed frame of every table, empty where there is no sheet."""
    return {
        table.name: typed(sheets[table.name], ledger) if table.name in sheets else empty(table)
        for table in TABLES
    }


def read_table_frames(path: Path | str) -> dict[str, pl.DataFrame]:
    """Return the typed frames of all seven tables by name; raise InputError with every fault.

    Each frame has the columns of its schema, `row` first (the row as the spreadsheet shows it).
    Only cells are checked here: what one table says of another is the dataset's to check.
    """
    tables = read_tables(path)
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


def _workbook(path: Path, ledger: Ledger, inputs: dict[str, str]) -> dict[str, Sheet]:
    data = _bytes(path)
    if isinstance(data, Fault):
        return _unreadable(path, data, ledger)
    inputs[path.name] = hashlib.sha256(data).hexdigest()
    return read_workbook(path.name, data, ledger)


def _unreadable(path: Path, why: Fault, ledger: Ledger) -> dict[str, Sheet]:
    ledger.files[""] = path.name or str(path)
    ledger.fault("", why.key, **why.values)
    unread_all(ledger)
    return {}


def _folder(path: Path, ledger: Ledger, inputs: dict[str, str]) -> dict[str, Sheet]:
    try:
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        return _unreadable(path, _refused(path, error), ledger)
    ledger.files[""] = path.resolve().name
    ledger.files.update({table.name: f"{table.name}.csv" for table in TABLES})
    stems = [name.removesuffix(".csv") for name in names if name.endswith(".csv")]
    known = {*OTHER_TABLES, *(table.name for table in TABLES)}
    other_tables([stem for stem in stems if stem not in known], stems, ledger)
    sheets: dict[str, Sheet] = {}
    for table in TABLES:
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
