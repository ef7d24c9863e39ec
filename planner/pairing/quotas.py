"""The hard rules, one function each: a group-by of the allowed pairs with bounds.

What the other plan has taken is subtracted from a station's and a county's places.
"""

import numpy as np

from planner.allocation.problem import OUTSIDE, IntArray, Quota
from planner.pairing.case import Case


def quotas_of(case: Case) -> tuple[Quota, ...]:
    """Return the quotas in force, in the order of the rulebook."""
    policy = case.policy
    quotas = [
        unit_quota(case),
        unit_city(case),
        station_capacity(case),
        county_cap(case),
        pin(case),
    ]
    if policy.stations.hard_percent:
        quotas.append(hard_share(case))
    return tuple(quotas)


def unit_quota(case: Case) -> Quota:
    """Each unit has between so many and so many stations."""
    return Quota("unit_quota", case.unit, (case.units.ids,), case.units.lower, case.units.upper)


def unit_city(case: Case) -> Quota:
    """A unit's stations in one city are at most so many."""
    cities = len(case.field.cities)
    group = case.unit * cities + case.field.city[case.station]
    axes = (case.units.ids, case.field.cities)
    return _at_most(
        "unit_city", group, axes, np.full(len(case.units.ids) * cities, case.units.per_city)
    )


def station_capacity(case: Case) -> Quota:
    """A station has at most so many units, both plans together."""
    free = case.policy.stations.units - case.taken
    return _at_most("station_capacity", case.station, (case.field.ids,), free)


def county_cap(case: Case) -> Quota:
    """A county has at most so many pairings, both plans together."""
    counties = case.field.counties
    taken = np.bincount(case.field.county, case.taken, minlength=len(counties)).astype(np.int64)
    free = case.policy.stations.per_county - taken
    return _at_most("county_cap", case.field.county[case.station], (counties,), free)


def pin(case: Case) -> Quota:
    """A pair that was required by decision is made."""
    required = np.flatnonzero(case.required)
    group = np.full(len(case.unit), OUTSIDE)
    group[required] = np.arange(len(required))
    units, stations = case.units.ids, case.field.ids
    names = tuple(f"{units[case.unit[at]]}–{stations[case.station[at]]}" for at in required)
    one = np.ones(len(required), np.int64)
    return Quota("pin", group, (names,), one, one)


def hard_share(case: Case) -> Quota:
    """At least so many percent of the plan's upper quotas are pairings at hard stations."""
    group = np.where(case.field.hard[case.station], 0, OUTSIDE)
    total = int(case.units.upper.sum())
    least = -(-case.policy.stations.hard_percent * total // 100)
    return Quota(
        "hard_share", group, (("hardship>=2",),), np.array([least]), np.array([max(total, least)])
    )


def _at_most(
    rule: str, group: IntArray, axes: tuple[tuple[str, ...], ...], free: IntArray
) -> Quota:
    upper = np.maximum(free, 0)
    return Quota(rule, group, axes, np.zeros_like(upper), upper)
