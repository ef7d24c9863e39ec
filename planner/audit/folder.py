"""Auditing a plan as it lies in a folder: everything is read again, as written."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

import polars as pl

from planner.audit.case import read_case
from planner.audit.checks import audit
from planner.audit.claims import (
    FILE,
    IN_FORCE_FILE,
    SCENARIO_FILE,
    Claims,
    Part,
    parsed,
    read_claims,
)
from planner.audit.finding import Finding
from planner.audit.goals import GOALS
from planner.errors import Fault, InputError, gathered, refusal
from planner.policy import DISPLACED, STABILITY, Policy
from planner.policy.found import policy_in_force
from planner.tables import IN_FORCE, PLAN, read_table_frames
from planner.tables.file import table_of

PLAN_FILE = "plan.csv"


def audit_folder(
    data: Path | Mapping[str, pl.DataFrame],
    plan_dir: Path,
    policy: Policy | None = None,
    *,
    changed: bool = False,
) -> list[Finding]:
    """Return the findings on the plan in `plan_dir` against the tables in `data`.

    `data` is a folder of CSV files or a workbook, or the typed frames of its tables. Without a
    policy the one beside the plan holds, else that of the data, else the default; without a
    summary.json nothing is claimed of the goals, and the year is that of the plan's rows. Where
    the summary names in_force.csv among its inputs, it is read beside the plan. A plan made with a
    scenario is judged by the tables and the policy as changed: `changed` tells that they are.
    Raises InputError with every fault of the tables, the plan and the summary, where the policy's
    goals name stability and no plan was in force, and where a scenario's tables are not `changed`.
    """
    faults: list[Fault] = []
    place = None if isinstance(data, Mapping) else data
    found = policy or gathered(faults, lambda: policy_in_force(None, plan_dir, place).policy)
    policy = found or Policy()
    tables = gathered(faults, lambda: _frames(data))
    files = gathered(faults, lambda: _files(plan_dir))
    read = None if files is None else gathered(faults, lambda: _read(files, policy))
    named = None if read is None or read.summary is None else read_claims(read.summary).inputs
    if named is not None and SCENARIO_FILE in named and not changed:
        faults.append(Fault(FILE, "audit.unchanged"))
    if faults or read is None or tables is None:
        raise InputError(faults)
    return audit(tables, policy, read.year, read.plan, read.summary, read.in_force)


def audit_files(
    tables: Mapping[str, pl.DataFrame], policy: Policy, files: Mapping[str, bytes]
) -> list[Finding]:
    """Return the findings on a plan's files by name, against typed frames by table name.

    Raises InputError with every fault of the files.
    """
    read = _read(files, policy)
    return audit(tables, policy, read.year, read.plan, read.summary, read.in_force)


class _Read(NamedTuple):
    """What the files of a plan say."""

    plan: pl.DataFrame
    year: int
    summary: dict[str, Any] | None
    in_force: pl.DataFrame | None


def _read(files: Mapping[str, bytes], policy: Policy) -> _Read:
    faults: list[Fault] = []
    plan = gathered(faults, lambda: _table(PLAN, PLAN_FILE, files))
    summary = gathered(faults, lambda: summary_of(files))
    year = gathered(faults, lambda: _year(plan, summary))
    in_force = gathered(faults, lambda: _in_force(files, summary, policy))
    if faults or plan is None or year is None:
        raise InputError(faults)
    return _Read(plan, year, summary, in_force)


def plan_values(
    tables: Mapping[str, pl.DataFrame],
    policy: Policy,
    year: int,
    plan: pl.DataFrame,
    part: str,
    in_force: pl.DataFrame | None = None,
) -> dict[str, int]:
    """Return what a part's rows are worth by every goal of the policy, counted from the rows alone.

    Raises InputError with every unit and station that the tables don't have.
    """
    case = read_case(tables, policy, year, plan, Claims(year), in_force)
    known = {"unit_id": case.facts.units, "station_id": case.facts.stations}
    strangers = [
        Fault(PLAN_FILE, "audit.stranger", None, column, {"value": value})
        for column, ids in known.items()
        for value in plan[column].unique(maintain_order=True).to_list()
        if value not in ids
    ]
    if strangers:
        raise InputError(strangers)
    names: tuple[str, ...] = getattr(case.policy.goals, part)
    if in_force is not None and part == "leaders":
        names = (*names, DISPLACED)
    return {name: GOALS[name][1](case, cast(Part, part)) for name in names}


def summary_of(files: Mapping[str, bytes]) -> dict[str, Any] | None:
    """Return the summary among a plan's files, or None where it has none.

    Raises InputError where it is not JSON, or a field is not of the form it should have.
    """
    summary = parsed(files)
    if FILE in files:
        read_claims(summary)
    return summary


def read_summary(plan_dir: Path) -> dict[str, Any] | None:
    """Return the summary of the plan in a folder, or None where it has none; as `summary_of`."""
    return summary_of(_files(plan_dir))


def _frames(data: Path | Mapping[str, pl.DataFrame]) -> Mapping[str, pl.DataFrame]:
    return data if isinstance(data, Mapping) else read_table_frames(data)


def _files(plan_dir: Path) -> dict[str, bytes]:
    """Return those of a plan's files that are there; raise InputError where one can't be read."""
    found, faults = dict[str, bytes](), list[Fault]()
    for name in (PLAN_FILE, FILE, IN_FORCE_FILE):
        try:
            found[name] = (plan_dir / name).read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            values = {"value": refusal(error)}
            faults.append(Fault(name, "path.unreadable", values=values))
    if faults:
        raise InputError(faults)
    return found


def _table(table: Any, name: str, files: Mapping[str, bytes]) -> pl.DataFrame:
    if name not in files:
        raise InputError([Fault(name, "table.missing_file")])
    return table_of(table, name, files[name])


def _in_force(
    files: Mapping[str, bytes], summary: dict[str, Any] | None, policy: Policy
) -> pl.DataFrame | None:
    """Return the plan in force that lies beside a plan, None where none was in force."""
    claims = Claims() if summary is None else read_claims(summary)
    if IN_FORCE_FILE in claims.inputs:
        frame = _table(IN_FORCE, IN_FORCE_FILE, files)
        return frame.with_columns(pl.col("approval").fill_null(1))
    lacking = [one.part for one in claims.plans if STABILITY in getattr(policy.goals, one.part)]
    if lacking:
        raise InputError(
            [Fault("policy", "stability.lacking", None, f"goals.{part}") for part in lacking]
        )
    return None


def _year(plan: pl.DataFrame | None, summary: dict[str, Any] | None) -> int | None:
    """Return the year of the summary, or else the one that most rows have."""
    if summary is not None:
        return summary["year"]
    if plan is None:
        return None
    if plan.is_empty():
        raise InputError([Fault(PLAN_FILE, "audit.no_year")])
    return Counter[int](plan["year"]).most_common(1)[0][0]
