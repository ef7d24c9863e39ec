"""The calendar as a problem: who goes where in which week, the months to be settled."""

from planner.allocation.problem import Problem
from planner.days.calendar.case import Case
from planner.days.calendar.goals import goals_of
from planner.days.calendar.quotas import quotas_of


def problem_of(case: Case) -> Problem:
    """Return the problem over all options of a case."""
    return Problem(len(case.options), quotas_of(case), goals_of(case))
