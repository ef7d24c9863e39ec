"""Datasets in folders and workbooks, and what lies in a folder."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl

from planner.tables import write_csv
from tests.audit.world import WORLD, World, department

EVERY = WORLD.but(
    departments=[department("D1", 12, topics="普法"), department("D2", 6)],
    history=["2017 L1 A1a", "2018 D1 B1a", "2012 D2 C1a"],
    wishes=["D1 1 county C2", "D2 2 city A", "D1 3 station B2b"],
    recusals=["D1 city A", "L1 station B2a"],
    pins=["D2 A2b require", "L1 C1b forbid"],
).where("B2b", hardship=3, focus="普法").where("C2a", staff=1, caseload=90)  # fmt: skip
"""The world with every table in use."""

IMPOSSIBLE = WORLD.but(recusals=["L1 city A", "L1 city B"])
"""L1 needs two stations in different cities, and only C is left."""


def write_data(folder: Path, world: World) -> Path:
    """Write the tables of a world that have rows, and return their folder."""
    folder.mkdir(exist_ok=True)
    for name, frame in world.frames.items():
        if frame.height:
            (folder / f"{name}.csv").write_bytes(write_csv(frame))
    return folder


def write_book(file: Path, world: World) -> Path:
    """Write the tables of a world as a workbook, numbers as numbers, and return it."""
    book: Any = openpyxl.Workbook()
    del book["Sheet"]
    for name, frame in world.frames.items():
        sheet = book.create_sheet(name)
        for record in records(write_csv(frame).decode()):
            sheet.append([_cell(text) for text in record])
    book.save(file)
    return file


def _cell(text: str) -> object:
    if text in ("true", "false"):
        return text == "true"
    try:
        return float(text)
    except ValueError:
        return text or None


def records(text: str) -> list[list[str]]:
    """Return the records of a CSV text, the header first."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def contents(folder: Path) -> dict[str, bytes]:
    """Return all that lies in a folder, however deep, by path; folders end in a slash."""
    return {
        str(path.relative_to(folder)) + ("/" if path.is_dir() else ""): (
            b"" if path.is_dir() else path.read_bytes()
        )
        for path in sorted(folder.rglob("*"))
    }


def rewrite(file: Path, old: str, new: str) -> None:
    """Replace a text that a file has once or more."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
