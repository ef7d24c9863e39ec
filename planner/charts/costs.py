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
    would be worse, the darker the earlier it stands, its figure by how much; what is free is
    framed, a dot is in the plan, a cross in no plan, and a blank is not allowed. Counties of a city
    that cost every unit the same are one row.
    """
    palette = PALETTES[theme]
    cells = _folded(_cells(cheapest, language), language)
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
    free = cheapest.filter(state="free").height
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        say("prices.title", language, free=free, cells=f"{cheapest.height:,}"),
        say("prices.key", language),
        width=alt.Step(_WIDTH),
        height=alt.Step(_HEIGHT),
    )


def _cells(cheapest: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return unit, city, county, station, state, goal (its key), worse (in words), by, sign."""
    worse = {goal: say(f"axis.{goal}", language) for goal in GOALS}
    return (
        labelled(cheapest, "unit", "unit_id")
        .with_columns(
            worse=pl.col("goal").replace(worse),
            sign=pl.col("state").replace(_SIGNS),
        )
        .with_columns(
            sign=pl.when(state="priced").then(pl.col("by").cast(pl.String)).otherwise("sign")
        )
        .drop("unit_id")
    )


def _folded(cells: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return the cells with their `place`; of counties alike in every cell only the first stays."""
    place = ["city", "county"]
    rows = (
        cells.sort(*place, "unit")
        .group_by(place, maintain_order=True)
        .agg(alike=pl.concat_str("unit", "state", pl.col("worse").fill_null(""), "sign").str.join())
        .group_by("city", "alike", maintain_order=True)
        .agg("county", number=pl.len())
    )
    names = [
        f"{city} · {counties[0]}"
        if number == 1
        else say("prices.alike", language, city=city, county=counties[0], more=number - 1)
        for city, counties, number in rows.select("city", "county", "number").iter_rows()
    ]
    places = pl.Series(names, dtype=pl.String)
    kept = rows.select("city", pl.col("county").list.first(), place=places)
    return cells.join(kept, place, maintain_order="left").drop("city", "county")


def _tints(cells: pl.DataFrame, language: Language, palette: Palette) -> alt.Chart:
    """Return what has a price, coloured by its goal."""
    shown = cells.filter(state="priced")
    present = [goal for goal in GOALS if goal in set(shown["goal"])]
    scale = alt.Scale(
        domain=[say(f"axis.{goal}", language) for goal in present],
        range=palette.steps(len(present)),
    )
    legend = alt.Legend(title=say("prices.worse", language), orient="right", symbolType="square")
    fields = {"unit": "map.unit", "place": "map.place", "station": "prices.station"}
    return (
        chart_of(shown.select("unit", "place", "station", "worse", "by"))
        .mark_rect(stroke=palette.paper, strokeWidth=1)
        .encode(
            color=alt.Color("worse:N", scale=scale, legend=legend),
            tooltip=tips(language, fields | {"worse": "prices.worse", "by": "prices.by"}),
        )
    )


def _free(cells: pl.DataFrame, language: Language, palette: Palette) -> alt.Chart:
    fields = {"unit": "map.unit", "place": "map.place", "station": "prices.station"}
    return (
        chart_of(cells.filter(state="free").select(*fields))
        .mark_rect(color=palette.paper, stroke=palette.ink, strokeWidth=1.6)
        .encode(tooltip=tips(language, fields))
    )


def _signs(cells: pl.DataFrame, palette: Palette) -> list[alt.Chart]:
    """Return the figures of the prices, and the signs of what has none."""
    present = [goal for goal in GOALS if goal in set(cells["goal"])]
    dark = {goal for goal, colour in zip(present, palette.steps(len(present)), strict=True)
            if is_dark(colour)}  # fmt: skip
    figures = cells.filter(state="priced").with_columns(dark=pl.col("goal").is_in(list(dark)))
    looks: list[tuple[pl.DataFrame, dict[str, Any]]] = [
        (figures.filter(~pl.col("dark")), {"color": "#000000", "fontSize": 10}),
        (figures.filter("dark"), {"color": "#FFFFFF", "fontSize": 10}),
        (cells.filter(state="free"), {"color": palette.ink, "fontSize": 12, "fontWeight": "bold"}),
        (cells.filter(state="chosen"), {"color": palette.ink, "fontSize": 14}),
        (cells.filter(state="impossible"), {"color": palette.faint, "fontSize": 11}),
    ]
    return [
        chart_of(rows.select("unit", "place", "sign"))
        .mark_text(baseline="middle", **look)
        .encode(text="sign:N")
        for rows, look in looks
    ]


def _light(colour: str) -> float:
    """Return how light a colour is, 0 to 1, as the WCAG measures it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(w * share for w, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def is_dark(colour: str) -> bool:
    """Return whether white stands off a colour more than black does."""
    return _light(colour) < 0.18
