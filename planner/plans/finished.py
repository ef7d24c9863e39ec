"""A finished plan as its files say: read again, to stand beside a new one or to be verified."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from planner.audit.claims import Claims, PlanClaim
from planner.errors import Fault, InputError
from planner.plans.claims import NOBODY, GoalResult, PartPlan, Proof
from planner.plans.duty import Duty, Files
from planner.plans.files import PROOF, SUMMARY, names_of, read_files
from planner.plans.folder import settle
from planner.plans.plan import Plan
from planner.plans.summary import KNOWN, Shown, read_proof, read_summary
from planner.plans.verify import failures
from planner.policy import Policy
from planner.scenario.read import read_scenario
from planner.scenario.scenario import FILE as SCENARIO
from planner.scenario.scenario import Scenario
from planner.tables.file import table_of


@dataclass(frozen=True, slots=True)
class Folder:
    """A plan's folder as it was read, all at once: its files, what they say, and its claims.

    `plan` is the duty's own kind. A part that `proof.json` does not show is not among its parts.
    """

    duty: Duty
    place: Path
    files: Files
    plan: Any
    claims: Claims
    shown: dict[str, Shown]
    scenario: Scenario | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """A part of a finished plan, and what its proof does not show as claimed."""

    part: PartPlan
    failures: tuple[str, ...]

    @property
    def proved(self) -> int:
        """How many goals are proved, the first in order: re-added, and met by their values."""
        met = [goal.proved for goal in self.part.goals]
        return 0 if self.failures else [*met, False].index(False)


def read_folder(duty: Duty, folder: Path) -> Folder:
    """Return the plan in a folder with what its files claim.

    Raises `InputError` where there is no plan, or a file is not what it should be.
    """
    settle(folder)
    found = as_folder(duty, folder, read_files(folder, names_of(duty)))
    return replace(found, scenario=_scenario(found))


def as_folder(duty: Duty, place: Path, files: Files) -> Folder:
    """Return files as the folder they would lie in, its scenario not looked at.

    Raises `InputError` as `read_folder` does.
    """
    if duty.file not in files:
        raise InputError([Fault(str(place / duty.file), "plan.none")])
    rows = duty.order(table_of(duty.table, duty.file, files[duty.file]))
    summary, claims = read_summary(duty, files)
    shown = read_proof(duty, files)
    parts = tuple(_part(claim, shown[claim.part]) for claim in claims.plans if claim.part in shown)
    more = {name: value for name, value in summary.items() if name not in KNOWN}
    year = claims.year if claims.year is not None else _year(duty, rows)
    versions = dict[str, str](summary.get("versions") or {})
    inputs, policy = dict(claims.inputs), claims.policy or ""
    plan = Plan(year, rows, parts, inputs, policy, versions, more=more)
    return Folder(duty, place, files, duty.again(plan, files), claims, shown)


def finished(duty: Duty, folder: Path) -> Folder:
    """Return the plan in a folder with its proofs; raise `InputError` where there are none."""
    found = read_folder(duty, folder)
    if not found.plan.parts:
        missing = next((name for name in (SUMMARY, PROOF) if name not in found.files), PROOF)
        raise InputError([Fault(str(folder / missing), "proof.missing")])
    return found


def verified(dataset: Any, policy: Policy, found: Folder) -> list[Verified]:
    """Return what the proof of a plan shows, part by part, over all allowed options."""
    parts = cast("tuple[PartPlan, ...]", found.plan.parts)
    return [Verified(part, tuple(_failures(dataset, policy, found, part))) for part in parts]


def _failures(dataset: Any, policy: Policy, found: Folder, part: PartPlan) -> list[str]:
    """Return what the proof of one part does not show as claimed."""
    posed = found.duty.problem(dataset, policy, found.plan, part.part)
    if posed.unknown:
        return posed.unknown
    try:
        return failures(posed.problem, posed.chosen, part.goals)
    except OverflowError as error:
        raise InputError([Fault(PROOF, "proof.unreadable")]) from error


def _part(claim: PlanClaim, shown: Shown) -> PartPlan:
    goals = tuple(
        GoalResult(
            g.goal, "max" if g.sense == "max" else "min", g.value, g.bound,
            shown.goals.get(g.goal, Proof(NOBODY)),
        )
        for g in claim.goals
    )  # fmt: skip
    return PartPlan(claim.part, claim.engine, goals, shown.around)


def _scenario(found: Folder) -> Scenario | None:
    """Return the scenario that a plan was made with, None where with none.

    Raises `InputError` where the summary names one and its file is not there or is another one.
    """
    digest = found.claims.inputs.get(SCENARIO)
    if digest is None:
        return None
    if hashlib.sha256(found.files.get(SCENARIO, b"")).hexdigest() != digest:
        key = "scenario.differs" if SCENARIO in found.files else "scenario.missing"
        raise InputError([Fault(str(found.place / SCENARIO), key)])
    return read_scenario(found.place / SCENARIO)


def _year(duty: Duty, rows: Any) -> int:
    """Return the year that most rows have, where no summary tells it."""
    if "year" not in rows.columns or rows.is_empty():
        raise InputError([Fault(duty.file, "audit.no_year")])
    return int(rows["year"].mode().sort().item(0))
