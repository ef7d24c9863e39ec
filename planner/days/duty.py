"""The visit calendar as a duty: what it leaves behind is read, verified and audited by this."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import polars as pl

from planner.audit.calendar import audit_calendar, calendar_values
from planner.audit.calendar.folder import calendar_of
from planner.audit.finding import Finding
from planner.days.calendar import peaks, weekly
from planner.days.calendar.case import Case, listed
from planner.days.calendar.claimed import claimed_wrong
from planner.days.calendar.make import MONTHS, WEEKS
from planner.days.calendar.plan import CalendarPlan, again, case_again, ordered, planned
from planner.days.calendar.problem import problem_of
from planner.days.cost import by_unit, cost_frame, rates_told, trips_of
from planner.days.dataset import DaysDataset, read_days
from planner.days.in_force import FILE
from planner.days.read import facts_of
from planner.errors import Fault, InputError
from planner.plans.duty import Duty, Files, Posed, Tables
from planner.policy import Policy
from planner.policy.days import CALENDAR_GOALS
from planner.tables.schema.calendar import CALENDAR as TABLE

CALENDAR_FILE = "calendar.csv"
WEEKS_GOALS = ("journeys", "weeks_tie")
PEOPLE = (("leaders", "leader_id"), ("cadres", "cadre_id"))
STATIONS = (("stations", "station_id"),)
TRIPS = "trips.xlsx"


def make(dataset: DaysDataset, policy: Policy, year: int) -> CalendarPlan:
    """Return the best calendar from the dataset's first day on, neither proved nor written.

    Raises `SolverError` where a solver gives no answer.
    """
    start = dataset.start or dt.date(year, 1, 1)
    facts = dataset.facts(policy, year)
    return planned(facts, start, dataset.inputs, dataset.named())[0]


def posed(dataset: DaysDataset, policy: Policy, plan: CalendarPlan, part: str) -> Posed:
    """Return the problem of one part, and the options that the calendar's rows choose."""
    facts = facts_of(dataset.frames, policy, plan.year, plan.pairings)
    case = case_again(facts, plan)
    chosen, unknown = _chosen(case, plan.rows)
    if part == MONTHS:
        return Posed(problem_of(case), chosen, unknown)
    whole = weekly.weekly_of(case, chosen)
    trips = np.flatnonzero(np.isin(whole.trips, chosen))
    taken = {whole.journey_of[at] for at in listed(trips)}
    first = len(whole.trips)
    made = [first + at for at, journey in enumerate(whole.journeys) if journey in taken]
    first += len(whole.journeys)
    made += [first + at for at, pair in enumerate(whole.doubtful) if pair in whole.visited]
    return Posed(weekly.problem_of(whole), np.r_[trips, made].astype(np.int64), unknown)


def audit(tables: Tables, policy: Policy, files: Files) -> list[Finding]:
    """Return the findings on a calendar, from its rows alone."""
    read = calendar_of(files)
    return audit_calendar(
        tables, policy, read.in_force, read.rows, read.year, read.start, read.claims
    )


def wrong(dataset: DaysDataset, policy: Policy, plan: CalendarPlan) -> list[Fault]:
    """Return what the summary says beside the goals that can't be so."""
    case = case_again(facts_of(dataset.frames, policy, plan.year, plan.pairings), plan)
    starts = {pairing.start for pairing in plan.pairings}
    chosen, _ = _chosen(case, plan.rows)
    try:
        counted = by_unit(cost(dataset.frames, policy, plan, plan))
    except InputError:
        counted = None
    return list(claimed_wrong(plan.more, starts, peaks.values(case, chosen), counted))


def values(
    tables: Tables, policy: Policy, plan: CalendarPlan, part: str, terms: CalendarPlan
) -> dict[str, int]:
    """Return what a calendar is worth by every goal of a part, counted from its rows alone."""
    rows = plan.rows.with_row_index("row", 2)
    in_force = [
        (one.start, one.kind_of[unit], unit, station)
        for one in terms.pairings
        for unit, stations in one.stations.items()
        for station in stations
    ]
    counted = calendar_values(tables, policy, in_force, rows, terms.year, terms.start)
    return {goal: counted[goal] for goal in sought(policy, part)}


