"""What more can be asked of cases: both parts at once, and bounds on some of the pairings."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from planner.allocation.build import at_most, between
from planner.allocation.compose import compose
from planner.allocation.feasible import refuted
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem
from planner.pairing.case import Case
from planner.pairing.changes import Change, Nominate
from planner.pairing.elbow_room import Room
from planner.pairing.problem import problem_of
from planner.pairing.quotas import quotas_of

_SHARED = ("station_capacity", "county_cap")


def joint_of(
    leaders: Case,
    departments: Case,
    goals: tuple[Sequence[Goal], Sequence[Goal]] = ((), ()),
) -> Problem:
    """Return the problem of both parts together, with goals of each, the leaders' first.

    Both are cases made before the other: none of a place is kept for the other. Where this has no
    choice the year has no plans; where it has one, the leaders' best plan can still be in the way.
    """
    cases = (leaders, departments)
    free = [replace(case, taken=np.zeros_like(case.taken)) for case in cases]
    parts = {
        case.part: Problem(len(case.unit), quotas_of(case), tuple(own))
        for case, own in zip(free, goals, strict=True)
    }
    return compose(parts, _SHARED).problem


def contradict(leaders: Case, departments: Case, more: Sequence[Change]) -> bool:
    """Return whether two cases, made after more changes, have no plans beside each other for sure.

    Of the stations nominated among these no more is had than one has.
    """
    joint = joint_of(leaders, departments)
    return refuted(few_of(joint, np.r_[leaders.station, departments.station], leaders, more))


def beyond(case: Case, room: Room) -> Problem:
    """Return a case's problem with more pairings than there is room for."""
    problem = problem_of(case)
    group = np.where(room.counties[case.field.county[case.station]], 0, OUTSIDE)
    least = room.pairings + 1
    upper = max(least, int(case.units.upper.sum()))
    quota = between("beyond", group, (("pairings",),), least, upper)
    return Problem(problem.options, (*problem.quotas, quota), problem.goals)


def few_of(
    problem: Problem, station: IntArray, case: Case, more: Sequence[Change], few: int = 1
) -> Problem:
    """Return the problem with no more pairings at stations nominated than so few of them take."""
    stations = [change.station for change in more if isinstance(change, Nominate)]
    if not stations:
        return problem
    anew = np.isin(station, [case.field.position[station] for station in stations])
    group, most = np.where(anew, 0, OUTSIDE), few * case.policy.stations.units
    quota = at_most("nominated", group, (("anew",),), most)
    return replace(problem, quotas=(*problem.quotas, quota))
