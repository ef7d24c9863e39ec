"""The files of a plan as bytes: the same plan gives the same bytes."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from planner.audit.finding import Finding, findings_frame
from planner.errors import Fault, InputError, refusal
from planner.plans.duty import Duty
from planner.plans.plan import Plan
from planner.policy import Policy
from planner.policy.write import policy_text
from planner.scenario.scenario import FILE as SCENARIO
from planner.scenario.scenario import Scenario
from planner.tables import write_csv

SUMMARY, PROOF, AUDIT, POLICY = "summary.json", "proof.json", "audit.csv", "policy.toml"

EXPORTS = "exports"
"""The entry of a summary that names a plan's further files (sheets, appointments) by their sha256:
people may write in them, so what they hold later is nobody's claim."""


def names_of(duty: Duty) -> tuple[str, ...]:
    """Return every name that a plan of a duty may leave in its folder."""
    return (duty.file, SUMMARY, PROOF, AUDIT, POLICY, SCENARIO, *duty.beside)


def files_of(
    duty: Duty, plan: Plan, policy: Policy | bytes, scenario: Scenario | None = None
) -> dict[str, bytes]:
    """Return a plan's files but its audit, by name.

    `policy` are the figures before the scenario changes them: a file's own bytes, or figures that
    are written out with their clauses.
    """
    files = {
        duty.file: write_csv(plan.rows),
        SUMMARY: _json(plan.summary(), indent=2),
        PROOF: _json(plan.proof(), indent=None),
        POLICY: policy if isinstance(policy, bytes) else policy_text(policy).encode(),
    }
    files |= {} if scenario is None else {SCENARIO: scenario.toml().encode()}
    return files | plan.beside()


def audit_file(findings: Sequence[Finding]) -> dict[str, bytes]:
    """Return `audit.csv`."""
    return {AUDIT: write_csv(findings_frame(findings))}


def read_files(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the files of some names that lie in a folder.

    Raises `InputError` where one can't be read.
    """
    found, faults = dict[str, bytes](), list[Fault]()
    for name in names:
        try:
            found[name] = (folder / name).read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            values = {"value": refusal(error)}
            faults.append(Fault(str(folder / name), "path.unreadable", values=values))
    if faults:
        raise InputError(faults)
    return found


def _json(value: object, indent: int | None) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode()
