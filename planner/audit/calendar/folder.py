"""A calendar's files as the audit reads them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from planner.audit.calendar.goals import GOALS
from planner.audit.claims import FILE as SUMMARY
from planner.audit.claims import Claims, parsed, read_claims
from planner.errors import Fault, InputError
from planner.tables.file import table_of
from planner.tables.schema.calendar import CALENDAR, PAIRINGS

FILE, PAIRINGS_FILE = "calendar.csv", "pairings.csv"
PARTS = ("calendar", "weeks")


@dataclass(frozen=True, slots=True)
class Read:
    """A calendar as it was read: its rows, its year and first day, the plans, what is claimed."""

    rows: pl.DataFrame
    year: int
    start: dt.date
    in_force: list[tuple[dt.date, str, str, str]]
    claims: dict[str, int]


def calendar_of(files: Mapping[str, bytes]) -> Read:
    """Return a calendar of its files by name; raise InputError with what is wrong with them."""
    if FILE not in files:
        raise InputError([Fault(FILE, "plan.none")])
    rows = table_of(CALENDAR, FILE, files[FILE])
    summary = parsed(files)
    claims = Claims() if summary is None else read_claims(summary, PARTS, tuple(GOALS))
    years: list[int] = [] if rows.is_empty() else rows["year"].mode().sort().to_list()
    year = next(iter(years), None) if claims.year is None else claims.year
    if year is None:
        raise InputError([Fault(FILE, "audit.no_year")])
    plans: list[tuple[dt.date, str, str, str]] = []
    if PAIRINGS_FILE in files:
        frame = table_of(PAIRINGS, PAIRINGS_FILE, files[PAIRINGS_FILE])
        plans = frame.select("start_date", "kind", "unit_id", "station_id").rows()
    values = {goal.goal: goal.value for part in claims.plans for goal in part.goals}
    return Read(rows, year, _start(summary or {}, year), plans, values)


def _start(summary: Mapping[str, Any], year: int) -> dt.date:
    """Return the first day that a summary names, 1 January where it names none."""
    written = summary.get("from", f"{year}-01-01")
    try:
        start = dt.date.fromisoformat(written)
    except (TypeError, ValueError):
        start = None
    if start is None or start.year != year:
        values = {"path": "from", "found": written, "expected": f"{year}-…"}
        raise InputError([Fault(SUMMARY, "audit.summary_field", values=values)])
    return start
