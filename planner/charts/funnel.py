"""Who may be sent: how many people each criterion leaves, and how many fail it."""

from typing import Any

import altair as alt
import polars as pl

from planner.charts.bars import TOP, bars, ends, parted
from planner.charts.rows import distinct
from planner.charts.theme import PALETTES, Palette, Theme, finished, whole
from planner.words import Language, say

PATHS = ("A", "B", "verdict", "sent")
_WIDTH, _LINE = 520, 24


def funnel(
    steps: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.VConcatChart:
    """Return how many people are left after each criterion of both routes, then of those who may.

    `steps` has `path` (`A`, `B`, `verdict`, `sent`), `step`, `limit` (years of age or months, null
    where a step has none), `left` and `lost` (people), in order, as `funnel` of `planner.notebook`
    makes it. The blue part of a bar is who is left, the grey one who fails there.
    """
    palette = PALETTES[theme]
    most = max(steps["left"], default=0)
    views = [
        _panel(steps.filter(path=path), path, most, language, palette)
        for path in PATHS
        if steps.filter(path=path).height
    ]
    left = [0, *steps.filter(path="sent")["left"]]
    title = say("funnel.title", language, people=most, may=left[:2][-1], free=left[-1])
    return finished(
        alt.VConcatChart(vconcat=views, spacing=22),
        theme,
        language,
        title,
        say("funnel.reading", language),
    )


def _panel(
    steps: pl.DataFrame, path: str, most: int, language: Language, palette: Palette
) -> alt.LayerChart:
    rows = _told(steps, path, language)
    y = alt.Y(
        "step:N", sort=distinct(rows["step"]), title=None,
        axis=alt.Axis(ticks=False, domain=False, minExtent=200, maxExtent=200),
    )  # fmt: skip
    x = alt.X(
        "people:Q",
        title=say("funnel.people", language),
        scale=alt.Scale(domain=[0, most], nice=False),
        axis=alt.Axis(values=whole([0, most]), format="d") if path == PATHS[-1] else None,
    )
    words = {side: say(f"funnel.{side}", language) for side in ("left", "lost")}
    sides = parted(rows, "step", words, "side", "people").rename({"order": "part"})
    colours = dict(zip(words.values(), (palette.kinds[1], palette.dot), strict=True))
    fields = {"step": "funnel.step", "side": "funnel.side", "people": "funnel.people"}
    layers: list[Any] = [
        bars(
            sides,
            x,
            y,
            "side",
            colours,
            fields,
            language,
            high=15,
            order="part",
            key=TOP if path == PATHS[0] else None,  # The others mean the same.
        ),
        ends(rows.select("step", "told", people="total"), x, y, "told:N", palette, fontSize=12),
    ]
    heading = alt.TitleParams(
        say(f"funnel.path.{path}", language),
        anchor="start", fontSize=14, fontWeight="normal", color=palette.ink, offset=4,
    )  # fmt: skip
    return alt.LayerChart(layer=layers, width=_WIDTH, height=alt.Step(_LINE), title=heading)


def _told(steps: pl.DataFrame, path: str, language: Language) -> pl.DataFrame:
    """Return each step in words, with its figures beside its bar."""
    named = [
        say(f"funnel.{path}.{step}{'.none' if limit == 0 else ''}", language, limit=limit)
        for step, limit in steps.select("step", "limit").iter_rows()
    ]
    told = [
        say("funnel.told", language, left=left, lost=lost) if lost and path != "verdict"
        else str(left + lost)
        for left, lost in steps.select("left", "lost").iter_rows()
    ]  # fmt: skip
    return steps.select("left", "lost", total=pl.col("left") + pl.col("lost")).with_columns(
        step=pl.Series(named, dtype=pl.String),
        told=pl.Series(told, dtype=pl.String),
    )
