"""A case as a problem of the engine.

The options are the allowed pairs, and after them, where the leaders' plan is to leave room for the
departments' pairings in force, one for each of these: it takes a place at its station and in its
county where these have one left. So the goal `displaced` is a sum, and nested quotas stay nested;
how many places are left is no sum of costs of the leaders' counts by station and by county.
"""

from dataclasses import replace
from weakref import WeakKeyDictionary

import numpy as np

from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Problem, Quota
from planner.dataset import Dataset
from planner.pairing.case import Case, case_of
from planner.pairing.field import field_of
from planner.pairing.goals import goals_of
from planner.pairing.plan import Plan
from planner.pairing.quotas import quotas_of
from planner.pairing.units import other_part
from planner.policy import DISPLACED, Policy

_MADE: WeakKeyDictionary[Case, Problem] = WeakKeyDictionary()


def problem_of(case: Case) -> Problem:
    """Return the case as options, quotas and goals; it is made once, and kept with the case."""
    problem = _MADE.get(case)
    if problem is None:
        pairs, (stations, _) = len(case.unit), _displaceable(case)
        quotas, goals, options = quotas_of(case), goals_of(case), pairs + len(stations)
        if options > pairs:
            quotas = tuple(_shared(case, quota, stations) for quota in quotas)
            goals = tuple(_widened(goal, options) for goal in goals)
        problem = _MADE[case] = Problem(options, quotas, goals)
    return problem


def case_again(
    dataset: Dataset, policy: Policy, plan: Plan, part: str
) -> tuple[Case, IntArray, list[str]]:
    """Return the case that a part of a plan was made from, and what its rows choose of it.

    Last what they name that there is not, or that is not allowed, as `column=id`.
    """
    which = "leaders" if part == "leaders" else "departments"
    made = next(one for one in plan.parts if one.part == part)
    field = field_of(dataset, policy, plan.year)
    strangers = sorted({*plan.pairs["station_id"]} - {*field.ids})
    around = None
    if made.around:
        other = plan.of(other_part(part))
        around = [one for one in other["station_id"].to_list() if one not in strangers]
    dataset = replace(dataset, in_force=plan.in_force)
    first = any(goal.goal == DISPLACED for goal in made.goals)
    case = case_of(dataset, policy, plan.year, which, field, around, first=first)
    chosen, unknown = case.options(plan.of(part).select("unit_id", "station_id").rows())
    told = [f"station_id={station}" for station in strangers]
    told += [f"unit_id={u} station_id={s}" for u, s in unknown if s not in strangers]
    return case, with_displaceable(case, chosen), told


def with_displaceable(case: Case, chosen: IntArray) -> IntArray:
    """Return chosen pairs (positions) with the options of the pairings in force that can stand.

    Their weight is the most there can be: the heaviest first, since places by station and county
    are a matroid (Edmonds, Matroids and the greedy algorithm, 1971).
    """
    stations, weight = _displaceable(case)
    if not len(stations):
        return chosen
    field, figures = case.field, case.policy.stations
    taken = case.taken + np.bincount(case.station[chosen], minlength=len(field.ids))
    here = figures.units - taken
    county = figures.per_county - np.bincount(field.county, taken, len(field.counties))
    found = list[int]()
    for at in np.argsort(-weight, kind="stable").tolist():
        station = stations[at]
        if here[station] > 0 and county[field.county[station]] > 0:
            here[station] -= 1
            county[field.county[station]] -= 1
            found.append(len(case.unit) + at)
    return np.r_[chosen, np.array(sorted(found), np.int64)]


def _displaceable(case: Case) -> tuple[IntArray, IntArray]:
    nothing = np.zeros(0, np.int64)
    return case.displaceable or (nothing, nothing)


def _shared(case: Case, quota: Quota, stations: IntArray) -> Quota:
    """Return a quota of places with those that pairings in force would take; others as they are."""
    groups = {"station_capacity": stations, "county_cap": case.field.county[stations]}
    if quota.rule not in groups:
        return quota
    option = np.r_[quota.option, len(case.unit) + np.arange(len(stations))]
    return replace(quota, option=option, group=np.r_[quota.group, groups[quota.rule]])


def _widened(goal: Goal, options: int) -> Goal:
    """Return a goal of the pairs over all options."""
    some = goal.measure
    column = some.group if isinstance(some, Count) else some
    rest = np.full(options - len(column), OUTSIDE if isinstance(some, Count) else 0)
    column = np.r_[column, rest]
    return replace(goal, measure=replace(some, group=column) if isinstance(some, Count) else column)
