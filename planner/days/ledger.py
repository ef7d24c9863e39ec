"""The ledger: every visit cut where the half, the unit, the station's standing or the date changes.

A day counts at an own station, whole; one day, one station (N1, N3).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from planner.days.facts import Facts, Person, Visit
from planner.days.own import Stretch, stretches
from planner.days.spans import Days, half

FUTURE, ELSEWHERE = "future", "elsewhere"
PAIRED = {"leader": "leaders", "cadre": "cadres"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Some days of a visit; `why_not` says why they do not count, where they don't.

    `lost` are the days that fail only by the station.
    """

    person: str
    start: dt.date
    end: dt.date
    station: str
    unit: str
    half: int
    days: int
    counted: int
    lost: int
    why_not: str
    task: str


def ledger(facts: Facts, on: dt.date) -> list[Entry]:
    """Return everybody's entries of the year as they stand on a day, by person and start."""
    people = sorted(facts.people.values(), key=lambda one: one.id)
    return [entry for person in people for entry in entries(facts, person, on)]


def entries(facts: Facts, person: Person, on: dt.date) -> list[Entry]:
    """Return a person's entries of the year as they stand on a day."""
    parts = stretches(facts, person)
    days = _counting(facts)
    return [
        entry
        for visit in facts.visits_of[person.id]
        for entry in _cut(facts, person, visit, parts, days, on)
    ]


def _cut(
    facts: Facts,
    person: Person,
    visit: Visit,
    parts: list[Stretch],
    counting: Days,
    on: dt.date,
) -> Iterator[Entry]:
    """Yield a visit's entries: one for each run of days of the same standing."""
    year, paired = facts.year, PAIRED[person.kind] in facts.policy.days.only_paired
    within = year.within(visit.span)
    standing = [_standing(facts, visit, parts, number, on) for number in _numbers(within)]
    for first, last in _runs(standing):
        start = within.start + first
        number, unit, is_own, is_past = standing[first]
        some = int(counting[start : within.start + last + 1].sum())
        lost = is_past and paired and not is_own
        why_not = "" if is_past and not lost else (ELSEWHERE if is_past else FUTURE)
        yield Entry(
            person.id, year.day(start), year.day(within.start + last), visit.station, unit,
            number, last - first + 1, 0 if why_not else some, some if lost else 0, why_not,
            visit.task,
        )  # fmt: skip


def _standing(
    facts: Facts, visit: Visit, parts: list[Stretch], number: int, on: dt.date
) -> tuple[int, str, bool, bool]:
    """Return a day's half, unit, whether the station is an own one, whether it has come."""
    day = facts.year.day(number)
    part = next(one for one in parts if one.last >= number)
    return half(day), part.unit, part.owns(visit.station), day <= on


def _numbers(within: slice) -> range:
    return range(within.start, within.stop)


def _runs(values: list[tuple[int, str, bool, bool]]) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each run of equal values."""
    first = 0
    for place in range(1, len(values) + 1):
        if place == len(values) or values[place] != values[first]:
            yield first, place - 1
            first = place


def _counting(facts: Facts) -> Days:
    """Return the days of the year that can count at all."""
    if facts.policy.days.count == "working":
        return facts.working
    return np.ones(facts.year.length, np.bool_)
