"""Reading what a command of days is asked for: tables, policy, plans; every fault at once."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from planner.days.checks import notices
from planner.days.dataset import DaysDataset, unsettled_days
from planner.days.facts import Facts
from planner.days.pairings import FILE, Given, given, pairings
from planner.days.read import facts_of
from planner.errors import Fault, InputError
from planner.policy import Policy


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read: the facts of a year, the tables they come from, and what was odd.

    `plans` are those in force with the sha256 of each `plan.csv`.
    """

    facts: Facts
    dataset: DaysDataset
    plans: tuple[tuple[Given, str], ...]
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
    data: Path,
    year: int,
    plans: Sequence[str],
    policy: Policy | None,
    on: dt.date | None = None,
    more: Sequence[Fault] = (),
) -> Inputs:
    """Return what a command of days goes by; `more` are faults that were found before.

    Raises InputError with every fault of tables and plans and those before, all at once: also where
    there is no `policy` because it could not be read. Visits after `on` are a warning.
    """
    faults = [*more]
    named, wrong = given(plans, year)
    read = unsettled_days(data, year, policy)
    faults += [*wrong, *read.ledger.faults]
    units = _kinds(read.frames)
    stations = set(read.frames["stations"]["station_id"].drop_nulls())
    in_force, wrong = pairings(named, year, units, stations)
    faults += wrong
    if faults or policy is None:
        raise InputError(faults)
    facts = facts_of(read.frames, policy, year, in_force)
    odd = notices(facts, on, read.file)
    digests = tuple((one, _digest(one.folder / FILE)) for one in named)
    return Inputs(facts, read, digests, (*read.warnings, *odd))


def within(year: int, option: str, day: dt.date | None, default: dt.date) -> Bounds:
    """Return a day that must lie in the year, the default where none is given."""
    return Bounds(option, day or default, dt.date(year, 1, 1), dt.date(year, 12, 31))


def _kinds(frames: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    """Return the kind of each unit as plans name it."""
    columns = (("leaders", "leader_id", "leader"), ("departments", "department_id", "department"))
    return {
        unit: kind for table, column, kind in columns for unit in frames[table][column].drop_nulls()
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
