"""The face: what is still open once the earlier goals are settled.

Every rule is written as rows. A quota's row bounds what is chosen in a group. A count's row says
that what is chosen in a group equals the sum of the group's steps. For a goal with costs c (to
make small) and any integer multipliers y, one per row, each option has the reduced cost
r = c·scale − Σ y over its rows, and

    Σ min(r·lower, r·upper) + Σ y·(lower bound where y > 0, upper where y < 0)

is a lower bound on scale·goal (weak duality of linear programming). Where it equals the goal's
value, the value can't be bettered, and a choice is as good exactly if it lies at the bound that
each non-zero r and y names (complementary slackness). Moving the bounds there gives the face on
which the next goal is solved: no weights, no tolerance. Everything here is 64-bit integers.
"""

from dataclasses import dataclass, field
from typing import NamedTuple, Self

import numpy as np

from planner.allocation.problem import OUTSIDE, Count, Goal, IntArray, Problem, Quota


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """The rows of one quota or count: one per group, and its steps if it is a count.

    `option`, `row` and `weight` (None: 1 each) have one entry per membership. `group` has one per
    option where each counts 1 in one group at most (`OUTSIDE`: in none), and is None otherwise.
    """

    option: IntArray
    row: IntArray
    weight: IntArray | None
    size: int
    group: IntArray | None
    step_group: IntArray | None = None

    @classmethod
    def of(cls, quota: Quota, options: int) -> Self:
        """Return the rows of a quota."""
        weight, group = quota.weight, np.full(options, OUTSIDE)
        weight = None if weight is None or (weight == 1).all() else weight
        group[quota.option] = quota.group
        once = np.count_nonzero(group != OUTSIDE) == len(quota.option)
        plain = group if once and weight is None else None
        return cls(quota.option, quota.group, weight, len(quota.lower), plain)

    @classmethod
    def of_count(cls, count: Count) -> Self:
        """Return the rows of a count."""
        option = inside(count.group)
        row = count.group[option]
        return cls(option, row, None, len(count.keys), count.group, count.step_group)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """The options still open or chosen for good, and all bounds.

    `active` are the options' positions, `lower` and `upper` theirs; every other option is left out
    for good. `level_lower` and `level_upper` bound, level by level, a quota's rows or a count's
    steps.
    """

    active: IntArray
    lower: IntArray
    upper: IntArray
    level_lower: tuple[IntArray, ...]
    level_upper: tuple[IntArray, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Cost:
    """A goal to make small: a cost per option, and per step of each level that is a count."""

    option: IntArray
    step: tuple[IntArray | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Multipliers:
    """The integer multipliers of one goal, an array per level, and the scale of them all."""

    rows: tuple[IntArray, ...]
    scale: int = field(default=1)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """An engine's choice of options (their positions), and goal by goal what proves its bound.

    `multipliers` are of the first goals: of all, unless CP-SAT had to search. `bounds` are claimed
    where these prove none; an engine that has all multipliers claims none.
    """

    chosen: IntArray
    bounds: tuple[int, ...]
    provers: tuple[str, ...]
    multipliers: tuple[Multipliers, ...]


def levels_of(problem: Problem) -> tuple[Level, ...]:
    """Return the levels: the quotas in their order, then the counts in the goals' order."""
    quotas = (Level.of(quota, problem.options) for quota in problem.quotas)
    return (*quotas, *map(Level.of_count, counts_of(problem)))


def first_face(problem: Problem) -> Face:
    """Return the face of all choices: nothing settled yet."""
    counts = counts_of(problem)
    return Face(
        np.arange(problem.options),
        np.zeros(problem.options, np.int64),
        np.ones(problem.options, np.int64),
        (*(q.lower for q in problem.quotas), *(np.zeros_like(c.step_width) for c in counts)),
        (*(q.upper for q in problem.quotas), *map(_step_upper, counts)),
    )


def cost_of(problem: Problem, goal: Goal) -> Cost:
    """Return a goal of the problem as costs to make small."""
    sign = 1 if goal.sense == "min" else -1
    steps: list[IntArray | None] = [None] * len(problem.quotas)
    for count in counts_of(problem):
        mine = count is goal.measure
        steps.append(sign * count.step_value if mine else np.zeros_like(count.step_value))
    if isinstance(goal.measure, Count):
        return Cost(np.zeros(problem.options, np.int64), tuple(steps))
    return Cost(sign * goal.measure, tuple(steps))


def settle(
    levels: tuple[Level, ...], face: Face, cost: Cost, multipliers: Multipliers
) -> tuple[int, Face]:
    """Return the scaled bound that the multipliers prove, and the face where it is met exactly.

    The multipliers may come from anywhere: wrong ones give a weaker bound, never a false one.
    """
    option_price = _option_prices(levels, cost, multipliers, face.active)
    row_prices = [
        row
        if step is None or level.step_group is None
        else multipliers.scale * step + row[level.step_group]
        for level, step, row in zip(levels, cost.step, multipliers.rows, strict=True)
    ]
    options = _settled(face.lower, face.upper, option_price)
    rows = [
        _settled(*row) for row in zip(face.level_lower, face.level_upper, row_prices, strict=True)
    ]
    bound = options.least + sum(row.least for row in rows)
    active, lower, upper = face.active, options.lower, options.upper
    open_ = upper > 0
    if not open_.all():
        active, lower, upper = active[open_], lower[open_], upper[open_]
    level_lower, level_upper = (row.lower for row in rows), (row.upper for row in rows)
    return bound, Face(active, lower, upper, tuple(level_lower), tuple(level_upper))


def _option_prices(
    levels: tuple[Level, ...], cost: Cost, multipliers: Multipliers, options: IntArray
) -> IntArray:
    """Return the reduced costs of some options (their positions, ascending)."""
    every = len(options) == len(cost.option)
    price = multipliers.scale * (cost.option if every else cost.option[options])
    for level, rows in zip(levels, multipliers.rows, strict=True):
        if rows.any() and level.group is not None:
            group = level.group if every else level.group[options]
            price -= np.append(rows, 0)[group]  # OUTSIDE reads the appended 0
        elif rows.any():
            priced = np.zeros(len(cost.option), np.int64)
            weight = 1 if level.weight is None else level.weight
            np.add.at(priced, level.option, rows[level.row] * weight)
            price -= priced[options]
    return price


class _Settled(NamedTuple):
    """The least that prices can come to within bounds, and the bounds where they come to that."""

    least: int
    lower: IntArray
    upper: IntArray


def _settled(lower: IntArray, upper: IntArray, price: IntArray) -> _Settled:
    if not price.any():
        return _Settled(0, lower, upper)
    least = np.where(price > 0, lower, upper)
    return _Settled(int((price * least).sum()), np.where(price < 0, upper, lower), least)


def inside(group: IntArray) -> IntArray:
    """Return the positions of the options that a level sees."""
    return np.flatnonzero(group != OUTSIDE)


def _step_upper(count: Count) -> IntArray:
    """Return how far each step can be filled: not at all in a group without options."""
    seen = np.bincount(
        count.group[inside(count.group)], minlength=int(count.step_group.max(initial=0)) + 1
    )
    return np.where(seen[count.step_group] > 0, count.step_width, 0)


def counts_of(problem: Problem) -> list[Count]:
    """Return the counts among a problem's goals, in their order."""
    return [goal.measure for goal in problem.goals if isinstance(goal.measure, Count)]
