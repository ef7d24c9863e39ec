"""The tables of postings as one dataset: read, checked for all that is wrong, and unchanging."""

from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from planner.errors import Fault
from planner.policy import Policy
from planner.postings.checks import check
from planner.postings.days import Day
from planner.postings.facts import Event, Facts
from planner.postings.read import events, facts_of
from planner.tables import Tables, read_tables

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

    `files` names the file or sheet of each table as the user has it.
    """

    frames: dict[str, pl.DataFrame]
    warnings: tuple[Fault, ...] = ()
    inputs: dict[str, str] = field(default_factory=dict[str, str])
    files: dict[str, str] = field(default_factory=dict[str, str])

    def file(self, table: str) -> str:
        """Return the file or sheet that a table was read from, its name where none was."""
        return self.files.get(table, table)

    def tables(self) -> dict[str, pl.DataFrame]:
        """Return the frames by table name."""
        return self.frames

    def events(self) -> list[Event]:
        """Return what happened to postings."""
        return list(events(self.frames))

    def facts(self, policy: Policy, year: int) -> Facts:
        """Return the facts as a plan of a year sees them."""
        return facts_of(self.frames, policy, year)


def read_data(
    path: Path, policy: Policy | None, year: int | None, on: Day | None = None
) -> PostingsData:
    """Return the dataset of a folder or a workbook; raise `InputError` with every fault.

    Without a policy or a plan year cells and references alone are judged: a finished plan's tables
    were judged when it was made. With a day `on` nothing is planned (see `checked`).
    """
    return checked(read_tables(path, NAMES, REQUIRED), policy, year, on)


def checked_postings(
    path: Path, policy: Policy, year: int
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return what is wrong and what is odd in the tables of postings, those that are there."""
    read = read_tables(path, NAMES, ())
    if all(read.frames[name].is_empty() for name in OWN):
        return (), ()
    check(read.frames, read.ledger, policy, year)
    return read.ledger.faults, read.ledger.warnings


def checked(
    tables: Tables, policy: Policy | None, year: int | None, on: Day | None = None
) -> PostingsData:
    """Return tables as a dataset; raise `InputError` with all that is wrong with them.

    Where nothing is planned they are judged as they stand on a day `on`.
    """
    if policy is not None and year is not None:
        check(tables.frames, tables.ledger, policy, year, on)
    tables.ledger.settle()
    files = {name: tables.ledger.file(name) for name in tables.frames}
    return PostingsData(tables.frames, tables.ledger.warnings, tables.inputs, files)
