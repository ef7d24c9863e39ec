"""The half-yearly filing (四-1): a half's ledger, its people, corrections of an earlier one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from planner.days.facts import Facts
from planner.days.frames import DATE, TEXT, WHOLE, joined
from planner.days.ledger import FUTURE, Entry, ledger
from planner.days.obligations import Obligation, obligations
from planner.errors import Fault, InputError
from planner.plans.outputs import marked
from planner.tables import Column, Table, read_table
from planner.tables.schema.shared import day

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
CHANGES = ((ADDED, "补报"), (REMOVED, "撤销"), (CHANGED, "更正"))
FILE, PEOPLE = "filing.csv", "filing_people.csv"

FILING = {
    "unit_id": TEXT, "person_id": TEXT, "start_date": DATE, "end_date": DATE, "station_id": TEXT,
    "days": WHOLE, "counted": WHOLE, "task": TEXT, "change": TEXT,
}  # fmt: skip
FILING_PEOPLE = {
    "unit_id": TEXT, "person_id": TEXT, "owed": WHOLE, "counted_half": WHOLE, "done": WHOLE,
    "short": WHOLE, "status": TEXT, "causes": TEXT,
}  # fmt: skip

TABLE = Table("filing", "备案", True, (
    Column("unit_id", "id"),
    Column("person_id", "id"),
    day("start_date"),
    day("end_date"),
    Column("station_id", "id"),
    Column("days", "whole", high=366, header="天数"),
    Column("counted", "whole", high=366, header="计入天数"),
    Column("task", "note", header="工作内容"),
    Column("change", "choice", blank=True, choices=CHANGES, header="变动"),
))  # fmt: skip
"""A finished filing, as `filing.csv` holds it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the filing: some days of a visit, and whether it corrects what was filed."""

    unit: str
    person: str
    start: dt.date
    end: dt.date
    station: str
    days: int
    counted: int
    task: str
    change: str = ""

    @property
    def key(self) -> tuple[str, dt.date, str]:
        """Who, from when, where: what a correction is known by."""
        return self.person, self.start, self.station


@dataclass(frozen=True, slots=True)
class Filed:
    """An earlier filing: its half, and the lines that were filed for it."""

    half: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Filing:
    """The filing of a half as it stands on a day."""

    half: int
    on: dt.date
    lines: tuple[Line, ...]
    people: tuple[Obligation, ...]

    def of(self, unit: str) -> tuple[list[Line], list[Obligation]]:
        """Return the lines and the people of one unit."""
        return (
            [line for line in self.lines if line.unit == unit],
            [one for one in self.people if one.unit == unit],
        )

    def counted(self, one: Obligation) -> int:
        """Return a person's counted days of the half."""
        return one.done_first if self.half == 1 else one.done_second


def filing(facts: Facts, half: int, on: dt.date, filed: Filed | None = None) -> Filing:
    """Return the filing of a half as it stands on a day, with what changed since an earlier one."""
    entries = ledger(facts, on)
    lines = list(_lines(entries, half))
    if filed is not None:
        lines += _corrections(filed.lines, list(_lines(entries, filed.half)))
    people = sorted(obligations(facts, on), key=lambda one: (one.unit, one.person))
    order = sorted(lines, key=lambda line: (line.change != "", line.unit, line.person, line.start))
    return Filing(half, on, tuple(order), tuple(people))


def filing_frame(made: Filing) -> pl.DataFrame:
    """Return the lines as `filing.csv` has them."""
    rows = [
        (
            one.unit, one.person, one.start, one.end, one.station, one.days, one.counted, one.task,
            one.change or None,
        )
        for one in made.lines
    ]  # fmt: skip
    return pl.DataFrame(rows, FILING, orient="row")


def people_frame(made: Filing) -> pl.DataFrame:
    """Return the people as `filing_people.csv` has them."""
    rows = [
        (
            one.unit, one.person, one.owed, made.counted(one), one.done, one.short, one.status,
            joined(one.causes),
        )
        for one in made.people
    ]  # fmt: skip
    return pl.DataFrame(rows, FILING_PEOPLE, orient="row")


def read_filed(folder: Path, year: int, half: int) -> Filed:
    """Return an earlier filing.

    Raises InputError where there is none, it is of another year or a later half, or a file is not
    as it was filed.
    """
    said = marked(folder, "filing", "days.no_filing")
    faults: list[Fault] = []
    its_year, its_half = said.get("year"), said.get("half")
    if its_half not in (1, 2) or FILE not in said["files"]:
        raise InputError([Fault(str(folder), "days.no_filing", values={"value": "half"})])
    if its_year != year:
        values: dict[str, Any] = {"value": its_year, "year": year}
        faults.append(Fault(str(folder), "days.filed_year", values=values))
    if its_half > half:
        values = {"value": its_half, "half": half}
        faults.append(Fault(str(folder), "days.filed_later", values=values))
    if faults:
        raise InputError(faults)
    rows = read_table(TABLE, folder / FILE).to_dicts()
    return Filed(its_half, tuple(_line(row) for row in rows if row["change"] is None))


def _lines(entries: Sequence[Entry], half: int) -> Iterator[Line]:
    """Yield a half's entries that have come."""
    for one in entries:
        if one.half == half and one.why_not != FUTURE:
            yield Line(
                one.unit, one.person, one.start, one.end, one.station, one.days, one.counted,
                one.task,
            )  # fmt: skip


def _corrections(before: Sequence[Line], now: Sequence[Line]) -> list[Line]:
    """Return what was added, removed as it was filed, or changed since."""
    had, has = ({line.key: line for line in some} for some in (before, now))
    found: list[Line] = []
    for key, line in has.items():
        if key not in had:
            found.append(_as(line, ADDED))
        elif line != had[key]:
            found.append(_as(line, CHANGED))
    return found + [_as(line, REMOVED) for key, line in had.items() if key not in has]


def _as(line: Line, change: str) -> Line:
    return Line(
        line.unit, line.person, line.start, line.end, line.station, line.days, line.counted,
        line.task, change,
    )  # fmt: skip


def _line(row: dict[str, Any]) -> Line:
    return Line(
        row["unit_id"], row["person_id"], row["start_date"], row["end_date"], row["station_id"],
        row["days"], row["counted"], row["task"] or "",
    )  # fmt: skip
