"""A choice near another that some blocks can't keep: only these choose anew."""

from contextlib import suppress
from dataclasses import replace

import numpy as np

from planner.allocation.budget import Budget
from planner.allocation.feasible import told
from planner.allocation.matrix import System
from planner.allocation.problem import IntArray, Problem
from planner.errors import SolverError

_FEW = 800
"""Of so many open columns the best for the next goal is looked for, of more any."""
GLANCE = 0.1


def around(problem: Problem, face: System, near: IntArray) -> System | None:
    """Return the face of all that keeps what the blocks within their weights have of `near`.

    That is 1 for each option of a choice. None where what is kept leaves nothing.
    """
    chosen, over = np.flatnonzero(near), np.zeros(problem.options, bool)
    if lacks(problem, chosen):
        return None
    for quota in problem.quotas:
        if quota.weight is not None:
            breaking = problem.count(quota, chosen) > quota.upper
            over |= np.append(breaking, False)[quota.group]
    upper = face.upper.copy()
    upper[: problem.options] *= over | (near > 0)
    return None if (face.lower > upper).any() else replace(face, upper=upper)


def lacks(problem: Problem, chosen: IntArray) -> bool:
    """Return whether options (their positions) are fewer, or weigh less, than some quota asks."""
    return any((problem.count(quota, chosen) < quota.lower).any() for quota in problem.quotas)


def nearby(
    problem: Problem, face: System, near: IntArray, cost: IntArray | None, budget: Budget
) -> IntArray | None:
    """Return an x of a face `around` a choice; `cost` is what should be small.

    None where a glance finds nothing of the kind.
    """
    kept = around(problem, face, near)
    if kept is None:
        return None
    few = cost is not None and np.count_nonzero(kept.lower < kept.upper) <= _FEW
    found = None if few else told(problem, kept, dives=1)
    if found is not None:
        return found.x
    with suppress(SolverError):
        return budget.search(kept, cost if few else None, glance=GLANCE).x
    return None
