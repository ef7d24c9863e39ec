"""Tiny facts of postings, each given with no more than what a test is about."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from planner.postings.after_events import after_events
from planner.postings.facts import (
    Cadre,
    Chief,
    Department,
    Event,
    Facts,
    Move,
    Pin,
    Row,
    Span,
    Station,
)

day = dt.date.fromisoformat


def days(given: dict[str, Any]) -> dict[str, Any]:
    """Return keyword arguments with days for the texts that are written as days."""
    return {
        key: day(value)
        if isinstance(value, str) and len(value) == 10 and value[4] == "-"
        else value
        for key, value in given.items()
    }


def cadre(id: str = "C1", department: str = "D1", **more: Any) -> Cadre:
    """Return someone of 40 in 2019 who has never worked at the grassroots: route A."""
    known = {"birth": "1979-01-01", "joined": "2005-07-01", "grassroots": 0, "justice": 100}
    return Cadre(id, f"name of {id}", department, **days(known | more))


def row(person: str, start: str, end: str, host: str = "S1", posting: str = "training") -> Row:
    return Row(person, posting, host, day(start), day(end))


def station(id: str = "S1", **more: Any) -> Station:
    known: dict[str, Any] = {"staff": 2, "travel_minutes": 60, "need": 50}
    given = known | days(more)
    place = given.pop("place", ("city", f"county of {id}"))
    return Station(id, f"name of {id}", *place, **given)


def facts(
    cadres: Iterable[Cadre] = (),
    *,
    stations: Iterable[Station] = (),
    chiefs: Iterable[Chief] = (),
    rows: Iterable[Row] = (),
    events: Iterable[Event] = (),
    absences: Iterable[Span] = (),
    holds: Iterable[Span] = (),
    moves: Iterable[Move] = (),
    pins: Iterable[Pin] = (),
    apart: Iterable[tuple[str, str]] = (),
    hosts: dict[str, int] | None = None,
    headcounts: dict[str, int] | None = None,
    expertise: dict[str, str] | None = None,
) -> Facts:
    """Return facts; every department has ten people unless `headcounts` says otherwise."""
    cadres = list(cadres)
    heads = {one.department_id: 10 for one in cadres} | (headcounts or {})
    return Facts(
        {one.id: one for one in cadres},
        {one.id: one for one in chiefs},
        {
            id: Department(id, f"name of {id}", number, frozenset([(expertise or {}).get(id, "")]))
            for id, number in heads.items()
        },
        tuple(sorted(stations, key=lambda one: one.id)),
        after_events(rows, events),
        by_person(absences),
        by_person(holds),
        {one: tuple(m for m in moves if m.cadre_id == one) for one in {m.cadre_id for m in moves}},
        tuple(pins),
        tuple(apart),
        hosts,
    )


def by_person(spans: Iterable[Span]) -> dict[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        found[span.person_id].append(span)
    return {person: tuple(several) for person, several in found.items()}
