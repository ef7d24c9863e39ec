"""Auditing a plan as it lies in a folder: everything is read again, as written."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, cast

import polars as pl

from planner.audit.checks import audit
from planner.audit.claims import FILE, IN_FORCE_FILE, SCENARIO_FILE, Claims, read_claims
from planner.audit.finding import Finding
from planner.errors import Fault, InputError, gathered
from planner.policy import STABILITY, Policy
from planner.tables import IN_FORCE, read_plan, read_table, read_table_frames

PLAN = "plan.csv"


def audit_folder(
    data: Path, plan_dir: Path, policy: Policy | None = None, *, changed: bool = False
) -> list[Finding]:
    """Return the findings on the plan in `plan_dir` against the tables in `data`.

    `data` is a folder of CSV files or a workbook. Without a policy the default one holds; without
    a summary.json nothing is claimed of the goals, and the year is that of the plan's rows. Where
    the summary names in_force.csv among its inputs, it is read beside the plan. A plan made with a
    scenario is judged by the tables and the policy as changed: `changed` tells that they are.
    Raises InputError with every fault of the tables, the plan and the summary, where the policy's
    goals name stability and no plan was in force, and where a scenario's tables are not `changed`.
    """
    faults: list[Fault] = []
    tables = gathered(faults, lambda: read_table_frames(data))
    plan = gathered(faults, lambda: read_plan(plan_dir / PLAN))
    summary = gathered(faults, lambda: read_summary(plan_dir))
    year = gathered(faults, lambda: _year(plan, summary))
    in_force = gathered(faults, lambda: _in_force(plan_dir, summary, policy or Policy()))
    if summary is not None and SCENARIO_FILE in read_claims(summary).inputs and not changed:
        faults.append(Fault(FILE, "audit.unchanged"))
    if faults or tables is None or plan is None or year is None:
        raise InputError(faults)
    return audit(tables, policy or Policy(), year, plan, summary, in_force)


def read_summary(plan_dir: Path) -> dict[str, Any] | None:
    """Return the summary of the plan in a folder, or None where it has none.

    Raises InputError where it is not JSON, or a field is not of the form it should have.
    """
    path = plan_dir / FILE
    if not path.exists():
        return None
    try:
        summary = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        row = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise InputError([Fault(FILE, "audit.summary_json", row)]) from error
    read_claims(summary)
    return cast(dict[str, Any], summary)


def _in_force(
    plan_dir: Path, summary: dict[str, Any] | None, policy: Policy
) -> pl.DataFrame | None:
    """Return the plan in force that lies beside a plan, None where none was in force."""
    claims = Claims() if summary is None else read_claims(summary)
    if IN_FORCE_FILE in claims.inputs:
        frame = read_table(IN_FORCE, plan_dir / IN_FORCE_FILE)
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
        raise InputError([Fault(PLAN, "audit.no_year")])
    return Counter[int](plan["year"]).most_common(1)[0][0]
