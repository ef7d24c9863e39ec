"""A plan that is proved: its proof re-added without a solver, and its rows audited.

Only of such a plan is it said that it is optimal. What is checked is what would be written: the
plan's files are read again from their bytes, by the verifier and by the audit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planner.allocation.interrupt import go_on
from planner.audit.finding import Finding
from planner.errors import SolverError, ViolationError
from planner.plans.duty import Duty
from planner.plans.files import audit_file, files_of
from planner.plans.finished import Verified, as_folder, verified
from planner.policy import Policy
from planner.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Proved:
    """A plan that was checked, what its proof shows part by part, the findings, and its files."""

    plan: Any
    proofs: tuple[Verified, ...]
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]


def proved(
    duty: Duty,
    plan: Any,
    dataset: Any,
    policy: Policy,
    written: Policy | bytes | None = None,
    scenario: Scenario | None = None,
) -> Proved:
    """Return a plan checked, with what the verifier and the audit said, and the files to write.

    `policy` are the figures in force, `written` those that go beside the plan where a `scenario`
    changed them. Raises `ViolationError` where the audit finds a rule broken or a goal's value
    wrong, `SolverError` where the proof does not show what it should.
    """
    files = files_of(duty, plan, policy if written is None else written, scenario)
    found = as_folder(duty, Path(), files)
    go_on()
    findings = duty.audit(dataset.tables(), policy, files)
    go_on()
    proofs = verified(dataset, policy, found)
    broken = [finding.told() for finding in findings if not finding.holds]
    if broken:
        raise ViolationError(broken)
    if any(part.failures for part in proofs):
        raise SolverError("proof.fails", failures=_joined(proofs))
    files |= audit_file(findings)
    return Proved(replace(plan, checked=True), tuple(proofs), tuple(findings), files)


def _joined(proofs: list[Verified]) -> str:
    return "; ".join(f"{v.part.part}: {', '.join(v.failures)}" for v in proofs if v.failures)
