"""A year of days in one object, for notebooks: what is owed, done, filed, planned, and its cost."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from planner.days.burden import burdens
from planner.days.calendar.plan import CalendarPlan, planned
from planner.days.cost import cost_frame, trips_of
from planner.days.duty import CALENDAR
from planner.days.filing import filing, filing_frame, people_frame
from planner.days.frames import burden_frame, ledger_frame, obligations_frame
from planner.days.inputs import Inputs, read_inputs
from planner.days.ledger import ledger
from planner.days.obligations import obligations
from planner.days.spans import half_end
from planner.errors import Fault
from planner.plans.proved import proved
from planner.policy import Policy


@dataclass(frozen=True)
class DaysYear:
    """The days of a year as they stand on a day; frames have the columns of their files."""

    read: Inputs
    on: dt.date

    @property
    def year(self) -> int:
        """The year."""
        return self.read.facts.year.number

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is odd in the tables."""
        return self.read.warnings

    @cached_property
    def obligations(self) -> pl.DataFrame:
        """Return what everybody owes, as `obligations.csv`."""
        return obligations_frame(self.year, obligations(self.read.facts, self.on))

    @cached_property
    def ledger(self) -> pl.DataFrame:
        """Return the visits as they count, as `ledger.csv`."""
        return ledger_frame(ledger(self.read.facts, self.on))

    @cached_property
    def burden(self) -> pl.DataFrame:
        """Return what visiting asks of stations, as `burden.csv`."""
        return burden_frame(burdens(self.read.facts, self.on))

    def filing(self, half: int) -> pl.DataFrame:
        """Return the filing of a half as it stands, as `filing.csv`."""
        return filing_frame(filing(self.read.facts, half, min(self.on, half_end(self.year, half))))

    def filing_people(self, half: int) -> pl.DataFrame:
        """Return the people of a filing, as `filing_people.csv`."""
        return people_frame(filing(self.read.facts, half, min(self.on, half_end(self.year, half))))

    def cost(self, calendar: CalendarPlan | None = None) -> pl.DataFrame:
        """Return the cost of the visits, or of a calendar's trips, as `cost.csv`, in yuan."""
        facts = self.read.facts
        return cost_frame(facts, facts.visits if calendar is None else trips_of(calendar.rows))

    def calendar(self, start: dt.date | None = None) -> CalendarPlan:
        """Return the best visit calendar from a day on (1 January), proved and audited.

        Raises `SolverError` where a solver gives no answer, `ViolationError` where the audit finds
        a rule broken.
        """
        facts, dataset = self.read.facts, self.read.dataset
        plan, _ = planned(facts, start or facts.year.first, dataset.inputs)
        return proved(CALENDAR, plan, dataset, facts.policy).plan


def read_days_year(
    data: Path | str,
    year: int,
    plans: Sequence[Path | str],
    policy: Policy | None = None,
    on: dt.date | None = None,
) -> DaysYear:
    """Return the days of a year by the tables in `data` and the plans in force, up to a day.

    `plans` are folders, each with `@2019-07-01` behind it where it holds from a day on. Raises
    InputError with every fault.
    """
    day = on or dt.date(year, 12, 31)
    read = read_inputs(Path(data), year, [str(one) for one in plans], policy or Policy(), day)
    return DaysYear(read, day)
