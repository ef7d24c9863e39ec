"""Why there is no choice at all: a smallest set of bounds that can't hold together.

For nested problems the start is a minimum cut: by Hoffman's circulation theorem (Schrijver,
Combinatorial Optimization, 2003, thm 11.2) a set of nodes whose arcs in must carry more than its
arcs out can, and only those arcs' bounds matter. Otherwise it is every bound that could bind. What
can be left out with the rest still impossible is left out, each step solved anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from planner.allocation.face import first_face, levels_of
from planner.allocation.nest import Order, nest_of
from planner.allocation.problem import OUTSIDE, Goal, Problem, Quota, subject
from planner.allocation.solve import solve

Side = Literal["lower", "upper"]


@dataclass(frozen=True, slots=True)
class Bound:
    """One side of one group's bounds: the quota's place in the problem, the group, the side."""

    quota: int
    group: int
    side: Side


@dataclass(frozen=True, slots=True)
class Blame:
    """A bound of the conflict in words: its rule, whom it is on, and how much it asks or allows."""

    rule: str
    subject: tuple[str, ...]
    side: Side
    amount: int


def minimal_conflict(problem: Problem) -> tuple[Bound, ...]:
    """Return bounds that can't hold together, though they can when any one of them is dropped.

    Raises `ValueError` where the problem has a solution, `SolverError` where a solver gives none.
    """
    plain = replace(problem, goals=(Goal("any", "min", np.zeros(problem.options, np.int64)),))
    start = _cut(plain) or _binding(plain)
    if possible(plain, start):
        raise ValueError("the problem has a solution")
    return tuple(_shrink(plain, [], list(start)))


def possible(problem: Problem, bounds: Sequence[Bound]) -> bool:
    """Return whether some choice satisfies these bounds, whatever the others say."""
    kept = [
        _only(problem, at, [bound for bound in bounds if bound.quota == at])
        for at in range(len(problem.quotas))
    ]
    return solve(replace(problem, quotas=tuple(kept))) is not None


def blame(problem: Problem, bound: Bound) -> Blame:
    """Return a bound in words."""
    quota = problem.quotas[bound.quota]
    amount = (quota.lower if bound.side == "lower" else quota.upper)[bound.group]
    return Blame(quota.rule, subject(quota.axes, bound.group), bound.side, int(amount))


def _cut(problem: Problem) -> tuple[Bound, ...]:
    """Return the bounds of a minimum cut; none where the problem is not nested."""
    levels = levels_of(problem)
    nest = nest_of(levels, Order(levels))
    if nest is None:
        return ()
    from planner.allocation.flow import Network

    crossing = Network(levels, problem.options, nest).cut(first_face(problem))
    return tuple(Bound(level, row, side) for level, row, side in crossing)


def _binding(problem: Problem) -> tuple[Bound, ...]:
    """Return every bound that could stand in the way."""
    found: list[Bound] = []
    for at, quota in enumerate(problem.quotas):
        most = problem.count(quota, np.arange(problem.options))
        found += [Bound(at, int(group), "lower") for group in np.flatnonzero(quota.lower > 0)]
        found += [Bound(at, int(group), "upper") for group in np.flatnonzero(quota.upper < most)]
    return tuple(found)


def _shrink(problem: Problem, needed: list[Bound], rest: list[Bound]) -> list[Bound]:
    """Return the part of `rest` that is impossible with `needed` and minimal (QuickXplain).

    Junker, "QUICKXPLAIN: Preferred Explanations and Relaxations", AAAI 2004.
    """
    if len(rest) == 1:
        return rest
    half = len(rest) // 2
    first, second = rest[:half], rest[half:]
    from_second = _with(problem, [*needed, *first], second)
    from_first = _with(problem, [*needed, *from_second], first)
    return [*from_first, *from_second]


def _with(problem: Problem, given: list[Bound], rest: list[Bound]) -> list[Bound]:
    """Return what of `rest` is needed besides `given`: nothing where that is impossible already."""
    return [] if not possible(problem, given) else _shrink(problem, given, rest)


def _only(problem: Problem, at: int, bounds: list[Bound]) -> Quota:
    """Return a quota with all but some of its bounds lifted."""
    quota = problem.quotas[at]
    lower = np.zeros_like(quota.lower)
    upper = np.maximum(problem.count(quota, np.flatnonzero(quota.group != OUTSIDE)), quota.lower)
    for bound in bounds:
        kept, whole = (lower, quota.lower) if bound.side == "lower" else (upper, quota.upper)
        kept[bound.group] = whole[bound.group]
    return replace(quota, lower=lower, upper=upper)
