"""Making the yearly plan: the leaders' part first, then the departments' around it."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import Engine, NotNestedError, Solution, solve
from planner.dataset import Dataset, contradictions, late_history, unjoined_history
from planner.errors import Fault, InputError, NoPlanError, Remedies, Sentence
from planner.pairing.case import Case, Year
from planner.pairing.in_force import ids_of, lacking, put_in_force
from planner.pairing.plan import PLAN_FILE, SCHEMA, Plan
from planner.pairing.problem import problem_of
from planner.pairing.units import KIND, PARTS, Part, other_part
from planner.plans.claims import PartPlan, claims_of
from planner.plans.plan import versions
from planner.policy import STABILITY, Policy


def make_plan(
    dataset: Dataset,
    policy: Policy,
    year: int,
    *,
    parts: tuple[Part, ...] = PARTS,
    standing: Plan | None = None,
    engine: Engine | None = None,
    seconds: float | None = None,
    in_force: pl.DataFrame | None = None,
) -> Plan:
    """Return the plan of a year, every goal met in the policy's order.

    `parts` are made anew; of `standing`, a plan of the same year, the other part stays as it is.
    `in_force` are the pairings (see `put_in_force`) to change least, which is the goal `stability`:
    where the policy gives it no place it stands after `balance`. `seconds` bounds the searches of
    CP-SAT, part by part. Raises `InputError` where the input contradicts the policy, `NoPlanError`
    where no plan exists, `SolverError` where a solver gives no answer in time.
    """
    dataset = sound(dataset, policy, year, parts, standing, in_force)
    asked = Year(dataset, policy, year, parts)
    field = asked.field()
    pairs = {} if standing is None else _kept(standing, parts)
    made: list[PartPlan] = []
    for part in PARTS:
        if part not in parts:
            continue
        other = pairs.get(other_part(part))
        around = None if other is None else other["station_id"].to_list()
        case = asked.case(part, field, around)
        problem = problem_of(case)
        solution = _solved(dataset, case, problem, year, parts, engine, seconds)
        pairs[part] = pair_rows(case, solution.chosen, year)
        made.append(claims_of(case.part, problem, solution, around=case.around))
    table = pl.concat([pairs[part] for part in PARTS if part in pairs])
    plan = Plan(
        year, table, tuple(made), dataset.inputs, policy.digest(), versions(), dataset.in_force
    )
    return plan if standing is None else _with_standing(plan, standing)


def sound(
    dataset: Dataset,
    policy: Policy,
    year: int,
    parts: tuple[Part, ...],
    standing: Plan | None,
    in_force: pl.DataFrame | None,
) -> Dataset:
    """Return the dataset with the plan in force; raise `InputError` with every fault of all."""
    faults = [*late_history(dataset, year), *contradictions(dataset, policy)]
    faults += unjoined_history(dataset, policy, year)
    faults += [] if standing is None else _strangers(dataset, standing, parts)
    try:
        dataset = dataset if in_force is None else put_in_force(dataset, in_force, year)
    except InputError as error:
        faults += error.faults
    if in_force is None and dataset.in_force is None:
        faults += [lacking(part) for part in parts if STABILITY in getattr(policy.goals, part)]
    if faults:
        raise InputError(faults)
    return dataset


def _kept(standing: Plan, parts: tuple[Part, ...]) -> dict[Part, pl.DataFrame]:
    """Return the standing rows of the parts that are not made anew: none where that is claimed."""
    claimed = {one.part for one in standing.parts}
    rows: dict[Part, pl.DataFrame] = {
        part: standing.of(part) for part in PARTS if part not in parts
    }
    return {part: some for part, some in rows.items() if some.height or part in claimed}


def _solved(
    dataset: Dataset,
    case: Case,
    problem: Problem,
    year: int,
    parts: tuple[Part, ...],
    engine: Engine | None,
    seconds: float | None,
) -> Solution:
    try:
        solution = solve(problem, engine, seconds)
    except NotNestedError:
        values = {"rules": "hard_share"}
        raise InputError([Fault("--engine", "engine.not_nested", values=values)]) from None
    if solution is None:
        raise no_plan(dataset, case, year, parts)
    return solution


def no_plan(dataset: Dataset, case: Case, year: int, parts: Sequence[Part]) -> NoPlanError:
    """Return the error that a case has no plan, `parts` being asked for: it explains when asked."""

    def why() -> tuple[Sentence, Sequence[Sentence]]:
        from planner.pairing.reason import reason_of

        return reason_of(dataset, case, year)

    def repairs() -> Remedies:
        from planner.pairing.reason import repairs_for

        return repairs_for(dataset, case, year, parts)

    return NoPlanError(why, repairs)


def pair_rows(case: Case, chosen: IntArray, year: int) -> pl.DataFrame:
    """Return the chosen pairs as rows of the plan, by unit and station as the pairs are."""
    chosen = chosen[chosen < len(case.unit)]
    unit, station = case.unit[chosen].tolist(), case.station[chosen].tolist()
    stations, is_leader = case.field.frame, case.part == "leaders"
    columns: dict[str, Sequence[object] | pl.Series] = {
        "year": [year] * len(chosen),
        "kind": [KIND[case.part]] * len(chosen),
        "unit_id": [case.units.ids[at] for at in unit],
        "unit": [case.units.names[at] for at in unit],
        "station_id": stations["station_id"].gather(station),
        "station": stations["name"].gather(station),
        "city": stations["city"].gather(station),
        "county": stations["county"].gather(station),
        "need": case.field.need[station].tolist(),
        "travel_minutes": case.field.travel[station].tolist(),
        "wish": [int(rank) or None for rank in case.rank[chosen]],
        "fit": [None if is_leader else bool(fit) for fit in case.fit[chosen]],
    }
    return pl.DataFrame(columns, schema=SCHEMA)


def _strangers(dataset: Dataset, standing: Plan, parts: tuple[Part, ...]) -> list[Fault]:
    """Return the standing rows that name a unit or station the tables don't have."""
    kept: list[Part] = [part for part in PARTS if part not in parts]
    return [
        Fault(PLAN_FILE, "standing.unknown", None, column, {"value": value})
        for part in kept
        for column, names in ids_of(dataset).items()
        for value in standing.of(part)[column].unique(maintain_order=True)
        if value not in names
    ]


def _with_standing(plan: Plan, standing: Plan) -> Plan:
    """Keep what was proved of a standing part where it is proved still.

    That is for the very same input; of the departments, while the leaders' pairings are the same,
    since both count in their goals; of the leaders, while the departments' pairings that they were
    made around are the same.
    """
    same = (standing.inputs, standing.policy, standing.year) == (
        plan.inputs,
        plan.policy,
        plan.year,
    )
    made = {part.part for part in plan.parts}
    kept = [
        part
        for part in standing.parts
        if same
        and part.part not in made
        and (
            (part.part == "leaders" and not part.around)
            or plan.of(other_part(part.part)).equals(standing.of(other_part(part.part)))
        )
    ]
    parts = sorted((*plan.parts, *kept), key=lambda part: PARTS.index(part.part))
    return replace(plan, parts=tuple(parts))
