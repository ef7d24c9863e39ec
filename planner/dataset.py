"""A dataset: the seven tables of one year, read, checked and unchanging."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

import polars as pl

from planner.crosschecks import cross_check
from planner.errors import Fault
from planner.naming import called
from planner.policy import Policy
from planner.tables.header import match
from planner.tables.ledger import Ledger
from planner.tables.read import Change, read_tables, read_with_people
from planner.tables.read import frames as typed_frames
from planner.tables.schema import REQUIRED, SCHEMA, TABLE, TABLES, Table, Target
from planner.tables.sheet import Sheet
from planner.tables.sources import Sources
from planner.tables.write import write_csv

Pair = tuple[int, str, str]
"""A row of history: the year, the unit, the station."""

COUNTED = 3
"""The last rank of a wish that counts: a wish weighs 4 less its rank."""

ALONE: set[Target] = {
    ("leaders", "name"),
    *(("departments", name) for name in ("name", "headcount", "village_duty")),
    *(
        ("stations", name)
        for name in (
            "township", "lon", "lat", "travel_minutes", "staff", "caseload", "hardship",
            "nominated",
        )
    ),
    ("recusals", "reason"),
    ("pins", "reason"),
}  # fmt: skip
"""The columns of which no row says anything to another: a new value needs no check but its own."""

JUDGED = ("history.gone", "row.repeated", "row.same_rank", "topic.nowhere")
"""The warnings that the checks between rows give."""


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """The tables of a year as typed frames in the order of their rows, and what was odd.

    Each frame has the columns of its schema in `planner.tables`, `row` first. `warnings` are odd
    but allowed; `inputs` maps each file read to the sha256 of its bytes; `sources` tell how files,
    sheets and headers are written. `in_force` is the plan to be changed least where one is in force
    (see `planner.pairing.in_force`). `apart` are the rows of history that joined no unit or no
    station of the tables as they were read: changes of a scenario make none.
    """

    leaders: pl.DataFrame
    departments: pl.DataFrame
    stations: pl.DataFrame
    history: pl.DataFrame
    wishes: pl.DataFrame
    recusals: pl.DataFrame
    pins: pl.DataFrame
    warnings: tuple[Fault, ...] = ()
    inputs: dict[str, str] = field(default_factory=dict[str, str])
    in_force: pl.DataFrame | None = None
    sources: Sources = field(default_factory=Sources)
    apart: frozenset[Pair] = frozenset()

    @classmethod
    def from_frames(cls, year: int | None = None, /, **frames: pl.DataFrame) -> "Dataset":
        """Return the dataset of frames by table name, checked as files are.

        Columns may be of their types or text. A frame without `row` is numbered from 2, as a file
        would be. Raises InputError with every fault, TypeError for a name that is no table.
        """
        strangers = sorted(set(frames) - set(TABLE))
        if strangers:
            raise TypeError(f"no such table: {', '.join(strangers)}")
        ledger = Ledger()
        sheets = {name: sheet_of(TABLE[name], frame, ledger) for name, frame in frames.items()}
        for table in TABLES:
            if table.name not in frames:
                ledger.missing(table, "table.missing")
        digests = {name: _digest(frame) for name, frame in frames.items()}
        return _checked(typed_frames(sheets, ledger), ledger, digests, year)

    def file(self, table: str) -> str:
        """Return the file or sheet that a table was read from, the table's name where none was."""
        return self.sources.file(table)

    def tables(self) -> dict[str, pl.DataFrame]:
        """Return the frames by table name, in reading order."""
        return {table.name: getattr(self, table.name) for table in TABLES}

    def aside(self) -> dict[str, bytes]:
        """Return what a plan is made from besides tables, by name."""
        return {} if self.in_force is None else {"in_force": write_csv(self.in_force)}

    def concerns(self, touched: set[Target]) -> bool:
        """Return whether a row may say something to another by one of these columns."""
        return not touched <= ALONE

    def judge(self, frames: Mapping[str, pl.DataFrame], policy: Policy, ledger: Ledger) -> None:
        """Note what is wrong and odd between the rows of frames; no figure matters to that."""
        cross_check(dict(frames), ledger, None)

    def judged(self, key: str) -> bool:
        """Return whether a warning comes of judging."""
        return key in JUDGED

    def changed(
        self,
        frames: Mapping[str, pl.DataFrame],
        warnings: tuple[Fault, ...],
        inputs: dict[str, str],
    ) -> Self:
        """Return the dataset of other frames, that were judged."""
        return replace(self, **frames, warnings=warnings, inputs=inputs)


