"""The departments' applications: asked and met, by rank, with the reason for each unmet one."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, distinct, labelled, tips
from planner.charts.theme import PALETTES, Palette, Theme, finished
from planner.words import Language, say

_COLUMN, _ROW = 190, 38


def wishes(
    asked: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return every wish as a cell: met or, with the reason, not; departments down, ranks across.

    `asked` has `department_id`, `department`, `rank`, `place`, `met`, `reason`, `goal` and `by`,
    one row a wish, as `wishes_told` of `planner.pairing.views` makes it.
    """
    palette = PALETTES[theme]
    cells = _cells(asked, language)
    ranks = _ranks(asked, language)
    y = alt.Y(
        "department:N", sort=distinct(cells["department"]), title=None,
        axis=alt.Axis(domain=False, ticks=False), scale=alt.Scale(padding=0.06),
    )  # fmt: skip
    x = alt.X(
        "rank:N", sort=ranks, title=None, scale=alt.Scale(padding=0.03, domain=ranks),
        axis=alt.Axis(orient="top", labelAngle=0, domain=False, ticks=False, labelPadding=8),
    )  # fmt: skip
    base = chart_of(cells).encode(x=x, y=y)
    layers = [
        _boxes(base, language, palette),
        base.encode(text="place:N").mark_text(dy=-7, fontSize=12, limit=_COLUMN - 12),
        base.encode(text="told:N").mark_text(
            dy=9, fontSize=11, color=palette.ink, limit=_COLUMN - 12
        ),
    ]
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        say("wishes.title", language, asked=asked.height, met=asked["met"].sum()),
        say("wishes.reading", language),
        width=alt.Step(_COLUMN),
        height=alt.Step(_ROW),
    )


def _boxes(base: alt.Chart, language: Language, palette: Palette) -> alt.Chart:
    states = [say(f"wishes.{state}", language) for state in ("met", "barred", "outweighed")]
    scale = alt.Scale(domain=states, range=[palette.kinds[1], palette.dot, palette.kinds[0]])
    fields = {"department": "wishes.department", "rank": "wishes.rank", "place": "wishes.place"}
    return base.mark_rect(opacity=0.25, cornerRadius=4).encode(
        color=alt.Color("state:N", scale=scale, title=None, legend=alt.Legend(orient="top")),
        tooltip=tips(language, fields | {"told": "wishes.told"}),
    )


def _cells(asked: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return what each cell says: department, rank, place, told, state."""
    told = [told_wish(row, language) for row in asked.iter_rows(named=True)]
    rank = pl.Series("rank", _headings(asked, language), pl.String)
    words = pl.DataFrame(told, {"told": pl.String, "state": pl.String}, orient="row")
    named = labelled(asked, "department", "department_id")
    cells = named.select("department_id", "department", "rank", "place").with_columns(rank)
    return (
        pl.concat([cells, words], how="horizontal")
        .sort("department_id", "rank", maintain_order=True)
        .drop("department_id")
    )


def _headings(asked: pl.DataFrame, language: Language) -> list[str]:
    """Return each wish's column: its rank, with how many of that rank are met and asked."""
    met = dict(asked.group_by("rank").agg(pl.col("met").sum()).rows())
    number = dict(asked.group_by("rank").len().rows())
    return [
        say("wishes.column", language, rank=rank, met=met[rank], asked=number[rank])
        for rank in asked["rank"]
    ]


def _ranks(asked: pl.DataFrame, language: Language) -> list[str]:
    return list(dict.fromkeys(_headings(asked.sort("rank"), language)))


def told_wish(wish: Mapping[str, Any], language: Language) -> tuple[str, str]:
    """Return what is said of a wish (a row as `wishes` takes them), and its state."""
    reason, goal, by = wish["reason"], wish["goal"], wish["by"]
    if wish["met"]:
        return "✓ " + say("wishes.met", language), say("wishes.met", language)
    if goal is not None:
        return say(f"loss.{goal}", language, amount=by), say("wishes.outweighed", language)
    state = "outweighed" if reason in ("taken", "price", "free", "impossible") else "barred"
    return say(f"wishes.{reason}", language), say(f"wishes.{state}", language)
