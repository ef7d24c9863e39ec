"""The case under audit: the register, and the plan's rows with what is claimed of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from planner.audit.postings.people import AT_STATIONS, Register

Duty = Literal["postings", "exchange"]
Record = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Case:
    """All that the checks look at; `rows` are the plan's as written, `claims` goals' values."""

    duty: Duty
    register: Register
    rows: tuple[Record, ...]
    claims: Mapping[str, int]

    @cached_property
    def known(self) -> tuple[Record, ...]:
        """The rows that can be judged: their person and host are in the tables."""
        return tuple(row for row in self.rows if not unknown(self.register, row))

    @cached_property
    def starts(self) -> list[dt.date]:
        """The days on which the plan's postings may begin, ascending."""
        policy, year = self.register.policy, self.register.year
        training = self.duty == "postings"
        days = policy.training.starts if training else policy.exchange.starts
        years = range(year, year + (policy.training.years if training else 1))
        return sorted(dt.date.fromisoformat(f"{y}-{day}") for y in years for day in days)

    @cached_property
    def days(self) -> list[dt.date]:
        """The days that tell all: on which anyone begins to be away, or moves."""
        register = self.register
        days = {row["start_date"] for row in (*self.rows, *register.postings)}
        days |= {move["moved_on"] for move in register.records("moves")}
        days |= {one["start_date"] for one in register.records("absences")}
        days |= {one["joined_on"] for one in register.cadres.values() if one["joined_on"]}
        first = min((row["start_date"] for row in self.rows), default=dt.date.max)
        last = max((row["end_date"] for row in self.rows), default=dt.date.min)
        return sorted(day for day in days if day is not None and first <= day <= last)

    def on(self, day: dt.date) -> list[Record]:
        """Return the plan's postings that last on a day."""
        return [row for row in self.known if row["start_date"] <= day <= row["end_date"]]


def unknown(register: Register, row: Record) -> list[str]:
    """Return the columns of a row that name someone or something that no table has."""
    attached = row["posting"] == "attachment"
    people = register.chiefs if attached else register.cadres
    hosts = register.departments if attached else register.stations
    found = [] if row["person_id"] in people else ["person_id"]
    return found if row["host_id"] in hosts else [*found, "host_id"]


def at_station(row: Record) -> bool:
    """Say whether a posting's host is a station."""
    return row["posting"] in AT_STATIONS
