"""What has changed since a plan was made: worth saying, but no violation.

A plan is judged by the tables as they are now. That a file has changed breaks no rule by itself;
where it makes the plan wrong, the checks say so. So a note never changes the outcome of an audit.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from planner.audit.claims import FILE, IN_FORCE_FILE
from planner.audit.folder import read_summary
from planner.errors import Fault
from planner.policy import Policy
from planner.tables import read_tables


def audit_notes(data: Path, plan_dir: Path, policy: Policy | None = None) -> list[Fault]:
    """Return a note per input that is not what the plan was made from, and on a missing summary.

    Raises InputError where the summary cannot be read.
    """
    summary = read_summary(plan_dir)
    if summary is None:
        return [Fault(FILE, "audit.no_summary")]
    recorded = _fields(summary, "inputs")
    return [*_inputs(data, plan_dir, recorded), *_policy(summary, policy or Policy())]


def _inputs(data: Path, plan_dir: Path, recorded: Mapping[str, Any]) -> list[Fault]:
    """Compare the files' SHA-256 with the recorded ones; without a record nothing is said."""
    if not recorded:
        return []
    present = read_tables(data).inputs
    in_force = plan_dir / IN_FORCE_FILE
    if IN_FORCE_FILE in recorded and in_force.exists():
        present = present | {IN_FORCE_FILE: hashlib.sha256(in_force.read_bytes()).hexdigest()}
    changed = {name for name in recorded if name in present and present[name] != recorded[name]}
    kinds = {
        "audit.input_changed": changed,
        "audit.input_gone": recorded.keys() - present.keys(),
        "audit.input_new": present.keys() - recorded.keys(),
    }
    return [Fault(name, key) for key, names in kinds.items() for name in sorted(names)]


def _policy(summary: Mapping[str, Any], policy: Policy) -> list[Fault]:
    recorded = summary.get("policy")
    if recorded is None or recorded == policy.digest():
        return []
    return [Fault(FILE, "audit.policy_changed")]


def _fields(summary: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = summary.get(name)
    return cast(Mapping[str, Any], value) if isinstance(value, Mapping) else {}
