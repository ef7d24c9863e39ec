"""A year of postings in one object, for notebooks: who may go, who goes, what falls due."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import polars as pl

from planner.errors import Fault
from planner.plans.plan import Plan
from planner.plans.proved import proved
from planner.policy import Policy
from planner.postings.data import PostingsData, read_data
from planner.postings.due import due
from planner.postings.duty import POSTINGS
from planner.postings.duty import make as training_plan
from planner.postings.eligible import eligible, eligible_exchange
from planner.postings.exchange.duty import EXCHANGE, ExchangePlan
from planner.postings.exchange.duty import make as exchange_plan
from planner.postings.facts import Facts


@dataclass(frozen=True)
class PostingsYear:
    """The postings of a plan year as they stand on a day; frames have the columns of their files.

    Who may go is judged on 1 January, what is due on the day `on`.
    """

    data: PostingsData
    policy: Policy
    year: int
    on: dt.date

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is odd in the tables."""
        return self.data.warnings

    @cached_property
    def facts(self) -> Facts:
        """The facts as a plan of the year sees them."""
        return self.data.facts(self.policy, self.year)

    @cached_property
    def eligible(self) -> pl.DataFrame:
        """Return every cadre's verdict on 1 January, as `eligible.csv`."""
        return eligible(self.facts, self.policy, dt.date(self.year, 1, 1))

    @cached_property
    def eligible_exchange(self) -> pl.DataFrame:
        """Return who may be exchanged from 1 January, as `eligible_exchange.csv`."""
        return eligible_exchange(self.facts, self.policy, dt.date(self.year, 1, 1))

    @cached_property
    def due(self) -> pl.DataFrame:
        """Return what is due by the day and soon after, as `due.csv`."""
        return due(self.facts, self.data.events(), self.policy, self.on)

    def postings(self) -> Plan:
        """Return the best postings of the year and those after it, proved and audited.

        Raises `NoPlanError` where decisions conflict, `SolverError` where a solver gives no answer,
        `ViolationError` where the audit finds a rule broken.
        """
        plan = training_plan(self.data, self.policy, self.year)
        return proved(POSTINGS, plan, self.data, self.policy).plan

    def exchange(self, postings: Plan | None = None) -> ExchangePlan:
        """Return the year's best exchange, the people of `postings` counted first.

        Raises what `postings` raises.
        """
        data = replace(self.data, added=None if postings is None else postings.rows)
        plan = exchange_plan(data, self.policy, self.year)
        return proved(EXCHANGE, plan, data, self.policy).plan


def read_postings_year(
    data: Path | str, year: int, policy: Policy | None = None, on: dt.date | None = None
) -> PostingsYear:
    """Return the postings of a year by the tables in `data`, as they stand on a day (30 June).

    Raises InputError with every fault.
    """
    figures = policy or Policy()
    day = on or dt.date(year, 6, 30)
    return PostingsYear(read_data(Path(data), year, figures), figures, year, day)
