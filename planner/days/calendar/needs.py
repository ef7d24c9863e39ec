"""What each person still needs, and the trips that make it: as few as can be, equally long."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from planner.days.calendar.weeks import Week
from planner.days.excuses import absent_days, excused
from planner.days.facts import Facts, Person
from planner.days.ledger import entries
from planner.days.obligations import any_of, done_before, free_months, owed_days
from planner.days.own import Stretch, blocked, stretches
from planner.days.spans import Days


@dataclass(frozen=True, slots=True)
class Trip:
    """A trip that can be made: where, in which week, and for which unit."""

    station: str
    week: int
    unit: str


@dataclass(frozen=True, slots=True)
class Need:
    """A person's year in trips.

    `need` are the days still owed, `first_half` those of the first half's share (N4); `length` the
    days of a trip, `trips` how many make the need, `options` the trips that can be made. `week` of
    a trip is its place among the weeks.
    """

    person: str
    kind: str
    need: int
    first_half: int
    length: int
    trips: int
    options: tuple[Trip, ...]


def needs(facts: Facts, weeks: Sequence[Week], start: dt.date) -> list[Need]:
    """Return what everybody who still owes days needs, by person."""
    found = (need_of(facts, person, weeks, start) for person in facts.people.values())
    return sorted((one for one in found if one.need), key=lambda one: one.person)


def need_of(facts: Facts, person: Person, weeks: Sequence[Week], start: dt.date) -> Need:
    """Return what a person needs from a day on; visits before it are done."""
    away = any_of(facts, excused(facts, person))
    months, months_first = free_months(facts, away)
    made = entries(facts, person, start - dt.timedelta(days=1))
    need = max(0, owed_days(facts, person, months) - done_before(made))
    share = facts.policy.calendar.first_half_percent * owed_days(facts, person, months_first) // 100
    first_half = max(0, share - done_before(made, 1))
    if not need:
        return Need(person.id, person.kind, 0, first_half, 0, 0, ())
    figures = facts.policy.calendar
    least, most = figures.leader_trip if person.kind == "leader" else figures.cadre_trip
    open_ = ~(away | absent_days(facts, person) | blocked(facts, person))
    parts = stretches(facts, person)
    choices = {
        length: _options(facts, parts, open_, weeks, length) for length in range(least, most + 1)
    }
    length = _length(need, {length: _weeks(options) for length, options in choices.items()})
    trips = -(-need // length)
    return Need(person.id, person.kind, need, first_half, length, trips, choices[length])


def _length(need: int, weeks: dict[int, int]) -> int:
    """Return the days of a trip: of those with weeks enough the fewest trips, else the most days.

    `weeks` has the number of weeks that a trip of each length can be made in.
    """
    enough = [length for length, number in weeks.items() if number >= -(-need // length)]
    if enough:
        return min(enough, key=lambda length: (-(-need // length), length))
    return max(weeks, key=lambda length: (min(need, length * weeks[length]), -length))


def _weeks(options: Sequence[Trip]) -> int:
    return len({option.week for option in options})


def _options(
    facts: Facts, parts: Sequence[Stretch], open_: Days, weeks: Sequence[Week], length: int
) -> tuple[Trip, ...]:
    """Return the trips of a length that can be made: each takes the run's first days."""
    found: list[Trip] = []
    for place, week in enumerate(weeks):
        days = slice(week.first, week.first + length)
        if week.length < length or not open_[days].all():
            continue
        meets = [p for p in parts if p.first < days.stop and days.start <= p.last]
        stations = set(meets[0].stations).intersection(*(part.stations for part in meets[1:]))
        found += [
            Trip(station, place, meets[0].unit)
            for station in sorted(stations)
            if not facts.blocks(station)[days].any()
        ]
    return tuple(found)
