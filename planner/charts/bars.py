"""Bars whose parts stand one after the other, each in its colour, with a figure at the end."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, tips
from planner.charts.theme import Palette
from planner.words import Language

TOP = alt.Legend(title=None, orient="top")


def parted(
    rows: pl.DataFrame, bar: str | Sequence[str], words: Mapping[str, str], part: str, value: str
) -> pl.DataFrame:
    """Return a row a part of a bar: what tells the bar, `part` in words, its `value`, its `order`.

    `words` are those of the columns of `rows` that are the parts, in their order.
    """
    places = {name: place for place, name in enumerate(words)}
    # What else the rows have is left out first: it may be called as the value is.
    own = [bar] if isinstance(bar, str) else [*bar]
    long = rows.select(*own, *words).unpivot(
        [*words], index=own, variable_name=part, value_name=value
    )
    return long.with_columns(pl.col(part).replace(words), order=pl.col(part).replace_strict(places))


def bars(
    rows: pl.DataFrame,
    x: alt.X,
    y: alt.Y,
    part: str,
    colours: Mapping[str, str],
    told: Mapping[str, str],
    language: Language,
    *,
    high: int,
    key: alt.Legend | None = TOP,
    order: str = "order",
) -> alt.Chart:
    """Return the parts of bars, each `high`: `colours` by what a `part` is called, in order.

    `told` are the columns of a tooltip with the keys of their words.
    """
    scale = alt.Scale(domain=[*colours], range=[*colours.values()])
    return (
        chart_of(rows)
        .mark_bar(size=high)
        .encode(
            y=y,
            x=x,
            order=f"{order}:Q",
            color=alt.Color(f"{part}:N", scale=scale, legend=key),
            tooltip=tips(language, told),
        )
    )


def ends(
    rows: pl.DataFrame, x: alt.X, y: alt.Y, text: alt.Text | str, palette: Palette, **look: Any
) -> alt.Chart:
    """Return what stands at the ends of bars."""
    return (
        chart_of(rows)
        .mark_text(align="left", dx=6, color=palette.ink, **look)
        .encode(y=y, x=x, text=text)
    )
