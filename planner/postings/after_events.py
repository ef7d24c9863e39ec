"""Postings as they are after what happened to them: extended, recalled, returned."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from planner.dates import Day
from planner.postings.facts import Event, Row

ENDING = ("extended", "recalled", "returned")
"""The events that say anew when a posting ends; the latest of them decides."""

Key = tuple[str, Day]


def by_row(events: Iterable[Event]) -> dict[Key, list[Event]]:
    """Return the events of each posting, by date, then as they stand in the table."""
    found: dict[Key, list[Event]] = {}
    for event in sorted(events, key=lambda one: (one.date, one.line)):
        found.setdefault((event.person_id, event.start), []).append(event)
    return found


def after_events(rows: Iterable[Row], events: Iterable[Event]) -> dict[str, tuple[Row, ...]]:
    """Return each person's postings by their first day, ended as their events say."""
    happened = by_row(events)
    found: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda one: (one.person_id, one.start, one.line)):
        found.setdefault(row.person_id, []).append(replace(row, end=end_after(row, happened)))
    return {person: tuple(several) for person, several in found.items()}


def end_after(row: Row, happened: Mapping[Key, Iterable[Event]]) -> Day:
    """Return a posting's last day after its events."""
    end = row.end
    for event in happened.get((row.person_id, row.start), ()):
        if event.event in ENDING:
            end = event.until if event.event == "extended" and event.until else event.date
    return end
