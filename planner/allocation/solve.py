"""Solving a problem: which engine, on which options, and what the result proves."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from planner.allocation.components import Component, components_of, joined
from planner.allocation.face import (
    Answer,
    Level,
    Multipliers,
    cost_of,
    first_face,
    levels_of,
    settle,
)
from planner.allocation.nest import Nest, Order, nest_of, nested_part
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.proof import bounds
from planner.allocation.reduce import Reduction, reduction_of

Engine = Literal["flow", "cpsat"]
ENGINES: tuple[Engine, ...] = ("flow", "cpsat")
PROVERS = ("flow", "GLOP", "CP-SAT")
"""The solvers that bounds can rest on, the one that says least of its reasons last."""


class NotNestedError(ValueError):
    """The flow engine was asked for, but the quotas cut across each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """A choice, its goals' values and proved bounds, and what proves them.

    `chosen` are options' positions, ascending. `provers` names goal by goal the solver behind the
    bound. `multipliers` re-add to the bounds of the first goals over all options: of all goals,
    unless CP-SAT had to search.
    """

    engine: Engine
    chosen: IntArray
    values: tuple[int, ...]
    bounds: tuple[int, ...]
    provers: tuple[str, ...]
    multipliers: tuple[Multipliers, ...]

    @property
    def optimal(self) -> bool:
        """Whether every goal's bound is its value."""
        return self.values == self.bounds


def solve(
    problem: Problem,
    engine: Engine | None = None,
    seconds: float | None = None,
    patience: float | None = None,
) -> Solution | None:
    """Return the best choice, goals in order, or None where no choice satisfies every quota.

    Without an `engine` nested problems go to the flow, others to `cpsat`, unless the best choice
    under the quotas that nest satisfies the others too. `seconds` bounds CP-SAT's searches, else
    `patience` does in deterministic time, the same on any machine. Raises `NotNestedError` where
    the flow is asked for what it can't do, `SolverError` where a solver gives no answer.
    """
    if not problem.goals:
        nothing = Goal("any", "min", np.zeros(problem.options, np.int64))
        found = solve(replace(problem, goals=(nothing,)), engine, seconds, patience)
        return found and replace(found, values=(), bounds=(), provers=(), multipliers=())
    levels = levels_of(problem)
    order = Order(levels)
    nest = nest_of(levels, order)
    if engine == "flow" and nest is None:
        raise NotNestedError
    if not problem.options:
        return _of_nothing(problem, levels, engine or "flow")
    if _lacks_options(problem):
        return None
    best: Solution | None = None
    if engine is None and nest is None:
        nested = nested_part(problem)
        if nested.quotas:
            best = best_of_nested(problem, nested)
            if best is None or problem.allows(best.chosen):
                return best
        parts = components_of(problem, levels, nested)
        if parts is not None:
            return _of_parts(problem, parts, seconds, patience)
    use: Engine = engine or ("cpsat" if nest is None else "flow")
    reduction = reduction_of(problem, levels, order)
    for reduced in (reduction, Reduction.none(problem)):
        part = problem.take(reduced.kept)
        if use == "flow" and nest:
            answer = _flow(part, nest)
        else:
            answer = _general(part, seconds, patience, best)
        if answer is None:
            return None
        solution = _proved(problem, use, reduced, answer)
        if solution is not None:
            return solution
    raise AssertionError("multipliers over all options prove what they settled")


def best_of_nested(problem: Problem, nested: Problem) -> Solution | None:
    """Return the best choice under the quotas that nest, with its proofs over the rows of all.

    `nested` is the problem with those quotas, of which there must be some (`nested_part`). What
    they prove holds with more quotas too; these need no multipliers. None where even those allow
    nothing.
    """
    best = solve(nested)
    if best is None:
        return None
    kept = {quota.rule for quota in nested.quotas}
    multipliers = list[Multipliers]()
    for proof in best.multipliers:
        rows = iter(proof.rows)
        every = [
            next(rows) if quota.rule in kept else np.zeros_like(quota.lower)
            for quota in problem.quotas
        ]
        multipliers.append(Multipliers((*every, *rows), proof.scale))
    return replace(best, multipliers=tuple(multipliers))


