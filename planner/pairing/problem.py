"""A case as a problem of the engine."""

from functools import lru_cache

from planner.allocation.problem import Problem
from planner.pairing.case import Case
from planner.pairing.goals import goals_of
from planner.pairing.quotas import quotas_of


@lru_cache(maxsize=4)
def problem_of(case: Case) -> Problem:
    """Return the case as options, quotas and goals; those of the last few cases are kept."""
    return Problem(len(case.unit), quotas_of(case), goals_of(case))
