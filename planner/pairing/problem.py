"""A case as a problem of the engine."""

from planner.allocation.problem import Problem
from planner.pairing.case import Case
from planner.pairing.goals import goals_of
from planner.pairing.quotas import quotas_of


def problem_of(case: Case) -> Problem:
    """Return the case as options, quotas and goals."""
    return Problem(len(case.unit), quotas_of(case), goals_of(case))
