"""Separable problems in stages: first who and when, say, and then where; proved whole.

A first stage is the whole problem without the options of the second, hence a relaxation: what it
can't reach, no choice of the whole can. A goal that deals lots makes its best choice the only one.
Where the second stage has a best choice on it, both together are the best of the whole: whatever is
no worse up to the lot has the same first choice. Otherwise the whole is solved jointly.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.build import between
from planner.allocation.components import every_component
from planner.allocation.face import Multipliers, cost_of, first_face, levels_of, settle
from planner.allocation.feasible import feasible
from planner.allocation.problem import Count, Goal, IntArray, Problem, Quota
from planner.allocation.solve import Solution, solve
from planner.errors import SolverError

STRICT = (2**8, 2**14)
"""By how much lots are multiplied, so that one more or less of anybody can't matter to them."""

LARGEST = 2**31
"""Coefficients that add up to so much in one row are not trusted to a search."""


@dataclass(frozen=True, slots=True, eq=False)
class Staged:
    """The best choices of two stages, which together are the best of the whole.

    Where it is `strict`, the first's multipliers, which end with the lot, leave nothing about the
    first stage open: its later goals need none.
    """

    first: Solution
    second: Solution
    strict: bool


def solve_in_stages(
    first: Problem,
    second: Callable[[IntArray], Problem],
    joint: Callable[[], Problem],
    lot: str,
    seconds: float | None = None,
    patience: float | None = None,
) -> Staged | Solution | None:
    """Return the best choice of the whole in two stages, else jointly; None where there is none.

    `second` is what is left to choose once the first stage's options (their positions) are chosen;
    `joint` the whole, made when it is needed. `lot` is the first's goal, a column, that makes its
    choice the only one; of the second's goals none may stand before it. The limits are those of
    the joint search. Raises `SolverError` where a solver gives no answer.
    """
    best = solve(first)
    if best is None:
        return None
    strict = _strict(first, best, lot)
    if strict is not None or (best.optimal and unique(first, best)):
        rest = solve(second(best.chosen))
        if rest is not None and rest.optimal:
            return Staged(strict or best, rest, strict is not None)
    return solve(joint(), None, seconds, patience)


def _strict(problem: Problem, best: Solution, lot: str) -> Solution | None:
    """Return the best choice with proofs after which nothing is open; None where none are found.

    The lot is dealt again with all that is chosen one dearer and all that is not one cheaper. If
    the choice is still the best, then without that each option is so by a price that is not 0: no
    other choice has the lot as low.
    """
    if not best.optimal or len(best.multipliers) < len(problem.goals):
        return None
    at = [goal.name for goal in problem.goals].index(lot)
    column = problem.goals[at].measure
    assert not isinstance(column, Count), "a lot is a column"
    chosen = np.isin(np.arange(problem.options), best.chosen)
    for scale in STRICT:
        dearer = Goal(lot, "min", scale * column + np.where(chosen, 1, -1))
        again = solve(replace(problem, goals=(*problem.goals[:at], dearer)))
        if again is None or len(again.multipliers) <= at or not again.optimal:
            continue
        if np.array_equal(again.chosen, best.chosen):
            last = again.multipliers[at]
            proofs = (*again.multipliers[:at], Multipliers(last.rows, scale * last.scale))
            provers = (*again.provers, *best.provers[at + 1 :])
            return replace(best, provers=provers, multipliers=proofs)
    return None


def unique(problem: Problem, best: Solution) -> bool:
    """Return whether no other choice is as good in every goal; False where that is not proved.

    Asked of what the multipliers leave open where they are there for every goal, then part by part.
    """
    if len(best.multipliers) == len(problem.goals):
        face = face_of(problem, best.multipliers)
        free = np.flatnonzero(face.quotas[0].lower < face.quotas[0].upper)
        if not len(free) or _alone(face, free, best.chosen):
            return True
    return only(problem, best.chosen)


def only(problem: Problem, chosen: IntArray) -> bool:
    """Return whether no other choice has the same value in every goal, component by component.

    Goals are columns. False too where the search can't tell.
    """
    for part in every_component(problem):
        mine, some = np.flatnonzero(np.isin(part.options, chosen)), part.problem
        rows = list[Quota]()
        for goal in some.goals:
            if isinstance(goal.measure, Count) or np.abs(goal.measure).sum() >= LARGEST:
                return False
            everyone, value = np.zeros(some.options, np.int64), goal.value(mine)
            rows.append(
                between(f"goal {goal.name}", everyone, ((goal.name,),), value, value, goal.measure)
            )
        equal = replace(some, quotas=(*some.quotas, *rows), goals=())
        if not _alone(equal, np.arange(some.options), mine):
            return False
    return True


def _alone(problem: Problem, free: IntArray, chosen: IntArray) -> bool:
    """Return whether no choice differs in the options that are free; False without an answer."""
    weight = np.where(np.isin(free, chosen), 1, -1)
    most = np.array([np.count_nonzero(weight > 0) - 1])
    one = np.zeros_like(free)
    other = Quota("another choice", free, one, (("another",),), most - len(free), most, weight)
    try:
        return not feasible(replace(problem, quotas=(*problem.quotas, other)))
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
