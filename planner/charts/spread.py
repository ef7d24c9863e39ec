"""How evenly the pairings are spread over cities and counties."""

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, distinct, tips
from planner.charts.theme import PALETTES, Palette, Theme, finished, whole
from planner.words import Language, say


def balance(
    bands: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return each city's pairings in its band, leaders and departments stacked.

    `bands` has `city`, `low`, `high` (the band, pairings), `leaders` and `departments` (pairings
    made), one row a city, as `city_bands` of `planner.pairing.views` makes it.
    """
    palette = PALETTES[theme]
    total = pl.col("leaders") + pl.col("departments")
    frame = bands.with_columns(total=total).with_columns(
        off=pl.max_horizontal(pl.col("low") - total, 0)
        - pl.max_horizontal(total - pl.col("high"), 0)
    )
    order = frame.sort("high", "low", "total", "city", descending=[True, True, True, False])["city"]
    y = alt.Y("city:N", sort=distinct(order), title=None, scale=alt.Scale(paddingInner=0.25))
    layers = [
        _stacks(frame, y, language, palette),
        _frames(frame, y, palette),
    ]
    outside = frame.filter(pl.col("off") != 0).height
    if outside:
        layers.append(_off(frame, y, language, palette))
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        say("balance.title", language),
        say("balance.band", language, outside=outside),
        width=560,
        height=alt.Step(34),
    )


def counties(
    years: pl.DataFrame, total: int, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return how many counties had a pairing in each year, of `total` counties in all.

    `years` has `year`, `first` (counties with none in any earlier year on record) and `again` (the
    other counties), one row a year, as `counties_by_year` of `planner.pairing.views` makes it.
    """
    palette = PALETTES[theme]
    frame = years.sort("year").with_columns(
        year=pl.col("year").cast(pl.String), reached=pl.col("first").cum_sum()
    )
    x = alt.X("year:O", title=say("counties.year", language), axis=alt.Axis(labelAngle=0))
    so_far = chart_of(frame.select("year", "reached")).encode(x=x, y="reached:Q")
    colour = palette.kinds[0]
    layers = [
        _groups(frame, x, total, language, palette),
        so_far.mark_line(color=colour, point=alt.OverlayMarkDef(color=colour, size=50)),
        so_far.encode(text="reached:Q").mark_text(dy=-12, color=colour, fontSize=13),
    ]
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        say("counties.title", language),
        say("counties.line", language, total=total),
        width=alt.Step(70),
        height=320,
    )


def _groups(
    frame: pl.DataFrame, x: alt.X, total: int, language: Language, palette: Palette
) -> alt.Chart:
    words = {name: say(f"counties.{name}", language) for name in ("again", "first")}
    long = frame.unpivot(
        [*words], index=["year", "reached"], variable_name="group", value_name="number"
    ).with_columns(
        pl.col("group").replace(words),
        order=pl.col("group").replace_strict({"again": 0, "first": 1}),
    )
    scale = alt.Scale(domain=[*words.values()], range=[palette.dot, palette.kinds[1]])
    number = say("counties.number", language)
    fields = ("year", "group", "number", "reached")
    return (
        chart_of(long)
        .mark_bar(size=40)
        .encode(
            x=x,
            y=alt.Y(
                "number:Q",
                title=number,
                scale=alt.Scale(domain=[0, total]),
                axis=alt.Axis(values=whole([0, total]), format="d"),
            ),
            color=alt.Color("group:N", scale=scale, title=None, legend=alt.Legend(orient="top")),
            order="order:Q",
            tooltip=tips(language, {field: f"counties.{field}" for field in fields}),
        )
    )


def _stacks(frame: pl.DataFrame, y: alt.Y, language: Language, palette: Palette) -> alt.Chart:
    kinds = {kind: say(f"chart.{kind}", language) for kind in ("leaders", "departments")}
    long = frame.unpivot(
        [*kinds],
        index=["city", "low", "high", "total"],
        variable_name="kind",
        value_name="pairings",
    ).with_columns(
        pl.col("kind").replace(kinds),
        order=pl.col("kind").replace_strict({"leaders": 0, "departments": 1}),
        due=pl.format("{}–{}", "low", "high"),
    )
    scale = alt.Scale(domain=[*kinds.values()], range=[*palette.kinds])
    return (
        chart_of(long.drop("low", "high"))
        .mark_bar(size=14)
        .encode(
            y=y,
            x=alt.X(
                "pairings:Q",
                title=say("balance.pairings", language),
                axis=alt.Axis(values=whole([0, *frame["high"], *frame["total"]]), format="d"),
            ),
            color=alt.Color("kind:N", scale=scale, title=None, legend=alt.Legend(orient="top")),
            order="order:Q",
            tooltip=tips(
                language,
                {
                    "city": "balance.city",
                    "kind": "map.unit",
                    "pairings": "balance.pairings",
                    "total": "balance.total",
                    "due": "balance.due",
                },
            ),
        )
    )


def _frames(frame: pl.DataFrame, y: alt.Y, palette: Palette) -> alt.Chart:
    """Return the bands; one of a single number is a stroke."""
    return (
        chart_of(frame.select("city", "low", "high"))
        .mark_bar(size=24, filled=False, stroke=palette.ink, strokeWidth=1.6, cornerRadius=2)
        .encode(y=y, x="low:Q", x2="high:Q")
    )


def _off(frame: pl.DataFrame, y: alt.Y, language: Language, palette: Palette) -> alt.Chart:
    """Return what a city outside its band has too few or too many, in words beside its bar."""
    word = {1: "balance.short", -1: "balance.over"}
    rows = [
        (city, max(total, high), say(word[1 if off > 0 else -1], language, off=abs(off)))
        for city, total, high, off in frame.filter(pl.col("off") != 0)
        .select("city", "total", "high", "off")
        .iter_rows()
    ]
    told = pl.DataFrame(rows, {"city": pl.String, "at": pl.Int64, "told": pl.String}, orient="row")
    return (
        chart_of(told)
        .mark_text(align="left", dx=10, fontSize=13, fontWeight="bold", color=palette.alert)
        .encode(y=y, x="at:Q", text="told:N")
    )