def sought(policy: Policy, part: str) -> tuple[str, ...]:
    """Return the goals of a part, in order."""
    return policy.calendar.goals if part == MONTHS else WEEKS_GOALS


def cost(tables: Tables, policy: Policy, plan: CalendarPlan, terms: CalendarPlan) -> pl.DataFrame:
    """Return what a calendar's trips, and the attachments of its year, cost by unit and month.

    Raises `InputError` where a trip is somebody's, or to a station, that the tables lack.
    """
    facts = facts_of(tables, policy, terms.year, terms.pairings)
    trips = trips_of(plan.rows)
    gone = {one.person for one in trips} - {*facts.people}
    gone |= {one.station for one in trips} - {*facts.stations}
    if gone:
        key = "days.trip_lacks"
        raise InputError([Fault(CALENDAR_FILE, key, values={"value": one}) for one in sorted(gone)])
    return cost_frame(facts, trips)


def sides(rows: pl.DataFrame, tables: Tables | None) -> pl.DataFrame:
    """Return the columns by which two calendars are set side by side: who goes where and when."""
    people, stations = _names(tables, PEOPLE), _names(tables, STATIONS)
    return rows.select(
        "kind",
        pl.col("person_id").alias("unit_id"),
        pl.col("person_id").replace(people).alias("unit"),
        "station_id",
        pl.col("station_id").replace(stations).alias("station"),
        "month",
        pl.col("week").alias("when"),
    )


def _names(tables: Tables | None, keys: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return names by id, none where no tables are known."""
    if tables is None:
        return {}
    return {
        one: name
        for table, key in keys
        for one, name in tables[table].select(key, "name").iter_rows()
    }


def why(
    dataset: DaysDataset, policy: Policy, plan: CalendarPlan, unit: str, place: str | None
) -> Any:
    """Return a person's obligation and trips, or the price of a trip in another month."""
    from planner.days.why import why_calendar

    return why_calendar(dataset, policy, plan, unit, place)


def _chosen(case: Case, rows: pl.DataFrame) -> tuple[Any, list[str]]:
    """Return the options that rows are, ascending, and the rows that are none."""
    place = {
        (case.persons[at], case.stations[at], case.week_names[at], case.units[at]): at
        for at in range(len(case.options))
    }
    found: list[int] = []
    unknown: list[str] = []
    for row in rows.to_dicts():
        key = (row["person_id"], row["station_id"], row["week"], row["unit_id"])
        at = place.get(key)
        if at is None or not _agrees(case, at, row):
            unknown.append(f"person_id={row['person_id']} start_date={row['start_date']}")
        else:
            found.append(at)
    unknown += [f"{person} twice" for person in _twice(case, found)]
    return np.array(sorted(set(found)), np.int64), unknown


def _agrees(case: Case, at: int, row: dict[str, Any]) -> bool:
    """Return whether a row's days are those of its option."""
    need, week = case.needs[int(case.person[at])], case.weeks[int(case.week[at])]
    start = case.facts.year.day(week.first)
    end = start + dt.timedelta(days=need.length - 1)
    return (row["start_date"], row["end_date"], row["days"]) == (start, end, need.length)


def _twice(case: Case, found: list[int]) -> Iterator[str]:
    return (case.persons[at] for at, number in Counter(found).items() if number > 1)


CALENDAR = Duty(
    name="calendar",
    file=CALENDAR_FILE,
    table=TABLE,
    parts=(MONTHS, WEEKS),
    goals=(*CALENDAR_GOALS, *WEEKS_GOALS),
    key=("person_id", "station_id", "week"),
    read=read_days,
    make=make,
    order=ordered,
    problem=posed,
    audit=audit,
    values=values,
    sought=sought,
    again=again,
    required=("leaders", "departments", "stations", "cadres", "visits"),
    beside=(FILE,),
    why=why,
    sides=sides,
    place="month",
    more={"from": str, "pairings": list, "peaks": list},
    wrong=wrong,
    each=("village_duty",),
    cost=cost,
    rates=lambda policy: rates_told(policy.cost),
)
