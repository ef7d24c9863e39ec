"""How evenly the pairings are spread over cities and counties."""

import altair as alt
import polars as pl

from planner.charts.rows import Shown, chart_of, charts_of, distinct, shown_of, tips
from planner.charts.theme import PALETTES, Palette, Theme, finished, whole
from planner.words import Language, say

_WIDTH = 420  # Of the years together, so that the title has room above them.
_HIGH = 34
"""What a city takes of the height, in points."""
_STACKED = {
    "city": pl.String, "total": pl.Int64, "kind": pl.String, "pairings": pl.Int64,
    "order": pl.Int64, "due": pl.String,
}  # fmt: skip


def balance(
    bands: pl.DataFrame,
    language: Language = "zh",
    *,
    theme: Theme = "light",
    live: bool = False,
    high: int = _HIGH,
) -> alt.LayerChart:
    """Return each city's pairings in its band, leaders and departments stacked.

    `bands` has `city`, `low`, `high` (the band, pairings), `leaders` and `departments` (pairings
    made), one row a city, as `city_bands` of `planner.pairing.views` makes it. A `live` one can
    show other bands of the same cities (`balance_shown`), which stay where they are. A city takes
    `high` points, in which its bar and its band have room.
    """
    palette = PALETTES[theme]
    frame = _measured(bands)
    order = frame.sort("high", "low", "total", "city", descending=[True, True, True, False])["city"]
    y = alt.Y("city:N", sort=distinct(order), title=None, scale=alt.Scale(paddingInner=0.25))
    tables = _tables(frame, language)
    if live:
        ticks = alt.Axis(tickMinStep=1, format="d")  # They follow the rows.
    else:
        ticks = alt.Axis(values=whole([0, *frame["high"], *frame["total"]]), format="d")
        tables["off"] = tables["off"].filter(pl.col("told") != "")
    charts = charts_of(tables, live)
    layers = [
        _stacks(charts["stacks"], y, ticks, language, palette, high),
        _frames(charts["bands"], y, palette, high),
    ]
    if not tables["off"].is_empty():
        layers.append(_off(charts["off"], y, palette))
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        *_titles(frame, language),
        width=560,
        height=alt.Step(high),
    )


def balance_shown(bands: pl.DataFrame, language: Language = "zh") -> Shown:
    """Return what other bands of the same cities change in a living `balance`."""
    frame = _measured(bands)
    return shown_of(_tables(frame, language), *_titles(frame, language))


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
    last = frame.row(-1, named=True) if frame.height else {"year": "—", "first": 0, "reached": 0}
    layers = [
        _groups(frame, x, total, language, palette),
        so_far.mark_line(color=colour, point=alt.OverlayMarkDef(color=colour, size=50)),
        so_far.encode(text="reached:Q").mark_text(dy=-12, color=colour, fontSize=13),
    ]
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        say("counties.title", language, total=total, **last),
        say("counties.line", language),
        width=alt.Step(max(70, _WIDTH // max(frame.height, 1))),
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


def _measured(bands: pl.DataFrame) -> pl.DataFrame:
    """Return the bands with each city's `total`, and how far it is `off`: short (+) or over (−)."""
    total = pl.col("leaders") + pl.col("departments")
    return bands.with_columns(total=total).with_columns(
        off=pl.max_horizontal(pl.col("low") - total, 0)
        - pl.max_horizontal(total - pl.col("high"), 0)
    )


def _titles(frame: pl.DataFrame, language: Language) -> tuple[str, str]:
    outside = frame.filter(pl.col("off") != 0).height
    key = "balance.outside" if outside else "balance.within"
    return say(key, language, outside=outside, cities=frame.height), say("balance.band", language)


def _tables(frame: pl.DataFrame, language: Language) -> dict[str, pl.DataFrame]:
    """Return the rows of the balance, by their name."""
    return {
        "stacks": _stacked(frame, language),
        "bands": frame.select("city", "low", "high"),
        "off": _told(frame, language),
    }


def _kinds(language: Language) -> dict[str, str]:
    return {kind: say(f"part.{kind}", language) for kind in ("leaders", "departments")}


def _stacked(frame: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return a row for each part of a city's bar, the leaders' first."""
    rows = [
        (city["city"], city["total"], word, city[kind], order, f"{city['low']}–{city['high']}")
        for order, (kind, word) in enumerate(_kinds(language).items())
        for city in frame.to_dicts()
    ]
    return pl.DataFrame(rows, _STACKED, orient="row")


def _told(frame: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return in words what each city has too few or too many; nothing within its band."""
    word = {1: "balance.short", -1: "balance.over"}
    rows = [
        (
            city,
            max(total, high),
            say(word[1 if off > 0 else -1], language, off=abs(off)) if off else "",
        )
        for city, total, high, off in frame.select("city", "total", "high", "off").iter_rows()
    ]
    return pl.DataFrame(rows, {"city": pl.String, "at": pl.Int64, "told": pl.String}, orient="row")


def _stacks(
    chart: alt.Chart, y: alt.Y, ticks: alt.Axis, language: Language, palette: Palette, high: int
) -> alt.Chart:
    words = {
        "city": "balance.city",
        "kind": "map.unit",
        "pairings": "balance.pairings",
        "total": "balance.total",
        "due": "balance.due",
    }
    scale = alt.Scale(domain=[*_kinds(language).values()], range=[*palette.kinds])
    return chart.mark_bar(size=round(14 * high / _HIGH)).encode(
        y=y,
        x=alt.X("pairings:Q", title=say("balance.pairings", language), axis=ticks),
        color=alt.Color("kind:N", scale=scale, title=None, legend=alt.Legend(orient="top")),
        order="order:Q",
        tooltip=tips(language, words),
    )


def _frames(chart: alt.Chart, y: alt.Y, palette: Palette, high: int) -> alt.Chart:
    """Return the bands; one of a single number is a stroke."""
    return chart.mark_bar(
        size=round(24 * high / _HIGH),
        filled=False,
        stroke=palette.ink,
        strokeWidth=1.6,
        cornerRadius=2,
    ).encode(y=y, x="low:Q", x2="high:Q")


def _off(chart: alt.Chart, y: alt.Y, palette: Palette) -> alt.Chart:
    """Return what is told beside the bars of cities outside their bands."""
    return chart.mark_text(
        align="left", dx=10, fontSize=13, fontWeight="bold", color=palette.alert
    ).encode(y=y, x="at:Q", text="told:N")
