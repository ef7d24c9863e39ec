"""Whether there is any choice at all: quickly, where quotas cut across each other, too."""

from dataclasses import replace

import numpy as np

from planner.allocation.elastic import elastic
from planner.allocation.matrix import System
from planner.allocation.nest import nested_part
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.solve import solve


def feasible(problem: Problem, patience: float | None = None) -> bool:
    """Return whether some choice satisfies every quota; raise `SolverError` without an answer.

    `patience` bounds a search in CP-SAT's deterministic time; without it CP-SAT's own does.
    """
    return some_choice(problem, patience) is not None


def some_choice(problem: Problem, patience: float | None = None) -> IntArray | None:
    """Return a choice that satisfies every quota (its positions), None where there is none.

    Where quotas cut across each other, what is quicker to tell is asked first: whether those that
    nest can hold, whether what they allow nearest to the others is enough, and whether fractions of
    options could satisfy them all. Then CP-SAT searches; see `feasible`.
    """
    problem = replace(problem, goals=())
    nested = nested_part(problem)
    near = solve(_towards_the_others(problem, nested)) if problem.options else solve(nested)
    if near is None or problem.allows(near.chosen):
        return None if near is None else near.chosen
    if not problem.options:
        return None
    system = System.of(problem)
    found = elastic(system)
    if found is not None and (found.impossible or found.x is not None):
        return None if found.x is None else np.flatnonzero(found.x)
    from planner.allocation.cpsat import Limit, search

    hint = np.zeros(problem.options, np.int64)
    hint[near.chosen] = 1
    x = search(system, None, None, hint, Limit.of(None, patience)).x
    return None if x is None else np.flatnonzero(x)


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
