"""The tables of postings as one dataset: read, checked for all that is wrong, and unchanging."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from planner.audit.postings.folder import ADDED, with_added
from planner.dates import Day
from planner.errors import Fault
from planner.plans.dataset import DutyTables, Frames, checked
from planner.policy import Policy
from planner.postings.checks import check
from planner.postings.checks.required import check_required, judge_required
from planner.postings.facts import KINDS, Event, Facts
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
        return {} if self.added is None else {"added": _known(frames, self.added)}


def read_data(
    path: Path,
    year: int | None,
    policy: Policy | None,
    added: pl.DataFrame | None = None,
    on: Day | None = None,
    required: Sequence[str] = (),
) -> PostingsData:
    """Return the dataset of a folder or a workbook; raise `InputError` with every fault.

    Without a plan year cells and references alone are judged: a finished plan's tables were judged
    when it was made. Without a policy rows are judged by the notice's own. Where nothing is planned
    they are judged as they stand on a day `on`. Of the postings that are `required`, those of these
    kinds are judged by the whole case.
    """
    tables = read_tables(path, NAMES, REQUIRED)
    if year is not None:
        figures, frames = policy or Policy(), with_added(tables.frames, added)
        check(tables.frames, tables.ledger, figures, year, on)
        judge_required(frames, tables.ledger, figures, year, required)
    tables.ledger.settle()
    sources, odd = tables.ledger.sources(), list(tables.ledger.warnings)
    if added is not None:
        odd += gone(tables.frames, added)
        added = _known(tables.frames, added)
    return PostingsData(tables.frames, tuple(odd), tables.inputs, sources, year, added)


def gone(frames: Mapping[str, pl.DataFrame], added: pl.DataFrame) -> list[Fault]:
    """Return a note for each person and host of a training plan that the tables don't have."""
    ids = {
        "person_id": set(frames["cadres"]["cadre_id"]),
        "host_id": set(frames["stations"]["station_id"]),
    }
    return [
        Fault("--postings postings.csv", f"postings.added.{column}", row, column, {"value": value})
        for row, *cells in added.select(*ids).with_row_index("row", 2).iter_rows()
        for column, value in zip(ids, cells, strict=True)
        if value not in ids[column]
    ]


def _known(frames: Mapping[str, pl.DataFrame], added: pl.DataFrame) -> pl.DataFrame:
    return added.filter(pl.col("person_id").is_in(frames["cadres"]["cadre_id"].implode()))


def checked_postings(
    path: Path, policy: Policy | None, year: int
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return what is wrong and what is odd in the tables of postings, those that are there."""
    figures = policy or Policy()

    def judged(frames: Frames, ledger: Ledger) -> None:
        check(frames, ledger, figures, year)
        judge_required(frames, ledger, figures, year, KINDS)

    return checked(path, NAMES, OWN, judged)
