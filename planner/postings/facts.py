"""The facts of postings as plain rows: people, what they are or were away for, what was decided."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from planner.dates import Day

KINDS = ("training", "secondment", "attachment")
AT_STATIONS = ("training", "secondment")
"""Postings whose host is a station."""


@dataclass(frozen=True, slots=True)
class Cadre:
    """A cadre; days, months and county are None where they are not known."""

    id: str
    name: str
    department_id: str
    birth: Day | None = None
    joined: Day | None = None
    left: Day | None = None
    grassroots: int | None = None
    justice: int | None = None
    village_duty: bool = False
    outstanding: bool = False
    native_county: str | None = None


@dataclass(frozen=True, slots=True)
class Chief:
    """The chief of a station, and who recommended them (None where nobody did)."""

    id: str
    name: str
    station_id: str
    birth: Day | None = None
    outstanding: bool = False
    recommended_by: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A posting as it is after its events, both ends counted; `line` is its row in the table."""

    person_id: str
    posting: str
    host_id: str
    start: Day
    end: Day
    grade: str | None = None
    route: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a posting, which is known by its person and first day."""

    person_id: str
    start: Day
    event: str
    date: Day
    until: Day | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Days of someone, a side that is None being open: an absence or a hold, and its cause."""

    person_id: str
    cause: str
    start: Day | None
    end: Day | None


@dataclass(frozen=True, slots=True)
class Move:
    """A cadre's change of department: the first day in the new one, and the old one."""

    cadre_id: str
    day: Day
    from_department_id: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A posting that was required or forbidden; what is None is any.

    `place` has the ids that its place covers, None where it has no place.
    """

    person_id: str
    posting: str | None
    start: Day | None
    decision: str
    place: frozenset[str] | None = None
    line: int = 0

    def binds(self, starts: Collection[Day]) -> bool:
        """Say whether the pin speaks of a plan with these starts: others are of other years."""
        return self.start is None or self.start in starts

    def meets(self, person: str, posting: str, start: Day) -> bool:
        """Say whether the pin speaks of a posting of this kind from this day, wherever it be."""
        return (
            self.person_id == person
            and self.posting in (None, posting)
            and self.start in (None, start)
        )


@dataclass(frozen=True, slots=True)
class Department:
    """A department, with what postings ask of it."""

    id: str
    name: str
    headcount: int
    expertise: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Station:
    """A judicial office, its need in the plan year, and the first day on which it is gone."""

    id: str
    name: str
    city: str
    county: str
    travel_minutes: int
    staff: int
    need: int
    focus: str | None = None
    gone_on: Day | None = None

    @property
    def place(self) -> tuple[str, str]:
        """The city and the county."""
        return self.city, self.county


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """All facts, people by id; `hosts` are the stations that offer places, None for every one."""

    cadres: Mapping[str, Cadre]
    chiefs: Mapping[str, Chief]
    departments: Mapping[str, Department]
    stations: tuple[Station, ...]
    rows: Mapping[str, tuple[Row, ...]]
    absences: Mapping[str, tuple[Span, ...]]
    holds: Mapping[str, tuple[Span, ...]]
    moves: Mapping[str, tuple[Move, ...]]
    pins: tuple[Pin, ...]
    apart: tuple[tuple[str, str], ...]
    hosts: Mapping[str, int] | None

    def department(self, cadre: Cadre, day: Day) -> str:
        """Return the id of a cadre's department on a day."""
        if cadre.id not in self.moves:
            return cadre.department_id
        later = (move for move in self.moves[cadre.id] if move.day > day)
        first = min(later, key=lambda move: move.day, default=None)
        return cadre.department_id if first is None else first.from_department_id

    def away(self, person: str, day: Day) -> bool:
        """Say whether a person is away by a posting on a day."""
        return any(row.start <= day <= row.end for row in self.rows.get(person, ()))
