"""A plan to look at while the best one is being made."""

import polars as pl

from planner.allocation.feasible import barred
from planner.allocation.soon import soon
from planner.dataset import Dataset
from planner.errors import SolverError
from planner.pairing.case import case_of
from planner.pairing.field import field_of
from planner.pairing.make import ask_first, pair_rows, part_plan, sound, versions
from planner.pairing.plan import PartPlan, Plan
from planner.pairing.problem import problem_of
from planner.pairing.reason import no_plan
from planner.pairing.units import PARTS
from planner.policy import Policy


def draft_plan(dataset: Dataset, policy: Policy, year: int) -> Plan | None:
    """Return some plan of a year, a good one where that takes no time; None where none is found so.

    It is the best where no rule cuts across the others in it. Of other goals the bounds are weak.
    Raises `InputError` where the input contradicts the policy, `NoPlanError` where it is soon told
    that a part has no plan even by itself.
    """
    dataset = sound(dataset, policy, year, PARTS, None, None)
    field = field_of(dataset, policy, year)
    pairs, made, around = list[pl.DataFrame](), list[PartPlan](), None
    first, last = (case_of(dataset, policy, year, part, field, None) for part in PARTS)
    if barred(problem_of(last)):
        ask_first(first, dataset, year, PARTS)
    for part in PARTS:
        case = first if around is None else case_of(dataset, policy, year, part, field, around)
        problem = problem_of(case)
        try:
            solution = soon(problem)
            if solution is None and around is None:
                raise no_plan(dataset, case, year, PARTS)
        except SolverError:  # then the making tells
            return None
        if solution is None:
            return None
        pairs.append(pair_rows(case, solution.chosen, year))
        made.append(part_plan(case, problem, solution))
        around = pairs[-1]["station_id"].to_list()
    inputs, digest = dataset.inputs, policy.digest()
    return Plan(year, pl.concat(pairs), tuple(made), inputs, digest, versions(), dataset.in_force)
