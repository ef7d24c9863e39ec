"""The goals of two plans side by side, in order, both valued alike."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from planner.comparison.sides import Side
from planner.errors import InputError, Sentence
from planner.plans.claims import HASHES, GoalResult
from planner.scenario import FILE
from planner.tables.ledger import listed

GOALS = {
    "part": pl.String, "goal": pl.String, "sense": pl.String, "before": pl.Int64,
    "after": pl.Int64, "difference": pl.Int64, "better": pl.Boolean, "first": pl.Boolean,
    "settled": pl.Boolean, "claimed": pl.Int64,
}  # fmt: skip


class Valued(NamedTuple):
    """What the first plan's rows of a part are worth on the second's terms, or why not."""

    values: Mapping[str, int]
    why_not: Sentence | None = None


def goals(before: Side, after: Side) -> tuple[pl.DataFrame, list[Sentence]]:
    """Return every goal's values part by part in the first plan's order, and what to say of them.

    A goal that only the second plan has stands after the one it has before it. `before` is the
    first plan's value by the second plan's data and policy (as it `claimed`, where it can't be
    valued so: there is no verdict then); `better` tells whether the second plan is: null where they
    are equal, where one lacks the goal, and for hashes. `first` marks the first goal of both that
    differs; `settled` tells whether the values meet their bounds.
    """
    rows, told = list[tuple[object, ...]](), list[Sentence]()
    for part in after.duty.parts:
        had, has = _of(before, part), _of(after, part)
        valued = valued_alike(before, after, part) if had and has else Valued({})
        if valued.why_not is not None and valued.why_not not in told:
            told.append(valued.why_not)
        found = [
            (name, *_figures(had.get(name), has.get(name), valued))
            for name in _merged([*had], [*has])
        ]
        differ = [name for name, *figures in found if figures[3]]
        for name, *figures in found:
            old = had[name].value if name in had else None
            rows.append((part, name, *figures, name in differ[:1], _settled(had, has, name), old))
        if any(name in had and had[name].value != value for name, value in valued.values.items()):
            alike = Sentence("beside.alike", {"after": after.name})
            told += [] if alike in told else [alike]
    return pl.DataFrame(rows, GOALS, orient="row"), told


def valued_alike(before: Side, after: Side, part: str) -> Valued:
    """Return what the first plan's rows are worth by the second plan's data and policy."""
    if same_terms(before, after):
        return Valued({name: goal.value for name, goal in _of(before, part).items()})
    if after.dataset is None or after.policy is None:
        return Valued({}, Sentence("beside.no_terms", {"after": after.name}))
    try:
        tables = after.dataset.tables()
        return Valued(after.duty.values(tables, after.policy, before.plan, part, after.plan))
    except InputError as error:
        names = listed(fault.values.get("value", fault.file) for fault in error.faults)
        return Valued({}, Sentence("beside.gone", {"after": after.name, "names": names}))


def same_terms(before: Side, after: Side) -> bool:
    """Whether both plans were valued by the same tables, figures, year and plan in force."""
    first, second = before.plan, after.plan
    if (first.year, first.policy) != (second.year, second.policy):
        return False
    aside = {FILE} if _table_changes(before) == _table_changes(after) else set[str]()
    had, has = (
        {name: digest for name, digest in plan.inputs.items() if name not in aside}
        for plan in (first, second)
    )
    return had == has


def _table_changes(one: Side) -> object:
    """Return what a scenario changes in the tables, None where it changes nothing there."""
    if one.scenario is None:
        return one.plan.inputs.get(FILE)
    changes = one.scenario.changes.items()
    return {name: change for name, change in changes if name != "policy"} or None


def _of(one: Side, part: str) -> dict[str, GoalResult]:
    return {goal.goal: goal for made in one.plan.parts if made.part == part for goal in made.goals}


def _merged(had: list[str], has: list[str]) -> list[str]:
    """Return all goals in the order of `had`, each other one after what `has` has before it."""
    order = [*had]
    for at, name in enumerate(has):
        if name not in order:
            order.insert(order.index(has[at - 1]) + 1 if at else 0, name)
    return order


def _figures(
    old: GoalResult | None, new: GoalResult | None, valued: Valued
) -> tuple[object, object, object, int | None, object]:
    """Return sense, before, after, difference, better."""
    if new is None:
        assert old is not None
        return (old.sense, old.value, None, None, None)
    value = valued.values.get(new.goal)
    if value is None:
        return (new.sense, None if old is None else old.value, new.value, None, None)
    difference = new.value - value
    told = difference and new.goal not in HASHES
    better = (difference > 0) == (new.sense == "max") if told else None
    return (new.sense, value, new.value, difference, better)


def _settled(had: dict[str, GoalResult], has: dict[str, GoalResult], name: str) -> bool:
    return all(goals[name].value == goals[name].bound for goals in (had, has) if name in goals)
