"""How long ago each county was visited last: before the plan, and with it."""

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, distinct, tips
from planner.charts.theme import PALETTES, Theme, finished, whole
from planner.words import Language, say

LONGEST = 5
"""Years from which on they are counted together."""


def visits(
    counties: pl.DataFrame, year: int, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return how many counties were visited last so many years ago, without a plan and with it.

    `counties` has `before` and `after`, one row a county: years from its last pairing to `year`,
    null where it has none on record, as `years_since_visit` makes it.
    """
    palette = PALETTES[theme]
    sides = {side: say(f"visits.{side}", language, year=year) for side in ("before", "after")}
    frame = pl.concat(
        _counted(counties[side], language).with_columns(side=pl.lit(words))
        for side, words in sides.items()
    )
    x = alt.X(
        "since:N", sort=distinct(frame["since"]), title=say("visits.since", language),
        axis=alt.Axis(labelAngle=0),
    )  # fmt: skip
    offset = alt.XOffset("side:N", sort=[*sides.values()])
    number = alt.Y(
        "counties:Q", title=say("counties.number", language),
        axis=alt.Axis(values=whole([0, *frame["counties"]]), format="d"),
    )  # fmt: skip
    scale = alt.Scale(domain=[*sides.values()], range=[palette.dot, palette.kinds[1]])
    legend = alt.Legend(orient="top", title=None)
    fields = {"side": "visits.side", "since": "visits.since", "counties": "counties.number"}
    base = chart_of(frame).encode(x=x, xOffset=offset, y=number)
    layers = [
        base.mark_bar().encode(
            color=alt.Color("side:N", scale=scale, legend=legend), tooltip=tips(language, fields)
        ),
        base.transform_filter("datum.counties > 0")
        .mark_text(dy=-7, color=palette.ink)
        .encode(text="counties:Q"),
    ]
    never = [counties[side].null_count() for side in sides]
    title = say(
        "visits.title", language,
        year=year, before=never[0], after=never[1], counties=counties.height,
    )  # fmt: skip
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        title,
        say("visits.reading", language),
        width=alt.Step(26),
        height=280,
    )


def _counted(years: pl.Series, language: Language) -> pl.DataFrame:
    """Return how many counties each number of years has: since, counties."""
    words = [say("visits.this", language), *(str(years) for years in range(1, LONGEST))]
    words += [say("visits.longer", language, years=LONGEST), say("visits.never", language)]
    places = [LONGEST + 1 if since is None else min(since, LONGEST) for since in years]
    numbers = [places.count(place) for place in range(len(words))]
    return pl.DataFrame({"since": words, "counties": numbers})
