"""Verifying a finished plan: a proof that anyone can re-add, in whole numbers, with no solver.

A plan chooses options (allowed pairs), x = 0 or 1 each. Every rule and every counted goal is a
set of rows: a rule's row says lower <= Σ weight·x <= upper over the options of one group; a
count's row says Σ x = Σ s over the subject's steps, each step 0 <= s <= width at its own value.

*Weak duality.* Take one goal as costs c to make small (a goal to make large has its sign turned)
and any integers y, one per row, over a common scale. Price every option at r = scale·c − Σ y·weight
over its rows, every step at scale·value + y, every rule's row at y. Whatever x one chooses,

    scale·cost(x)  =  Σ r·x + Σ step prices·s + Σ y·(row's sum)  >=  Σ least of each term,

the least being the price times the lower bound where the price is positive, else times the upper.
Where that sum equals scale·cost of the plan, no choice costs less: the value can't be bettered.

*Goals in order.* A choice that costs as little makes every term its least. So a term of positive
price lies at its lower bound and one of negative price at its upper, in every such choice and in no
other. Moving the bounds there leaves exactly the choices that are as good (a face), and on these
the next goal is proved in the same way. So a later goal never costs an earlier one anything.

The options here are all allowed pairs, none left out; wrong multipliers can only fail to prove.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from planner.allocation.problem import Count, Goal, IntArray, Key, Problem
from planner.plans.claims import GoalResult, Multipliers

Bounds = tuple[IntArray, IntArray]

EXACT = 2.0**62
"""Sums beyond this could leave 64 bits: they are refused rather than trusted."""


def failures(problem: Problem, chosen: IntArray, goals: Sequence[GoalResult]) -> list[str]:
    """Return what is not as claimed of a choice (options' positions), goal by goal.

    A claim is the goal's name, value, bound and multipliers. A bound that is a solver's word alone
    is not checked, and nothing is proved of the goals after it.
    """
    if not problem.allows(chosen):
        return ["quotas"]
    if [goal.name for goal in problem.goals] != [goal.goal for goal in goals]:
        return ["goals"]
    open_, proving, found = _Open(problem), True, list[str]()
    for goal, claim in zip(problem.goals, goals, strict=True):
        value = goal.value(chosen)
        if claim.value != value:
            found.append(f"{goal.name} value={claim.value} counted={value}")
        proving = proving and claim.proof.multipliers is not None and claim.bound == value
        if proving:
            least = open_.settle(goal, claim.proof.scale, claim.proof.multipliers or {})
            sign = 1 if goal.sense == "min" else -1
            if least != claim.proof.scale * sign * (claim.bound - goal.constant):
                found.append(f"{goal.name} bound={claim.bound} not re-added")
        elif claim.proof.multipliers is not None:
            found.append(f"{goal.name} bound={claim.bound} value={value}")
    return found


class _Open:
    """What is still open: bounds of the options, of every rule's rows, of every count's steps."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._counts = {g.name: g.measure for g in problem.goals if isinstance(g.measure, Count)}
        nothing = np.zeros(problem.options, np.int64)
        self._options: Bounds = nothing, nothing + 1
        self._rows: dict[str, Bounds] = {q.rule: (q.lower, q.upper) for q in problem.quotas}
        for name, count in self._counts.items():
            fillable = np.isin(count.step_group, count.group)  # no option, no step
            width = np.where(fillable, count.step_width, 0)
            self._rows[name] = np.zeros_like(width), width

    def settle(self, goal: Goal, scale: int, named: Multipliers) -> int:
        """Return the least that the goal can cost (scaled), and keep only what reaches it."""
        sign = scale if goal.sense == "min" else -scale
        price = np.zeros(self._problem.options, np.int64)
        if not isinstance(goal.measure, Count):
            price = price + sign * goal.measure
        total = 0
        for quota in self._problem.quotas:
            y = _multipliers(quota.keys, named.get(quota.rule, {}))
            share = y[quota.group] * (1 if quota.weight is None else quota.weight)
            np.subtract.at(price, quota.option, share)
            total += self._least(quota.rule, y)
        for name, count in self._counts.items():
            y = _multipliers(count.keys, named.get(name, {}))
            price = price - np.append(y, 0)[count.group]
            value = sign * count.step_value if name == goal.name else 0
            total += self._least(name, y[count.step_group] + value)
        least, self._options = _least(price, self._options)
        return total + least

    def _least(self, name: str, price: IntArray) -> int:
        least, self._rows[name] = _least(price, self._rows[name])
        return least


def _least(price: IntArray, bounds: Bounds) -> tuple[int, Bounds]:
    """Return the least that prices can come to, and the bounds where they come to that."""
    lower, upper = bounds
    reach = np.abs(price.astype(float)) @ np.maximum(np.abs(lower), np.abs(upper))
    if reach >= EXACT:
        raise OverflowError("multipliers too large for exact sums")
    least = int((price * np.where(price > 0, lower, upper)).sum())
    return least, (np.where(price < 0, upper, lower), np.where(price > 0, lower, upper))


def _multipliers(keys: Sequence[Key], named: Mapping[Key, int]) -> IntArray:
    """Return the multipliers of a rule's rows; a key that names no group is passed over."""
    if not named:
        return np.zeros(len(keys), np.int64)
    return np.array([named.get(key, 0) for key in keys], np.int64)
