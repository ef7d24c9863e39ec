"""Who changes units in the middle of a month goes for the one or the other: the weeks say which."""

import datetime as dt

from planner.days.calendar.case import case_of
from planner.days.calendar.make import make_calendar, rows_of
from planner.days.facts import Facts
from tests.days.small import cadre, day, facts, plan, span, visit

JULY = dt.date(2019, 7, 1)
DONE = ("0304-0308", "0311-0315", "0318-0322")
"""Fifteen of the twenty days: one trip of five is left."""


def july(*others: str) -> Facts:
    """Return a year with two weeks left, 8 and 22 July; C1 moves from D1 to D2 between them.

    Both departments have S1. The others are cadres of D2 for whom the first week does not suit.
    """
    mover = cadre("C1", "D2", moves=((day("0715"), "D1"),))
    people = [mover, *(cadre(one, "D2") for one in others)]
    visits = [visit(one.id, "S1", days) for one in people for days in DONE]
    blocked = [("*", span(days)) for days in ("0701-0707", "0715-0721", "0729-1231")]
    blocked += [(one, span("0708-0714")) for one in others]
    both = plan(dt.date(2019, 1, 1), {"D1": ("S1",), "D2": ("S1",)})
    return facts(*people, visits=visits, plans=[both], blocked=tuple(blocked))


def made(year: Facts) -> tuple[dict[str, int], list[tuple[object, ...]]]:
    """Return what is claimed by goal, and each trip's unit, person and week."""
    calendar = make_calendar(case_of(year, JULY))
    claims = {goal.goal: goal.value for part in calendar.parts for goal in part.goals}
    assert all(goal.value == goal.bound for part in calendar.parts for goal in part.goals)
    return claims, [(row[2], row[3], row[8]) for row in rows_of(calendar)]


def test_a_movers_one_trip_is_one_journey() -> None:
    claims, rows = made(july())
    assert len(rows) == 1
    assert (claims["visited"], claims["journeys"]) == (1, 1)


def test_weeks_do_not_lose_a_pair_for_a_shared_journey() -> None:
    """With C2 on 22 July the mover would save a journey, but nobody of D1 would have gone."""
    claims, rows = made(july("C2"))
    assert rows == [("D1", "C1", "2019-W28"), ("D2", "C2", "2019-W30")]
    assert (claims["visited"], claims["journeys"]) == (2, 2)
