"""A finished calendar: its trips, its claims, and the plans in force that it goes by."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from planner.days.calendar.case import Case, case_of
from planner.days.calendar.make import Made, make_calendar, rows_of
from planner.days.calendar.peaks import peaks
from planner.days.cost import by_unit, cost_frame, trips_of
from planner.days.facts import Facts, Pairing
from planner.days.in_force import FILE, in_force_file, pairings_of
from planner.plans.duty import Files
from planner.plans.outputs import sha256
from planner.plans.plan import Plan, versions
from planner.tables.schema.calendar import CALENDAR

COLUMNS = [column.name for column in CALENDAR.columns]


@dataclass(frozen=True, slots=True)
class CalendarPlan(Plan):
    """A plan of trips; `pairings` are the plans in force in its year."""

    pairings: tuple[Pairing, ...] = ()

    @property
    def start(self) -> dt.date:
        """The calendar's first day: visits before it are done."""
        written = self.more.get("from")
        return dt.date.fromisoformat(written) if written else dt.date(self.year, 1, 1)

    def beside(self) -> dict[str, bytes]:
        """Return the plans in force."""
        return {FILE: in_force_file(self.pairings)}


def planned(
    facts: Facts,
    start: dt.date,
    inputs: dict[str, str],
    given: Sequence[dict[str, Any]] = (),
) -> tuple[CalendarPlan, Made]:
    """Return the best calendar of a year from a day on, and how it was made.

    `inputs` are the digests of the tables, `given` says which plans were in force. Raises
    `SolverError` where a solver gives no answer.
    """
    made = make_calendar(case_of(facts, start))
    rows = frame_of(made)
    more = {
        "from": start.isoformat(),
        "pairings": list(given),
        "peaks": [peak.as_data() for peak in peaks(made.case, made.chosen)],
        "cost": by_unit(cost_frame(facts, trips_of(rows))),
    }
    kept = inputs | {FILE: sha256(in_force_file(facts.pairings))}
    plan = CalendarPlan(
        facts.year.number, rows, made.parts, kept, facts.policy.digest(), versions(),
        facts.pairings, more=more,
    )  # fmt: skip
    return plan, made


def frame_of(made: Made) -> pl.DataFrame:
    """Return the trips as `calendar.csv` has them."""
    schema = {column.name: column.dtype for column in CALENDAR.columns}
    return pl.DataFrame(rows_of(made), schema, orient="row")


def ordered(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows as read with the calendar's own columns, by person and start."""
    return rows.select(COLUMNS).sort("person_id", "start_date")


def again(plan: Plan, files: Files) -> CalendarPlan:
    """Return a plan that was read as a calendar, with the plans in force beside it."""
    pairings = pairings_of(files[FILE]) if FILE in files else ()
    return CalendarPlan(
        plan.year, plan.rows, plan.parts, plan.inputs, plan.policy, plan.versions, pairings,
        checked=plan.checked, more=plan.more,
    )  # fmt: skip


def case_again(facts: Facts, plan: CalendarPlan) -> Case:
    """Return the case that a finished calendar was made of."""
    return case_of(facts, plan.start)
