"""Data from workbook to folder and back: reading is the tables', writing is here."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from planner.errors import Fault, InputError
from planner.office.book import book, tables_in
from planner.office.place import empty, place_new
from planner.plans.folder import write_file
from planner.plans.place import refuse_inputs
from planner.synthetic import NAMES, lines_of
from planner.tables import EVERY, SCHEMA, write_csv
from planner.tables.read import read_tables
from planner.tables.schema import REQUIRED

POLICY = "policy.toml"
MADE_UP = f"{NAMES[0]}.txt"
WORKBOOK = ".xlsx"


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows of each table were moved, what was odd, and the policy file beside them."""

    rows: dict[str, int]
    warnings: tuple[Fault, ...]
    policy: bool


def import_data(source: Path, out: Path) -> Moved:
    """Write the tables of a workbook or folder as a new folder of canonical CSV.

    Identifiers stand for names, `true` and `false` for yes and no, topics are joined by `;`. The
    policy beside the tables comes along, and what the data say is made up. Raises `InputError` with
    every fault of every table.
    """
    refuse_inputs(out, source)
    empty(out)
    frames, warnings = read_all(source)
    policy = _place(source, frames, out)
    return _moved(frames, warnings, policy)


def copy_with(source: Path, out: Path, **changed: pl.DataFrame) -> None:
    """Write a dataset with some tables changed: a new folder, or a new workbook by its ending."""
    refuse_inputs(out, source)
    frames = read_all(source)[0] | changed
    if out.suffix.lower() == WORKBOOK:
        new_file(out)
        write_file(out, book(tables_in(frames), frames, made_up=lines_of(source)))
    else:
        empty(out)
        _place(source, frames, out)


def export_data(data: Path, file: Path) -> Moved:
    """Write a dataset as a workbook to be read and changed by people; never over a file."""
    refuse_inputs(file, None, (data,))
    new_file(file)
    frames, warnings = read_all(data)
    write_file(file, book(tables_in(frames), frames, made_up=lines_of(data)))
    return _moved(frames, warnings, _policy(data))


def template_book(file: Path, data: Path | None) -> Moved:
    """Write a workbook of all tables to be filled, with the rows of a dataset where one is given.

    Raises `InputError` where the file is there, and with every fault of the dataset.
    """
    new_file(file)
    frames, warnings = ({}, ()) if data is None else read_all(data)
    write_file(file, book(EVERY, frames, made_up=[] if data is None else lines_of(data)))
    return _moved(frames, warnings, None)


def new_file(file: Path) -> None:
    """Raise `InputError` where a file is there already: people edit these."""
    if file.exists():
        raise InputError([Fault(str(file), "template.there")])


def read_all(source: Path) -> tuple[dict[str, pl.DataFrame], tuple[Fault, ...]]:
    """Return the tables that have rows, and what was odd about them."""
    read = read_tables(source, SCHEMA, REQUIRED)
    read.ledger.settle()
    frames = {table.name: read.frames[table.name] for table in tables_in(read.frames)}
    return frames, read.ledger.warnings


def _place(source: Path, frames: dict[str, pl.DataFrame], out: Path) -> bytes | None:
    """Write tables as a new folder, the policy with them, and return that."""
    files = {f"{name}.csv": write_csv(frame) for name, frame in frames.items()}
    made_up = lines_of(source)
    if made_up:
        files[MADE_UP] = "".join(f"{line}\n" for line in made_up).encode()
    policy = _policy(source)
    place_new(files if policy is None else files | {POLICY: policy}, out)
    return policy


def _policy(source: Path) -> bytes | None:
    file = (source if source.is_dir() else source.parent) / POLICY
    return file.read_bytes() if file.is_file() else None


def _moved(
    frames: dict[str, pl.DataFrame], warnings: tuple[Fault, ...], policy: bytes | None
) -> Moved:
    rows = {name: frame.height for name, frame in frames.items()}
    return Moved(rows, warnings, policy is not None)
