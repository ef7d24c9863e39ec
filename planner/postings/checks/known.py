"""What every check looks at: the tables, the figures, the plan year, and who is who."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from planner.places import Places
from planner.plans.checks import UnderCheck
from planner.policy import Policy
from planner.postings.after_events import by_row, end_after
from planner.postings.facts import Event, Row
from planner.postings.read import events, posting_rows


@dataclass(frozen=True)
class Check(UnderCheck):
    """The tables under check for a plan year.

    `on` is the day on which they are looked at where nothing is planned, else None.
    """

    policy: Policy
    year: int
    on: dt.date | None = None

    def ids(self, table: str, column: str) -> frozenset[str]:
        """Return the identifiers of a column."""
        return frozenset(row[column] for row in self.rows(table, column))

    @cached_property
    def cadres(self) -> frozenset[str]:
        """The ids of cadres."""
        return self.ids("cadres", "cadre_id")

    @cached_property
    def chiefs(self) -> frozenset[str]:
        """The ids of chiefs."""
        return self.ids("chiefs", "chief_id")

    @cached_property
    def stations(self) -> frozenset[str]:
        """The ids of stations."""
        return self.ids("stations", "station_id")

    @cached_property
    def departments(self) -> frozenset[str]:
        """The ids of departments."""
        return self.ids("departments", "department_id")

    @cached_property
    def cities(self) -> frozenset[str]:
        """The names of cities."""
        return self.ids("stations", "city")

    @cached_property
    def places(self) -> Places:
        """The stations by place."""
        return Places(self.frames["stations"])

    @cached_property
    def names(self) -> dict[str, str]:
        """What people are called, by id."""
        people = (("cadres", "cadre_id"), ("chiefs", "chief_id"))
        return {
            row[id]: row["name"] for table, id in people for row in self.rows(table, id, "name")
        }

    @cached_property
    def postings(self) -> tuple[Row, ...]:
        """The postings that are whole, as they were written."""
        return tuple(
            row for row in posting_rows(self.frames)
            if None not in (row.person_id, row.posting, row.start, row.end)
        )  # fmt: skip

    @cached_property
    def happened(self) -> dict[tuple[str, dt.date], list[Event]]:
        """The events that are whole, by the posting they happened to."""
        return by_row(
            event for event in events(self.frames)
            if None not in (event.person_id, event.start, event.event, event.date)
        )  # fmt: skip

    def end(self, row: Row) -> dt.date:
        """Return the last day of a posting after its events."""
        return end_after(row, self.happened)

    @property
    def today(self) -> dt.date:
        """The day from which on nothing has happened yet: 1 January of a plan year."""
        return self.on or dt.date(self.year, 1, 1)

    def named(self, person: str) -> str:
        """Return a person's name and id."""
        name = self.names.get(person)
        return person if name is None else f"{name}（{person}）"