def _of_parts(
    problem: Problem,
    parts: Sequence[Component],
    seconds: float | None,
    patience: float | None,
) -> Solution | None:
    """Return the best choices of all components together; each may use its share of the time."""
    end, found = time.monotonic() + (seconds or 0.0), list[Solution]()
    for at, part in enumerate(parts):
        left = None if seconds is None else (end - time.monotonic()) / (len(parts) - at)
        best = solve(part.problem, None, left, patience)
        if best is None:
            return None
        found.append(best)
    chosen = np.sort(
        np.concatenate([p.options[b.chosen] for p, b in zip(parts, found, strict=True)])
    )
    bounds = [sum(column) for column in zip(*(best.bounds for best in found), strict=True)]
    provers = zip(*(best.provers for best in found), strict=True)
    return Solution(
        "cpsat",
        chosen,
        tuple(goal.value(chosen) for goal in problem.goals),
        tuple(goal.constant + bound for goal, bound in zip(problem.goals, bounds, strict=True)),
        tuple(max(some, key=PROVERS.index) for some in provers),
        tuple(joined([best.multipliers for best in found])),
    )


def _of_nothing(problem: Problem, levels: tuple[Level, ...], engine: Engine) -> Solution | None:
    """Return the one choice there is without an option, None where that breaks a quota."""
    chosen = np.zeros(0, np.int64)
    if not problem.allows(chosen):
        return None
    values = tuple(goal.value(chosen) for goal in problem.goals)
    nothing = Multipliers(tuple(np.zeros(level.size, np.int64) for level in levels))
    number = len(values)
    return Solution(engine, chosen, values, values, (engine,) * number, (nothing,) * number)


def _lacks_options(problem: Problem) -> bool:
    """Return whether a group without options asks for some, which no choice gives."""
    for quota in problem.quotas:
        empty = (quota.lower > 0) | (quota.upper < 0)
        empty[quota.group] = False
        if empty.any():
            return True
    return False


def _flow(problem: Problem, nest: Nest) -> Answer | None:
    """Solve goal by goal on the faces of a network."""
    from planner.allocation.flow import Network

    levels, face = levels_of(problem), first_face(problem)
    network = Network(levels, problem.options, nest)
    x, found = np.zeros(problem.options, np.int64), list[Multipliers]()
    for goal in problem.goals:
        cost = cost_of(problem, goal)
        answer = network.solve(face, cost)
        if answer is None:
            return None
        x, multipliers = answer
        _, face = settle(levels, face, cost, multipliers)
        found.append(multipliers)
    return Answer(np.flatnonzero(x), (), ("flow",) * len(found), tuple(found))


def _general(
    problem: Problem, seconds: float | None, patience: float | None, best: Solution | None
) -> Answer | None:
    """Solve by relaxations and searches, from what the quotas that nest prove if there are some."""
    from planner.allocation.cpsat import Limit
    from planner.allocation.general import solve_general

    known = () if best is None else best.multipliers
    return solve_general(problem, Limit.of(seconds, patience), known)


def _proved(
    problem: Problem, engine: Engine, reduced: Reduction, answer: Answer
) -> Solution | None:
    """Return the solution with its bounds; None where options left out break the proof."""
    chosen = reduced.kept[answer.chosen]
    assert problem.allows(chosen), "an engine's choice satisfies every quota"
    values = tuple(goal.value(chosen) for goal in problem.goals)
    multipliers = tuple(reduced.extended(problem, chosen, rows) for rows in answer.multipliers)
    proved = tuple(bounds(problem, multipliers, values))
    if proved != values[: len(multipliers)]:
        return None
    claimed = proved + answer.bounds[len(proved) :]
    return Solution(engine, chosen, values, claimed, answer.provers, multipliers)
