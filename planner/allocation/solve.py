"""Solving a problem: which engine, on which options, and what the result proves."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

import numpy as np

from planner.allocation.digest import digest_of
from planner.allocation.face import Multipliers, cost_of, first_face, levels_of, settle
from planner.allocation.nest import Nest, Order, nest_of, nested_part
from planner.allocation.problem import IntArray, Problem
from planner.allocation.proof import bounds
from planner.allocation.reduce import Reduction, reduction_of

Engine = Literal["flow", "cpsat"]
ENGINES: tuple[Engine, ...] = ("flow", "cpsat")


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


@dataclass(frozen=True, slots=True, eq=False)
class _Raw:
    """An engine's answer over the options that can matter; `bounds` are those it claims itself."""

    chosen: IntArray
    bounds: tuple[int, ...]
    provers: tuple[str, ...]
    multipliers: tuple[Multipliers, ...]


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
    levels = levels_of(problem)
    order = Order(levels)
    nest = nest_of(levels, order)
    if engine == "flow" and nest is None:
        raise NotNestedError
    best: Solution | None = None
    if engine is None and nest is None and (nested := nested_part(problem)).quotas:
        best = best_of_nested(problem, nested)
        if best is None or problem.allows(best.chosen):
            return best
    use: Engine = engine or ("cpsat" if nest is None else "flow")
    reduction = reduction_of(problem, levels, order)
    for reduced in (reduction, Reduction.none(problem)):
        part = problem.take(reduced.kept)
        if use == "flow" and nest:
            raw = _flow(part, nest)
        else:
            raw = _general(part, seconds, patience, best, reduced.kept)
        if raw is None:
            return None
        solution = _proved(problem, use, reduced, raw)
        if solution is not None:
            return solution
    raise AssertionError("multipliers over all options prove what they settled")


def best_of_nested(problem: Problem, nested: Problem) -> Solution | None:
    """Return the best choice under the quotas that nest, with its proofs over the rows of all.

    `nested` is the problem with those quotas, of which there must be some (`nested_part`). What
    they prove holds with more quotas too; these need no multipliers. None where even those allow
    nothing.
    """
    best = solved(nested)
    if best is None:
        return None
    kept = {id(quota) for quota in nested.quotas}
    multipliers = list[Multipliers]()
    for proof in best.multipliers:
        rows = iter(proof.rows)
        every = [
            next(rows) if id(quota) in kept else np.zeros_like(quota.lower)
            for quota in problem.quotas
        ]
        multipliers.append(Multipliers((*every, *rows), proof.scale))
    return replace(best, multipliers=tuple(multipliers))


def solved(problem: Problem) -> Solution | None:
    """Return what `solve` does; that of the last few problems is remembered.

    Whoever changes one figure asks again for much that does not depend on it.
    """
    return _remembered(_Asked(digest_of(problem), problem))


@dataclass(slots=True, unsafe_hash=True)
class _Asked:
    """A problem that is the same as another one where all of its numbers are.

    It can be large, and is gone once it is solved.
    """

    digest: bytes
    problem: Problem | None = field(compare=False)


@lru_cache(maxsize=16)
def _remembered(asked: _Asked) -> Solution | None:
    problem, asked.problem = asked.problem, None
    assert problem is not None, "a problem is solved once"
    found = solve(problem)
    if found is not None:
        for column in (found.chosen, *(row for some in found.multipliers for row in some.rows)):
            column.setflags(write=False)  # It is given to everyone who asks.
    return found


def _flow(problem: Problem, nest: Nest) -> _Raw | None:
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
    return _Raw(np.flatnonzero(x), (), ("flow",) * len(found), tuple(found))


def _general(
    problem: Problem,
    seconds: float | None,
    patience: float | None,
    best: Solution | None,
    kept: IntArray,
) -> _Raw | None:
    """Solve by relaxations and searches, from the best under the quotas that nest if there is one.

    The problem's options are those `kept`.
    """
    from planner.allocation.cpsat import PATIENCE
    from planner.allocation.general import solve_general
    from planner.allocation.steps import Start

    patience, start = PATIENCE if patience is None else patience, None
    if best is not None:
        start = Start(np.isin(kept, best.chosen).astype(np.int64), best.multipliers)
    answer = solve_general(problem, seconds, patience, start)
    if answer is None:
        return None
    return _Raw(
        np.flatnonzero(answer.x[: problem.options]),
        answer.bounds,
        answer.provers,
        answer.multipliers,
    )


def _proved(problem: Problem, engine: Engine, reduced: Reduction, raw: _Raw) -> Solution | None:
    """Return the solution with its bounds; None where options left out break the proof."""
    chosen = reduced.kept[raw.chosen]
    assert problem.allows(chosen), "an engine's choice satisfies every quota"
    values = tuple(goal.value(chosen) for goal in problem.goals)
    multipliers = tuple(reduced.extended(problem, chosen, rows) for rows in raw.multipliers)
    proved = tuple(bounds(problem, multipliers, values))
    if proved != values[: len(multipliers)]:
        return None
    claimed = proved + raw.bounds[len(proved) :]
    return Solution(engine, chosen, values, claimed, raw.provers, multipliers)
