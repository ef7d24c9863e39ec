"""What would let everybody meet the need: the smallest changes of the calendar's figures."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from planner.allocation.feasible import feasible
from planner.days.calendar.case import case_of
from planner.days.calendar.make import make_calendar
from planner.days.calendar.remedies import demanded, remedies
from planner.days.facts import Facts
from planner.policy import CalendarFigures, DepartmentFigures, LeaderFigures, Policy
from tests.days.small import cadre, facts
from tests.days.tiny_years import START, TinyYear

CHRISTMAS = dt.date(2019, 12, 23)
"""One whole week is left of the year, and two days."""


def year(*people: str, **figures: int | tuple[int, int]) -> Facts:
    """Return a year in which each of D1's cadres owes five days, and nobody else any."""
    calendar = replace(CalendarFigures(), **figures)  # pyright: ignore[reportArgumentType]
    policy = Policy(
        leaders=LeaderFigures(days=0), departments=DepartmentFigures(days=5), calendar=calendar
    )
    return replace(facts(*(cadre(one) for one in people)), policy=policy)


def told(given: Facts) -> list[str]:
    found = remedies(given, CHRISTMAS)
    assert found.complete
    return [repair.text("en") for repair in found.found]


def test_two_who_must_go_in_one_week_need_a_second_visitor() -> None:
    assert told(year("C1", "C2", visitors=1)) == [
        "set calendar.visitors from 1 to 2 (N8 六-2)",
    ]


def test_trips_that_are_too_short_for_the_weeks_left_may_be_longer() -> None:
    """Three trips of two days, or two of three, do not fit into a week and two days."""
    assert told(year("C1", cadre_trip=(2, 2))) == [
        "set calendar.cadre_trip from [2, 2] to [2, 5] (N3 三-1 ¶2)",
    ]


def test_nothing_is_told_to_help_where_nobody_can_make_it() -> None:
    found = remedies(year("C1"), dt.date(2019, 12, 30))
    assert found.found == ()
    assert found.complete


@pytest.mark.parametrize("seed", range(6))
def test_the_demand_can_be_met_just_where_the_best_calendar_meets_it(seed: int) -> None:
    case = case_of(TinyYear(seed).facts, START)
    made = make_calendar(case)
    trips = np.bincount(case.person[made.chosen], minlength=len(case.needs))
    met = all(trips[at] >= need.trips for at, need in enumerate(case.needs))
    assert feasible(demanded(case)) == met
