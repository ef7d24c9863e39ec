"""The weeks, who goes where in which month being fixed: colleagues travel together.

A *journey* is a unit's trip to a station in a week, however many go. It is an option of its own
beside the trips: whoever goes needs it, and each costs one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.allocation.build import at_most, between, groups_of
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem, Quota
from planner.days.calendar.case import Case, listed
from planner.days.calendar.goals import lots

Place = tuple[str, str, str]
"""Who (a person or a unit), where, and in which month or week."""


@dataclass(frozen=True)
class Weekly:
    """Trips that may be chosen for the months as fixed: positions among the case's options."""

    case: Case
    trips: IntArray
    number: dict[Place, int]

    @cached_property
    def months(self) -> list[Place]:
        """Each trip's person, station and month."""
        case = self.case
        return [(case.persons[at], case.stations[at], case.months[at]) for at in listed(self.trips)]

    @cached_property
    def journey_of(self) -> list[Place]:
        """Each trip's unit, station and week."""
        case = self.case
        at = listed(self.trips)
        return [(case.units[one], case.stations[one], case.week_names[one]) for one in at]

    @cached_property
    def journeys(self) -> list[Place]:
        """The journeys that there can be."""
        return list(dict.fromkeys(self.journey_of))


def weekly_of(case: Case, chosen: IntArray) -> Weekly:
    """Return what may be chosen where the months are those of a choice of trips."""
    number = Counter(
        (case.persons[at], case.stations[at], case.months[at]) for at in listed(chosen)
    )
    kept = [
        at
        for at, place in enumerate(zip(case.persons, case.stations, case.months, strict=True))
        if place in number
    ]
    return Weekly(case, np.array(kept, np.int64), dict(number))


def problem_of(weekly: Weekly) -> Problem:
    """Return the problem of the weeks: trips first, then the journeys they need."""
    options = len(weekly.trips) + len(weekly.journeys)
    rules = (months, trip_a_week, visitors, together, enough)
    quotas = tuple(rule(weekly) for rule in rules)
    return Problem(options, quotas, (journeys(weekly), weeks_tie(weekly)))


def months(weekly: Weekly) -> Quota:
    """Return the quota that everybody goes where and in which month it is fixed."""
    group, keys = groups_of(*_columns(weekly, zip(*weekly.months, strict=True)))
    number = np.array([weekly.number[key] for key in keys], np.int64)  # pyright: ignore[reportArgumentType]
    return between("months", group, keys, number, number)


def trip_a_week(weekly: Weekly) -> Quota:
    """Return the quota that nobody makes two trips in a week."""
    persons = [weekly.case.persons[at] for at in listed(weekly.trips)]
    weeks = [weekly.case.week_names[at] for at in listed(weekly.trips)]
    return at_most("trip_a_week", *groups_of(*_columns(weekly, (persons, weeks))), 1)


def visitors(weekly: Weekly) -> Quota:
    """Return the quota on a station's visitors in a week (N8)."""
    stations = [weekly.case.stations[at] for at in listed(weekly.trips)]
    weeks = [weekly.case.week_names[at] for at in listed(weekly.trips)]
    most = weekly.case.facts.policy.calendar.visitors
    return at_most("visitors", *groups_of(*_columns(weekly, (stations, weeks))), most)


def together(weekly: Weekly) -> Quota:
    """Return the quota that whoever goes has a journey: trips less journeys are 0 at most."""
    trips = len(weekly.trips)
    place = {journey: trips + at for at, journey in enumerate(weekly.journeys)}
    option = np.column_stack([
        np.arange(trips), [place[journey] for journey in weekly.journey_of],
    ]).ravel()  # fmt: skip
    group = np.repeat(np.arange(trips), 2)
    keys = [
        (person, station, weekly.case.week_names[at])
        for (person, station, _), at in zip(weekly.months, listed(weekly.trips), strict=True)
    ]
    weight = np.tile(np.array([1, -1], np.int64), trips)
    lower, upper = np.full(trips, -1), np.zeros(trips, np.int64)
    return Quota("together", option.astype(np.int64), group, keys, lower, upper, weight)


def enough(weekly: Weekly) -> Quota:
    """Return the quota that a unit's month at a station has journeys enough for all who go.

    As many as anyone's trips, and as `visitors` a week take: true of all whole numbers, and said
    so that fractions know it too.
    """
    case, trips = weekly.case, dict[Place, Counter[str]]()
    for place, (unit, _, _) in zip(weekly.months, weekly.journey_of, strict=True):
        person, station, month = place
        trips.setdefault((unit, station, month), Counter())[person] = weekly.number[place]
    month_of = {week.name: week.month for week in case.weeks}
    known = [(unit, station, month_of[week]) for unit, station, week in weekly.journeys]
    nothing = [None] * len(weekly.trips)
    group, keys = groups_of(*([*nothing, *column] for column in zip(*known, strict=True)))
    most = case.facts.policy.calendar.visitors
    made = [trips[unit, station, month] for unit, station, month in keys]
    least = [max(*one.values(), -(-one.total() // most)) for one in made]
    weeks = np.bincount(group[group != OUTSIDE], minlength=len(keys)).astype(np.int64)
    return between("enough", group, keys, np.array(least, np.int64), weeks)


def journeys(weekly: Weekly) -> Goal:
    """Return the goal of the fewest journeys."""
    cost = np.zeros(len(weekly.trips) + len(weekly.journeys), np.int64)
    cost[len(weekly.trips) :] = 1
    return Goal("journeys", "min", cost)


def weeks_tie(weekly: Weekly) -> Goal:
    """Return the goal that makes the weeks unique."""
    case = weekly.case
    places = [f"{case.stations[at]}-{case.week_names[at]}" for at in listed(weekly.trips)]
    persons = [case.persons[at] for at in listed(weekly.trips)]
    lot = lots(persons, places, case.facts.year.number)
    return Goal("weeks_tie", "min", np.r_[lot, np.zeros(len(weekly.journeys), np.int64)])


def parts(weekly: Weekly) -> list[Weekly]:
    """Return the same in parts that share no person, station and month."""
    root: dict[tuple[str, str], tuple[str, str]] = {}

    def find(one: tuple[str, str]) -> tuple[str, str]:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for person, station, month in weekly.months:
        root[find((person, month))] = find((station, month))
    trips: dict[tuple[str, str], list[int]] = {}
    for at, (_, station, month) in zip(listed(weekly.trips), weekly.months, strict=True):
        trips.setdefault(find((station, month)), []).append(at)
    return [Weekly(weekly.case, np.array(some, np.int64), weekly.number) for some in trips.values()]


def _columns(weekly: Weekly, columns: Iterable[Iterable[str]]) -> list[list[str | None]]:
    """Return columns of the trips with nothing for the journeys."""
    none: list[str | None] = [None] * len(weekly.journeys)
    return [[*column, *none] for column in columns]
