"""The relaxation of a year: both parts as one problem, which no goal and no order binds.

Where it has no choice, the year has no plans, and only easing something can change that. Where it
has one, the leaders' best plan can still be in the way.
"""

from dataclasses import replace

import numpy as np

from planner.allocation.build import between
from planner.allocation.compose import compose
from planner.allocation.problem import OUTSIDE, Problem
from planner.pairing.case import Case
from planner.pairing.quotas import quotas_of
from planner.repairs.change import Conflict
from planner.repairs.single import conflict_of

SHARED = ("station_capacity", "county_cap")
"""The rules whose places both parts share."""


def joint_of(*cases: Case, pairings: int = 0) -> Problem:
    """Return the problem of all parts together, without goals; one by itself is as it stands.

    Both are cases made before the other: no place is kept for the other. `pairings` is the least
    that the leaders, who come first, have in all.
    """
    if len(cases) == 1:
        return Problem(len(cases[0].unit), quotas_of(cases[0]), ())
    free = [replace(case, taken=np.zeros_like(case.taken)) for case in cases]
    parts = {case.part: Problem(len(case.unit), quotas_of(case), ()) for case in free}
    problem = compose(parts, SHARED).problem
    if not pairings:
        return problem
    leaders = len(cases[0].unit)
    group = np.where(np.arange(problem.options) < leaders, 0, OUTSIDE)
    coverage = between("coverage", group, (("leaders",),), pairings, max(pairings, leaders))
    return replace(problem, quotas=(*problem.quotas, coverage))


def served(departments: Case, leaders: int) -> bool:
    """Return whether departments that have a plan have one beside any so many leaders' pairings.

    By counting (Hall): a county has as many places for a unit as stations it may have there, and no
    more than its cap; every pairing takes at most one of them. A department is still served,
    whoever comes before it, where it has more places than all of those and it could need. So they
    are taken in turn, those with the fewest places first; required pairs are there already. False
    only means that the count does not tell.
    """
    units, field, policy = departments.units, departments.field, departments.policy
    required = np.bincount(departments.unit[departments.required > 0], minlength=len(units.ids))
    wanted = np.where(required >= units.lower, 0, units.lower)
    crossing = policy.stations.hard_percent or (wanted > units.per_city).any()
    if crossing or (wanted * required).any():
        return False
    counties = len(field.counties)
    group = departments.unit * counties + field.county[departments.station]
    number = np.bincount(group, minlength=len(wanted) * counties).reshape(-1, counties)
    places = np.minimum(number, policy.stations.per_county).sum(axis=1)
    order = np.argsort(places, kind="stable")
    left = places[order] - int(required.sum()) - np.cumsum(wanted[order])
    return bool((left[wanted[order] > 0] >= leaders).all())


def joint_conflict(problem: Problem, *cases: Case) -> Conflict:
    """Return bounds of a joint problem without a choice that can't hold together."""
    found: Conflict = []
    for rule, side, key in conflict_of(problem):
        if rule == "hard_share":
            key = (cases[0].part if len(cases) == 1 else key[0],)
        elif len(cases) > 1 and rule not in (*SHARED, "nominated", "coverage"):
            key = key[1:]  # ids are unique over both parts
        found.append((rule, side, key))
    return found
