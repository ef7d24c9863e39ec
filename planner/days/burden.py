"""How much visiting asks of a station: visitor-days a month for each of its people (N8)."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from planner.days.facts import Facts
from planner.days.spans import Span, month


@dataclass(frozen=True, slots=True)
class Burden:
    """A station's month: days of all visitors, its people, and the days for each, rounded up."""

    station: str
    month: str
    visitor_days: int
    staff: int
    burden: int


def burdens(facts: Facts, on: dt.date) -> list[Burden]:
    """Return every station and month of the year with a visitor up to a day; by station, month."""
    past = Span(facts.year.first, min(on, facts.year.last))
    days = Counter(
        (visit.station, month(day))
        for visit in facts.visits
        for day in visit.span.days()
        if past.holds(day)
    )
    return [
        Burden(station, some, number, staff, -(-number // max(1, staff)))
        for (station, some), number in sorted(days.items())
        for staff in (facts.stations[station].staff,)
    ]
