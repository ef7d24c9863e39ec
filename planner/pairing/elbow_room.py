"""Whether departments find their stations whatever the leaders have, told by counting counties."""

import numpy as np

from planner.allocation.problem import IntArray
from planner.pairing.case import Case


def has_elbow_room(case: Case, leaders: int) -> bool:
    """Return whether a departments' case that has a plan has one around any leaders' plan, too.

    `leaders` is the most pairings the leaders can have. Say that every pairing closes its whole
    county. A department is then still served, whoever comes before it, where more counties are open
    to it than all of those and it could need. So the departments are taken in turn, those with the
    fewest counties first; required pairs are the departments' already. False only means that this
    count does not tell.
    """
    wanted, minutes = _wanted(case), case.policy.travel.unit_max
    required = np.bincount(case.unit[case.required > 0], minlength=len(wanted))
    wanted = np.where(required >= wanted, 0, wanted)
    if (wanted > case.units.per_city).any() or (wanted * required).any():
        return False
    usable = np.ones(len(case.unit), bool)
    if minutes:
        usable = case.field.travel[case.station] * wanted[case.unit] <= minutes
    if case.policy.stations.hard_percent:
        usable &= case.field.hard[case.station]
    counties = len(case.field.counties)
    pairs = np.unique(case.unit[usable] * counties + case.field.county[case.station[usable]])
    open_ = np.bincount(pairs // counties, minlength=len(wanted))
    order = np.argsort(open_, kind="stable")
    closed = leaders + int(required.sum()) + np.cumsum(wanted[order])
    return bool((open_[order] >= closed)[wanted[order] > 0].all())


def _wanted(case: Case) -> IntArray:
    """Return the stations each unit must have; all it may where so many must be hard ones."""
    return case.units.upper if case.policy.stations.hard_percent else case.units.lower
