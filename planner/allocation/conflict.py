"""Why there is no choice at all: a smallest set of bounds that can't hold together.

For nested problems the start is a minimum cut: by Hoffman's circulation theorem (Schrijver,
Combinatorial Optimization, 2003, thm 11.2) a set of nodes whose arcs in must carry more than its
arcs out can, and only those arcs' bounds matter. Otherwise it is what the linear relaxation blames:
let every bound give way at a price, and the rows with multipliers prove, added up in integers, that
they can't all hold (Farkas). Where the relaxation is possible and only whole choices are not, it is
every bound that could bind. What can be left out with the rest still impossible is left out, each
step solved anew: first what such a proof can do without, which is quick, then one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

import numpy as np

from planner.allocation.elastic import elastic
from planner.allocation.face import first_face, levels_of
from planner.allocation.feasible import feasible, refuted
from planner.allocation.matrix import System
from planner.allocation.nest import Order, nest_of
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Key, Problem, Quota
from planner.allocation.smallest import Sure, smallest
from planner.allocation.solve import solve

SEARCHES = 40
"""So many searches may go into making a conflict smaller, where their time is bounded."""

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
    subject: Key
    side: Side
    amount: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Bounds that can't hold together.

    Where it is `minimal` they can when any one is dropped; else that was too much to find out.
    """

    bounds: tuple[Bound, ...]
    minimal: bool


def minimal_conflict(problem: Problem, patience: float | None = None) -> Conflict:
    """Return bounds that can't hold together, and as few as can be told.

    `patience` bounds each search in deterministic time, and with it there are at most `SEARCHES`;
    where rows added up are the proof, the first without an answer is the last. Raises `ValueError`
    where the problem has a solution, `SolverError` where no solver can tell.
    """
    start, searches = some_conflict(problem), None if patience is None else SEARCHES

    def impossible(bounds: Sequence[Bound]) -> bool:
        return not possible(problem, bounds, patience)

    if _cut(part_of(problem, start)):  # nested: a flow tells sooner than rows added up
        return Conflict(tuple(smallest(start, impossible)), minimal=True)
    if refuted(part_of(problem, start)):
        left = Sure(impossible, searches, None if patience is None else 1)
        bounds = smallest(start, lambda some: refuted(part_of(problem, some)))
        for bound in reversed(bounds):
            rest = [other for other in bounds if other != bound]
            bounds = rest if left.holds(rest) else bounds
        return Conflict(tuple(bounds), left.answered)
    if possible(problem, start):
        raise ValueError("the problem has a solution")
    left = Sure(impossible, searches)
    rules = [list(some) for _, some in groupby(start, lambda bound: (bound.quota, bound.side))]
    rules = smallest(rules, lambda kept: left.holds([b for some in kept for b in some]))
    bounds = smallest([bound for some in rules for bound in some], left.holds)
    return Conflict(tuple(bounds), left.answered)


def some_conflict(problem: Problem) -> tuple[Bound, ...]:
    """Return bounds that can't hold together, found quickly and maybe more than needed.

    The problem must be one without a solution.
    """
    plain = replace(problem, goals=())
    return _cut(plain) or _unbalanced(plain) or _binding(plain)


def possible(problem: Problem, bounds: Sequence[Bound], patience: float | None = None) -> bool:
    """Return whether some choice satisfies these bounds, whatever the others say.

    `patience` is as in `feasible`, which raises `SolverError` without an answer.
    """
    return feasible(part_of(problem, bounds), patience)


def part_of(problem: Problem, bounds: Sequence[Bound]) -> Problem:
    """Return the problem of some bounds alone, without goals.

    Where these count every option 0 or more, those that no lower bound asks for can stay out, and
    are not looked at.
    """
    wanted = np.zeros(problem.options, bool)
    for bound in bounds:
        quota = problem.quotas[bound.quota]
        if bound.side == "lower":
            wanted[quota.option[quota.group == bound.group]] = True
        if quota.weight is not None and quota.weight.min(initial=0) < 0:
            wanted[quota.option] = True
    kept = [
        _only(problem, at, [bound for bound in bounds if bound.quota == at])
        for at in sorted({bound.quota for bound in bounds})
    ]
    return replace(problem, quotas=tuple(kept), goals=()).take(np.flatnonzero(wanted))


