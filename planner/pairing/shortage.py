"""How many pairings departments lack, whatever plan the leaders make of a given size."""

from itertools import product

import numpy as np

from planner.allocation.build import at_most, between
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.solve import solve
from planner.pairing.case import Case
from planner.pairing.quotas import keys_of


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
    cities = len(field.cities)
    per_city = np.r_[_per_city(leaders), _per_city(departments)]
    every = np.array([pairings, most.sum()])
    parts, places = (("leaders",), ("departments",)), keys_of(field.counties)
    in_city = unit * cities + field.city[station]
    quotas = (
        at_most("unit_quota", unit, keys_of(ids), most),
        at_most("unit_city", in_city, tuple(product(ids, field.cities)), per_city),
        between("leaders", leading, parts, np.array([pairings, 0]), every),
        at_most("station_capacity", station, keys_of(field.ids), policy.stations.units),
        at_most("county_cap", field.county[station], places, policy.stations.per_county),
    )
    best = solve(Problem(len(unit), quotas, (Goal("served", "max", leading),)))
    lower = int(departments.units.lower.sum())
    return lower if best is None else lower - best.values[0]


def _per_city(case: Case) -> IntArray:
    return np.full(len(case.units.ids) * len(case.field.cities), case.units.per_city)
