"""The weeks of a calendar: ISO weeks, cut at 30 June and at its first day; their working runs."""

import datetime as dt
from dataclasses import dataclass

from planner.days.facts import Facts
from planner.days.spans import half, half_end, month


@dataclass(frozen=True, slots=True)
class Week:
    """A week and its run: the longest (then first) chain of consecutive working days.

    `first` is the number in the year of the run's first day, `length` its days; month and half are
    those of that day.
    """

    name: str
    first: int
    length: int
    month: str
    half: int


def weeks(facts: Facts, start: dt.date) -> list[Week]:
    """Return the weeks from a day to 31 December that have a working day."""
    year = facts.year
    found: list[Week] = []
    day = start
    while day <= year.last:
        end = min(_sunday(day), half_end(year.number, half(day)))
        first, length = _run(facts, year.at(day), year.at(end))
        if length:
            opens = year.day(first)
            found.append(Week(_name(day), first, length, month(opens), half(opens)))
        day = end + dt.timedelta(days=1)
    return found


def _sunday(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=7 - day.isoweekday())


def _name(day: dt.date) -> str:
    """Return a week's name, with `a` or `b` where 30 June cuts it."""
    year, number, _ = day.isocalendar()
    name = f"{year}-W{number:02}"
    monday = day - dt.timedelta(days=day.isoweekday() - 1)
    cut = monday <= half_end(day.year, 1) < _sunday(day)
    return name + ("ab"[half(day) - 1] if cut else "")


def _run(facts: Facts, first: int, last: int) -> tuple[int, int]:
    """Return the first day and the length of the longest chain of working days; the first one."""
    best, begun, length = (first, 0), first, 0
    for number in range(first, last + 1):
        if not facts.working[number]:
            begun, length = number + 1, 0
            continue
        length += 1
        if length > best[1]:
            best = begun, length
    return best
