"""A case as a problem of the engine."""

from weakref import WeakKeyDictionary

from planner.allocation.problem import Problem
from planner.pairing.case import Case
from planner.pairing.goals import goals_of
from planner.pairing.quotas import quotas_of

_MADE: WeakKeyDictionary[Case, Problem] = WeakKeyDictionary()


def problem_of(case: Case) -> Problem:
    """Return the case as options, quotas and goals; it is made once, and kept with the case."""
    problem = _MADE.get(case)
    if problem is None:
        problem = _MADE[case] = Problem(len(case.unit), quotas_of(case), goals_of(case))
    return problem
