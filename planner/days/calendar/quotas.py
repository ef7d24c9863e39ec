"""The calendar's rules as quotas: one short function each, named as in the rulebook."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from planner.allocation.build import at_most, groups_of
from planner.allocation.problem import IntArray, Quota
from planner.days.calendar.case import Case


def trips(case: Case) -> Quota:
    """Return the quota that nobody makes more trips than the need takes (N1, N3)."""
    group, keys = groups_of(case.persons)
    number = {need.person: need.trips for need in case.needs}
    return at_most("trips", group, keys, _each(number[person] for (person,) in keys))


def trips_a_month(case: Case) -> Quota:
    """Return the quota on a person's trips in a month: more only where the months are too few."""
    group, keys = groups_of(case.persons, case.months)
    months: dict[str, set[str]] = defaultdict(set)
    for person, month in keys:
        months[person].add(month)
    least = case.facts.policy.calendar.trips_a_month
    number = {need.person: need.trips for need in case.needs}
    most = (max(least, -(-number[person] // len(months[person]))) for person, _ in keys)
    return at_most("trips_a_month", group, keys, _each(most))


def trip_a_week(case: Case) -> Quota:
    """Return the quota that nobody makes two trips in a week."""
    group, keys = groups_of(case.persons, case.week_names)
    return at_most("trip_a_week", group, keys, 1)


def visitors(case: Case) -> Quota:
    """Return the quota on a station's visitors in a week (N8)."""
    group, keys = groups_of(case.stations, case.week_names)
    return at_most("visitors", group, keys, case.facts.policy.calendar.visitors)


def load(case: Case) -> Quota:
    """Return the quota on a station's trips in a month for each of its people (N8)."""
    group, keys = groups_of(case.stations, case.months)
    figure = case.facts.policy.calendar.trips_per_staff
    return at_most("load", group, keys, _each(figure * case.staff(at) for at, _ in keys))


def quotas_of(case: Case) -> tuple[Quota, ...]:
    """Return the quotas in force, in the rulebook's order; the last one may be off."""
    rules = [trips, trips_a_month, trip_a_week, visitors]
    if case.facts.policy.calendar.trips_per_staff:
        rules.append(load)
    return tuple(rule(case) for rule in rules)


def _each(bounds: Iterable[int]) -> IntArray:
    return np.fromiter(bounds, np.int64)