def read_dataset(
    path: Path | str, year: int | None = None, change: Change | None = None
) -> Dataset:
    """Return the dataset of a folder of CSV files or of one workbook.

    `change` changes the frames before references are looked up. Raises InputError with every fault
    of every table; with `year`, history of that year or later is one.
    """
    tables = read_tables(path, change=change)
    return _checked(tables.frames, tables.ledger, tables.inputs, year)


def rows_of(frame: pl.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Return some columns of a small table row by row, without a query: each costs more than it."""
    return zip(*(frame[column].to_list() for column in columns), strict=True)


def late_history(dataset: Dataset, year: int) -> list[Fault]:
    """Return the rows of history that are not before a plan year, one fault each."""
    return [
        dataset.sources.fault_at(
            "history", "history.late", row, "year", {"value": had, "year": year}
        )
        for row, had in rows_of(dataset.history, "row", "year")
        if had >= year
    ]


def contradictions(dataset: Dataset, policy: Policy) -> list[Fault]:
    """Return the required pairs of departments that the policy exempts, one fault each."""
    if "pairing" not in policy.village_duty.exempts:
        return []
    duties = rows_of(dataset.departments, "department_id", "name", "village_duty")
    exempt = {department: called(department, name) for department, name, duty in duties if duty}
    return [
        dataset.sources.fault_at("pins", "pin.exempt", row, "unit_id", {"unit": exempt[unit]})
        for row, unit, decision in rows_of(dataset.pins, "row", "unit_id", "decision")
        if decision == "require" and unit in exempt
    ]


def unjoined_history(dataset: Dataset, policy: Policy, year: int | None = None) -> list[Fault]:
    """Return a fault where over half of the last years' rows join no unit or station of this year.

    The years are those of `rotation.years` before the plan year, or up to history's last. Where so
    little joins, the identifiers are other ones, and no rotation would hold.
    """
    rows = list(rows_of(dataset.history, "row", "year", "unit_id", "station_id"))
    years = policy.rotation.years
    if not rows or not years:
        return []
    first = (max(row[1] for row in rows) + 1 if year is None else year) - years
    recent = [row for row in rows if row[1] >= first]
    apart = [row for row in recent if tuple(row[1:]) in dataset.apart]
    if 2 * len(apart) <= len(recent):
        return []
    values = {"years": years, "rows": len(recent), "count": len(apart)}
    return [dataset.sources.fault_at("history", "history.unjoined", apart[0][0], None, values)]


def other_tables(path: Path | str) -> tuple[list[Fault], list[Fault]]:
    """Return the faults and warnings of the tables of other duties that lie beside a dataset's."""
    tables = read_with_people(path, SCHEMA, REQUIRED)
    files = {tables.ledger.file(name) for name in SCHEMA if name not in TABLE}
    faults = [fault for fault in tables.ledger.faults if fault.file in files]
    return faults, [note for note in tables.ledger.warnings if note.file in files]


def uncounted_wishes(dataset: Dataset) -> list[Fault]:
    """Return a note for each wish of a rank that counts nothing."""
    return [
        dataset.sources.fault_at("wishes", "wish.no_weight", row, "rank", {"rank": rank})
        for row, rank in rows_of(dataset.wishes, "row", "rank")
        if rank > COUNTED
    ]


def _checked(
    frames: dict[str, pl.DataFrame],
    ledger: Ledger,
    inputs: dict[str, str],
    year: int | None,
) -> Dataset:
    """Return the dataset of typed frames; raise InputError with what was noted, here or before."""
    cross_check(frames, ledger, year)
    ledger.settle()
    return Dataset(
        **frames,
        warnings=ledger.warnings,
        inputs=inputs,
        sources=ledger.sources(),
        apart=_apart(frames),
    )


def _apart(frames: dict[str, pl.DataFrame]) -> frozenset[Pair]:
    """Return the rows of history that join no unit or no station."""
    units = {*frames["leaders"]["leader_id"], *frames["departments"]["department_id"]}
    stations = set(frames["stations"]["station_id"])
    return frozenset(
        row
        for row in rows_of(frames["history"], "year", "unit_id", "station_id")
        if row[1] not in units or row[2] not in stations
    )


def _digest(frame: pl.DataFrame) -> str:
    return hashlib.sha256(write_csv(frame)).hexdigest()


def sheet_of(table: Table, frame: pl.DataFrame, ledger: Ledger) -> Sheet:
    """Return a frame as a sheet, its columns matched as a file's headers are."""
    if "row" in frame.columns:
        rows = frame["row"]
    else:
        rows = pl.Series("row", range(2, frame.height + 2), pl.UInt32)
    names = [name for name in frame.columns if name != "row"]
    found = match(table, names, 1, ledger)
    if table.filled and frame.is_empty():
        ledger.fault(table.name, "table.empty")
        ledger.unread(table)
    return Sheet(table, rows, {name: frame[names[at]].alias(name) for name, at in found.items()})
