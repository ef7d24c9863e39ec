"""A choice soon, for where the best one takes longer to find and to prove."""

import numpy as np

from planner.allocation.budget import Budget
from planner.allocation.face import Multipliers, cost_of, first_face, levels_of, settle
from planner.allocation.feasible import some_choice
from planner.allocation.matrix import System
from planner.allocation.nearby import nearby
from planner.allocation.nest import nested_part
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.proof import bound_of, bounds
from planner.allocation.solve import Solution, best_of_nested
from planner.allocation.steps import Start

_GLANCE = 0.1


def soon(problem: Problem) -> Solution | None:
    """Return a choice near the best one under the quotas that nest; None where there is none.

    Where those who break another quota are found to be able to choose anew so that what was spread
    evenly stays so, it is such a choice, else any. A bound that is not its value is a weak one.
    There must be quotas that nest. Raises `SolverError` where none is found soon.
    """
    best = best_of_nested(problem, nested_part(problem))
    if best is None or problem.allows(best.chosen):
        return best
    chosen = _near(problem, best)
    if chosen is None:
        chosen = some_choice(problem, _GLANCE)
    return None if chosen is None else _told(problem, best, chosen)


def _near(problem: Problem, best: Solution) -> IntArray | None:
    near = np.zeros(problem.options, np.int64)
    near[best.chosen] = 1
    system = System.of(problem)
    steps = Start(near, best.multipliers).steps(problem, system)
    face = steps[-1].face if steps else system
    x = nearby(problem, face, near, None, Budget.of(None, _GLANCE))
    return None if x is None else np.flatnonzero(x[: problem.options])


def _told(problem: Problem, best: Solution, chosen: IntArray) -> Solution:
    """Return a choice with the bounds that the best one under fewer quotas proves."""
    values = tuple(goal.value(chosen) for goal in problem.goals)
    proved = bounds(problem, best.multipliers, values)
    rest = [_weak_bound(problem, goal) for goal in problem.goals[len(proved) :]]
    provers = (*best.provers[: len(proved)], *("none" for _ in rest))
    return Solution("cpsat", chosen, values, (*proved, *rest), provers, ())


def _weak_bound(problem: Problem, goal: Goal) -> int:
    """Return what no choice can pass even without any quota."""
    levels, cost = levels_of(problem), cost_of(problem, goal)
    nothing = Multipliers(tuple(np.zeros(level.size, np.int64) for level in levels))
    least, _ = settle(levels, first_face(problem), cost, nothing)
    return bound_of(goal, least, 1)
