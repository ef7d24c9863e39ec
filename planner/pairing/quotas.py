"""The hard rules, one function each: a group-by of the allowed pairs with bounds.

What the other plan has taken is subtracted from a station's and a county's places.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np

from planner.allocation.build import at_most, between
from planner.allocation.problem import OUTSIDE, Key, Quota
from planner.naming import picked
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
    units = case.units
    return between("unit_quota", case.unit, keys_of(units.ids), units.lower, units.upper)


def unit_city(case: Case) -> Quota:
    """A unit's stations in one city are at most so many."""
    group = case.unit * len(case.field.cities) + case.field.city[case.station]
    keys = tuple(product(case.units.ids, case.field.cities))
    return at_most("unit_city", group, keys, case.units.per_city)


def station_capacity(case: Case) -> Quota:
    """A station has at most so many units, both plans together."""
    free = np.maximum(case.policy.stations.units - case.taken, 0)
    return at_most("station_capacity", case.station, keys_of(case.field.ids), free)


def county_cap(case: Case) -> Quota:
    """A county has at most so many pairings, both plans together."""
    counties = case.field.counties
    taken = np.bincount(case.field.county, case.taken, minlength=len(counties)).astype(np.int64)
    free = np.maximum(case.policy.stations.per_county - taken, 0)
    return at_most("county_cap", case.field.county[case.station], keys_of(counties), free)


def pin(case: Case) -> Quota:
    """A pair that was required by decision is made."""
    required = np.flatnonzero(case.required)
    group = np.full(len(case.unit), OUTSIDE)
    group[required] = np.arange(len(required))
    units = picked(case.units.ids, case.unit[required])
    keys = tuple(zip(units, picked(case.field.ids, case.station[required]), strict=True))
    return between("pin", group, keys, 1, 1)


def hard_share(case: Case) -> Quota:
    """At least so many percent of the plan's upper quotas are pairings at hard stations."""
    group = np.where(case.field.hard[case.station], 0, OUTSIDE)
    total = int(case.units.upper.sum())
    least = -(-case.policy.stations.hard_percent * total // 100)
    return between("hard_share", group, (("hardship>=2",),), least, max(total, least))


def keys_of(ids: Sequence[str]) -> tuple[Key, ...]:
    """Return the keys of groups that have one id each."""
    return tuple((name,) for name in ids)
