"""What has changed since a plan was made: worth saying, but no violation.

A plan is judged by the tables as they are now. That a file has changed breaks no rule by itself;
where it makes the plan wrong, the checks say so. So a note never changes the outcome of an audit.
"""

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

from planner.audit.claims import FILE, IN_FORCE_FILE, Claims, read_claims
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
    claims, present = read_claims(summary), read_tables(data).inputs
    in_force = plan_dir / IN_FORCE_FILE
    if IN_FORCE_FILE in claims.inputs and in_force.exists():
        present = present | {IN_FORCE_FILE: hashlib.sha256(in_force.read_bytes()).hexdigest()}
    notes = input_notes(claims, present)
    if claims.policy in (None, (policy or Policy()).digest()):
        return notes
    return [*notes, Fault(FILE, "audit.policy_changed")]


def input_notes(
    claims: Claims, present: Mapping[str, str], beside: Collection[str] = ()
) -> list[Fault]:
    """Compare files' SHA-256 with those claimed; without any nothing is said.

    What lies `beside` the plan is passed over: it is not the input's.
    """
    recorded = {name: digest for name, digest in claims.inputs.items() if name not in beside}
    if not recorded:
        return []
    changed = {name for name in recorded if name in present and present[name] != recorded[name]}
    kinds = {
        "audit.input_changed": changed,
        "audit.input_gone": recorded.keys() - present.keys(),
        "audit.input_new": present.keys() - recorded.keys(),
    }
    return [Fault(name, key) for key, names in kinds.items() for name in sorted(names)]
