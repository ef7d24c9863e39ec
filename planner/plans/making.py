"""What making a plan begins and ends with, whatever the duty: what is read, what is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planner.audit.finding import Finding
from planner.errors import Fault, gathered
from planner.plans.duty import Duty
from planner.plans.files import EXPORTS
from planner.plans.finished import Verified
from planner.plans.given import Given, Reader, read_input, refusal
from planner.plans.outputs import sha256
from planner.plans.place import publish_plan, refuse_foreign
from planner.plans.proved import proved
from planner.policy.found import InForce
from planner.scenario import Scenario, read_scenario

NO_FILES: Mapping[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class Made:
    """A plan that was proved, audited and written, and what was odd.

    `used` is the policy before the scenario, and where it was found.
    """

    plan: Any
    proofs: tuple[Verified, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Fault, ...]
    used: InForce
    scenario: Scenario | None = None


def input_for(
    duty: Duty,
    out: Path,
    read: Reader,
    data: Path,
    year: int,
    policy: Path | None,
    scenario: Path | None,
    faults: Sequence[Fault] = (),
) -> Given:
    """Return what a plan of a duty is made from, as a scenario's file changes it where given.

    Raises `InputError` with every fault of the tables, the policy, the scenario and the folder that
    the plan is to be written to, after those found before.
    """
    wrong = [*faults]
    changes = None if scenario is None else gathered(wrong, lambda: read_scenario(scenario))
    used, figures, dataset = read_input(wrong, read, data, year, policy, changes)
    gathered(wrong, lambda: refuse_foreign(duty, out, used and used.content, changes))
    if wrong or dataset is None or figures is None or used is None:
        raise refusal(wrong, dataset)
    return Given(figures, dataset, used, changes)


def written(
    duty: Duty,
    plan: Any,
    given: Given,
    out: Path,
    warnings: Sequence[Fault],
    *,
    beside: Mapping[str, bytes] = NO_FILES,
    exports: Mapping[str, bytes] = NO_FILES,
) -> Made:
    """Return a plan that was proved, audited and written.

    With it go further inputs that lie `beside` it, and its `exports`, which its summary names.
    Raises `ViolationError` where the audit finds a rule broken, `SolverError` where the proof does
    not show what it should; nothing is written then.
    """
    if exports:
        named = {name: sha256(content) for name, content in sorted(exports.items())}
        plan = replace(plan, more={**plan.more, EXPORTS: named})
    done = proved(duty, plan, given.dataset, given.figures, given.used.content, given.scenario)
    publish_plan(duty, {**done.files, **beside, **exports}, out)
    return Made(done.plan, done.proofs, done.findings, tuple(warnings), given.used, given.scenario)
