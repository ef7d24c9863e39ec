"""Separable problems in stages: first who and when, say, and then where; proved whole.

A first stage is the whole problem without the options of the second, hence a relaxation: what it
can't reach, no choice of the whole can. Where its best choice is the only one and the second stage
has a choice on it, both together are the best of the whole, whose goals are the first's and then
the second's. Otherwise the whole is solved jointly, with the first's bounds as far as they hold.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.face import Multipliers, cost_of, first_face, levels_of, settle
from planner.allocation.feasible import feasible
from planner.allocation.problem import IntArray, Problem, Quota, Sense
from planner.allocation.solve import Solution, solve
from planner.errors import SolverError


@dataclass(frozen=True, slots=True, eq=False)
class Staged:
    """The best of a whole problem: of its two stages, or (`stages` is one) solved jointly.

    `values`, `bounds` and `provers` are of the whole problem's goals.
    """

    stages: tuple[Solution, ...]
    values: tuple[int, ...]
    bounds: tuple[int, ...]
    provers: tuple[str, ...]

    @property
    def optimal(self) -> bool:
        """Whether every goal's bound is its value."""
        return self.values == self.bounds


def solve_in_stages(
    first: Problem,
    second: Callable[[IntArray], Problem],
    joint: Callable[[], Problem],
    seconds: float | None = None,
    patience: float | None = None,
) -> Staged | None:
    """Return the best choice of the whole problem, None where there is none.

    `second` is what is left to choose once the first stage's options (their positions) are chosen;
    `joint` the whole, whose goals must be those of both by name and order. Both are only made when
    they are needed. Limits and `SolverError` are as in `solve`.
    """
    best = solve(first, None, seconds, patience)
    if best is None:
        return None
    if best.optimal and unique(first, best):
        rest = solve(second(best.chosen), None, seconds, patience)
        if rest is not None:
            both = (best, rest)
            return Staged(
                both,
                best.values + rest.values,
                best.bounds + rest.bounds,
                best.provers + rest.provers,
            )
    whole = joint()
    if [goal.name for goal in whole.goals][: len(first.goals)] != [g.name for g in first.goals]:
        raise ValueError("the whole problem's goals are those of the stages, in their order")
    found = solve(whole, None, seconds, patience)
    if found is None:
        return None
    proofs = _tighter([goal.sense for goal in whole.goals], found, best)
    return Staged((found,), found.values, *proofs)


def unique(problem: Problem, best: Solution) -> bool:
    """Return whether no other choice is as good in every goal; False where that is not proved."""
    if len(best.multipliers) < len(problem.goals):
        return False
    face = face_of(problem, best.multipliers)
    free = np.flatnonzero(face.quotas[0].lower < face.quotas[0].upper)
    if not len(free):
        return True
    weight = np.where(np.isin(free, best.chosen), 1, -1)
    most = np.array([np.count_nonzero(weight > 0) - 1])
    one = np.zeros_like(free)
    other = Quota("another choice", free, one, (("another",),), most - len(free), most, weight)
    try:
        return not feasible(replace(face, quotas=(*face.quotas, other)))
    except SolverError:
        return False


def face_of(problem: Problem, multipliers: tuple[Multipliers, ...]) -> Problem:
    """Return the problem, without goals, of the choices that reach the bounds of the first goals.

    `multipliers` must prove these bounds one after the other. The first quota bounds each option.
    """
    levels, face = levels_of(problem), first_face(problem)
    for goal, rows in zip(problem.goals, multipliers, strict=False):
        _, face = settle(levels, face, cost_of(problem, goal), rows)
    low, high = (np.zeros(problem.options, np.int64) for _ in range(2))
    low[face.active], high[face.active] = face.lower, face.upper
    each = np.arange(problem.options)
    quotas = [Quota("options", each, each, _numbers(problem.options), low, high)]
    for at, level in enumerate(levels):
        lower, upper = face.level_lower[at], face.level_upper[at]
        if level.step_group is not None:
            lower, upper = (
                np.bincount(level.step_group, side, level.size).astype(np.int64)
                for side in (lower, upper)
            )
        rows = level.option, level.row, _numbers(level.size)
        quotas.append(Quota(f"rows {at}", *rows, lower, upper, level.weight))
    return Problem(problem.options, tuple(quotas), ())


def _numbers(size: int) -> tuple[tuple[str], ...]:
    return tuple((str(at),) for at in range(size))


def _tighter(
    senses: Sequence[Sense], found: Solution, first: Solution
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the whole's bounds and provers, the first stage's where they say more.

    A bound of the first stage is one of the whole as long as the whole reaches those before.
    """
    bounds, provers = list(found.bounds), list(found.provers)
    for at, (sense, bound, prover) in enumerate(
        zip(senses, first.bounds, first.provers, strict=False)
    ):
        if bound < bounds[at] if sense == "max" else bound > bounds[at]:
            bounds[at], provers[at] = bound, prover
        if found.values[at] != bound:
            break
    return tuple(bounds), tuple(provers)
