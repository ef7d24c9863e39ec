"""A plan of postings or exchange as the audit reads its files."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from planner.audit.claims import FILE as SUMMARY
from planner.audit.claims import Claims, PlanClaim, parsed, read_claims
from planner.audit.finding import Finding
from planner.audit.postings.case import Duty
from planner.audit.postings.checks import audit_postings
from planner.audit.postings.goals import GOALS
from planner.errors import Fault, InputError
from planner.policy import Policy
from planner.tables import Table
from planner.tables.file import table_of
from planner.tables.schema.posted import EXCHANGED, POSTED

FILES: dict[Duty, tuple[str, Table]] = {
    "postings": ("postings.csv", POSTED),
    "exchange": ("exchange.csv", EXCHANGED),
}
"""The file of each duty's plan, and the table that it holds."""


ADDED = "postings_added.csv"
"""The rows of a training plan that an exchange counts first, as they lie beside it."""

REGISTER = ("person_id", "posting", "host_id", "start_date", "end_date", "grade", "route")


class Read(NamedTuple):
    """A plan as it was read: its rows, its year, what is claimed of it."""

    rows: pl.DataFrame
    year: int
    claim: PlanClaim | None


def read_plan(duty: Duty, files: Mapping[str, bytes]) -> Read:
    """Return a plan of its files by name; raise `InputError` with what is wrong with them."""
    name, table = FILES[duty]
    if name not in files:
        raise InputError([Fault(name, "plan.none")])
    rows = table_of(table, name, files[name])
    claims = Claims()
    if SUMMARY in files:
        claims = read_claims(parsed(files), (duty,), tuple(GOALS[duty]))
    year = claims.year
    if year is None and rows.height:
        year = rows["start_date"].dt.year().min()
    if not isinstance(year, int):
        raise InputError([Fault(name, "audit.no_year")])
    return Read(rows, year, claims.plan(duty))


def audit_files(
    duty: Duty, frames: Mapping[str, pl.DataFrame], policy: Policy, files: Mapping[str, bytes]
) -> list[Finding]:
    """Return the findings on a plan's files, from its rows alone."""
    read = read_plan(duty, files)
    if ADDED in files and duty == "exchange":
        frames = with_added(frames, table_of(POSTED, ADDED, files[ADDED]))
    return audit_postings(duty, frames, policy, read.year, read.rows, read.claim)


def with_added(
    frames: Mapping[str, pl.DataFrame], added: pl.DataFrame | None
) -> dict[str, pl.DataFrame]:
    """Return the tables, a training plan's rows being in the register of postings."""
    if added is None:
        return dict(frames)
    register = frames["postings"]
    rows = added.select(REGISTER).with_row_index("row", 2 + register.height)
    return {**frames, "postings": pl.concat([register, rows.cast(register.schema)])}  # pyright: ignore[reportArgumentType]
