"""Prices: what every alternative would cost, units across and counties down."""

from typing import Any

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, distinct, labelled, tips
from planner.charts.theme import GOALS, PALETTES, Palette, Theme, finished
from planner.words import Language, say

_WIDTH, _HEIGHT = 34, 16
_SIGNS = {"free": "0", "chosen": "●", "impossible": "×"}


def prices(
    cheapest: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return the price of each county for each unit: that of its cheapest station there.

    `cheapest` has `unit_id`, `unit`, `city`, `county`, `station`, `state`, `goal` and `by`, as
    `cheapest_by_county` of `planner.pairing.views` makes it. A cell's colour is the first goal that
    would be worse, its depth and its figure by how much; what is free stands out, a dot is in the
    plan, a cross in no plan, and a blank is not allowed.
    """
    palette = PALETTES[theme]
    cells = _cells(cheapest, language)
    x = alt.X(
        "unit:N", sort=distinct(cells["unit"]), title=None,
        axis=alt.Axis(orient="top", labelAngle=-55, labelPadding=9, domain=False, ticks=False),
    )  # fmt: skip
    y = alt.Y(
        "place:N", sort=distinct(cells["place"].sort()), title=None,
        axis=alt.Axis(domain=False, ticks=False, labelFontSize=11),
    )  # fmt: skip
    layers = [
        _tints(cells, language, palette).encode(x=x, y=y),
        _free(cells, language, palette).encode(x=x, y=y),
        *(chart.encode(x=x, y=y) for chart in _signs(cells, palette)),
    ]
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        say("prices.title", language),
        say("prices.key", language),
        say("prices.free", language, free=cells.filter(state="free").height, cells=cells.height),
        width=alt.Step(_WIDTH),
        height=alt.Step(_HEIGHT),
    )


def _cells(cheapest: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return unit, place, station, state, goal (its key), worse (in words), by, depth, sign."""
    worse = {goal: say(f"axis.{goal}", language) for goal in GOALS}
    return (
        labelled(cheapest, "unit", "unit_id")
        .with_columns(
            place=pl.concat_str("city", "county", separator=" · "),
            worse=pl.col("goal").replace(worse),
            depth=pl.col("by") / pl.col("by").max().over("goal"),
            sign=pl.col("state").replace(_SIGNS),
        )
        .with_columns(
            sign=pl.when(state="priced").then(pl.col("by").cast(pl.String)).otherwise("sign")
        )
        .drop("unit_id", "city", "county")
    )


def _tints(cells: pl.DataFrame, language: Language, palette: Palette) -> alt.Chart:
    """Return what has a price: hue by goal, deeper where more is lost of it."""
    shown = cells.filter(state="priced")
    present = [goal for goal in GOALS if goal in set(shown["goal"])]
    scale = alt.Scale(
        domain=[say(f"axis.{goal}", language) for goal in present],
        range=[palette.goals[GOALS.index(goal)] for goal in present],
    )
    legend = alt.Legend(title=say("prices.worse", language), orient="right", symbolOpacity=0.6)
    fields = {"unit": "map.unit", "place": "map.place", "station": "prices.station"}
    return (
        chart_of(shown.select("unit", "place", "station", "worse", "by", "depth"))
        .mark_rect(stroke=palette.paper, strokeWidth=1)
        .encode(
            color=alt.Color("worse:N", scale=scale, legend=legend),
            opacity=alt.Opacity(
                "depth:Q", scale=alt.Scale(domain=[0, 1], range=[0.12, 0.5]), legend=None
            ),
            tooltip=tips(language, fields | {"worse": "prices.worse", "by": "prices.by"}),
        )
    )


def _free(cells: pl.DataFrame, language: Language, palette: Palette) -> alt.Chart:
    fields = {"unit": "map.unit", "place": "map.place", "station": "prices.station"}
    return (
        chart_of(cells.filter(state="free").select(*fields))
        .mark_rect(color=palette.free, stroke=palette.ink, strokeWidth=1)
        .encode(tooltip=tips(language, fields))
    )


def _signs(cells: pl.DataFrame, palette: Palette) -> list[alt.Chart]:
    """Return the figures of the prices, and the signs of what has none."""
    looks: dict[str, dict[str, Any]] = {
        "priced": {"color": palette.ink, "fontSize": 10},
        "free": {"color": palette.paper, "fontSize": 12, "fontWeight": "bold"},
        "chosen": {"color": palette.ink, "fontSize": 14},
        "impossible": {"color": palette.faint, "fontSize": 11},
    }
    return [
        chart_of(cells.filter(state=state).select("unit", "place", "sign"))
        .mark_text(baseline="middle", **look)
        .encode(text="sign:N")
        for state, look in looks.items()
    ]
