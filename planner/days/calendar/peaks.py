"""The heaviest month of a station, group by group of units that share stations, and its bound."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from planner.allocation.build import at_most, groups_of
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import solve
from planner.days.calendar.case import Case, listed
from planner.days.calendar.goals import GOALS, MINUTE
from planner.days.calendar.quotas import quotas_of

AFTER = ("burden", "travel", "tie")
"""Goals that may give way to a lower peak; those before them may not."""


@dataclass(frozen=True, slots=True)
class Peak:
    """A group's units, its largest ⌊trips·60 / staff⌋ of a station's month, and the least of all.

    The bound is over the calendars that are as good by the goals that come before `burden`.
    """

    units: tuple[str, ...]
    value: int
    bound: int

    def as_data(self) -> dict[str, Any]:
        """Return it as `summary.json` has it."""
        return {"units": list(self.units), "value": self.value, "bound": self.bound}


def peaks(case: Case, chosen: IntArray) -> list[Peak]:
    """Return every group's peak, by its units."""
    taken = np.isin(np.arange(len(case.options)), chosen)
    found: list[Peak] = []
    for units, places in _groups(case):
        part = replace(case, needs=tuple(case.needs[place] for place in places))
        made = np.flatnonzero(taken[np.isin(case.person, places)])
        found.append(_peak(part, units, made))
    return found


def values(case: Case, chosen: IntArray) -> list[tuple[tuple[str, ...], int]]:
    """Return every group's units and its peak alone: nothing is solved for that."""
    return [
        (units, _value(case, np.intersect1d(chosen, np.flatnonzero(np.isin(case.person, places)))))
        for units, places in _groups(case)
    ]


def _value(case: Case, chosen: IntArray) -> int:
    trips = Counter((case.stations[at], case.months[at]) for at in listed(chosen))
    return max((n * MINUTE // case.staff(at) for (at, _), n in trips.items()), default=0)


def _peak(case: Case, units: tuple[str, ...], chosen: IntArray) -> Peak:
    """Return a group's peak; lower ones are tried until one costs an earlier goal something."""
    value = _value(case, chosen)
    problem = _before(case)
    reached = tuple(goal.value(chosen) for goal in problem.goals)
    bound = value
    while bound and (lower := _levelled(case, problem, reached, bound)) is not None:
        bound = lower
    return Peak(units, value, bound)


def _levelled(case: Case, problem: Problem, reached: tuple[int, ...], below: int) -> int | None:
    """Return a peak below a figure that costs the goals before nothing, None if there is none."""
    group, keys = groups_of(case.stations, case.months)
    most = np.array([_most(below, case.staff(at)) for at, _ in keys], np.int64)
    found = solve(replace(problem, quotas=(*problem.quotas, at_most("peak", group, keys, most))))
    if found is None or found.values != reached:
        return None
    trips = np.bincount(group[found.chosen], minlength=len(keys))
    loads = [n * MINUTE // case.staff(at) for (at, _), n in zip(keys, listed(trips), strict=True)]
    return max(loads, default=0)


def _most(below: int, staff: int) -> int:
    """Return the most trips whose load is below a figure: ⌊trips·60 / staff⌋ < below."""
    return max(0, -(-below * staff // MINUTE) - 1)


def _before(case: Case) -> Problem:
    """Return the problem with the goals that stand before the first that may give way."""
    order = case.facts.policy.calendar.goals
    first = min(order.index(goal) for goal in AFTER if goal in order)
    goals = tuple(GOALS[name](case) for name in order[:first])
    return Problem(len(case.options), quotas_of(case), goals)


def _groups(case: Case) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Yield groups of units that share stations: the units, and the places of their needs."""
    root: dict[str, str] = {}

    def find(one: str) -> str:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for need in case.needs:
        for trip in need.options:
            root[find(f"unit {trip.unit}")] = find(f"at {trip.station}")
            root[find(f"who {need.person}")] = find(f"at {trip.station}")
    units: dict[str, set[str]] = {}
    places: dict[str, list[int]] = {}
    for place, need in enumerate(case.needs):
        if need.options:
            group = find(f"who {need.person}")
            units.setdefault(group, set()).update(trip.unit for trip in need.options)
            places.setdefault(group, []).append(place)
    for group in sorted(units, key=lambda one: min(units[one])):
        yield tuple(sorted(units[group])), places[group]
