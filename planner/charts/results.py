"""What the pairings did to the stations: paired against comparable ones, with intervals."""

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, tips
from planner.charts.theme import PALETTES, Palette, Theme, above, finished, room
from planner.words import Language, say

_WIDTH, _HEIGHT = 260, 120
GROUPS = ("paired", "comparable")


def outcomes(
    years: pl.DataFrame, effects: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.ConcatChart:
    """Return, a row a measure: both groups' means, their difference by year, and the effect.

    `years` has `measure`, `year`, `paired` and `comparable` (means), and `estimate`, `low` and
    `high` (the difference against the base year, where all three are 0, and its interval);
    `effects` has `measure`, `estimate`, `low` and `high`. `planner.outcomes` makes both; its words
    name the measures and their units.
    """
    palette = PALETTES[theme]
    panels = [
        panel
        for measure in effects["measure"]
        for panel in (
            _levels(years.filter(measure=measure), measure, language, palette),
            _differences(years.filter(measure=measure), measure, language, palette),
            _effect(effects.filter(measure=measure), measure, language, palette),
        )
    ]
    chart = alt.ConcatChart(concat=panels, columns=3, spacing={"row": 30, "column": 26})
    seen = effects.filter((pl.col("low") > 0) | (pl.col("high") < 0)).height
    title = say("results.title", language, seen=seen, measures=effects.height)
    words = [say(f"results.{key}", language) for key in ("reading", "intervals")]
    return finished(chart, theme, language, title, *words)


def _levels(
    years: pl.DataFrame, measure: str, language: Language, palette: Palette
) -> alt.LayerChart:
    words = {group: say(f"results.{group}", language) for group in GROUPS}
    long = years.unpivot(
        [*words], index="year", variable_name="group", value_name="value"
    ).with_columns(pl.col("group").replace(words), pl.col("value").round(1))
    scale = alt.Scale(domain=[*words.values()], range=[palette.kinds[1], palette.kinds[0]])
    ends = alt.Scale(domain=room(long["value"].to_list(), 0.1), nice=False)
    lines = (
        chart_of(long)
        .mark_line(strokeWidth=2, point=alt.OverlayMarkDef(size=30))
        .encode(
            x=_year(language),
            y=alt.Y("value:Q", scale=ends, axis=above(_named(measure, language))),
            color=alt.Color("group:N", scale=scale, legend=alt.Legend(title=None, orient="top")),
            strokeDash=alt.StrokeDash(
                "group:N",
                scale=alt.Scale(domain=[*words.values()], range=[[1, 0], [5, 3]]),
                legend=None,
            ),
            tooltip=tips(
                language,
                {"year": "counties.year", "group": "results.group", "value": "sweep.value"},
            ),
        )
    )
    layers = [lines, *_first(years, language, palette)]
    return alt.LayerChart(layer=layers, width=_WIDTH, height=_HEIGHT)


def _first(years: pl.DataFrame, language: Language, palette: Palette) -> list[alt.Chart]:
    """Return a line at the first year of pairing: that after the base year, and its name."""
    base = years.filter(pl.col("low") == pl.col("high"))["year"].max()
    after = years.filter(pl.col("year") > base)["year"].min()
    if after is None:
        return []
    mark = chart_of(pl.DataFrame({"year": [after]})).encode(x=_year(language))
    words = say("results.first", language)
    return [
        mark.mark_rule(color=palette.faint, strokeDash=[4, 3]),
        mark.mark_text(
            text=words,
            align="left",
            dx=4,
            fontSize=11,
            color=palette.faint,
        ).encode(y=alt.value(8)),
    ]


def _differences(
    years: pl.DataFrame, measure: str, language: Language, palette: Palette
) -> alt.LayerChart:
    frame = years.select("year", pl.col("estimate", "low", "high").round(2))
    unit = say(f"measure.{measure}.unit", language)
    ends = room([0, *frame["low"], *frame["high"]], 0)
    y = alt.Y(
        "low:Q", axis=above(say("results.difference", language, unit=unit)),
        scale=alt.Scale(domain=ends, nice=False),
    )  # fmt: skip
    base = chart_of(frame).encode(x=_year(language))
    layers = [
        base.mark_area(color=palette.kinds[1], opacity=0.22).encode(y=y, y2="high:Q"),
        base.mark_line(
            color=palette.kinds[1], strokeWidth=2,
            point=alt.OverlayMarkDef(color=palette.kinds[1], size=30),
        ).encode(y="estimate:Q", tooltip=_interval_tips(language, {"year": "counties.year"})),
        chart_of(pl.DataFrame({"zero": [0]})).mark_rule(color=palette.ink).encode(y="zero:Q"),
        *_first(years, language, palette),
    ]  # fmt: skip
    return alt.LayerChart(layer=layers, width=_WIDTH, height=_HEIGHT)


def _effect(
    effect: pl.DataFrame, measure: str, language: Language, palette: Palette
) -> alt.LayerChart:
    """Return the effect as a point in its interval; one that holds no zero is in full colour."""
    seen = bool(effect.select((pl.col("low") > 0) | (pl.col("high") < 0)).item())
    colour = palette.kinds[1] if seen else palette.dot
    unit = say(f"measure.{measure}.unit", language)
    base = chart_of(effect.select(pl.col("estimate", "low", "high").round(2)))
    y = alt.value(_HEIGHT / 2)
    ends = room([0, *effect["low"], *effect["high"]], 0)
    x = alt.X(
        "low:Q", title=say("results.effect", language, unit=unit), axis=alt.Axis(tickCount=4),
        scale=alt.Scale(domain=ends, nice=False),
    )  # fmt: skip
    layers = [
        base.mark_rule(color=colour, strokeWidth=3).encode(y=y, x=x, x2="high:Q"),
        base.mark_point(filled=True, color=colour, size=110, opacity=1).encode(
            y=y, x="estimate:Q", tooltip=_interval_tips(language, {})
        ),
        base.mark_text(dy=-16, color=palette.ink, fontSize=13).encode(
            y=y, x="estimate:Q", text=alt.Text("estimate:Q", format="+.1f")
        ),
        chart_of(pl.DataFrame({"zero": [0]})).mark_rule(color=palette.ink).encode(x="zero:Q"),
    ]
    return alt.LayerChart(layer=layers, width=170, height=_HEIGHT)


def _year(language: Language) -> alt.X:
    return alt.X("year:O", title=say("counties.year", language), axis=alt.Axis(labelAngle=0))


def _named(measure: str, language: Language) -> str:
    """Return a measure with the unit of its level, which is not that of its differences."""
    unit = say(f"results.level.{measure}", language)
    return say("results.named", language, name=say(f"measure.{measure}", language), unit=unit)


def _interval_tips(language: Language, first: dict[str, str]) -> list[alt.Tooltip]:
    ends = {"estimate": "results.estimate", "low": "results.low", "high": "results.high"}
    return tips(language, first | ends)
