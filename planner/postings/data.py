"""The tables of postings as one dataset: read, checked for all that is wrong, and unchanging."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import polars as pl

from planner.audit.postings.folder import ADDED, with_added
from planner.errors import Fault
from planner.policy import Policy
from planner.postings.checks import check
from planner.postings.checks.required import check_required, judge_required
from planner.postings.days import Day
from planner.postings.facts import KINDS, Event, Facts
from planner.postings.read import events, facts_of
from planner.tables import read_tables, write_csv
from planner.tables.ledger import Ledger
from planner.tables.references import GONE
from planner.tables.schema import Target
from planner.tables.sources import Sources

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
class PostingsData:
    """The tables by name as typed frames, what was odd, and the digests of the files read.

    `sources` tell how files and headers are written. `year` is the plan year by which rows were
    judged, None where only cells and references were. `added` are the rows of a training plan that
    an exchange counts first.
    """

    frames: Mapping[str, pl.DataFrame]
    warnings: tuple[Fault, ...] = ()
    inputs: dict[str, str] = field(default_factory=dict[str, str])
    sources: Sources = field(default_factory=Sources)
    year: int | None = None
    added: pl.DataFrame | None = None

    def file(self, table: str) -> str:
        """Return the file or sheet that a table was read from, its name where none was."""
        return self.sources.file(table)

    def tables(self) -> Mapping[str, pl.DataFrame]:
        """Return the frames by table name."""
        return self.frames

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

    def concerns(self, touched: set[Target]) -> bool:
        """Return whether rows must be judged again: for a plan year figures matter to them, too."""
        return bool(touched) or self.year is not None

    def judge(self, frames: Mapping[str, pl.DataFrame], policy: Policy, ledger: Ledger) -> None:
        """Note what is wrong and odd between the rows of frames, for a plan year."""
        if self.year is not None:
            check(frames, ledger, policy, self.year)

    def judged(self, key: str) -> bool:
        """Return whether a warning comes of judging."""
        return key.startswith("postings.") or key in GONE.values()

    def changed(
        self,
        frames: Mapping[str, pl.DataFrame],
        warnings: tuple[Fault, ...],
        inputs: dict[str, str],
    ) -> Self:
        """Return the dataset of other frames; who is in them no more is not posted first either."""
        added = self.added
        if added is not None:
            added = _known(frames, added)
        return replace(self, frames=frames, warnings=warnings, inputs=inputs, added=added)


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
    path: Path, policy: Policy, year: int
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return what is wrong and what is odd in the tables of postings, those that are there."""
    read = read_tables(path, NAMES, ())
    if all(read.frames[name].is_empty() for name in OWN):
        return (), ()
    check(read.frames, read.ledger, policy, year)
    judge_required(read.frames, read.ledger, policy, year, KINDS)
    return read.ledger.faults, read.ledger.warnings
