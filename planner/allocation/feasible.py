"""Whether there is any choice at all: quickly, where quotas cut across each other, too."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from planner.allocation.matrix import System
from planner.allocation.nest import nested_part
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem
from planner.allocation.relaxation import impossible, relaxation
from planner.allocation.solve import solve
from planner.allocation.spare import needed

if TYPE_CHECKING:
    from planner.allocation.packing import Packed

PATIENCE = 30.0
"""How long one search may take where no limit is given, in CP-SAT's deterministic time."""

_FEW = 300
"""Of so many options CP-SAT finds a choice, or that there is none, sooner without presolve."""


def feasible(problem: Problem, patience: float = PATIENCE) -> bool:
    """Return whether some choice satisfies every quota; raise `SolverError` without an answer."""
    return some_choice(problem, patience) is not None


def some_choice(problem: Problem, patience: float = PATIENCE) -> IntArray | None:
    """Return a choice that satisfies every quota (its positions), None where there is none.

    Where quotas cut across each other, what is quicker to tell is asked first: whether those that
    nest can hold, whether what they allow nearest to the others is enough, and whether fractions of
    options, or whole sets of them, could satisfy them all. Then CP-SAT searches, up to `patience`
    in deterministic time. Raises `SolverError` without an answer.
    """
    plain = without_goals(problem)
    nested = nested_part(plain)
    if len(nested.quotas) == len(plain.quotas):
        found = solve(nested)
        return None if found is None else found.chosen
    kept = needed(plain)
    chosen = _crossing(plain.take(kept), patience)
    return None if chosen is None else kept[chosen]


def _crossing(plain: Problem, patience: float) -> IntArray | None:
    """Return the same where quotas cut across each other, of the options that are needed."""
    if not plain.options:
        return None if _asks(plain) else np.zeros(0, np.int64)
    near = solve(_leaning(plain, nested_part(plain)))
    if near is None or plain.allows(near.chosen):
        return None if near is None else near.chosen
    system = System.of(plain)
    found = told(plain, system)
    if found is None:
        from planner.allocation.cpsat import search

        hint = np.zeros(plain.options, np.int64)
        hint[near.chosen] = 1
        few = plain.options <= _FEW
        found = search(system, None, None, hint, None, patience, listed=few)
    return None if found.x is None else np.flatnonzero(found.x[: plain.options])


def told(
    problem: Problem, system: System, rounds: int | None = None, dives: int | None = None
) -> "Packed | None":
    """Return what fractions, or whole sets, tell of a problem's system, None where they do not.

    Sets are not looked for in more rounds, nor a choice dived for more often, where that is given.
    """
    from planner.allocation.packing import DIVES, ROUNDS, Packed, pack

    relaxed = relaxation(system)
    if relaxed is not None and (relaxed.above or relaxed.x is not None):
        return Packed(relaxed.x)
    return pack(problem, system, relaxed and relaxed.point, rounds or ROUNDS, dives or DIVES)


def refuted(problem: Problem) -> bool:
    """Return whether rows added up in integers prove that there is no choice: quickly told.

    False only means that fractions of options could be one.
    """
    if not problem.options:
        return _asks(problem)
    return impossible(System.of(problem))


def _asks(problem: Problem) -> bool:
    return any(bool(quota.lower.any()) for quota in problem.quotas)


def _leaning(problem: Problem, nested: Problem) -> Problem:
    """Return the nested part with the other quotas as goals: much of what has a lower bound."""
    known = {id(quota) for quota in nested.quotas}
    goals = list[Goal]()
    for quota in problem.quotas:
        if id(quota) not in known:
            weight = 1 if quota.weight is None else quota.weight
            column = np.where(quota.group == OUTSIDE, 0, weight)
            goals.append(Goal(quota.rule, "max" if quota.lower.any() else "min", column))
    return replace(nested, goals=(*goals, *nested.goals))


def without_goals(problem: Problem) -> Problem:
    """Return the problem with nothing to make large or small."""
    return replace(problem, goals=(Goal("any", "min", np.zeros(problem.options, np.int64)),))
