"""The goals, one function each: an integer column of the allowed pairs, or a cost of counts."""

from collections.abc import Callable

import numpy as np

from planner.allocation.build import band, distinct
from planner.allocation.problem import Goal
from planner.errors import InputError
from planner.pairing.case import Case
from planner.pairing.in_force import lacking
from planner.pairing.quotas import keys_of
from planner.policy import DISPLACED, STABILITY

_WISHES = 4
"""A wish of rank r is worth 4 − r, at least 0."""


def names_of(case: Case) -> tuple[str, ...]:
    """Return a plan's goals by name, in the policy's order; `displaced` follows `stability`."""
    names: tuple[str, ...] = getattr(case.policy.goals, case.part)
    if case.displaceable is None:
        return names
    at = names.index(STABILITY) + 1
    return (*names[:at], DISPLACED, *names[at:])


def goals_of(case: Case) -> tuple[Goal, ...]:
    """Return the goals of a plan in their order."""
    return tuple(_GOALS[name](case) for name in names_of(case))


def coverage(case: Case) -> Goal:
    """The most pairings."""
    return Goal("coverage", "max", np.ones(len(case.unit), np.int64))


def balance(case: Case) -> Goal:
    """Cities have pairings in proportion to their nominated stations.

    Of T places city c is due between lo = ⌊T·E_c/E⌋ and hi = ⌈T·E_c/E⌉; every pairing fewer or
    more costs one.
    """
    field = case.field
    cities = np.arange(len(field.cities))
    nominated = np.bincount(field.city[field.nominated], minlength=len(cities))
    total = int(case.units.upper.sum()) + len(case.visited)
    every = max(int(nominated.sum()), 1)
    low, high = total * nominated // every, -(-total * nominated // every)
    has = np.bincount(field.city[case.visited], minlength=len(cities))
    group, keys = field.city[case.station], keys_of(field.cities)
    return band("balance", group, keys, low, high, already=has)


def stability(case: Case) -> Goal:
    """The fewest changes to the plan in force: what each of its pairings that is not kept weighs.

    Those that can't be kept, their station being closed or their unit gone, always count. Raises
    `InputError` where no plan is in force.
    """
    if case.in_force is None:
        raise InputError([lacking(case.part)])
    return Goal("stability", "min", -case.kept, case.in_force)


def displaced(case: Case) -> Goal:
    """The least of the departments' pairings in force has no place left beside the leaders' plan.

    Its measure counts the options that `problem` adds for them: those that stand are taken off.
    """
    _, weight = case.displaceable or (np.zeros(0, np.int64), np.zeros(0, np.int64))
    measure = np.r_[np.zeros(len(case.unit), np.int64), -weight]
    return Goal(DISPLACED, "min", measure, int(weight.sum()))


def counties(case: Case) -> Goal:
    """The most counties with a pairing."""
    field = case.field
    has = np.bincount(field.county[case.visited], minlength=len(field.counties))
    group, keys = field.county[case.station], keys_of(field.counties)
    return distinct("counties", group, keys, already=has)


def wishes(case: Case) -> Goal:
    """Departments' applications are met: 3 for a first, 2 for a second, 1 for a third."""
    return Goal("wishes", "max", np.where(case.rank > 0, np.maximum(0, _WISHES - case.rank), 0))


def need(case: Case) -> Goal:
    """The stations chosen need it most."""
    return Goal("need", "max", case.field.need[case.station])


def fit(case: Case) -> Goal:
    """The most pairings where a station's focus is among the unit's expertise."""
    return Goal("fit", "max", case.fit)


def travel(case: Case) -> Goal:
    """The least travel minutes, one way."""
    return Goal("travel", "min", case.field.travel[case.station])


def tie(case: Case) -> Goal:
    """A fixed hash decides between plans that are otherwise equal."""
    return Goal("tie", "min", case.tie)


_GOALS: dict[str, Callable[[Case], Goal]] = {
    "coverage": coverage,
    "balance": balance,
    "stability": stability,
    "displaced": displaced,
    "counties": counties,
    "wishes": wishes,
    "need": need,
    "fit": fit,
    "travel": travel,
    "tie": tie,
}
