"""The calendar's case: the options (person, station, week) of everybody who still owes days."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np

from planner.allocation.problem import IntArray
from planner.days.calendar.needs import Need, Trip, needs
from planner.days.calendar.weeks import Week, weeks
from planner.days.facts import Facts


@dataclass(frozen=True)
class Case:
    """What the calendar's problem is made of; an option is (place of its need, trip)."""

    facts: Facts
    start: dt.date
    weeks: tuple[Week, ...]
    needs: tuple[Need, ...]

    @cached_property
    def options(self) -> tuple[tuple[int, Trip], ...]:
        """The options by person, week, station."""
        return tuple(
            (place, trip) for place, need in enumerate(self.needs) for trip in need.options
        )

    @cached_property
    def person(self) -> IntArray:
        """The place among the needs of each option."""
        return np.array([place for place, _ in self.options], np.int64)

    @cached_property
    def week(self) -> IntArray:
        """The place among the weeks of each option."""
        return np.array([trip.week for _, trip in self.options], np.int64)

    @cached_property
    def persons(self) -> list[str]:
        """Each option's person."""
        return [self.needs[place].person for place, _ in self.options]

    @cached_property
    def stations(self) -> list[str]:
        """Each option's station."""
        return [trip.station for _, trip in self.options]

    @cached_property
    def units(self) -> list[str]:
        """Each option's unit."""
        return [trip.unit for _, trip in self.options]

    @cached_property
    def months(self) -> list[str]:
        """Each option's month."""
        return [self.weeks[trip.week].month for _, trip in self.options]

    @cached_property
    def week_names(self) -> list[str]:
        """Each option's week."""
        return [self.weeks[trip.week].name for _, trip in self.options]

    def staff(self, station: str) -> int:
        """Return a station's people, at least one: somebody has to receive the visitors."""
        return max(1, self.facts.stations[station].staff)


def listed(positions: IntArray) -> list[int]:
    """Return positions as plain numbers."""
    return cast("list[int]", positions.tolist())


def case_of(facts: Facts, start: dt.date) -> Case:
    """Return the case of a calendar from a day on."""
    some = tuple(weeks(facts, start))
    return Case(facts, start, some, tuple(needs(facts, some, start)))
