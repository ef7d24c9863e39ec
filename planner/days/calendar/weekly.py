"""The weeks, who goes where in which month being fixed: colleagues travel together.

A *journey* is a unit's trip to a station in a week, however many go. It is an option of its own
beside the trips: whoever goes needs it, and each costs one.

Who changes units in a month may go before or after: the weeks then settle for which of them. A
pair of a unit and a station whose trips all hang on that is *doubtful*, and an option as well, so
that the weeks lose none of the goal `visited`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from planner.allocation.build import at_most, between, groups_of
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem, Quota
from planner.days.calendar.case import Case, listed
from planner.days.calendar.goals import lots

Place = tuple[str, str, str]
"""Who (a person or a unit), where, and in which month or week."""

Pair = tuple[str, str]
"""A unit and a station."""


@dataclass(frozen=True)
class Weekly:
    """Trips that may be chosen for the months as fixed: positions among the case's options.

    `visited` are those of the `doubtful` pairs that the choice of months had a trip for.
    """

    case: Case
    trips: IntArray
    number: dict[Place, int]
    doubtful: tuple[Pair, ...] = ()
    visited: frozenset[Pair] = frozenset()

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

    @property
    def beside(self) -> int:
        """How many options there are beside the trips."""
        return len(self.journeys) + len(self.doubtful)


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
    whole = Weekly(case, np.array(kept, np.int64), dict(number))
    if "visited" not in case.facts.policy.calendar.goals:
        return whole
    pairs = _doubtful(whole)
    made = {(case.units[at], case.stations[at]) for at in listed(chosen)}
    return replace(whole, doubtful=pairs, visited=made.intersection(pairs))


def _doubtful(weekly: Weekly) -> tuple[Pair, ...]:
    """Return the pairs that have a trip or none, as the weeks of who changes units fall."""
    units: dict[Place, set[str]] = {}
    for place, (unit, _, _) in zip(weekly.months, weekly.journey_of, strict=True):
        units.setdefault(place, set()).add(unit)
    either = {(unit, at) for (_, at, _), some in units.items() if len(some) > 1 for unit in some}
    certain = {(unit, at) for (_, at, _), some in units.items() if len(some) == 1 for unit in some}
    return tuple(sorted(either - certain))


def problem_of(weekly: Weekly) -> Problem:
    """Return the problem of the weeks: trips first, then the journeys they need."""
    options = len(weekly.trips) + weekly.beside
    rules = [months, trip_a_week, visitors, together, enough]
    if weekly.doubtful:
        rules += [shown, visited]
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
    so that fractions know it too. Who changes units that month may go for either: his trips are
    no one unit's.
    """
    case, trips, units = weekly.case, dict[Place, Counter[str]](), dict[Place, set[str]]()
    for place, (unit, _, _) in zip(weekly.months, weekly.journey_of, strict=True):
        units.setdefault(place, set()).add(unit)
    for place, (unit, _, _) in zip(weekly.months, weekly.journey_of, strict=True):
        person, station, month = place
        certain = weekly.number[place] if len(units[place]) == 1 else 0
        trips.setdefault((unit, station, month), Counter())[person] = certain
    month_of = {week.name: week.month for week in case.weeks}
    known = [(unit, station, month_of[week]) for unit, station, week in weekly.journeys]
    before, after = [None] * len(weekly.trips), [None] * len(weekly.doubtful)
    columns = zip(*known, strict=True)
    group, keys = groups_of(*([*before, *column, *after] for column in columns))
    most = case.facts.policy.calendar.visitors
    made = [trips[unit, station, month] for unit, station, month in keys]
    least = [max(*one.values(), -(-one.total() // most)) for one in made]
    weeks = np.bincount(group[group != OUTSIDE], minlength=len(keys)).astype(np.int64)
    return between("enough", group, keys, np.array(least, np.int64), weeks)


def shown(weekly: Weekly) -> Quota:
    """Return the quota that a doubtful pair is there only by a trip."""
    first = len(weekly.trips) + len(weekly.journeys)
    place = {pair: at for at, pair in enumerate(weekly.doubtful)}
    made = [(at, place[unit, station]) for at, (unit, station, _) in enumerate(weekly.journey_of)
            if (unit, station) in place]  # fmt: skip
    option = [*(at for at, _ in made), *(first + at for at in place.values())]
    group = [*(pair for _, pair in made), *place.values()]
    weight = np.r_[np.full(len(made), -1), np.ones(len(place), np.int64)].astype(np.int64)
    lower = -np.bincount([pair for _, pair in made], minlength=len(place)).astype(np.int64)
    upper = np.zeros(len(place), np.int64)
    return Quota("shown", np.array(option, np.int64), np.array(group, np.int64),
                 list(weekly.doubtful), lower, upper, weight)  # fmt: skip


def visited(weekly: Weekly) -> Quota:
    """Return the quota that as many doubtful pairs have a trip as the months' choice had."""
    key_of = {pair: min(part.doubtful) for part in parts(weekly) for pair in part.doubtful}
    before = [None] * (len(weekly.trips) + len(weekly.journeys))
    columns = zip(*(key_of[pair] for pair in weekly.doubtful), strict=True)
    group, keys = groups_of(*([*before, *column] for column in columns))
    most = np.bincount(group[group != OUTSIDE], minlength=len(keys)).astype(np.int64)
    least = [sum(key_of[pair] == key for pair in weekly.visited) for key in keys]
    return between("visited", group, keys, np.array(least, np.int64), most)


def journeys(weekly: Weekly) -> Goal:
    """Return the goal of the fewest journeys."""
    first = len(weekly.trips)
    cost = np.zeros(first + weekly.beside, np.int64)
    cost[first : first + len(weekly.journeys)] = 1
    return Goal("journeys", "min", cost)


def weeks_tie(weekly: Weekly) -> Goal:
    """Return the goal that makes the weeks unique."""
    case = weekly.case
    places = [f"{case.stations[at]}-{case.week_names[at]}" for at in listed(weekly.trips)]
    persons = [case.persons[at] for at in listed(weekly.trips)]
    lot = lots(persons, places, case.facts.year.number)
    return Goal("weeks_tie", "min", np.r_[lot, np.zeros(weekly.beside, np.int64)])


def parts(weekly: Weekly) -> list[Weekly]:
    """Return the same in parts that share no person, station and month, nor a doubtful pair."""
    root: dict[tuple[str, ...], tuple[str, ...]] = {}

    def find(one: tuple[str, ...]) -> tuple[str, ...]:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    doubtful = set(weekly.doubtful)
    for (person, station, month), (unit, _, _) in zip(
        weekly.months, weekly.journey_of, strict=True
    ):
        root[find((person, month))] = find((station, month))
        if (unit, station) in doubtful:
            root[find(("pair", unit, station))] = find((station, month))
    pairs: dict[tuple[str, ...], list[Pair]] = {}
    for unit, station in weekly.doubtful:
        pairs.setdefault(find(("pair", unit, station)), []).append((unit, station))
    trips: dict[tuple[str, ...], list[int]] = {}
    for at, (_, station, month) in zip(listed(weekly.trips), weekly.months, strict=True):
        trips.setdefault(find((station, month)), []).append(at)
    return [
        Weekly(
            weekly.case, np.array(some, np.int64), weekly.number, tuple(pairs.get(part, ())),
            weekly.visited.intersection(pairs.get(part, ())),
        )
        for part, some in trips.items()
    ]  # fmt: skip


def _columns(weekly: Weekly, columns: Iterable[Iterable[str]]) -> list[list[str | None]]:
    """Return columns of the trips with nothing for the options beside them."""
    none: list[str | None] = [None] * weekly.beside
    return [[*column, *none] for column in columns]
