"""What would let everybody meet the need where a calendar can't: the smallest changes of figures.

The calendar's own problem with every need as a demand has no solution then; what may be changed are
the figures of the calendar. Who is away, and which days do not suit, stays as it is.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from planner.allocation.problem import Problem, Quota
from planner.days.calendar.case import Case, case_of
from planner.days.calendar.quotas import quotas_of
from planner.days.facts import Facts
from planner.policy.days import WEEK
from planner.repairs import Repairs, SingleProblem, Way, repairs_of
from planner.repairs.change import Bound
from planner.repairs.figures import figure

EFFORT = 600_000
"""The search stops after about so many trips have been looked at, up to a minute, and says so."""
MORE = 5
"""So far above its figure a limit is tried."""
NEEDED: tuple[Bound, ...] = (("trips", "lower"),)


def remedies(facts: Facts, start: dt.date) -> Repairs[Facts]:
    """Return the smallest changes of figures by which every need can be met from a day on."""
    return repairs_of(SingleProblem(facts, _demanding(start), ways_of(facts), EFFORT))


def _demanding(start: dt.date) -> Callable[[Facts], Problem]:
    """Return what makes the problem that asks for all trips of everyone."""
    return lambda facts: demanded(case_of(facts, start))


def demanded(case: Case) -> Problem:
    """Return the calendar's problem with every need as a demand, without goals."""
    keys = [(need.person,) for need in case.needs]
    number = np.array([need.trips for need in case.needs], np.int64)
    asked = Quota("trips", np.arange(len(case.options)), case.person, keys, number, number)
    others = (quota for quota in quotas_of(case) if quota.rule != "trips")
    return Problem(len(case.options), (asked, *others), ())


def ways_of(facts: Facts) -> list[Way[Facts]]:
    """Return the figures that may be moved: limits up, and trips longer."""
    figures = facts.policy.calendar
    ways = [
        _up("trips_a_month", figures.trips_a_month, ("trips_a_month", "upper")),
        _up("visitors", figures.visitors, ("visitors", "upper")),
        _up("trips_per_staff", figures.trips_per_staff, ("load", "upper")),
    ]
    for name, (least, most) in (
        ("leader_trip", figures.leader_trip),
        ("cadre_trip", figures.cadre_trip),
    ):
        longer = [(least, days) for days in range(most + 1, WEEK + 1)]
        moves = (*NEEDED, ("trips_a_month", "upper"), ("visitors", "upper"), ("load", "upper"))
        ways.append(figure(f"calendar.{name}", (least, most), longer, moves, eases=False))
    return [way for way in ways if way.changes]


def _up(name: str, before: int, moved: Bound) -> Way[Facts]:
    way = figure(f"calendar.{name}", before, range(before + 1, before + MORE + 1), (moved,))
    return way if before else replace(way, changes=())
