"""Rows spoilt one way at a time: the rule that is broken says so, and who and where."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import polars as pl
import pytest

from planner.audit.calendar import CHECKS
from planner.days.calendar.case import case_of
from planner.days.calendar.make import Made, make_calendar, rows_of
from planner.days.read import facts_of
from planner.policy import CalendarFigures, Policy
from planner.rulebook import CALENDAR
from tests.days import tiny_years
from tests.days.tiny_years import START, TinyYear, frame

Row = dict[str, Any]
OTHER = {"leader": "cadre", "cadre": "leader"}


@pytest.fixture(scope="module")
def year() -> TinyYear:
    """Return a tiny year whose calendar has a trip of each department and of the leader."""
    for seed in range(60):
        found = TinyYear(seed, 9)
        made = make_calendar(found.case)
        kinds = {row[1] for row in rows_of(made)}
        if kinds == {"leader", "cadre"} and len(made.chosen) >= 3:
            return found
    raise AssertionError("no tiny year has such a calendar")


def rows(year: TinyYear) -> list[Row]:
    """Return the best calendar's rows."""
    return frame(rows_of(make_calendar(year.case))).drop("row").to_dicts()


def broken(year: TinyYear, some: list[Row], **claims: int) -> dict[str, str]:
    """Return the rules that rows break, each with its first witness."""
    shown = pl.DataFrame(some, schema=frame([]).drop("row").schema).with_row_index("row", 2)
    found: dict[str, str] = {}
    for finding in tiny_years.audit(year, shown, **claims):
        if not finding.holds:
            found.setdefault(finding.rule, finding.witness)
    return found


def test_the_audit_checks_the_rulebook_in_its_order() -> None:
    assert list(CHECKS) == [rule.id for rule in CALENDAR]


def test_the_best_calendar_breaks_nothing(year: TinyYear) -> None:
    assert broken(year, rows(year)) == {}


SPOILERS: dict[str, tuple[str, Callable[[Row], Row]]] = {
    "another year": ("trip_rows", lambda row: row | {"year": 2018}),
    "another kind": ("trip_rows", lambda row: row | {"kind": OTHER[row["kind"]]}),
    "another unit": ("trip_rows", lambda row: row | {"unit_id": "D9"}),
    "another month": ("trip_rows", lambda row: row | {"month": "2019-01"}),
    "a person who is not there": ("trip_rows", lambda row: row | {"person_id": "X"}),
    "a week that is not there": ("trip_rows", lambda row: row | {"week": "2019-W99"}),
    "too many days": ("trip_days", lambda row: row | {"days": row["days"] + 1}),
    "a later start": ("trip_days", lambda row: row | {"start_date": row["end_date"]}),
}  # fmt: skip


@pytest.mark.parametrize("how", SPOILERS)
def test_a_spoilt_row_breaks_its_rule(year: TinyYear, how: str) -> None:
    rule, spoil = SPOILERS[how]
    first, *others = rows(year)
    some = [spoil(first), *others]
    if "days" in how or "start" in how:
        assert list(broken(year, some)) == [rule]
    else:
        assert rule in broken(year, some)


def test_rows_out_of_order_are_told(year: TinyYear) -> None:
    some = rows(year)
    assert broken(year, some[::-1])["trip_rows"].endswith("why=order")


def test_a_row_twice_breaks_what_one_trip_keeps(year: TinyYear) -> None:
    some = rows(year)
    found = broken(year, [some[0], *some])
    assert "trip_a_week" in found


def test_another_station_is_not_an_own_one(year: TinyYear) -> None:
    leader = next(row for row in rows(year) if row["kind"] == "leader")
    others = [row for row in rows(year) if row != leader]
    assert list(broken(year, [*others, leader | {"station_id": "S1"}]))[-1:] == ["own_station"]


def test_a_claim_that_is_not_counted_is_told(year: TinyYear) -> None:
    found = broken(year, rows(year), met=10_000, burden=0)
    assert {"met", "burden"} <= set(found)
    assert found["met"].startswith("claimed=10000 counted=")


def test_what_a_tighter_policy_forbids_is_told() -> None:
    """Rules of numbers: the calendar made with room, judged by a policy without it."""
    year = next(TinyYear(seed, 9) for seed in range(60) if _crowded(TinyYear(seed, 9)))
    some = rows(year)
    tight = replace(year.policy.calendar, visitors=1, trips_per_staff=0)
    year.ground = replace(
        year.ground, tables=replace(year.ground.tables, policy=replace(year.policy, calendar=tight))
    )
    assert "visitors" in broken(year, some)


def _crowded(year: TinyYear) -> bool:
    """Return whether two people meet at a station in some week of the best calendar."""
    places = [(row["station_id"], row["week"]) for row in rows(year)]
    return len(set(places)) < len(places)


def test_trips_on_days_that_do_not_suit_are_told(year: TinyYear) -> None:
    """The same rows, judged by tables in which everybody is blocked, then on leave."""
    some = rows(year)
    last = some[-1]
    blocked = pl.concat([year.frames["blocked"], pl.DataFrame(
        [[9, last["person_id"], last["start_date"], last["start_date"], ""]],
        schema=year.frames["blocked"].schema, orient="row")])  # fmt: skip
    found = broken(_judged(year, blocked=blocked), some)
    assert found["away"].endswith("why=blocked")


def test_trips_of_who_needs_none_are_told(year: TinyYear) -> None:
    cadres = year.frames["cadres"].with_columns(pl.lit("bureau").alias("duty_rank"))
    found = broken(_judged(year, cadres=cadres), rows(year))
    assert "no need" in found["trip_days"]
    assert found["away"].endswith("why=excused")
    assert "trips" in found


def test_two_trips_in_a_month_and_a_load_on_a_station_are_told(year: TinyYear) -> None:
    """A leader who owes two days more makes both in June, where there is July too."""
    visits = pl.DataFrame(
        [[2, "L1", "S3", dt.date(2019, 3, 4), dt.date(2019, 3, 11), "调研"]],
        year.frames["visits"].schema, orient="row",
    )  # fmt: skip
    blocked = year.frames["blocked"].clear()
    stations = year.frames["stations"].with_columns(pl.lit(0).alias("staff"))
    tables = {**year.frames, "visits": visits, "blocked": blocked, "stations": stations}
    figures = CalendarFigures(leader_trip=(1, 1), trips_per_staff=1)
    policy = replace(Policy(), calendar=figures)
    case = case_of(facts_of(tables, policy, 2019, year.pairings), START)
    june = [
        at
        for at, month in enumerate(case.months)
        if case.persons[at] == "L1" and month == "2019-06"
    ]
    made = rows_of(Made(case, np.array(june[:2]), ()))  # pyright: ignore[reportArgumentType]
    found = broken(
        _judged(year, policy, visits=visits, blocked=blocked, stations=stations),
        frame(made).drop("row").to_dicts(),
    )
    assert found == {
        "trips_a_month": "person=L1 month=2019-06 trips=2",
        "load": "station=S3 month=2019-06 trips=2",
    }


def _judged(year: TinyYear, policy: Policy | None = None, **frames: pl.DataFrame) -> TinyYear:
    """Return the year judged by other tables or another policy."""
    other = object.__new__(TinyYear)
    tables = year.ground.tables
    other.ground = replace(
        year.ground,
        tables=replace(tables, frames={**tables.frames, **frames}, policy=policy or tables.policy),
    )
    return other
