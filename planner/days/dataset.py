"""The tables of days, read and checked: each command's, the auditor's and the verifier's."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from planner.days.checks import Check, check_tables
from planner.errors import Fault
from planner.policy import Policy
from planner.tables import read_tables
from planner.tables.ledger import Ledger

TABLES = (
    "leaders", "departments", "stations", "history", "cadres", "visits", "absences", "moves",
    "mergers", "workdays", "blocked", "tasks", "chiefs", "postings", "posting_events",
)  # fmt: skip
"""The tables that the duties of days read."""

OWN = ("cadres", "visits", "absences", "moves", "mergers", "workdays", "blocked", "tasks")
"""Those of them that no other duty needs; without a row in them there is nothing to check."""


@dataclass(frozen=True, slots=True, eq=False)
class DaysDataset:
    """Typed frames by table name, what was odd, and the sha256 of each file that was read."""

    frames: Mapping[str, pl.DataFrame]
    ledger: Ledger
    inputs: dict[str, str]

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is odd but allowed."""
        return self.ledger.warnings

    def tables(self) -> Mapping[str, pl.DataFrame]:
        """Return the frames by table name."""
        return self.frames

    def file(self, table: str) -> str:
        """Return the file or sheet that a table was read from."""
        return self.ledger.file(table)


def read_days(data: Path, year: int | None, policy: Policy | None = None) -> DaysDataset:
    """Return the tables of days; raise InputError with every fault of them.

    What depends on the year or on the policy is checked where they are given.
    """
    dataset = unsettled_days(data, year, policy)
    dataset.ledger.settle()
    return dataset


def checked_days(
    data: Path, year: int | None, policy: Policy | None
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return what is wrong and what is odd in the tables of days, those that are there."""
    read = read_tables(data, TABLES, required=())
    if all(read.frames[name].is_empty() for name in OWN):
        return (), ()
    check_tables(Check(read.frames, read.ledger, policy, year))
    return read.ledger.faults, read.ledger.warnings


def unsettled_days(data: Path, year: int | None, policy: Policy | None) -> DaysDataset:
    """Return the tables of days with their faults in the ledger, not raised."""
    read = read_tables(data, TABLES)
    check_tables(Check(read.frames, read.ledger, policy, year))
    return DaysDataset(read.frames, read.ledger, read.inputs)
