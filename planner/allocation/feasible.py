"""Whether there is any choice at all: quickly, where quotas cut across each other, too."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from planner.allocation.matrix import System
from planner.allocation.nest import nested_part
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem
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
    relaxed = relaxation(System.of(problem))
    return relaxed is not None and relaxed.above


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


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """What fractions of options can do: whether rows added up prove that even these can't hold.

    `point` is how much of each column they take, and `x` a whole choice, where that came out.
    """

    rows: IntArray
    above: bool
    point: NDArray[np.float64] | None
    x: IntArray | None


def relaxation(system: System) -> Relaxed | None:
    """Return what fractions can do, None without an answer.

    Rows may give way at a price: those that what is chosen for good breaks; where these can't hold
    and that is lost in making multipliers whole, all do, which keeps these small.
    """
    sums = system.sums(system.lower)
    broken = np.flatnonzero((sums < system.row_lower) | (sums > system.row_upper))
    found, lacking = _yielding(system, broken)
    if found is not None and lacking and not found.above:
        found, _ = _yielding(system, np.arange(len(sums)))
    return found


def _yielding(system: System, rows: IntArray) -> tuple[Relaxed | None, bool]:
    """Return the same where some rows may give way, and whether they do."""
    from planner.allocation.linear import relax
    from planner.allocation.packing import FREE, yielding

    wider, cost = yielding(system, rows)
    answer = relax(wider, cost, presolve=False)
    if answer is None:
        return None, False
    above = wider.floor(wider.prices(cost, answer.rows, answer.scale), answer.rows) > 0
    x = None if answer.vertex is None or above else answer.vertex[: len(system.lower)]
    point = None if answer.point is None else answer.point[: len(system.lower)]
    lacking = answer.point is not None and bool(cost @ answer.point >= FREE)
    x = x if x is not None and system.holds(x) else None
    return Relaxed(answer.rows, above, point, x), lacking
