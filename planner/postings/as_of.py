"""Postings as a day knows them: begun by then, ended as the events up to then say."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from planner.dates import Day
from planner.postings.after_events import after_events
from planner.postings.facts import Event, Row


def as_of(rows: Iterable[Row], events: Iterable[Event], on: Day) -> Mapping[str, tuple[Row, ...]]:
    """Return each person's postings begun by a day, by their first day.

    A posting that is not over on that day has no grade yet.
    """
    begun = [row for row in rows if row.start <= on]
    found = after_events(begun, [event for event in events if event.date <= on])
    return {
        person: tuple(row if row.end <= on else replace(row, grade=None) for row in several)
        for person, several in found.items()
    }
