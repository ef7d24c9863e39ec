"""Many plans side by side: sweeps, the exchange curve, years ahead; one panel a goal."""

from collections.abc import Sequence

import altair as alt
import polars as pl

from planner.charts.panes import Look, changing, drawn
from planner.charts.theme import GOALS, Theme
from planner.wording import figure, named, of_axis
from planner.words import Language, say


def sweep(
    table: pl.DataFrame,
    axis: str,
    goals: Sequence[str],
    language: Language = "zh",
    *,
    by: str | None = None,
    policy: object | None = None,
    theme: Theme = "light",
) -> alt.ConcatChart:
    """Return goals against an axis of a sweep, a panel each; a cross is a scenario without a plan.

    `table` has a row a scenario: `name`, the `axis` and a second one, `by`, that gives a line a
    value, and the `goals`, columns such as `leaders.coverage`, null where there is no plan. An axis
    of numbers is drawn to scale, any other in the order of the rows; scenarios that are not on the
    axis (null) are left out. With the `policy` its own value is marked. Goals that are the same in
    all scenarios are told in the subtitle.
    """
    table = table.drop_nulls(axis)
    names = [named(row["name"], row, language) for row in table.iter_rows(named=True)]
    axes = {axis, axis if by is None else by}
    told_axes = [_told(table[one], language) for one in axes]
    table = table.with_columns(pl.Series("name", names, pl.String), *told_axes)
    own = {} if by is None else {"series": pl.col(by).cast(pl.String)}
    at = axis if "." in axis else "name"  # One change at a time has no values.
    panels = [(goal, table.select("name", at=at, value=goal, **own)) for goal in goals]
    none = int(table.select(pl.all_horizontal(pl.col(*goals).is_null()).sum()).item())
    words = figure(axis, language)
    look = Look(
        axis=words,
        by=None if by is None else figure(by, language),
        line="linear" if table[at].dtype.is_numeric() else None,
        fields={"name": "sweep.name", "at": "sweep.at", "value": "sweep.value"},
        own=_own_value(policy, axis),
    )
    kept, told = changing(panels, "sweep.same", language)
    key = "sweep.title" if none == 0 else "sweep.none"
    title = say(
        key, language, axis=words, scenarios=table.height, none=none, changed=len(kept)
    )  # fmt: skip
    return drawn(kept, look, language, theme, title, told)


def curve(
    points: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.ConcatChart:
    """Return the exchange curve: the best value of each goal for every number of changes allowed.

    `points` has `part` (`leaders` or `departments`), `changes` (pairings changed), `goal` and
    `value`, a row for each point of each goal. Goals that no change betters are left out;
    where that is all of them, the chart is a sentence.
    """
    groups = points.filter(pl.col("goal") != "tie").group_by("part", "goal", maintain_order=True)
    panels = [
        (f"{part}.{goal}", rows.select(at="changes", value="value").sort("at"))
        for (part, goal), rows in groups
        if rows["value"].n_unique() > 1
    ]
    look = Look(
        axis=say("curve.changes", language),
        line="step-after",
        fields={"at": "curve.changes", "value": "sweep.value"},
    )
    if not panels:
        return drawn([], look, language, theme, say("curve.level", language))
    # So many changes until every goal is what it is with the most.
    enough = max(
        int(rows.filter(pl.col("value") == rows["value"][-1])["at"].to_list()[0])
        for _, rows in panels
    )
    title = say("curve.title", language, changes=enough)
    return drawn(panels, look, language, theme, title, say("curve.reading", language))


def horizon(
    years: pl.DataFrame,
    reached: pl.DataFrame | None = None,
    language: Language = "zh",
    *,
    theme: Theme = "light",
) -> alt.ConcatChart:
    """Return the years ahead: every goal's value year by year, and the counties reached so far.

    `years` has `year`, `part`, a column a goal, null where a part does not have it, and
    `counties_visited`, those since the first year: a row a part of each year. With `reached`
    (`year` and `counties`, as `reached_by_year` makes it) the counties
    are all on record, as in `counties`.
    """
    columns = [goal for goal in GOALS if goal in years.columns]
    goals = years.unpivot(columns, index=["year", "part"], variable_name="goal").drop_nulls("value")
    panels = [
        (f"{part}.{goal}", rows.select("year", "value"))
        for (part, goal), rows in goals.group_by("part", "goal", maintain_order=True)
    ]
    visited = years.select("year", value="counties_visited").unique(maintain_order=True)
    name, so_far = "visited", visited
    if reached is not None:
        name, so_far = "reached", reached.select("year", value="counties")
    panels = [
        (of, rows.sort("year").select("value", at=pl.col("year").cast(pl.String)))
        for of, rows in [*panels, (name, so_far)]
    ]
    look = Look(
        axis=say("counties.year", language),
        line="linear",
        fields={"at": "counties.year", "value": "sweep.value"},
    )
    kept, told = changing(panels, "horizon.same", language)
    ends = sorted(years["year"].to_list())
    title = say(
        f"horizon.{name}.title", language,
        first=ends[0], last=ends[-1], counties=so_far.sort("year")["value"][-1],
    )  # fmt: skip
    return drawn(kept, look, language, theme, title, told)


def _own_value(policy: object | None, axis: str) -> int | None:
    """Return the policy's own value on an axis, None where that is no number of a policy's."""
    if policy is None or not axis.startswith("policy."):
        return None
    value = policy
    for step in axis.split(".")[1:]:
        value = getattr(value, step)
    return value if isinstance(value, int) else None


def _told(values: pl.Series, language: Language) -> pl.Series:
    """Return the values of an axis in words, numbers as they are."""
    if values.dtype.is_numeric():
        return values
    words = [None if value is None else of_axis(values.name, value, language) for value in values]
    return pl.Series(values.name, words, pl.String)
