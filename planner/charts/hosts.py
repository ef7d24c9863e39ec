"""Postings and the exchange on the map: where people go, and who comes from there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import polars as pl

from planner.charts.cities import city_labels, city_names
from planner.charts.labels import FONT_SIZE, SIZE, beside, short_names
from planner.charts.marks import need_key
from planner.charts.province import dots, projection
from planner.charts.rows import chart_of, labelled, tips
from planner.charts.theme import PALETTES, Palette, Theme, finished
from planner.words import Language, say

ROUTES = ("A", "B")
KINDS = ("swap", "secondment", "attachment")
_SHAPES = ("diamond", "triangle-down", "triangle-up")
_NEED = alt.Scale(domain=[0, 100], range=[0, 200])


@dataclass(frozen=True, slots=True)
class _Look:
    """What kinds of marks a map has, in words, each with its colour and its shape."""

    column: str
    words: Mapping[str, str]
    colours: Sequence[str]
    shapes: Sequence[str]
    told: Mapping[str, str]


def hosts(
    stations: pl.DataFrame, sent: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return the stations to which a plan of postings sends people, with their counties' names.

    `stations` is the table of that name; `sent` has `host_id`, `county`, `city`, `department_id`,
    `department`, `person`, `need` (0 to 100), `start_date`, `end_date`, `since`, `route` and
    `planned`: rows that are not the plan's, or of a later department, are left out. A mark is as
    large as the need.
    """
    palette = PALETTES[theme]
    words = {route: say(f"hosts.{route}", language) for route in ROUTES}
    rows = (
        labelled(sent.filter("planned", since=pl.col("start_date")), "department", "department_id")
        .with_columns(pl.col("route").replace(words), label="county", station_id="host_id")
        .sort("need", descending=True, maintain_order=True)
    )
    told = {"host": "map.station", "place": "map.place", "need": "map.need", "who": "hosts.who",
            "department": "hosts.department", "time": "hosts.time"}  # fmt: skip
    colours = (palette.kinds[1], palette.kinds[0])
    look = _Look("route", words, colours, ("circle", "square"), told)
    title = say(
        "hosts.title", language,
        people=rows.height, stations=rows["host_id"].n_unique(),
        counties=rows.select("city", "county").n_unique(),
    ) if rows.height else say("hosts.none", language)  # fmt: skip
    shown = _map(stations, rows.with_columns(who="person"), look, language, palette)
    return _finished(shown, stations, language, theme, title, "hosts.reading")


def exchanges(
    stations: pl.DataFrame,
    pairs: pl.DataFrame,
    language: Language = "zh",
    *,
    theme: Theme = "light",
) -> alt.LayerChart:
    """Return the stations of an exchange, each with its department's name: who comes, who goes.

    `stations` is the table of that name; `pairs` has `exchange` (`swap`, `secondment`,
    `attachment`), `station_id`, `station`, `city`, `county`, `department_id`, `department`,
    `cadre` and `chief` (null where only one goes), `start_date`, `end_date`, as `pairs` of
    `planner.notebook` makes it.
    """
    palette = PALETTES[theme]
    words = {kind: say(f"exchanges.{kind}", language) for kind in KINDS}
    named = labelled(pairs, "department", "department_id")
    units = named["department"].unique(maintain_order=True).to_list()
    short = dict(zip(units, short_names(units), strict=True))
    rows = named.with_columns(
        pl.col("exchange").replace(words),
        label=pl.col("department").replace(short),
        host="station",
        who=pl.concat_str("cadre", "chief", separator=" ⇄ ", ignore_nulls=True),
    )
    told = {"host": "map.station", "place": "map.place", "department": "exchanges.department",
            "who": "exchanges.who", "time": "hosts.time"}  # fmt: skip
    colours = (palette.hues[0], palette.hues[1], palette.hues[3])
    look = _Look("exchange", words, colours, _SHAPES, told)
    number = {kind: pairs.filter(exchange=kind).height for kind in KINDS}
    people = 2 * number["swap"] + number["secondment"] + number["attachment"]
    title = (
        say("exchanges.title", language, people=people, **number)
        if pairs.height
        else say("exchanges.none", language)
    )
    shown = _map(stations, rows, look, language, palette)
    return _finished(shown, stations, language, theme, title, "exchanges.reading")


def _map(
    stations: pl.DataFrame,
    rows: pl.DataFrame,
    look: _Look,
    language: Language,
    palette: Palette,
) -> list[alt.Chart | alt.LayerChart]:
    """Return the layers of a map: all stations, the marks of the rows, their labels."""
    places = stations.select("station_id", "lon", "lat").drop_nulls()
    marks = rows.join(places, "station_id", maintain_order="left").with_columns(
        place=pl.format("{} · {}", "city", "county"),
        time=pl.format("{} – {}", "start_date", "end_date"),
    )
    cities = city_labels(stations, marks)
    once = marks.unique(["station_id", "label"], keep="first", maintain_order=True)
    names = beside(
        once, stations.drop_nulls(["lon", "lat"]), SIZE, cities.rename({"city": "label"})
    )
    domain = [*look.words.values()]
    key = alt.Legend(title=None, orient="top", symbolSize=90)
    size = (
        alt.Size("need:Q", scale=_NEED, legend=need_key(language, palette))
        if "need" in look.told
        else alt.value(110)
    )
    place = {"longitude": "lon:Q", "latitude": "lat:Q"}
    return [
        dots(stations, language, palette),
        city_names(stations, marks, palette),
        chart_of(marks.select("lon", "lat", look.column, *look.told))
        .mark_point(filled=True, stroke=palette.paper, strokeWidth=0.8, opacity=0.92)
        .encode(
            **place,
            size=size,
            color=alt.Color(
                f"{look.column}:N", scale=alt.Scale(domain=domain, range=[*look.colours]),
                legend=key,
            ),
            shape=alt.Shape(
                f"{look.column}:N", scale=alt.Scale(domain=domain, range=[*look.shapes]),
                legend=key,
            ),
            tooltip=tips(language, look.told),
        ),
        chart_of(names)
        .mark_text(fontSize=FONT_SIZE, color=palette.ink)
        .encode(**place, text="label:N"),
    ]  # fmt: skip


def _finished(
    layers: list[alt.Chart | alt.LayerChart],
    stations: pl.DataFrame,
    language: Language,
    theme: Theme,
    title: str,
    reading: str,
) -> alt.LayerChart:
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        title,
        say(reading, language),
        projection=projection(stations),
        width=SIZE[0],
        height=SIZE[1],
    )
