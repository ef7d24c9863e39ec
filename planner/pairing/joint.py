"""What more can be asked of cases: both parts at once, and bounds on some of the pairings."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from planner.allocation.feasible import refuted, told
from planner.allocation.matrix import System
from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Problem, Quota
from planner.allocation.spare import needed
from planner.pairing.case import Case
from planner.pairing.changes import Change, Nominate
from planner.pairing.elbow_room import Room
from planner.pairing.problem import problem_of
from planner.pairing.quotas import quotas_of


def joint_of(leaders: Case, departments: Case) -> Problem:
    """Return the problem of both parts together, which has no goals.

    Both are cases made before the other. Where this has no choice the year has no plans; where it
    has one, the leaders' best plan can still be in the way.
    """
    pairs = list(zip(quotas_of(leaders), quotas_of(departments), strict=True))
    quotas = list[Quota]()
    for one, other in pairs:
        if one.rule == "hard_share":
            quotas += [_padded(one, 0, len(other.group)), _padded(other, len(one.group), 0)]
        elif one.rule in ("station_capacity", "county_cap"):
            quotas.append(_shared(one, other, leaders))
        else:
            quotas.append(_beside(one, other))
    options = len(leaders.unit) + len(departments.unit)
    return Problem(options, tuple(quotas), (Goal("any", "min", np.zeros(options, np.int64)),))


def with_goals(
    joint: Problem, leaders: Sequence[Goal], departments: Sequence[Goal] = ()
) -> Problem:
    """Return a problem of both parts with goals of each, that count nothing of the other."""
    goals = [_padded_goal(goal, joint.options, first=True) for goal in leaders]
    goals += [_padded_goal(goal, joint.options, first=False) for goal in departments]
    return replace(joint, goals=tuple(goals))


def contradict(leaders: Case, departments: Case, more: Sequence[Change]) -> bool:
    """Return whether two cases, made after more changes, have no plans beside each other for sure.

    Of the stations nominated among these no more is had than one has. Of very many changes it is
    worth asking whole sets, too, which takes longer.
    """
    joint = joint_of(leaders, departments)
    joint = few_of(joint, np.r_[leaders.station, departments.station], leaders, more)
    joint = joint.take(needed(joint))
    if not more:
        return refuted(joint)
    found = told(joint, System.of(joint))
    return found is not None and found.x is None


def beyond(case: Case, room: Room) -> Problem:
    """Return a case's problem with more pairings than there is room for."""
    problem = problem_of(case)
    group = np.where(room.counties[case.field.county[case.station]], 0, OUTSIDE)
    least = np.array([room.pairings + 1])
    upper = np.maximum(least, case.units.upper.sum())
    quota = Quota("beyond", group, (("pairings",),), least, upper)
    return Problem(problem.options, (*problem.quotas, quota), problem.goals)


def few_of(
    problem: Problem, station: IntArray, case: Case, more: Sequence[Change], few: int = 1
) -> Problem:
    """Return the problem with no more pairings at stations nominated than so few of them take."""
    stations = [change.station for change in more if isinstance(change, Nominate)]
    if not stations:
        return problem
    anew = np.isin(station, [case.field.position[station] for station in stations])
    group, most = np.where(anew, 0, OUTSIDE), np.array([few * case.policy.stations.units])
    quota = Quota("nominated", group, (("anew",),), np.zeros_like(most), most)
    return replace(problem, quotas=(*problem.quotas, quota))


def _padded(quota: Quota, before: int, after: int) -> Quota:
    outside = np.full(before, OUTSIDE), np.full(after, OUTSIDE)
    group = np.r_[outside[0], quota.group, outside[1]]
    return Quota(quota.rule, group, quota.axes, quota.lower, quota.upper)


def _padded_goal(goal: Goal, options: int, *, first: bool) -> Goal:
    """Return a goal of the first options over so many, or of the last."""
    some = goal.measure
    column = some.group if isinstance(some, Count) else some
    rest = np.full(options - len(column), OUTSIDE if isinstance(some, Count) else 0)
    column = np.r_[column, rest] if first else np.r_[rest, column]
    return replace(goal, measure=replace(some, group=column) if isinstance(some, Count) else column)


def _shared(one: Quota, other: Quota, leaders: Case) -> Quota:
    """Return a quota of places that both plans take; none of them is kept for the other."""
    figures = leaders.policy.stations
    most = figures.units if one.rule == "station_capacity" else figures.per_county
    upper = np.full_like(one.upper, most)
    return Quota(one.rule, np.r_[one.group, other.group], one.axes, one.lower, upper)


def _beside(one: Quota, other: Quota) -> Quota:
    """Return a quota that each part has for its own units."""
    number = len(one.lower)
    group = np.r_[one.group, np.where(other.group == OUTSIDE, OUTSIDE, other.group + number)]
    names = tuple(str(at) for at in range(number + len(other.lower)))
    bounds = (np.r_[one.lower, other.lower], np.r_[one.upper, other.upper])
    return Quota(one.rule, group, (names,), *bounds, _weights(one, other))


def _weights(one: Quota, other: Quota) -> IntArray | None:
    if one.weight is None or other.weight is None:
        return None
    return np.r_[one.weight, other.weight]
