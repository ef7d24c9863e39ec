"""The tables of postings as one dataset: read, checked for all that is wrong, and unchanging."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from planner.audit.postings.folder import ADDED, with_added
from planner.dates import Day
from planner.errors import Fault
from planner.plans.dataset import DutyTables, checked
from planner.policy import Policy
from planner.postings.checks import check
from planner.postings.checks.required import check_required
from planner.postings.facts import Event, Facts
from planner.postings.read import events, facts_of
from planner.tables import read_tables, write_csv
from planner.tables.ledger import Ledger

NAMES = (
    "leaders", "departments", "stations", "history", "cadres", "absences", "moves", "mergers",
    "postings", "posting_events", "chiefs", "holds", "apart", "posting_pins", "hosts",
)  # fmt: skip
"""The tables that the commands of postings read."""
REQUIRED = ("leaders", "departments", "stations", "cadres")
"""Those without which nothing can be said."""
OWN = ("cadres", "postings", "posting_events", "chiefs", "holds", "apart", "posting_pins", "hosts")
"""Those of which one at least is there where anybody is to be posted."""


@dataclass(frozen=True, slots=True, eq=False)
class PostingsData(DutyTables):
    """The tables of postings; `added` are rows of a training plan that an exchange counts first."""

    words = "postings."
    added: pl.DataFrame | None = None

    def events(self) -> list[Event]:
        """Return what happened to postings."""
        return list(events(self.frames))

    def facts(self, policy: Policy, year: int) -> Facts:
        """Return the facts as a plan of a year sees them, the rows `added` among them."""
        return facts_of(with_added(self.frames, self.added), policy, year)

    def aside(self) -> dict[str, bytes]:
        """Return what a plan is made from besides tables, by name."""
        return {} if self.added is None else {ADDED: write_csv(self.added)}

    def refuse(self, facts: Facts, policy: Policy, year: int, *postings: str) -> None:
        """Raise `InputError` with each required posting of these kinds that can't be."""
        ledger = Ledger(files=dict(self.sources.files))
        check_required(facts, ledger, policy, year, postings)
        ledger.settle()

    def judge(self, frames: Mapping[str, pl.DataFrame], policy: Policy, ledger: Ledger) -> None:
        """Note what is wrong and odd between the rows of frames, for a plan year."""
        if self.year is not None:
            check(frames, ledger, policy, self.year)

    def along(self, frames: Mapping[str, pl.DataFrame]) -> dict[str, Any]:
        """Return the rows `added`: who is in the frames no more is not posted first either."""
        if self.added is None:
            return {}
        there = pl.col("person_id").is_in(frames["cadres"]["cadre_id"].implode())
        return {"added": self.added.filter(there)}


def read_data(
    path: Path,
    year: int | None,
    policy: Policy | None,
    added: pl.DataFrame | None = None,
    on: Day | None = None,
) -> PostingsData:
    """Return the dataset of a folder or a workbook; raise `InputError` with every fault.

    Without a plan year cells and references alone are judged: a finished plan's tables were judged
    when it was made. Without a policy rows are judged by the notice's own. Where nothing is planned
    they are judged as they stand on a day `on`.
    """
    tables = read_tables(path, NAMES, REQUIRED)
    if year is not None:
        check(tables.frames, tables.ledger, policy or Policy(), year, on)
    tables.ledger.settle()
    sources = tables.ledger.sources()
    return PostingsData(tables.frames, tables.ledger.warnings, tables.inputs, sources, year, added)


def checked_postings(
    path: Path, policy: Policy | None, year: int
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return what is wrong and what is odd in the tables of postings, those that are there."""
    return checked(
        path, NAMES, OWN, lambda frames, ledger: check(frames, ledger, policy or Policy(), year)
    )
