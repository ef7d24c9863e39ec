"""Whose a person is and which stations are his own, day by day."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from planner.days.facts import Facts, Merger, Person
from planner.days.spans import Days

KIND_OF_UNIT = {"leader": "leader", "cadre": "department"}
"""The kind of plan rows that holds a person's stations."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of the year (numbers, both included) with the same unit and the same own stations."""

    first: int
    last: int
    unit: str
    stations: tuple[str, ...]

    def owns(self, station: str) -> bool:
        """Return whether a station is an own one: any is where nothing is in force."""
        return not self.stations or station in self.stations


def stretches(facts: Facts, person: Person) -> list[Stretch]:
    """Return the year in stretches, from 1 January to 31 December."""
    year = facts.year
    cuts = sorted({0, *(n for n in _changes(facts, person) if 0 < n < year.length)})
    found: list[Stretch] = []
    for first, after in zip(cuts, [*cuts[1:], year.length], strict=True):
        day = year.day(first)
        unit = person.unit(day)
        stations = own(facts, KIND_OF_UNIT[person.kind], unit, day)
        if found and (found[-1].unit, found[-1].stations) == (unit, stations):
            first = found.pop().first
        found.append(Stretch(first, after - 1, unit, stations))
    return found


def own(facts: Facts, kind: str, unit: str, day: dt.date) -> tuple[str, ...]:
    """Return a unit's stations in force on a day, those merged by then by their successors."""
    standing = (in_force(facts, kind, unit, day), facts.mergers, day)
    return tuple(sorted({kept for kept in _standing(*standing) if kept is not None}))


def in_force(facts: Facts, kind: str, unit: str, day: dt.date) -> tuple[str, ...]:
    """Return a unit's stations by the latest plan of its kind, last year's before the first."""
    plans = [one for one in facts.pairings if one.start <= day and one.has(kind)]
    if not plans:
        return facts.history.get(unit, ())
    return max(plans, key=lambda one: one.start).stations.get(unit, ())


def successor(station: str, mergers: dict[str, Merger], day: dt.date) -> str | None:
    """Return the station that stands in a station's place on a day; None where it was closed."""
    at: str | None = station
    seen: set[str] = set()
    while at is not None and at in mergers and mergers[at].day <= day and at not in seen:
        seen.add(at)
        at = mergers[at].successor
    return at


def units_of(facts: Facts, person: Person) -> list[tuple[slice, str]]:
    """Return the year in slices of one unit each."""
    return [(slice(one.first, one.last + 1), one.unit) for one in stretches(facts, person)]


def blocked(facts: Facts, person: Person) -> Days:
    """Return the days blocked for a person, the unit of the day, or everybody."""
    days = facts.blocks(person.id) | facts.blocks("*")
    for part, unit in units_of(facts, person):
        days[part] |= facts.blocks(unit)[part]
    return days


def on_duty(facts: Facts, person: Person) -> Days:
    """Return the days on which the person's department is on village duty."""
    days = np.zeros(facts.year.length, np.bool_)
    for part, unit in units_of(facts, person):
        days[part] = unit in facts.on_duty
    return days


def _standing(
    stations: tuple[str, ...], mergers: dict[str, Merger], day: dt.date
) -> Iterator[str | None]:
    for station in stations:
        yield successor(station, mergers, day)


def _changes(facts: Facts, person: Person) -> Iterator[int]:
    """Yield the numbers of the days on which something may change."""
    for plan in facts.pairings:
        yield facts.year.at(plan.start)
    for merger in facts.mergers.values():
        yield facts.year.at(merger.day)
    for moved, _ in person.moves:
        yield facts.year.at(moved)
