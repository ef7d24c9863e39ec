"""The facts of a year as objects: people, stations, visits, and what changes in it."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from planner.days.spans import Days, Span, Year
from planner.days.working import is_working
from planner.policy import Policy

Kind = Literal["leader", "cadre"]


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which a person is away, and why."""

    cause: str
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A leader or a cadre; a leader's department is his own id.

    `moves` are (first day in the new department, department left), by day. `village` is duty of
    the whole year.
    """

    id: str
    kind: Kind
    name: str
    department: str
    rank: str = ""
    joined: dt.date | None = None
    left: dt.date | None = None
    village: bool = False
    moves: tuple[tuple[dt.date, str], ...] = ()
    absences: tuple[Absence, ...] = ()

    def unit(self, day: dt.date) -> str:
        """Return the unit on a day: what the first move after it leaves, else the present one."""
        return next((left for moved, left in self.moves if moved > day), self.department)


@dataclass(frozen=True, slots=True)
class Station:
    """What the days need to know of a station."""

    id: str
    name: str
    staff: int
    travel_minutes: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A person's days at a station; `row` is where the table has it."""

    person: str
    station: str
    start: dt.date
    end: dt.date
    task: str = ""
    row: int = 0

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Merger:
    """The day from which a station is gone, and the one that takes over its place, if any."""

    day: dt.date
    successor: str | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """A plan from a day on: each unit's stations, and its kind as plans name it."""

    start: dt.date
    stations: dict[str, tuple[str, ...]]
    kind_of: dict[str, str]

    def has(self, kind: str) -> bool:
        """Return whether there are rows of a kind in it."""
        return kind in self.kind_of.values()

    def among(self, units: Collection[str], stations: Collection[str]) -> "Pairing":
        """Return the plan without units and stations other than these."""
        kept = {
            unit: tuple(one for one in several if one in stations)
            for unit, several in self.stations.items()
            if unit in units
        }
        return Pairing(self.start, kept, {unit: self.kind_of[unit] for unit in kept})


@dataclass(frozen=True, slots=True)
class Task:
    """A unit's key task at a station, and what it is to reach (三-1)."""

    unit: str
    station: str
    task: str
    target: str
    done_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A chief's time at a department."""

    host: str
    span: Span


@dataclass(frozen=True)
class Facts:
    """All that the days of a year are judged by.

    `history` has each unit's stations of the year before; `on_duty` the departments on village
    duty; `workdays` what the table of working days says; `blocked` (subject, days).
    """

    year: Year
    policy: Policy
    people: dict[str, Person]
    stations: dict[str, Station]
    units: dict[str, str]
    visits: tuple[Visit, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    history: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    mergers: dict[str, Merger] = field(default_factory=dict[str, Merger])
    on_duty: frozenset[str] = frozenset()
    workdays: dict[dt.date, bool] = field(default_factory=dict[dt.date, bool])
    blocked: tuple[tuple[str, Span], ...] = ()
    tasks: tuple[Task, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @cached_property
    def working(self) -> Days:
        """The working days of the year."""
        days = map(self.year.day, range(self.year.length))
        return np.array([is_working(day, self.workdays) for day in days], np.bool_)

    @cached_property
    def blocked_days(self) -> dict[str, Days]:
        """The days of the year that do not suit each subject named."""
        spans: dict[str, list[Span]] = {}
        for subject, span in self.blocked:
            spans.setdefault(subject, []).append(span)
        return {subject: self.year.mask(*several) for subject, several in spans.items()}

    def blocks(self, subject: str) -> Days:
        """Return the days that do not suit a subject."""
        found = self.blocked_days.get(subject)
        return np.zeros(self.year.length, np.bool_) if found is None else found

    @cached_property
    def visits_of(self) -> dict[str, list[Visit]]:
        """Each person's visits, by their first day."""
        visits: dict[str, list[Visit]] = {person: [] for person in self.people}
        for visit in sorted(self.visits, key=lambda one: (one.start, one.row)):
            visits[visit.person].append(visit)
        return visits

    def in_order(self) -> list[Person]:
        """Return leaders first, then cadres, each by their ids."""
        return sorted(self.people.values(), key=lambda one: (one.kind != "leader", one.id))
