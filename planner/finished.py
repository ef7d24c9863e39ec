"""A finished plan as its files say: read again, to stand beside a new one or to be verified."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from planner.audit.claims import read_claims
from planner.audit.folder import read_summary
from planner.dataset import Dataset
from planner.errors import Fault, InputError
from planner.outputs import PLAN, PROOF, SUMMARY
from planner.pairing.case import case_of
from planner.pairing.field import field_of
from planner.pairing.in_force import FILE, read_in_force
from planner.pairing.plan import SCHEMA, GoalResult, PartPlan, Plan, Proof
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS
from planner.policy import Policy
from planner.scenario import FILE as SCENARIO
from planner.scenario import Scenario, read_scenario
from planner.tables import read_plan
from planner.verify import failures

LARGEST = 2**39
"""Multipliers beyond this are refused: sums of them could leave 64 bits."""

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verified:
    """A part of a finished plan, and what its proof does not show as claimed."""

    part: PartPlan
    failures: tuple[str, ...]

    @property
    def proved(self) -> int:
        """How many goals are proved, the first in order: re-added, and met by their values."""
        goals = self.part.goals
        met = [g.proof.multipliers is not None and g.value == g.bound for g in goals]
        return 0 if self.failures else [*met, False].index(False)


def read_finished(file: Path) -> Plan | None:
    """Return the plan in a file, with what the files beside it claim of its parts.

    A part without a proof is there with its pairings only. None where there is no such file.
    Raises `InputError` where a file can't be read as what it should be.
    """
    if not file.exists():
        return None
    pairs = read_plan(file).select(*SCHEMA)
    summary = read_summary(file.parent) or {"year": 0, "plans": []}
    proofs = _read_proofs(file.parent / PROOF)
    claimed = tuple(
        _part(entry, proofs[entry["part"]])
        for entry in cast(list[Json], summary["plans"])
        if entry["part"] in proofs
    )
    versions = summary.get("versions", {})
    inputs, digest = summary.get("inputs", {}), summary.get("policy", "")
    in_force = read_in_force(file.parent / FILE) if FILE in read_claims(summary).inputs else None
    return Plan(summary["year"], pairs, claimed, inputs, digest, versions, in_force)


def finished(folder: Path) -> Plan:
    """Return the plan in a folder with its proofs; raise `InputError` where there is none."""
    plan = read_finished(folder / PLAN)
    if plan is None or not plan.parts:
        missing = next((n for n in (PLAN, SUMMARY) if not (folder / n).exists()), PROOF)
        raise InputError([Fault(str(folder / missing), "proof.missing")])
    return plan


def scenario_of(folder: Path) -> Scenario | None:
    """Return the scenario that the plan in a folder was made with, None where with none.

    Raises InputError where the summary names one and its file is not there or is another one.
    """
    summary = read_summary(folder)
    digest = None if summary is None else dict(summary.get("inputs") or {}).get(SCENARIO)
    if digest is None:
        return None
    scenario = read_scenario(folder / SCENARIO)
    if scenario.digest() != digest:
        raise InputError([Fault(str(folder / SCENARIO), "scenario.differs")])
    return scenario


def verified(dataset: Dataset, policy: Policy, folder: Path) -> list[Verified]:
    """Return what the proof of the plan in a folder shows, part by part, over all allowed pairs.

    Raises `InputError` where a file is missing or can't be read.
    """
    plan = finished(folder)
    return [Verified(part, tuple(_failures(dataset, policy, plan, part))) for part in plan.parts]


def _failures(dataset: Dataset, policy: Policy, plan: Plan, part: PartPlan) -> list[str]:
    """Return what the proof of one part does not show as claimed."""
    field = field_of(dataset, policy, plan.year)
    strangers = set(plan.pairs["station_id"]) - set(field.ids)
    if strangers:
        return [f"station_id={station}" for station in sorted(strangers)]
    other = plan.of("departments" if part.part == "leaders" else "leaders")
    around = other["station_id"].to_list() if part.around else None
    dataset = replace(dataset, in_force=plan.in_force)
    case = case_of(dataset, policy, plan.year, part.part, field, around)
    rows = plan.of(part.part).select("unit_id", "station_id").rows()
    chosen, unknown = case.options(rows)
    if unknown:
        return [f"unit_id={unit} station_id={station}" for unit, station in unknown]
    try:
        return failures(problem_of(case), chosen, part.goals)
    except OverflowError as error:
        raise InputError([Fault(PROOF, "proof.unreadable")]) from error


def _part(entry: Json, proof: Json) -> PartPlan:
    proofs = {goal["goal"]: goal for goal in cast(list[Json], proof["goals"])}
    goals = tuple(
        GoalResult(g["goal"], g["sense"], g["value"], g["bound"], _proof(proofs.get(g["goal"])))
        for g in cast(list[Json], entry["goals"])
    )
    return PartPlan(entry["part"], str(entry.get("engine", "")), goals, proof["around"])


def _proof(entry: Json | None) -> Proof:
    if entry is None:
        return Proof("none")
    return Proof(entry["prover"], entry["scale"], entry["multipliers"])


def _read_proofs(file: Path) -> dict[str, Json]:
    """Return the entries of `proof.json` by part; none where there is no such file."""
    if not file.exists():
        return {}
    try:
        entries = json.loads(file.read_text("utf-8"))["plans"]
        return {entry["part"]: entry for entry in entries if _sound(entry)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError([Fault(file.name, "proof.unreadable")]) from error


def _sound(entry: Json) -> bool:
    """Check the form of a part's proof; raise ValueError or TypeError where it is another."""
    if entry["part"] not in PARTS or not isinstance(entry["around"], bool):
        raise ValueError(entry["part"])
    for goal in entry["goals"]:
        if not (isinstance(goal["goal"], str) and isinstance(goal["prover"], str)):
            raise TypeError(goal["goal"])
        numbers: list[object] = [goal["scale"]]
        if goal["multipliers"] is not None:
            numbers += [y for rows in goal["multipliers"].values() for y in rows.values()]
        if not all(type(y) is int and abs(y) <= LARGEST for y in numbers) or goal["scale"] < 1:
            raise ValueError(goal["goal"])
    return True
