"""Reading what a command of days is asked for: tables, policy, plans; every fault at once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.days.checks import notices
from planner.days.dataset import DaysDataset, read_days
from planner.days.facts import Facts
from planner.errors import Fault
from planner.policy import Policy


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read: the facts of a year, the tables they come from, and what was odd."""

    facts: Facts
    dataset: DaysDataset
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A day that was given, the option it was given by, and the days it must lie between."""

    option: str
    day: dt.date
    first: dt.date
    last: dt.date

    def faults(self) -> list[Fault]:
        """Return what is wrong with the day."""
        if self.first <= self.day <= self.last:
            return []
        values = {"value": self.day, "first": self.first, "last": self.last}
        return [Fault(self.option, "days.on_outside", values=values)]


def read_inputs(
    data: Path, year: int, plans: Sequence[str], policy: Policy, on: dt.date | None = None
) -> Inputs:
    """Return what a command of days goes by; visits after `on` are a warning.

    Raises InputError with every fault of tables and plans, all at once.
    """
    return inputs_of(read_days(data, year, policy, plans), policy, year, on)


def inputs_of(dataset: DaysDataset, policy: Policy, year: int, on: dt.date | None = None) -> Inputs:
    """Return what a command goes by, the tables being sound; visits after `on` are a warning."""
    facts = dataset.facts(policy, year)
    odd = notices(facts, on, dataset.file)
    return Inputs(facts, dataset, (*dataset.warnings, *odd))


def within(year: int, option: str, day: dt.date | None, default: dt.date) -> Bounds:
    """Return a day that must lie in the year, the default where none is given."""
    return Bounds(option, day or default, dt.date(year, 1, 1), dt.date(year, 12, 31))
