"""Many plans side by side: sweeps, the exchange curve, years ahead; one panel a goal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, distinct, harmless, tips
from planner.charts.theme import GOALS, PALETTES, Palette, Theme, above, finished, whole
from planner.words import Language, say

_COLUMNS = 3


def sweep(
    table: pl.DataFrame,
    axis: str,
    goals: Sequence[str],
    language: Language = "zh",
    *,
    by: str | None = None,
    theme: Theme = "light",
) -> alt.ConcatChart:
    """Return goals against an axis of a sweep, a panel each; a cross is a scenario without a plan.

    `table` has a row a scenario: `name`, the `axis` and a second one, `by`, that gives a line a
    value, and the `goals`, columns such as `leaders.coverage`, null where there is no plan. An axis
    of numbers is drawn to scale, any other in the order of the rows; scenarios that are not on the
    axis (null) are left out.
    """
    table = table.drop_nulls(axis)
    own = {} if by is None else {"series": pl.col(by).cast(pl.String)}
    panels = [(goal, table.select("name", at=axis, value=goal, **own)) for goal in goals]
    none = int(table.select(pl.all_horizontal(pl.col(*goals).is_null()).sum()).item())
    look = _Look(
        title=say("sweep.title", language),
        subtitle=say("sweep.counts", language, scenarios=table.height, none=none),
        axis=axis,
        by=by,
        line="linear" if table[axis].dtype.is_numeric() else None,
        fields={"name": "sweep.name", "at": "sweep.at", "value": "sweep.value"},
    )
    return _panels(panels, look, language, theme)


def curve(
    points: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.ConcatChart:
    """Return the exchange curve: the best value of each goal for every number of changes allowed.

    `points` has `part` (`leaders` or `departments`), `changes` (pairings changed), `goal` and
    `value`, a row for each point of each goal. Goals that no change betters are left out;
    where that is all of them, the chart is a sentence.
    """
    panels = [
        (f"{part}.{goal}", rows.select(at="changes", value="value").sort("at"))
        for (part, goal), rows in points.group_by("part", "goal", maintain_order=True)
        if goal != "tie" and rows["value"].n_unique() > 1
    ]
    look = _Look(
        title=say("curve.title", language),
        subtitle=say("curve.reading" if panels else "curve.level", language),
        axis=say("curve.changes", language),
        line="step-after",
        fields={"at": "curve.changes", "value": "sweep.value"},
    )
    return _panels(panels, look, language, theme)


def horizon(
    years: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.ConcatChart:
    """Return the years ahead: every goal's value year by year, and the counties visited so far.

    `years` has `year`, `part`, a column a goal, null where a part does not have it, and
    `counties_visited`, those since the first year: a row a part of each year.
    """
    columns = [goal for goal in GOALS if goal in years.columns]
    goals = years.unpivot(columns, index=["year", "part"], variable_name="goal").drop_nulls("value")
    panels = [
        (f"{part}.{goal}", rows.select("year", "value"))
        for (part, goal), rows in goals.group_by("part", "goal", maintain_order=True)
    ]
    visited = years.select("year", value="counties_visited").unique(maintain_order=True)
    panels = [
        (name, rows.sort("year").select("value", at=pl.col("year").cast(pl.String)))
        for name, rows in [*panels, ("visited", visited)]
    ]
    look = _Look(
        title=say("horizon.title", language),
        subtitle=say("horizon.years", language, years=years["year"].n_unique()),
        axis=say("counties.year", language),
        line="linear",
        fields={"at": "counties.year", "value": "sweep.value"},
    )
    return _panels(panels, look, language, theme)


@dataclass(frozen=True, slots=True)
class _Look:
    """What all panels of a chart share: titles of the axis and the key, line, tooltip's words."""

    title: str
    subtitle: str
    axis: str
    fields: Mapping[str, str]
    line: Literal["linear", "step-after"] | None
    by: str | None = None


def _panels(
    panels: Sequence[tuple[str, pl.DataFrame]], look: _Look, language: Language, theme: Theme
) -> alt.ConcatChart:
    """Return a panel a goal, each to its own scale."""
    charts = [_panel(goal, rows, look, language, PALETTES[theme]) for goal, rows in panels]
    chart = alt.ConcatChart(concat=charts, columns=_COLUMNS, spacing=32)
    return finished(chart, theme, language, look.title, look.subtitle)


def _panel(
    goal: str, rows: pl.DataFrame, look: _Look, language: Language, palette: Palette
) -> alt.LayerChart:
    x, width = _across(rows, look)
    part, _, name = goal.rpartition(".")
    title = say(f"axis.{name}", language)
    named = f"{say(f'chart.{part}', language)} · {title}" if part else title
    numbers = rows["value"].drop_nulls().to_list()
    y = alt.Y("value:Q", scale=alt.Scale(zero=False), axis=above(named, numbers))
    own = _own(part, rows, look, palette)
    base = chart_of(rows.drop_nulls("value")).encode(x=x, y=y, color=own)
    marks = base.mark_point(filled=True, size=45, opacity=1)
    layers = [marks.encode(tooltip=tips(language, look.fields))]
    if look.line is not None:
        layers.append(base.mark_line(interpolate=look.line, strokeWidth=2))
    none = rows.filter(pl.col("value").is_null())
    if not none.is_empty():
        layers.append(
            chart_of(none.select("at").unique(maintain_order=True))
            .mark_text(text="×", fontSize=18, color=palette.alert, baseline="bottom")
            .encode(x=x, y=alt.value(_HEIGHT))
        )
    return alt.LayerChart(layer=layers, width=width, height=_HEIGHT)


def _across(rows: pl.DataFrame, look: _Look) -> tuple[alt.X, int]:
    """Return the axis along which the plans stand, and how wide it is."""
    ends, title = distinct(rows["at"]), harmless(look.axis)
    if rows["at"].dtype.is_numeric():
        ticks: dict[str, Any] = {}
        if rows["at"].dtype.is_integer():
            ticks = {"values": whole(rows["at"].to_list()), "format": "d"}
        axis = alt.Axis(grid=False, labelAngle=0, **ticks)
        return alt.X("at:Q", title=title, scale=alt.Scale(zero=False), axis=axis), _WIDTH
    axis = alt.Axis(grid=False, labelAngle=0 if len(ends) <= _LEVEL else -40)
    return alt.X("at:N", title=title, sort=ends, axis=axis), max(_WIDTH, 24 * len(ends))


def _own(
    part: str, rows: pl.DataFrame, look: _Look, palette: Palette
) -> alt.Color | alt.ColorValue:
    """Return the colours of the lines: one a value of the key, or the part's own."""
    if look.by is None:
        return alt.ColorValue(palette.kinds[0] if part == "leaders" else palette.kinds[1])
    scale = alt.Scale(range=[*palette.hues])
    legend = alt.Legend(title=harmless(look.by))
    return alt.Color("series:N", sort=distinct(rows["series"]), scale=scale, legend=legend)


_WIDTH, _HEIGHT = 230, 150
_LEVEL = 6  # So many names fit beside each other without being turned.
