"""The calendar's audit: every rule in the rulebook's order, and the check that minds it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import polars as pl

from planner.audit.calendar import rules
from planner.audit.calendar.case import COLUMNS, Case, Ground, Row
from planner.audit.calendar.goals import GOALS, check_goal
from planner.audit.calendar.people import Tables
from planner.audit.finding import Finding, Violation, findings_of, witness
from planner.policy import Policy
from planner.rulebook import CALENDAR

RULES: dict[str, Callable[[Case], list[Violation]]] = {
    "trip_rows": rules.trip_rows,
    "trip_days": rules.trip_days,
    "away": rules.away,
    "own_station": rules.own_station,
    "trips": rules.trips,
    "trips_a_month": rules.trips_a_month,
    "trip_a_week": rules.trip_a_week,
    "visitors": rules.visitors,
    "load": rules.load,
}
CHECKS = (*RULES, *GOALS)
"""Every rule and goal that is checked, in the order of the rulebook."""

InForce = Sequence[tuple[dt.date, str, str, str]]
"""The plans in force: first day, kind, unit, station."""


def audit_calendar(
    frames: Mapping[str, pl.DataFrame],
    policy: Policy,
    in_force: InForce,
    rows: pl.DataFrame,
    year: int,
    start: dt.date,
    claims: Mapping[str, int],
) -> list[Finding]:
    """Return a finding per violation of a calendar, and one per rule that holds.

    `frames` are the typed tables; `rows` those of the calendar, with `row` first; `claims` the
    values claimed of the goals.
    """
    return findings_on(Ground(Tables(frames, in_force, policy, year), start), rows, claims)


def findings_on(ground: Ground, rows: pl.DataFrame, claims: Mapping[str, int]) -> list[Finding]:
    """Return the findings on rows, judged by what was read once."""
    case = Case(ground, _rows(rows), claims)
    return [one for rule in CALENDAR for one in _findings(rule.id, rule.clause, case)]


def calendar_values(
    frames: Mapping[str, pl.DataFrame],
    policy: Policy,
    in_force: InForce,
    rows: pl.DataFrame,
    year: int,
    start: dt.date,
) -> dict[str, int]:
    """Return what each goal is worth, from the rows alone."""
    case = Case(Ground(Tables(frames, in_force, policy, year), start), _rows(rows), {})
    return {goal: value(case) for goal, value in GOALS.items()}


def _rows(rows: pl.DataFrame) -> tuple[Row, ...]:
    return tuple(Row(*row) for row in rows.select("row", *COLUMNS).iter_rows())


def _findings(rule: str, clause: str, case: Case) -> list[Finding]:
    if rule in GOALS:
        violations = check_goal(rule, case)
        held = witness(value=GOALS[rule](case)) if rule in case.claims else "off"
    else:
        violations = RULES[rule](case)
        off = rule == "load" and not case.ground.tables.policy.calendar.trips_per_staff
        held = "off" if off else witness(trips=len(case.rows))
    return findings_of(rule, clause, violations, lambda: held)
