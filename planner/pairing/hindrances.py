"""Why no plan can have a pair that is allowed: who has its place, by which rule, what frees it."""

from dataclasses import replace

import numpy as np
import polars as pl

from planner.allocation.conflict import minimal_conflict
from planner.allocation.prices import with_just
from planner.allocation.solve import solve
from planner.dataset import Dataset
from planner.errors import Sentence
from planner.naming import at, in_turn, listed
from planner.pairing.called import Called
from planner.pairing.case import Case
from planner.pairing.clauses import demands_of, limits_of
from planner.pairing.conflict import CaseConflict
from planner.pairing.plan import Plan
from planner.pairing.prices import case_of_plan
from planner.pairing.problem import problem_of
from planner.pairing.reason import PATIENCE, choice_of, chooses
from planner.pairing.units import Part, other_part
from planner.plans.losses import loss_sentence
from planner.policy import CLAUSES, Policy


def hindrances(
    dataset: Dataset, policy: Policy, plan: Plan, part: Part, unit: str, station: str
) -> list[Sentence]:
    """Return what keeps a part's plan from ever having a pair, then what would free it.

    Places that the other plan has, or that are kept for its required pairs, come first; otherwise
    it is the rules that can't hold together with the pair.
    """
    case, _ = case_of_plan(dataset, policy, plan, part)
    wanted = case.field.position[station]
    county = case.field.county == case.field.county[wanted]
    if case.taken[wanted] >= policy.stations.units:
        full, figure = [station], "units"
    elif case.taken[county].sum() >= policy.stations.per_county:
        full, figure = [case.field.ids[n] for n in np.flatnonzero(county)], "per_county"
    else:
        return _rules_against(dataset, case, (unit, station))
    values: dict[str, object] = {
        "amount": getattr(policy.stations, figure), "clause": CLAUSES[f"stations.{figure}"],
        "county": case.field.counties[case.field.county[wanted]],
    }  # fmt: skip
    other = other_part(part)
    how = "kept"
    if case.around:
        how = "taken"
        values["part"] = Sentence(f"part.{other}")
        values["pairs"] = _named(dataset, plan.of(other).filter(pl.col("station_id").is_in(full)))
    else:
        required = _required(dataset, full)
        values["pairs"] = _named(dataset, required)
        values["where"] = at(dataset.file("pins"), required["row"])
    way = _way_out(dataset, policy, plan, other, wanted) if case.around else []
    return [Sentence(f"hindered.{figure}.{how}", values), *way]


def needs(dataset: Dataset, case: Case, pair: tuple[str, str]) -> Sentence:
    """Return the rules that can't hold together without a pair that no plan can leave out."""
    (own,), _ = case.options([pair])
    alone = replace(case, displaceable=None)
    problem = with_just(problem_of(alone), np.array([own]), 0)
    found = minimal_conflict(problem, PATIENCE)
    conflict = CaseConflict(alone, problem, found.bounds)
    choice = [choice_of(dataset, conflict, ())] if chooses(conflict) else []
    told = [*demands_of(dataset, conflict), *choice, *limits_of(conflict)]
    if not found.minimal:
        told.append(Sentence("blame.maybe_less"))
    return in_turn(told)


def _named(dataset: Dataset, rows: pl.DataFrame) -> Sentence | str:
    pairs = dict.fromkeys(rows.select("unit_id", "station_id").rows())
    calling = Called.of(dataset)
    return listed([calling.pair(*pair) for pair in pairs])


def _required(dataset: Dataset, stations: list[str]) -> pl.DataFrame:
    """Return the pins that require some stations for departments."""
    return dataset.pins.filter(
        pl.col("decision") == "require",
        pl.col("unit_id").is_in(dataset.departments["department_id"].to_list()),
        pl.col("station_id").is_in(stations),
    )


def _way_out(
    dataset: Dataset, policy: Policy, plan: Plan, other: Part, station: int
) -> list[Sentence]:
    """Return what the other plan loses when it leaves one more place at a station and its county.

    Where it is not known how that plan was made, or what is best then, the loss is left open.
    """
    if all(made.part != other for made in plan.parts):
        return [Sentence(f"hindered.open.{other}")]
    case, chosen = case_of_plan(dataset, policy, plan, other)
    taken = case.taken.copy()
    taken[station] += 1
    best = solve(problem_of(replace(case, taken=taken)))
    if best is None:
        return [Sentence("hindered.no_way", {"part": Sentence(f"part.{other}")})]
    if not best.optimal:
        return [Sentence(f"hindered.open.{other}")]
    losses = {
        goal.name: goal.loss(goal.value(chosen), value)
        for goal, value in zip(problem_of(case).goals, best.values, strict=True)
    }
    return [Sentence(f"hindered.way.{other}", {"loss": loss_sentence(losses)})]


def _rules_against(dataset: Dataset, case: Case, pair: tuple[str, str]) -> list[Sentence]:
    """Return the rules that can't hold together with a pair: required pairs, quotas, limits."""
    (own,), _ = case.options([pair])
    required = case.required.copy()
    required[own] = 1
    wider = replace(case, required=required, displaceable=None)
    problem = problem_of(wider)
    conflict = CaseConflict(wider, problem, minimal_conflict(problem).bounds)
    told = [*demands_of(dataset, conflict, pair), *limits_of(conflict)]
    return [Sentence("hindered.line", {"told": one}) for one in told]
