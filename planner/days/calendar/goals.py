"""The calendar's goals: one short function each, named as in the rulebook."""

from collections.abc import Iterable, Sequence

import numpy as np

from planner.allocation.build import distinct, groups_of
from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Key, Sense
from planner.days.calendar.case import Case
from planner.plans.tie import hashes, tie_costs

MINUTE = 60
"""Burden is counted in sixtieths of a trip for each of a station's people."""

Steps = Sequence[tuple[int, int]]
"""Widths and values, one after the other."""


def met(case: Case) -> Goal:
    """Return the goal of the most days that are owed and made (N1, N3)."""
    group, keys = groups_of(case.persons)
    need = {one.person: (one.need, one.length) for one in case.needs}
    return _count("met", "max", group, keys, [_days(*need[person]) for (person,) in keys])


def first_half(case: Case) -> Goal:
    """Return the goal of the most days of the first half's share made in it (N4)."""
    early = (
        person if case.weeks[trip.week].half == 1 else None
        for person, (_, trip) in zip(case.persons, case.options, strict=True)
    )
    group, keys = groups_of(early)
    need = {one.person: (one.first_half, one.length) for one in case.needs}
    return _count("first_half", "max", group, keys, [_days(*need[person]) for (person,) in keys])


def visited(case: Case) -> Goal:
    """Return the goal of the most pairs of a unit and a station with a trip (N8)."""
    return distinct("visited", *groups_of(case.units, case.stations))


def burden(case: Case) -> Goal:
    """Return the goal of the least burden: trips spread over months and to stations with people."""
    group, keys = groups_of(case.stations, case.months)
    most = np.bincount(group[group != OUTSIDE], minlength=len(keys))
    steps = [
        [(1, (2 * i - 1) * MINUTE // case.staff(at)) for i in range(1, int(number) + 1)]
        for (at, _), number in zip(keys, most, strict=True)
    ]
    return _count("burden", "min", group, keys, steps)


def travel(case: Case) -> Goal:
    """Return the goal of the least travel minutes, one way (N7)."""
    minutes = [case.facts.stations[station].travel_minutes for station in case.stations]
    return Goal("travel", "min", np.array(minutes, np.int64))


def tie(case: Case) -> Goal:
    """Return the goal that makes who goes where in which month unique."""
    places = [f"{at}-{month}" for at, month in zip(case.stations, case.months, strict=True)]
    return Goal("tie", "min", lots(case.persons, places, case.facts.year.number))


GOALS = {
    "met": met,
    "first_half": first_half,
    "visited": visited,
    "burden": burden,
    "travel": travel,
    "tie": tie,
}
"""Every goal by its name."""


def goals_of(case: Case) -> tuple[Goal, ...]:
    """Return the goals in the policy's order."""
    return tuple(GOALS[name](case) for name in case.facts.policy.calendar.goals)


def lots(persons: Sequence[str], places: Sequence[str], year: int) -> IntArray:
    """Return the fixed lot of each person and place in a year."""
    return tie_costs(hashes(persons), hashes(places), year)


def _days(need: int, length: int) -> Steps:
    """Return what trips add to a need: whole ones first, then what is left of one."""
    whole, rest = divmod(need, length)
    return [(whole, length), (1, rest)]


def _count(
    name: str, sense: Sense, group: IntArray, keys: Sequence[Key], steps: Iterable[Steps]
) -> Goal:
    """Return a goal of steps by group; for `max` a last step of no value takes all that is more."""
    last: Steps = [(int((group != OUTSIDE).sum()), 0)] if sense == "max" else []
    rows = [
        (place, width, value)
        for place, some in enumerate(steps)
        for width, value in (*some, *last)
        if width
    ]
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    return Goal(name, sense, Count(group, keys, columns[0], columns[1], columns[2]))
