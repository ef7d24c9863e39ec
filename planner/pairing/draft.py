"""A plan to look at while the best one is being made."""

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from planner.allocation.blocks import MOST_MEMBERS
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import Solution
from planner.allocation.soon import any_soon, as_found, best_first, light, nested_best, soon
from planner.dataset import Dataset
from planner.pairing.case import Case, case_of
from planner.pairing.field import field_of
from planner.pairing.goals import coverage
from planner.pairing.joint import some_plans
from planner.pairing.make import ask_first, pair_rows, sound
from planner.pairing.naming import picked
from planner.pairing.plan import Plan
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS
from planner.plans.claims import claims_of
from planner.plans.plan import versions
from planner.policy import Policy

Made = list[tuple[Case, Solution]]
"""Each part's case and its plan."""


def draft_plan(dataset: Dataset, policy: Policy, year: int) -> Plan | None:
    """Return some plan of a year, a good one where that takes no time; None where none is found so.

    It is the best where no rule cuts across the others in it. Of other goals the bounds are weak.
    Raises `InputError` where the input contradicts the policy, `NoPlanError` where it is soon told
    that a part has no plan even by itself.
    """
    dataset = sound(dataset, policy, year, PARTS, None, None)
    field = field_of(dataset, policy, year)
    leaders, departments = (case_of(dataset, policy, year, part, field, None) for part in PARTS)
    best, most = nested_best(problem_of(leaders)), _most(departments)

    def beside(chosen: IntArray) -> Case:
        stations = picked(field.ids, leaders.station[chosen])
        return case_of(dataset, policy, year, "departments", field, stations)

    made = None
    if best is not None and most is not None:
        made = _near_the_best(leaders, best, beside)
        if made is None and _lists_sets(leaders, departments):
            made = _any(leaders, departments, most, beside)
        elif made is None:
            made = _light(leaders, beside)
    if made is None:
        ask_first(leaders, dataset, year, PARTS)
        return None
    pairs = pl.concat([pair_rows(case, solution.chosen, year) for case, solution in made])
    parts = tuple(
        claims_of(case.part, problem_of(case), solution, around=case.around)
        for case, solution in made
    )
    inputs, digest = dataset.inputs, policy.digest()
    return Plan(year, pairs, parts, inputs, digest, versions(), dataset.in_force)


def _near_the_best(
    leaders: Case, best: Solution, beside: Callable[[IntArray], Case]
) -> Made | None:
    """Return a leaders' plan near their best, and a departments' plan beside it that is, or any.

    None where one of them is not found so.
    """
    first = soon(problem_of(leaders), best)
    if first is None:
        return None
    case = beside(first.chosen)
    last = _last(case)
    return None if last is None else [(leaders, first), (case, last)]


def _last(departments: Case) -> Solution | None:
    """Return a plan near the departments' best one, or any; None where none is found so."""
    problem = problem_of(departments)
    best = nested_best(problem)
    near = None if best is None else soon(problem, best)
    if best is None or near is not None:
        return near
    if _lists_sets(departments):
        most = _most(departments)
        chosen = None if most is None else any_soon(_counting(departments), (most,))
    else:
        chosen = light(problem)
    return None if chosen is None else as_found(problem, chosen)


def _any(
    leaders: Case,
    departments: Case,
    most: int,
    beside: Callable[[IntArray], Case],
) -> Made | None:
    """Return any plans that stand beside each other; None where none are found so.

    They are to have the most pairings where that can be, which is known of the departments.
    """
    first = _most(leaders)
    chosen = None if first is None else some_plans(leaders, departments, (first, most))
    if chosen is None:
        return None
    cases = (leaders, beside(chosen[0]))
    return [
        (case, as_found(problem_of(case), some)) for case, some in zip(cases, chosen, strict=True)
    ]


def _counting(case: Case) -> Problem:
    """Return a case's problem with the most pairings for its goal, whatever its own are.

    Other goals are for the best plan: to keep what they have costs a draft more than it may take.
    """
    return replace(problem_of(case), goals=(coverage(case),))


def _most(case: Case) -> int | None:
    """Return the most pairings under the quotas that nest; None without a plan."""
    return best_first(_counting(case))


def _lists_sets(*cases: Case) -> bool:
    """Return whether units have so few stations that whole sets of them can be listed."""
    return all((case.units.upper <= MOST_MEMBERS).all() for case in cases)


def _light(leaders: Case, beside: Callable[[IntArray], Case]) -> Made | None:
    """Return a leaders' plan of near stations, and a departments' plan beside it."""
    chosen = light(problem_of(leaders))
    if chosen is None:
        return None
    case = beside(chosen)
    last = _last(case)
    return (
        None if last is None else [(leaders, as_found(problem_of(leaders), chosen)), (case, last)]
    )
