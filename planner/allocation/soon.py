"""A choice soon, for where the best one takes longer to find and to prove."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import numpy as np

from planner.allocation.cpsat import search
from planner.allocation.face import Multipliers, cost_of, first_face, levels_of, settle
from planner.allocation.feasible import told, without_goals
from planner.allocation.leaning import leaning
from planner.allocation.matrix import System, reaching
from planner.allocation.nearby import GLANCE, around, lacks
from planner.allocation.nest import nested_part
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.proof import bound_of, bounds
from planner.allocation.solve import Solution, best_of_nested, solved
from planner.allocation.spare import fitting, needed
from planner.allocation.steps import Start
from planner.errors import SolverError

_DIVES, _ROUNDS = 1, 2
"""So often a choice is dived for; in so many rounds a choice near another is told, or not soon."""


def nested_best(problem: Problem) -> Solution | None:
    """Return the best choice under the quotas that nest, of which there must be some."""
    return best_of_nested(problem, nested_part(problem))


def soon(problem: Problem, best: Solution) -> Solution | None:
    """Return a choice near the best one under the quotas that nest; None where none is found so.

    Those who break another quota choose anew, so that what was spread evenly stays so.
    """
    if problem.allows(best.chosen):
        return best
    chosen = None if lacks(problem, best.chosen) else _near(problem, best)
    return None if chosen is None else as_found(problem, chosen, best)


def light(problem: Problem) -> IntArray | None:
    """Return some choice that weighs little; None where none is found so.

    It needs no sets to be listed, but finds less where they can be.
    """
    chosen = leaning(problem)
    if chosen is None or problem.allows(chosen):
        return chosen
    kept = np.union1d(needed(problem), chosen)
    part, near = without_goals(problem.take(kept)), np.isin(kept, chosen).astype(np.int64)
    system = System.of(part)
    x = _around(part, system, near)
    if x is None:
        with suppress(SolverError):
            x = search(system, None, None, None, None, GLANCE, listed=True).x
    return None if x is None else kept[np.flatnonzero(x)]


def any_soon(problem: Problem, values: Sequence[int]) -> IntArray | None:
    """Return some choice by whole sets, with such values of the first goals where that is found.

    None where none is found so.
    """
    kept = needed(problem)
    part = problem.take(kept)
    for asked in (values, ()):
        found = told(part, reaching(part, asked), dives=_DIVES)
        if found is not None and found.x is not None:
            return kept[np.flatnonzero(found.x[: len(kept)])]
    return None


def best_first(problem: Problem) -> int | None:
    """Return the best value of the first goal under the quotas that nest; None without a choice.

    Options that are too heavy by themselves are no choice.
    """
    part = problem.take(fitting(problem))
    best = solved(replace(nested_part(part), goals=part.goals[:1]))
    return None if best is None else best.values[0]


def as_found(problem: Problem, chosen: IntArray, best: Solution | None = None) -> Solution:
    """Return a choice with the bounds that the best one under fewer quotas proves, if given.

    A bound that is not its value is a weak one.
    """
    values = tuple(goal.value(chosen) for goal in problem.goals)
    proved = [] if best is None else bounds(problem, best.multipliers, values)
    rest = _weak_bounds(problem, problem.goals[len(proved) :])
    provers = (() if best is None else best.provers)[: len(proved)] + ("none",) * len(rest)
    return Solution("cpsat", chosen, values, (*proved, *rest), provers, ())


def _near(problem: Problem, best: Solution) -> IntArray | None:
    """Return a choice near the best one, of options that others don't stand for."""
    kept = np.union1d(needed(problem), best.chosen)
    part, near = problem.take(kept), np.isin(kept, best.chosen).astype(np.int64)
    system = System.of(part)
    steps = Start(near, best.multipliers).steps(part, system)
    face = steps[-1].face if steps else system
    x = _around(part, face, near)
    return None if x is None else kept[np.flatnonzero(x[: part.options])]


def _around(problem: Problem, face: System, near: IntArray) -> IntArray | None:
    """Return an x of a face around a choice where that is told soon."""
    kept = around(problem, face, near)
    found = None if kept is None else told(problem, kept, _ROUNDS, _DIVES)
    return None if found is None else found.x


def _weak_bounds(problem: Problem, goals: Sequence[Goal]) -> list[int]:
    """Return what no choice can pass even without any quota."""
    levels, face = levels_of(problem), first_face(problem)
    nothing = Multipliers(tuple(np.zeros(level.size, np.int64) for level in levels))
    least = (settle(levels, face, cost_of(problem, goal), nothing)[0] for goal in goals)
    return [bound_of(goal, some, 1) for goal, some in zip(goals, least, strict=True)]
