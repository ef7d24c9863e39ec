"""The part of a plan that stands while the other one is made again."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from planner.allocation.solve import solve
from planner.dataset import Dataset
from planner.errors import Fault, InputError
from planner.pairing.duty import PAIRING, posed
from planner.pairing.plan import Plan
from planner.pairing.units import PARTS, Part
from planner.plans.claims import PartPlan, claims_of
from planner.plans.files import names_of, read_files
from planner.plans.finished import as_folder
from planner.plans.verify import failures
from planner.policy import Policy

Standing = tuple[tuple[Part, ...], Plan | None, list[Fault]]


def standing_of(part: str, leaders: Path | None, out: Path, year: int) -> Standing:
    """Return the parts to make, the plan of the other part as it stands, and what is wrong with it.

    `leaders` is a leaders' plan to take instead of the one that stands in the folder `out`.
    """
    parts = PARTS if part == "both" else (cast(Part, part),)
    kept: list[Part] = [one for one in PARTS if one not in parts]
    if leaders is not None and kept != ["leaders"]:
        return parts, None, [Fault("--leaders", "leaders.not_asked")]
    if not kept:
        return parts, None, []
    file = leaders or out / PAIRING.file
    try:
        standing, there = _read(file)
    except InputError as error:
        return parts, None, list(error.faults)
    if kept == ["leaders"] and "leaders" not in there:
        return parts, None, [Fault(str(file), "leaders.missing")]
    years = [] if standing is None else standing.pairs["year"].unique().sort().to_list()
    if any(other != year for other in years):
        values = {"value": "、".join(map(str, years)), "year": year}
        return parts, None, [Fault(str(file), "standing.year", column="year", values=values)]
    return parts, standing, []


def _read(file: Path) -> tuple[Plan | None, set[str]]:
    """Return the plan in a file with the claims beside it, and the parts that stand in it.

    A part stands where it has rows, or is claimed to have none.
    """
    if not file.is_file():
        return None, set()
    files = read_files(file.parent, names_of(PAIRING)) | {PAIRING.file: file.read_bytes()}
    found = as_folder(PAIRING, file.parent, files)
    plan = cast(Plan, found.plan)
    none = {
        claim.part
        for claim in found.claims.plans
        if all(goal.value == 0 for goal in claim.goals if goal.goal == "coverage")
    }
    return plan, none | {part for part in PARTS if plan.of(part).height}


def claims_again(plan: Plan, standing: Plan, dataset: Dataset, policy: Policy) -> Plan:
    """Return a plan with what can be claimed of its standing part under the input of now.

    That is what its proof shows still, though other tables changed; or else, where the rows are the
    best even so, what solving shows. Of other rows nothing is claimed.
    """
    claimed = {one.part for one in plan.parts}
    for part in PARTS:
        if part not in claimed and plan.of(part).height:
            found = _claim(plan, standing, dataset, policy, part)
            parts = (*plan.parts, *([] if found is None else [found]))
            plan = replace(plan, parts=tuple(sorted(parts, key=lambda one: PARTS.index(one.part))))
    return plan


def _claim(
    plan: Plan, standing: Plan, dataset: Dataset, policy: Policy, part: Part
) -> PartPlan | None:
    made = next((one for one in standing.parts if one.part == part), None)
    if made is not None:
        with_it = replace(plan, parts=(made,))
        now = posed(dataset, policy, with_it, part)
        if not now.unknown and not failures(now.problem, now.chosen, made.goals):
            return made
    for around in (False, True):
        asked = PartPlan(part, "", (), around)
        now = posed(dataset, policy, replace(plan, parts=(asked,)), part)
        best = None if now.unknown else solve(now.problem)
        if best is not None and best.optimal and best.chosen.tolist() == now.chosen.tolist():
            return claims_of(part, now.problem, best, around=around)
    return None
