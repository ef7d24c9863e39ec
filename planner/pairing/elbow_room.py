"""Whether departments find their stations whatever the leaders have, told by counting places."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import IntArray
from planner.pairing.case import Case


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """How many pairings the leaders can have in some counties without being in the way.

    Below 0 that is not told.
    """

    pairings: int
    counties: NDArray[np.bool_]


def has_elbow_room(case: Case, leaders: int) -> bool:
    """Return whether a departments' case that has a plan has one around any leaders' plan, too.

    `leaders` is the most pairings the leaders can have. False only means that the count of places
    does not tell.
    """
    return elbow_room(case, leaders).pairings >= leaders


def elbow_room(case: Case, leaders: int) -> Room:
    """Return the room that departments leave to the leaders, who have so many pairings at most.

    A county has as many places for a unit as stations it may have there, and no more than its cap;
    every pairing, whosever it is, takes at most one of them. A department is then still served,
    whoever comes before it, where it has more places than all of those and it could need. So the
    departments are taken in turn, those with the fewest places first; required pairs are the
    departments' already.
    """
    required = np.bincount(case.unit[case.required > 0], minlength=len(case.units.ids))
    nowhere = np.zeros(len(case.field.counties), bool)
    asked = _asked(case, required)
    if asked is None:
        return Room(-1, nowhere)
    wanted, places = asked
    if (wanted > case.units.per_city).any() or (wanted * required).any():
        return Room(-1, nowhere)
    number = places.sum(axis=1)
    order = np.argsort(number, kind="stable")
    left = np.full(len(wanted), leaders)
    left[order] = number[order] - int(required.sum()) - np.cumsum(wanted[order])
    tight = (left < leaders) & (wanted > 0)
    return Room(int(left[tight].min(initial=leaders)), places[tight].sum(axis=0) > 0)


def _asked(case: Case, required: IntArray) -> tuple[IntArray, IntArray] | None:
    """Return the stations each unit is to have and its places for these by county.

    The hard stations that are asked for in all go to the units with the most places for them: as
    many as each must have, then as many as each may. None where these are too few.
    """
    units, field = case.units, case.field
    wanted = np.where(required >= units.lower, 0, units.lower)
    places = _places(case, wanted, np.ones(len(field.ids), bool))
    lacking = -(-case.policy.stations.hard_percent * int(units.upper.sum()) // 100)
    had = np.zeros_like(wanted)
    for level in (units.lower, units.upper):
        rooms = _places(case, level, field.hard)
        number = np.where(required > 0, -1, rooms.sum(axis=1))
        for at in np.argsort(-number, kind="stable"):
            if lacking <= 0 or number[at] < 0:
                break
            lacking -= int(level[at] - had[at])
            wanted[at], places[at], had[at] = level[at], rooms[at], level[at]
    return None if lacking > 0 else (wanted, places)


def _places(case: Case, wanted: IntArray, stations: NDArray[np.bool_]) -> IntArray:
    """Return each unit's places by county at some stations."""
    counties = len(case.field.counties)
    usable = stations[case.station]
    group = case.unit[usable] * counties + case.field.county[case.station[usable]]
    number = np.bincount(group, minlength=len(wanted) * counties)
    most = np.minimum(number, case.policy.stations.per_county)
    return most.reshape(-1, counties).astype(np.int64)
