"""Panels of goals beside each other: what every chart of many plans is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, distinct, harmless, tips
from planner.charts.theme import PALETTES, Palette, Theme, above, finished, room, whole
from planner.words import Language, say

Panels = Sequence[tuple[str, pl.DataFrame]]
_COLUMNS = 3
_WIDTH, _HEIGHT = 230, 150
_LEVEL = 6  # So many names fit beside each other without being turned.
_HALVES = 44  # So long is a line as a panel is wide, in halves of a Chinese character.
_FEW = 8  # So many figures fit over a line.


@dataclass(frozen=True, slots=True)
class Look:
    """What all panels of a chart share: titles of the axis and the key, line, tooltip's words."""

    axis: str
    fields: Mapping[str, str]
    line: Literal["linear", "step-after"] | None
    by: str | None = None
    own: int | None = None


def changing(panels: Panels, same: str, language: Language) -> tuple[Panels, str]:
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
    return f"{say(f'part.{part}', language)} · {title}" if part else title


def drawn(
    panels: Panels, look: Look, language: Language, theme: Theme, title: str, *lines: str
) -> alt.ConcatChart:
    """Return a panel a goal, each to its own scale."""
    charts = [_panel(goal, rows, look, language, PALETTES[theme]) for goal, rows in panels]
    chart = alt.ConcatChart(concat=charts, columns=_COLUMNS, spacing=32)
    wide = _HALVES * min(max(len(charts), 2), _COLUMNS)
    return finished(chart, theme, language, title, *lines, wide=wide)


def _panel(
    goal: str, rows: pl.DataFrame, look: Look, language: Language, palette: Palette
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


def _across(rows: pl.DataFrame, look: Look) -> tuple[alt.X, int]:
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


def _own(part: str, rows: pl.DataFrame, look: Look, palette: Palette) -> alt.Color | alt.ColorValue:
    """Return the colours of the lines: one a value of the key, or the part's own."""
    if look.by is None:
        return alt.ColorValue(palette.kinds[0] if part == "leaders" else palette.kinds[1])
    scale = alt.Scale(range=[*palette.hues])
    legend = alt.Legend(title=harmless(look.by))
    return alt.Color("series:N", sort=distinct(rows["series"]), scale=scale, legend=legend)
