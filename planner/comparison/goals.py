"""The goals of two plans side by side, in order."""

import polars as pl

from planner.pairing.plan import GoalResult, Plan
from planner.pairing.units import PARTS, Part

GOALS = {
    "part": pl.String, "goal": pl.String, "sense": pl.String, "before": pl.Int64,
    "after": pl.Int64, "difference": pl.Int64, "better": pl.Boolean, "first": pl.Boolean,
    "settled": pl.Boolean,
}  # fmt: skip


def goals(before: Plan, after: Plan) -> pl.DataFrame:
    """Return every goal's values part by part, in the first plan's order.

    A goal that only the second plan has stands after the one it has before it. `better` tells
    whether the second plan is: null where they are equal, where one lacks the goal, and for `tie`.
    `first` marks the first goal of both that differs; `settled` tells whether the values meet
    their bounds.
    """
    rows: list[tuple[object, ...]] = []
    for part in PARTS:
        had, has = _of(before, part), _of(after, part)
        order = _merged([*had], [*has])
        differ = [name for name in order if name in had and name in has]
        differ = [name for name in differ if had[name].value != has[name].value]
        for name in order:
            figures = _figures(had.get(name), has.get(name))
            rows.append((part, name, *figures, name in differ[:1], _settled(had, has, name)))
    return pl.DataFrame(rows, GOALS, orient="row")


def _of(plan: Plan, part: Part) -> dict[str, GoalResult]:
    return {goal.goal: goal for one in plan.parts if one.part == part for goal in one.goals}


def _merged(had: list[str], has: list[str]) -> list[str]:
    """Return all goals in the order of `had`, each other one after what `has` has before it."""
    order = [*had]
    for at, name in enumerate(has):
        if name not in order:
            order.insert(order.index(has[at - 1]) + 1 if at else 0, name)
    return order


def _figures(old: GoalResult | None, new: GoalResult | None) -> tuple[object, ...]:
    """Return sense, before, after, difference, better."""
    if old is None or new is None:
        (only,) = (goal for goal in (old, new) if goal is not None)
        return (only.sense, old and old.value, new and new.value, None, None)
    difference = new.value - old.value
    told = difference and new.goal != "tie"  # a hash is no merit
    better = (difference > 0) == (new.sense == "max") if told else None
    return (new.sense, old.value, new.value, difference, better)


def _settled(had: dict[str, GoalResult], has: dict[str, GoalResult], name: str) -> bool:
    return all(goals[name].value == goals[name].bound for goals in (had, has) if name in goals)
