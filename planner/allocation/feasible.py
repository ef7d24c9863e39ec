"""Whether there is any choice at all: quickly, where quotas cut across each other, too."""

from dataclasses import replace

import numpy as np

from planner.allocation.elastic import elastic
from planner.allocation.matrix import System
from planner.allocation.nest import nested_part
from planner.allocation.problem import Goal, Problem
from planner.allocation.solve import solve


def feasible(problem: Problem, patience: float | None = None) -> bool:
    """Return whether some choice satisfies every quota; raise `SolverError` without an answer.

    Where quotas cut across each other, what is quicker to tell is asked first: whether those that
    nest can hold, whether what they allow nearest to the others is enough, and whether fractions of
    options could satisfy them all. Then CP-SAT searches, for so much `patience` in deterministic
    time; without it CP-SAT's own bounds it.
    """
    problem = replace(problem, goals=())
    nested = nested_part(problem)
    near = solve(_towards_the_others(problem, nested)) if problem.options else solve(nested)
    if near is None or problem.allows(near.chosen):
        return near is not None
    if not problem.options:
        return False
    system = System.of(problem)
    found = elastic(system)
    if found is not None and (found.impossible or found.x is not None):
        return found.x is not None
    from planner.allocation.cpsat import Limit, search

    hint = np.zeros(problem.options, np.int64)
    hint[near.chosen] = 1
    return search(system, None, None, hint, Limit.of(None, patience)).x is not None


def refuted(problem: Problem) -> bool:
    """Return whether rows added up in integers prove that there is no choice: quickly told.

    False only means that fractions of options could be one.
    """
    if not problem.options:
        return not problem.allows(np.zeros(0, np.int64))
    found = elastic(System.of(replace(problem, goals=())))
    return found is not None and found.impossible


def _towards_the_others(problem: Problem, nested: Problem) -> Problem:
    """Return the nested part with the other quotas as goals: much of what has a lower bound."""
    known = {quota.rule for quota in nested.quotas}
    goals = list[Goal]()
    for quota in problem.quotas:
        if quota.rule not in known:
            column = np.zeros(problem.options, np.int64)
            np.add.at(column, quota.option, 1 if quota.weight is None else quota.weight)
            goals.append(Goal(quota.rule, "max" if quota.lower.any() else "min", column))
    return replace(nested, goals=tuple(goals))
