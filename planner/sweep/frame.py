"""A sweep's result as one tidy frame: a row a scenario."""

import json
from collections.abc import Mapping, Sequence

import polars as pl

from planner.plans.duty import Duty
from planner.policy import Policy
from planner.sweep.work import Outcome
from planner.words import Language

Row = tuple[str, Mapping[str, object], Outcome]
"""A scenario's name, its values by axis, and what came of it."""


def frame_of(rows: Sequence[Row], duty: Duty, policy: Policy, language: Language) -> pl.DataFrame:
    """Return one row per scenario, in their order.

    Columns: `name`; a column per axis, null where a scenario is not on it (values that are no plain
    text, number or flag are JSON); `status`; `sentence`, why there is no plan, null where there is
    one; a column `part.goal` per goal, null where it has no value; `cost` in yuan, where the duty's
    plans have one; `changes`, the rows gone of the plan in force (of the baseline where none is),
    and `new`, those that came; `seconds`.
    """
    names, values, outcomes = zip(*rows, strict=True)
    axes = dict.fromkeys(axis for point in values for axis in point)
    goals = dict.fromkeys(
        f"{part}.{goal}" for part in duty.parts for goal in duty.sought(policy, part)
    )
    for outcome in outcomes:
        goals |= dict.fromkeys(outcome.goals)
    columns = [
        pl.Series("name", names, pl.String),
        *(_axis(axis, [point.get(axis) for point in values]) for axis in axes),
        pl.Series("status", [one.status for one in outcomes], pl.String),
        pl.Series("sentence", [one.sentences.get(language) for one in outcomes], pl.String),
        *(pl.Series(goal, [one.goals.get(goal) for one in outcomes], pl.Int64) for goal in goals),
        *(
            []
            if duty.cost is None
            else [pl.Series("cost", [one.cost for one in outcomes], pl.Int64)]
        ),
        pl.Series("changes", [one.changes for one in outcomes], pl.Int64),
        pl.Series("new", [one.new for one in outcomes], pl.Int64),
        pl.Series("seconds", [one.seconds for one in outcomes], pl.Float64),
    ]
    return pl.DataFrame(columns)


def _axis(name: str, values: Sequence[object]) -> pl.Series:
    """Return an axis as a column of one plain type, or as JSON."""
    kinds = {type(value) for value in values} - {type(None)}
    for kind, dtype in ((bool, pl.Boolean), (int, pl.Int64), (float, pl.Float64), (str, pl.String)):
        if kinds <= {kind}:
            return pl.Series(name, values, dtype)
    texts = [
        None if value is None else json.dumps(value, ensure_ascii=False, default=str)
        for value in values
    ]
    return pl.Series(name, texts, pl.String)
