"""What the audit knows of a calendar: its trips as rows, and what each person needs and may do."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from planner.audit.calendar.dates import DAY, Week, days, half, weeks, works
from planner.audit.calendar.people import LEADER, Tables

COLUMNS = (
    "year", "kind", "unit_id", "person_id", "station_id", "start_date", "end_date", "days",
    "week", "month",
)  # fmt: skip

Option = tuple[str, str]
"""A station and a week's name."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the calendar: where it stands in the file, and its columns."""

    number: int
    year: int
    kind: str
    unit: str
    person: str
    station: str
    start: dt.date
    end: dt.date
    days: int
    week: str
    month: str


@dataclass(frozen=True, slots=True)
class Need:
    """What a person still owes, the days of a trip, the trips, and where each can be made."""

    need: int
    first_half: int
    days: int
    trips: int
    options: dict[Option, Week]


@dataclass(frozen=True)
class Ground:
    """What a calendar is judged by, whatever its rows: the tables and its first day."""

    tables: Tables
    start: dt.date

    @cached_property
    def workdays(self) -> dict[dt.date, bool]:
        """What the table of working days says."""
        return {row["date"]: row["working"] for row in self.tables.rows("workdays")}

    @cached_property
    def weeks(self) -> list[Week]:
        """The weeks of the calendar."""
        return weeks(self.start, self.workdays)

    @cached_property
    def week(self) -> dict[str, Week]:
        """The weeks by name."""
        return {week.name: week for week in self.weeks}

    @cached_property
    def needs(self) -> dict[str, Need]:
        """What each person needs."""
        return {person: self._need(person) for person in self.tables.people}

    def staff(self, station: str) -> int:
        """Return a station's people, one at least."""
        return max(1, self.tables.stations[station]["staff"])

    def _need(self, person: str) -> Need:
        tables, year = self.tables, self.tables.year
        free = [self._free(person, month) for month in range(1, 13)]
        leader = tables.kind(person) == LEADER
        asked = tables.policy.leaders.days if leader else tables.policy.departments.days
        owed, early = asked * sum(free) // 12, asked * sum(free[:6]) // 12
        done = [half(day) for day in self._done(person) if day.year == year]
        figures = tables.policy.calendar
        need = max(0, owed - len(done))
        share = max(0, figures.first_half_percent * early // 100 - done.count(1))
        if need == 0:
            return Need(0, share, 0, 0, {})
        least, most = figures.leader_trip if leader else figures.cadre_trip
        choices = {length: self._options(person, length) for length in range(least, most + 1)}
        number = {length: len({week for _, week in options}) for length, options in choices.items()}
        trips = {length: -(-need // length) for length in choices}
        enough = [length for length in choices if number[length] >= trips[length]]
        if enough:
            length = min(enough, key=lambda one: (trips[one], one))
        else:
            length = min(choices, key=lambda one: (-min(need, one * number[one]), one))
        return Need(need, share, length, trips[length], choices[length])

    def _free(self, person: str, month: int) -> bool:
        """Return whether no day of a month is excused."""
        first = dt.date(self.tables.year, month, 1)
        last = (first.replace(day=28) + 4 * DAY).replace(day=1) - DAY
        return not any(self.tables.excused(person, day) for day in days(first, last))

    def _done(self, person: str) -> list[dt.date]:
        """Return the days before the calendar's that count."""
        tables, figures = self.tables, self.tables.policy.days
        kind = "leaders" if tables.kind(person) == LEADER else "cadres"
        found: list[dt.date] = []
        for row in self._visits.get(person, ()):
            for day in days(row["start_date"], min(row["end_date"], self.start - DAY)):
                if day.year != tables.year:
                    continue
                own = tables.own(person, day)
                elsewhere = kind in figures.only_paired and own and row["station_id"] not in own
                idle = figures.count == "working" and not works(day, self.workdays)
                if not elsewhere and not idle:
                    found.append(day)
        return found

    @cached_property
    def _visits(self) -> dict[str, list[dict[str, Any]]]:
        found: dict[str, list[dict[str, Any]]] = {}
        for row in self.tables.rows("visits"):
            found.setdefault(row["person_id"], []).append(row)
        return found

    def _options(self, person: str, length: int) -> dict[Option, Week]:
        """Return where and in which weeks a person can make a trip of so many days."""
        found: dict[Option, Week] = {}
        for week in self.weeks:
            run = week.run[:length]
            if len(run) < length or any(self.cannot(person, day) for day in run):
                continue
            for station in self.tables.own(person, run[0]):
                if all(self.suits(person, station, day) for day in run):
                    found[station, week.name] = week
        return found

    def cannot(self, person: str, day: dt.date) -> str | None:
        """Return why a person can't go on a day: excused, absent, blocked; None where he can."""
        tables = self.tables
        if tables.excused(person, day):
            return "excused"
        if tables.absent(person, day):
            return "absent"
        return "blocked" if tables.blocked(day, person, tables.unit(person, day)) else None

    def suits(self, person: str, station: str, day: dt.date) -> bool:
        """Return whether a station is an own one on a day that suits it."""
        own = station in self.tables.own(person, day)
        return own and not self.tables.blocked(day, station)


@dataclass(frozen=True)
class Case:
    """A calendar under audit: what it is judged by, its rows, and what is claimed."""

    ground: Ground
    rows: tuple[Row, ...]
    claims: Mapping[str, int]

    @cached_property
    def known(self) -> tuple[Row, ...]:
        """The rows whose person, station and week there are."""
        ground, people = self.ground, set(self.ground.tables.people)
        return tuple(
            row
            for row in self.rows
            if row.person in people
            and row.station in ground.tables.stations
            and row.week in ground.week
        )
