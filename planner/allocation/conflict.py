"""Why there is no choice at all: a smallest set of bounds that can't hold together.

For nested problems the start is a minimum cut: by Hoffman's circulation theorem (Schrijver,
Combinatorial Optimization, 2003, thm 11.2) a set of nodes whose arcs in must carry more than its
arcs out can, and only those arcs' bounds matter. Otherwise it is what the linear relaxation blames:
let every bound give way at a price, and the rows with multipliers prove, added up in integers, that
they can't all hold (Farkas). Where the relaxation is possible and only whole choices are not, it is
every bound that could bind. What can be left out with the rest still impossible is left out, each
step solved anew.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

import numpy as np

from planner.allocation.face import first_face, levels_of
from planner.allocation.matrix import System
from planner.allocation.nest import Order, nest_of
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem, Quota, subject
from planner.allocation.solve import solve

Side = Literal["lower", "upper"]
_Member = TypeVar("_Member")


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
    start = some_conflict(problem)
    if possible(problem, start):
        raise ValueError("the problem has a solution")
    return tuple(smallest(start, lambda bounds: not possible(problem, bounds)))


def some_conflict(problem: Problem) -> tuple[Bound, ...]:
    """Return bounds that can't hold together, found quickly and maybe more than needed.

    The problem must be one without a solution.
    """
    plain = _without_goals(problem)
    return _cut(plain) or _unbalanced(plain) or _binding(plain)


def feasible(problem: Problem, seconds: float | None = None) -> bool:
    """Return whether some choice satisfies every quota; raise `SolverError` without an answer."""
    return solve(_without_goals(problem), None, seconds) is not None


def possible(problem: Problem, bounds: Sequence[Bound]) -> bool:
    """Return whether some choice satisfies these bounds, whatever the others say.

    Options that no lower bound of these asks for can stay out, and are not looked at.
    """
    wanted = np.zeros(problem.options, bool)
    for bound in bounds:
        if bound.side == "lower":
            wanted |= problem.quotas[bound.quota].group == bound.group
    part = _without_goals(problem).take(np.flatnonzero(wanted))
    asked = [problem.quotas[b.quota].lower[b.group] for b in bounds if b.side == "lower"]
    if not part.options or not any(asked):
        return not any(asked)
    kept = [
        _only(part, at, [bound for bound in bounds if bound.quota == at])
        for at in sorted({bound.quota for bound in bounds})
    ]
    return solve(replace(part, quotas=tuple(kept))) is not None


def most_of(problem: Problem, bounds: Sequence[Bound]) -> int:
    """Return how much of what the lower bounds ask can be had within the upper ones.

    The lower bounds must be of one quota that counts options.
    """
    (asked,) = {bound.quota for bound in bounds if bound.side == "lower"}
    uppers = [bound for bound in bounds if bound.side == "upper" and bound.quota != asked]
    quota = problem.quotas[asked]
    own = np.zeros_like(quota.upper)
    groups = [bound.group for bound in bounds if bound.side == "lower"]
    own[groups] = quota.lower[groups]
    kept = [
        _only(problem, at, [bound for bound in uppers if bound.quota == at])
        for at in sorted({bound.quota for bound in uppers})
    ]
    goal = Goal("most", "max", np.ones(problem.options, np.int64))
    capped = replace(quota, lower=np.zeros_like(own), upper=own)
    wanted = np.flatnonzero(np.isin(quota.group, groups))
    if not len(wanted):
        return 0
    best = solve(Problem(problem.options, (capped, *kept), (goal,)).take(wanted))
    assert best is not None, "choosing nothing is always possible"
    return best.values[0]


def blame(problem: Problem, bound: Bound) -> Blame:
    """Return a bound in words."""
    quota = problem.quotas[bound.quota]
    amount = (quota.lower if bound.side == "lower" else quota.upper)[bound.group]
    return Blame(quota.rule, subject(quota.axes, bound.group), bound.side, int(amount))


def smallest(
    members: Sequence[_Member], holds: Callable[[Sequence[_Member]], bool]
) -> list[_Member]:
    """Return members for which `holds` is true still, and false without any one (QuickXplain).

    `holds` must be true of all members, and stay true when members join (Junker, "QUICKXPLAIN:
    Preferred Explanations and Relaxations", AAAI 2004). The first members stay where others could.
    """
    return [] if holds([]) else _shrink([], list(members), holds)


def _shrink(
    needed: list[_Member], rest: list[_Member], holds: Callable[[Sequence[_Member]], bool]
) -> list[_Member]:
    """Return the part of `rest` that is needed besides `needed`, which does not do alone."""
    if len(rest) == 1:
        return rest
    half = len(rest) // 2
    first, second = rest[:half], rest[half:]
    from_second = _besides([*needed, *first], second, holds)
    from_first = _besides([*needed, *from_second], first, holds)
    return [*from_first, *from_second]


def _besides(
    given: list[_Member], rest: list[_Member], holds: Callable[[Sequence[_Member]], bool]
) -> list[_Member]:
    return [] if holds(given) else _shrink(given, rest, holds)


def _without_goals(problem: Problem) -> Problem:
    return replace(problem, goals=(Goal("any", "min", np.zeros(problem.options, np.int64)),))


def _cut(problem: Problem) -> tuple[Bound, ...]:
    """Return the bounds of a minimum cut; none where the problem is not nested."""
    levels = levels_of(problem)
    nest = nest_of(levels, Order(levels))
    if nest is None:
        return ()
    from planner.allocation.flow import Network

    crossing = Network(levels, problem.options, nest).cut(first_face(problem))
    return tuple(Bound(level, row, side) for level, row, side in crossing)


def _unbalanced(problem: Problem) -> tuple[Bound, ...]:
    """Return the bounds whose rows, added up, can't hold; none where fractions satisfy them all."""
    from planner.allocation.linear import relax

    system, cost = _yielding(System.of(problem))
    answer = relax(system, cost)
    if answer is None:
        return ()
    if system.floor(system.prices(cost, answer.rows, answer.scale), answer.rows) <= 0:
        return ()
    found: list[Bound] = []
    first = 0
    for at, quota in enumerate(problem.quotas):
        rows = answer.rows[first : first + len(quota.lower)]
        found += [Bound(at, int(group), "lower") for group in np.flatnonzero(rows > 0)]
        found += [Bound(at, int(group), "upper") for group in np.flatnonzero(rows < 0)]
        first += len(quota.lower)
    return tuple(found)


def _yielding(system: System) -> tuple[System, IntArray]:
    """Return the system with two more columns a row that make up what it lacks, and their cost."""
    rows, columns = len(system.row_lower), len(system.lower)
    row = np.concatenate([system.row, np.arange(rows), np.arange(rows)])
    column = np.concatenate([system.column, columns + np.arange(2 * rows)])
    value = np.concatenate([system.value, np.ones(rows, np.int64), np.full(rows, -1)])
    order = np.lexsort((column, row))
    far = np.abs(np.r_[system.row_lower, system.row_upper, 0]).max() + np.abs(system.value).sum()
    wider = replace(
        system,
        row=row[order],
        column=column[order],
        value=value[order],
        lower=np.r_[system.lower, np.zeros(2 * rows, np.int64)],
        upper=np.r_[system.upper, np.full(2 * rows, far)],
    )
    cost = np.r_[np.zeros(columns, np.int64), np.ones(2 * rows, np.int64)]
    return wider, cost


def _binding(problem: Problem) -> tuple[Bound, ...]:
    """Return every bound that could stand in the way."""
    found: list[Bound] = []
    for at, quota in enumerate(problem.quotas):
        most = problem.count(quota, np.arange(problem.options))
        found += [Bound(at, int(group), "lower") for group in np.flatnonzero(quota.lower > 0)]
        found += [Bound(at, int(group), "upper") for group in np.flatnonzero(quota.upper < most)]
    return tuple(found)


def _only(problem: Problem, at: int, bounds: list[Bound]) -> Quota:
    """Return a quota with all but some of its bounds lifted."""
    quota = problem.quotas[at]
    lower = np.zeros_like(quota.lower)
    upper = np.maximum(problem.count(quota, np.flatnonzero(quota.group != OUTSIDE)), quota.lower)
    for bound in bounds:
        kept, whole = (lower, quota.lower) if bound.side == "lower" else (upper, quota.upper)
        kept[bound.group] = whole[bound.group]
    return replace(quota, lower=lower, upper=upper)
