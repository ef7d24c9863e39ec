"""The tables of days, read and checked: each command's, the auditor's and the verifier's."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from planner.days.checks import Check, check_tables
from planner.days.facts import Facts, Pairing
from planner.days.in_force import FILE as IN_FORCE
from planner.days.in_force import in_force_file
from planner.days.pairings import FILE, Given, given, pairings
from planner.days.read import facts_of
from planner.errors import Fault, InputError, hints
from planner.plans.dataset import DutyTables, checked
from planner.plans.outputs import sha256
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

KINDS = (("leaders", "leader_id", "leader"), ("departments", "department_id", "department"))


@dataclass(frozen=True, slots=True, eq=False)
class DaysDataset(DutyTables):
    """The tables of days; where something is to be made of them in a year, by what it goes.

    That is the plans in force (`pairings`, and `plans` as they were named with the sha256 of each)
    and the calendar's first day.
    """

    words = "days."
    pairings: tuple[Pairing, ...] = ()
    plans: tuple[tuple[Given, str], ...] = ()
    start: dt.date | None = None

    def facts(self, policy: Policy, year: int) -> Facts:
        """Return the facts of a year, the plans in force among them."""
        return facts_of(self.frames, policy, year, self.pairings)

    def named(self) -> list[dict[str, Any]]:
        """Return what summaries say of the plans in force."""
        plans = ((plan.start.isoformat(), digest) for plan, digest in self.plans)
        return [{"from": start, "sha256": digest} for start, digest in plans]

    def aside(self) -> dict[str, bytes]:
        """Return what a calendar is made from besides tables, by name."""
        return {IN_FORCE: in_force_file(self.pairings), "from": str(self.start).encode()}

    def judge(self, frames: Mapping[str, pl.DataFrame], policy: Policy, ledger: Ledger) -> None:
        """Note what is wrong and odd between the rows of frames."""
        check_tables(Check(frames, ledger, None if self.year is None else policy, self.year))

    def along(self, frames: Mapping[str, pl.DataFrame]) -> dict[str, Any]:
        """Return the plans in force: what the frames lack is in force no more."""
        units, stations = _kinds(frames), set(frames["stations"]["station_id"])
        return {"pairings": tuple(one.among(units, stations) for one in self.pairings)}


def read_days(
    data: Path,
    year: int | None,
    policy: Policy | None = None,
    plans: Sequence[str] = (),
    start: dt.date | None = None,
) -> DaysDataset:
    """Return the tables of days, and of a year the plans in force (`DIR` or `DIR@DATE`).

    What depends on the year or on the policy is checked where they are given. Raises `InputError`
    with every fault of tables and plans.
    """
    named, faults = ([], []) if year is None else given(plans, year)
    read = read_tables(data, TABLES)
    check_tables(Check(read.frames, read.ledger, policy, year))
    faults += read.ledger.faults
    in_force: list[Pairing] = []
    if year is not None:
        stations = set(read.frames["stations"]["station_id"].drop_nulls())
        in_force, wrong = pairings(named, year, _kinds(read.frames), stations)
        faults += wrong
    if faults:
        raise InputError((*faults, *hints(read.ledger.warnings)))
    digests = tuple((one, sha256((one.folder / FILE).read_bytes())) for one in named)
    return DaysDataset(
        read.frames, read.ledger.warnings, read.inputs, read.ledger.sources(),
        year, tuple(in_force), digests, start,
    )  # fmt: skip


def checked_days(
    data: Path, year: int | None, policy: Policy | None
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return what is wrong and what is odd in the tables of days, those that are there."""
    return checked(
        data, TABLES, OWN, lambda frames, ledger: check_tables(Check(frames, ledger, policy, year))
    )


def _kinds(frames: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    """Return the kind of each unit as plans name it."""
    return {unit: kind for table, key, kind in KINDS for unit in frames[table][key].drop_nulls()}