def most_of(problem: Problem, bounds: Sequence[Bound]) -> int:
    """Return how much of what the lower bounds ask can be had within the upper ones.

    The lower bounds must be of one quota that counts options.
    """
    (asked,) = {bound.quota for bound in bounds if bound.side == "lower"}
    part = part_of(problem, [b for b in bounds if b.side == "lower" or b.quota != asked])
    quotas = tuple(
        replace(quota, lower=np.zeros_like(quota.lower), upper=quota.lower)
        if quota.rule == problem.quotas[asked].rule
        else quota
        for quota in part.quotas
    )
    goal = Goal("most", "max", np.ones(part.options, np.int64))
    best = solve(replace(part, quotas=quotas, goals=(goal,)))
    assert best is not None, "choosing nothing is always possible"
    return best.values[0]


def blame(problem: Problem, bound: Bound) -> Blame:
    """Return a bound in words."""
    quota = problem.quotas[bound.quota]
    amount = (quota.lower if bound.side == "lower" else quota.upper)[bound.group]
    return Blame(quota.rule, quota.keys[bound.group], bound.side, int(amount))


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
    relaxed = elastic(System.of(problem))
    if relaxed is None or not relaxed.impossible:
        return ()
    found: list[Bound] = []
    first = 0
    for at, quota in enumerate(problem.quotas):
        rows = relaxed.rows[first : first + len(quota.lower)]
        found += [Bound(at, int(group), "lower") for group in np.flatnonzero(rows > 0)]
        found += [Bound(at, int(group), "upper") for group in np.flatnonzero(rows < 0)]
        first += len(quota.lower)
    return tuple(found)


def _binding(problem: Problem) -> tuple[Bound, ...]:
    """Return every bound that could stand in the way."""
    found: list[Bound] = []
    for at, quota in enumerate(problem.quotas):
        least, most = _range(quota)
        found += [Bound(at, int(group), "lower") for group in np.flatnonzero(quota.lower > least)]
        found += [Bound(at, int(group), "upper") for group in np.flatnonzero(quota.upper < most)]
    return tuple(found)


def _range(quota: Quota) -> tuple[IntArray, IntArray]:
    """Return the least and the most that can be chosen in each group, whatever the bounds."""
    weight = np.ones_like(quota.option) if quota.weight is None else quota.weight
    least, most = np.zeros_like(quota.lower), np.zeros_like(quota.upper)
    np.add.at(least, quota.group, np.minimum(weight, 0))
    np.add.at(most, quota.group, np.maximum(weight, 0))
    return least, most


def _only(problem: Problem, at: int, bounds: list[Bound]) -> Quota:
    """Return a quota with all but some of its bounds lifted; groups without any are left out."""
    quota = problem.quotas[at]
    groups = np.array(sorted({bound.group for bound in bounds}), np.int64)
    place = np.full(len(quota.lower), OUTSIDE)
    place[groups] = np.arange(len(groups))
    least, most = _range(quota)
    lower, upper = np.minimum(least, quota.upper), np.maximum(most, quota.lower)
    for bound in bounds:
        kept, whole = (lower, quota.lower) if bound.side == "lower" else (upper, quota.upper)
        kept[bound.group] = whole[bound.group]
    seen = place[quota.group] != OUTSIDE
    weight = None if quota.weight is None else quota.weight[seen]
    keys = tuple(quota.keys[int(group)] for group in groups)
    option, group = quota.option[seen], place[quota.group[seen]]
    return Quota(quota.rule, option, group, keys, lower[groups], upper[groups], weight)
