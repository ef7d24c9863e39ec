"""A plan that is proved: its proof re-added without a solver, and its rows audited.

Only of such a plan is it said that it is optimal. What is checked is what would be written: the
plan's files are read again from a folder, by the verifier and by the audit.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.allocation.interrupt import go_on
from planner.audit import Finding, audit_folder
from planner.dataset import Dataset
from planner.errors import SolverError, ViolationError
from planner.finished import Verified, verified
from planner.outputs import files_of, publish, tables_of
from planner.pairing.plan import Plan
from planner.policy import Policy


@dataclass(frozen=True, slots=True)
class Proved:
    """A plan that was checked, what its proof shows part by part, and the audit's findings."""

    plan: Plan
    proofs: tuple[Verified, ...]
    findings: tuple[Finding, ...]


def prove(plan: Plan, dataset: Dataset, policy: Policy) -> Plan:
    """Return the plan, marked as checked: only then it is shown as optimal.

    Raises `ViolationError` where the audit finds a rule broken or a goal's value wrong,
    `SolverError` where the proof does not show what it should.
    """
    return proved(plan, dataset, policy).plan


def proved(plan: Plan, dataset: Dataset, policy: Policy, tables: Path | None = None) -> Proved:
    """Return the plan checked, with what the verifier and the audit said; raises as `prove` does.

    `tables` is where the dataset lies as it is, where it does.
    """
    with TemporaryDirectory() as folder, tables_of(dataset, tables) as place:
        publish(files_of(plan), Path(folder))
        go_on()
        findings = audit_folder(place, Path(folder), policy, changed=True)
        go_on()
        proofs = verified(dataset, policy, Path(folder))
    broken = [finding for finding in findings if not finding.holds]
    if broken:
        raise ViolationError(broken)
    if any(part.failures for part in proofs):
        raise SolverError("proof.fails", failures=_joined(proofs))
    return Proved(replace(plan, checked=True), tuple(proofs), tuple(findings))


def _joined(proofs: list[Verified]) -> str:
    return "; ".join(f"{v.part.part}: {', '.join(v.failures)}" for v in proofs if v.failures)
