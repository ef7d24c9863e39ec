"""Many plans side by side: sweeps, the exchange curve, years ahead; one panel a goal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, distinct, harmless, tips
from planner.charts.theme import GOALS, PALETTES, Palette, Theme, above, finished, room, whole
from planner.wording import figure, named, of_axis
from planner.words import Language, say

_COLUMNS = 3
Panels = Sequence[tuple[str, pl.DataFrame]]


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
    told_axes = [_told(table[one], language) for one in {axis, by} - {None}]
    table = table.with_columns(pl.Series("name", names, pl.String), *told_axes)
    own = {} if by is None else {"series": pl.col(by).cast(pl.String)}
    at = axis if "." in axis else "name"  # One change at a time has no values.
    panels = [(goal, table.select("name", at=at, value=goal, **own)) for goal in goals]
    none = int(table.select(pl.all_horizontal(pl.col(*goals).is_null()).sum()).item())
    words = figure(axis, language)
    look = _Look(
        axis=words,
        by=None if by is None else figure(by, language),
        line="linear" if table[at].dtype.is_numeric() else None,
        fields={"name": "sweep.name", "at": "sweep.at", "value": "sweep.value"},
        own=_own_value(policy, axis),
    )
    kept, told = _changing(panels, "sweep.same", language)
    key = "sweep.title" if none == 0 else "sweep.none"
    title = say(
        key, language, axis=words, scenarios=table.height, none=none, changed=len(kept)
    )  # fmt: skip
    return _drawn(kept, look, language, theme, title, told)


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
    look = _Look(
        axis=say("curve.changes", language),
        line="step-after",
        fields={"at": "curve.changes", "value": "sweep.value"},
    )
    if not panels:
        return _drawn([], look, language, theme, say("curve.level", language))
    # So many changes until every goal is what it is with the most.
    enough = max(
        int(rows.filter(pl.col("value") == rows["value"][-1])["at"].to_list()[0])
        for _, rows in panels
    )
    title = say("curve.title", language, changes=enough)
    return _drawn(panels, look, language, theme, title, say("curve.reading", language))


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
    look = _Look(
        axis=say("counties.year", language),
        line="linear",
        fields={"at": "counties.year", "value": "sweep.value"},
    )
    kept, told = _changing(panels, "horizon.same", language)
    ends = sorted(years["year"].to_list())
    title = say(
        f"horizon.{name}.title", language,
        first=ends[0], last=ends[-1], counties=so_far.sort("year")["value"][-1],
    )  # fmt: skip
    return _drawn(kept, look, language, theme, title, told)


@dataclass(frozen=True, slots=True)
class _Look:
    """What all panels of a chart share: titles of the axis and the key, line, tooltip's words."""

    axis: str
    fields: Mapping[str, str]
    line: Literal["linear", "step-after"] | None
    by: str | None = None
    own: int | None = None


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


def _changing(panels: Panels, same: str, language: Language) -> tuple[Panels, str]:
    """Return the panels of what changes, and what does not in words, which begin with `same`."""
    kept = [(goal, rows) for goal, rows in panels if rows["value"].drop_nulls().n_unique() > 1]
    constant = [
        f"{_named(goal, language)} {rows['value'].max():,}"
        for goal, rows in panels
        if rows["value"].drop_nulls().n_unique() == 1
    ]
    return kept, say(same, language) + "；".join(constant) if constant else ""


def _named(goal: str, language: Language) -> str:
    part, _, name = goal.rpartition(".")
    title = say(f"axis.{name}", language)
    return f"{say(f'chart.{part}', language)} · {title}" if part else title


def _drawn(
    panels: Panels, look: _Look, language: Language, theme: Theme, title: str, *lines: str
) -> alt.ConcatChart:
    """Return a panel a goal, each to its own scale."""
    charts = [_panel(goal, rows, look, language, PALETTES[theme]) for goal, rows in panels]
    chart = alt.ConcatChart(concat=charts, columns=_COLUMNS, spacing=32)
    wide = _HALVES * min(max(len(charts), 2), _COLUMNS)
    return finished(chart, theme, language, title, *lines, wide=wide)


def _panel(
    goal: str, rows: pl.DataFrame, look: _Look, language: Language, palette: Palette
) -> alt.LayerChart:
    x, width = _across(rows, look)
    low, high = room(rows["value"].drop_nulls().to_list(), 0.05)
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[low, high], nice=False),
        axis=above(_named(goal, language), [round(low), round(high)]),
    )
    own = _own(goal.rpartition(".")[0], rows, look, palette)
    base = chart_of(rows.drop_nulls("value")).encode(x=x, y=y, color=own)
    layers: list[Any] = []
    if look.own is not None and rows["at"].dtype.is_numeric():
        layers += _mark(look.own, x, language, palette)
    if look.line is not None:
        layers.append(base.mark_line(interpolate=look.line, strokeWidth=2))
    marks = base.mark_point(filled=True, size=45, opacity=1)
    layers.append(marks.encode(tooltip=tips(language, look.fields)))
    if look.by is None and rows.height <= _FEW:
        figures = chart_of(rows.drop_nulls("value").select("at", "value"))
        looks: list[dict[str, Any]] = [  # No line strikes a figure out.
            {"color": palette.paper, "stroke": palette.paper, "strokeWidth": 3},
            {"color": palette.ink},
        ]
        layers += [
            figures.mark_text(dy=-10, fontSize=11, **look_of)
            .encode(x=x, y=y, text=alt.Text("value:Q", format=","))
            for look_of in looks
        ]  # fmt: skip
    none = rows.filter(pl.col("value").is_null())
    if not none.is_empty():
        layers.append(
            chart_of(none.select("at").unique(maintain_order=True))
            .mark_text(text="×", fontSize=18, color=palette.alert, baseline="bottom")
            .encode(x=x, y=alt.value(_HEIGHT))
        )
    return alt.LayerChart(layer=layers, width=width, height=_HEIGHT)


def _mark(value: int, x: alt.X, language: Language, palette: Palette) -> list[alt.Chart]:
    """Return a line at the policy's own value, and what it is called."""
    base = chart_of(pl.DataFrame({"at": [value]})).encode(x=x)
    words = say("sweep.own", language, value=value)
    return [
        base.mark_rule(color=palette.faint, strokeDash=[4, 3]).encode(),
        base.mark_text(text=words, align="left", dx=4, fontSize=11, color=palette.faint).encode(
            y=alt.value(_HEIGHT - 8)
        ),
    ]


def _across(rows: pl.DataFrame, look: _Look) -> tuple[alt.X, int]:
    """Return the axis along which the plans stand, and how wide it is."""
    ends, title = distinct(rows["at"]), harmless(look.axis)
    if rows["at"].dtype.is_numeric():
        ticks: dict[str, Any] = {}
        if rows["at"].dtype.is_integer():
            ticks = {"values": whole(rows["at"].to_list()), "format": "d"}
        axis = alt.Axis(grid=False, labelAngle=0, **ticks)
        scale = alt.Scale(zero=False, padding=12)
        return alt.X("at:Q", title=title, scale=scale, axis=axis), _WIDTH
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
_HALVES = 44  # So long is a line as a panel is wide, in halves of a Chinese character.
_FEW = 8  # So many figures fit over a line.
