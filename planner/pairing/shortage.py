"""How many pairings departments lack, whatever plan the leaders make of a given size."""

import numpy as np

from planner.allocation.problem import Goal, IntArray, Problem, Quota
from planner.allocation.solve import solve
from planner.pairing.case import Case


def shortage(leaders: Case, departments: Case, pairings: int) -> int:
    """Return how many of the departments' lower quotas at least can't be met beside the leaders.

    Both are cases made before the other; the leaders may have any `pairings` pairings. Required
    pairs and rules that cut across are left aside, so that it is a flow and never too much.
    """
    field, policy = leaders.field, leaders.policy
    unit = np.r_[leaders.unit, departments.unit + len(leaders.units.ids)]
    station = np.r_[leaders.station, departments.station]
    ids = (*leaders.units.ids, *departments.units.ids)
    leading = np.r_[np.zeros(len(leaders.unit), np.int64), np.full(len(departments.unit), 1)]
    most = np.r_[leaders.units.upper, departments.units.lower]
    cities, counties = len(field.cities), len(field.counties)
    per_city = np.r_[_per_city(leaders), _per_city(departments)]
    one, every = np.ones(len(field.ids), np.int64), np.array([pairings, most.sum()])
    quotas = (
        _at_most("unit_quota", unit, (ids,), most),
        _at_most("unit_city", unit * cities + field.city[station], (ids, field.cities), per_city),
        Quota("leaders", leading, (("leaders", "departments"),), np.array([pairings, 0]), every),
        _at_most("station_capacity", station, (field.ids,), policy.stations.units * one),
        _at_most(
            "county_cap",
            field.county[station],
            (field.counties,),
            np.full(counties, policy.stations.per_county),
        ),
    )
    best = solve(Problem(len(unit), quotas, (Goal("served", "max", leading),)))
    lower = int(departments.units.lower.sum())
    return lower if best is None else lower - best.values[0]


def _per_city(case: Case) -> IntArray:
    return np.full(len(case.units.ids) * len(case.field.cities), case.units.per_city)


def _at_most(
    rule: str, group: IntArray, axes: tuple[tuple[str, ...], ...], upper: IntArray
) -> Quota:
    return Quota(rule, group, axes, np.zeros_like(upper), upper)
