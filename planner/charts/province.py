"""The map of a plan: the province as its stations."""

import json
from pathlib import Path
from typing import Any, cast

import altair as alt
import numpy as np
import polars as pl

from planner.charts.cities import city_labels, names_of
from planner.charts.ground import GeoJson, borders
from planner.charts.labels import SIZE, joined, short_station
from planner.charts.marks import UNIT, kinds_in, layers, marked, named, single_out
from planner.charts.rows import Shown, chart_of, chart_of_text, charts_of, distinct, shown_of, tips
from planner.charts.theme import KINDS, PALETTES, Palette, Theme, finished
from planner.words import Language, say


def plan_map(
    stations: pl.DataFrame,
    pairs: pl.DataFrame,
    language: Language = "zh",
    note: str = "",
    *,
    theme: Theme = "light",
    ground: GeoJson | Path | str | None = None,
    key: bool = True,
    live: pl.DataFrame | None = None,
    size: tuple[int, int] = SIZE,
) -> alt.LayerChart | alt.HConcatChart:
    """Return the map of a plan: every station a faint dot, the paired ones marked by their kind.

    `stations` is the table of that name (`station_id`, `name`, `city`, `county`, `lon` and `lat`
    are used), `pairs` a plan's pairings; `note` closes the subtitle. A mark is as large as the
    need (0 to 100) and has its unit's name; thin lines join a unit's stations. With `key`, a table
    beside the map has every unit and its stations; a click there or on a mark leaves one unit.
    Distances are true from the middle of the map. `ground` is a GeoJSON, a file or its content,
    whose lines lie under it all: raises `InputError` where it can't be read. `live` are all units
    that may come up (`kind`, `unit_id`, `unit`): with them the map can show another plan
    (`map_shown`), and its dots and marks are to be clicked and have their ids. `size` is the
    map's, in points.
    """
    palette, only = PALETTES[theme], single_out()
    units = pairs.select(UNIT).unique(maintain_order=True) if live is None else live
    charts = _charts(_tables(stations, pairs, units, language, size), live is not None)
    drawn = alt.LayerChart(
        layer=[
            *([] if ground is None else [_borders(ground, palette)]),
            dots(stations, language, palette, live is not None),
            names_of(charts["cities"], palette, size),
            *layers(charts, only, language, palette, size),
        ]
    ).properties(projection=projection(stations), width=size[0], height=size[1])
    if key:
        marks = marked(stations, pairs, units, language)
        table = _key(marks, pairs, only, language, palette)
        whole = alt.HConcatChart(hconcat=[drawn, table], spacing=24)
        whole = cast(Any, whole).resolve_scale(
            color="independent", shape="independent", size="independent"
        )
        whole.params[0].views.append(_KEYS_NAME)  # A click in the table singles out, too.
    else:
        whole = drawn
    return finished(
        whole,
        theme,
        language,
        _title(pairs, language),
        _counts(stations, pairs, language),
        note,
    )


def map_shown(
    stations: pl.DataFrame,
    pairs: pl.DataFrame,
    live: pl.DataFrame,
    language: Language = "zh",
    size: tuple[int, int] = SIZE,
) -> Shown:
    """Return what a plan changes in a `plan_map` of the same stations, `live` units and size."""
    tables = _tables(stations, pairs, live, language, size)
    return shown_of(tables, _title(pairs, language), _counts(stations, pairs, language))


def projection(stations: pl.DataFrame) -> alt.Projection:
    """Return a projection true in distance from the stations' middle."""
    middle = [-_middle(stations[axis].drop_nulls()) for axis in ("lon", "lat")]
    return alt.Projection(type="azimuthalEquidistant", rotate=[*middle, 0])


def dots(
    stations: pl.DataFrame, language: Language, palette: Palette, clicked: bool = False
) -> alt.Chart:
    """Return every station as a faint dot that tells its name, and can be hit by a click."""
    stations = stations.drop_nulls(["lon", "lat"])
    shown = stations.select("lon", "lat", *(["station_id"] if clicked else []), station="name")
    rim: dict[str, Any] = {}
    if clicked:  # To be hit, a dot has a wide rim that can't be seen.
        rim = {"stroke": palette.dot, "strokeWidth": 8, "strokeOpacity": 0}
    return (
        chart_of(shown)
        .mark_circle(size=8, color=palette.dot, opacity=0.5, **rim)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            tooltip=tips(language, {"station": "map.station"}),
        )
    )


def _key(
    marks: pl.DataFrame,
    pairs: pl.DataFrame,
    only: alt.Parameter,
    language: Language,
    palette: Palette,
) -> alt.LayerChart:
    """Return the key as a table: every unit and, in short, its stations."""
    short = {
        station: short_station(name, county)
        for station, name, county in pairs.select("station_id", "station", "county").iter_rows()
    }
    order = {kind: place for place, kind in enumerate(kinds_in(language).values())}
    rows = (
        marks.sort(pl.col("kind").replace_strict(order, default=0), "unit_id", "station_id")
        .group_by("kind", "unit_id", "unit", maintain_order=True)
        .agg(pl.col("station_id").replace(short).alias("stations"))
        .with_columns(stations=pl.col("stations").list.join("、"))
        .drop("unit_id")
    )
    y = alt.Y("unit:N", sort=distinct(rows["unit"]), axis=None)
    base = chart_of(rows).encode(
        y=y, opacity=alt.when(only).then(alt.value(1)).otherwise(alt.value(0.25))
    )
    scale = alt.Scale(domain=[*order], range=[*palette.kinds])
    fields = {"unit": "map.unit", "stations": "map.station"}
    texts = [
        base.mark_text(align="left", x=0, fontSize=11)
        .encode(text="unit:N", color=alt.Color("kind:N", scale=scale, legend=None))
        .properties(name=_KEYS_NAME),
        base.mark_text(align="left", x=_KEY, fontSize=11, limit=_STATIONS).encode(
            text="stations:N", tooltip=tips(language, fields)
        ),
    ]
    step = min(20, SIZE[1] / max(rows.height, 1))
    return alt.LayerChart(layer=texts, width=_KEY + _STATIONS, height=alt.Step(step))


_KEY, _STATIONS = 120, 200
"""How wide the two columns of the key are."""
_KEYS_NAME = "units"


def _tables(
    stations: pl.DataFrame,
    pairs: pl.DataFrame,
    units: pl.DataFrame,
    language: Language,
    size: tuple[int, int],
) -> dict[str, pl.DataFrame]:
    """Return the rows that differ from plan to plan, by their name."""
    marks, cities = marked(stations, pairs, units, language), city_labels(stations, pairs, size)
    return {
        "ways": joined(marks),
        "marks": marks,
        "labels": named(marks, stations, cities, size),
        "cities": cities,
    }


def _charts(tables: dict[str, pl.DataFrame], live: bool) -> dict[str, alt.Chart]:
    """Return a chart of each table; only a living one tells which station it is."""
    kept = tables if live else {**tables, "marks": tables["marks"].drop("station_id", "unit_id")}
    return charts_of(kept, live)


def _borders(ground: GeoJson | Path | str, palette: Palette) -> alt.Chart:
    return chart_of_text(json.dumps([borders(ground)])).mark_geoshape(
        fill=None, stroke=palette.dot, strokeWidth=0.7
    )


def _title(pairs: pl.DataFrame, language: Language) -> str:
    year = "" if pairs.is_empty() else pairs["year"][0]
    units = pairs.select("kind", "unit_id").n_unique()
    counties = pairs.select("city", "county").n_unique()
    stations = pairs["station_id"].n_unique()
    return say("map.title", language, year=year, units=units, stations=stations, counties=counties)


def _counts(stations: pl.DataFrame, pairs: pl.DataFrame, language: Language) -> str:
    number = {f"{kind}s": pairs.filter(kind=kind).height for kind in KINDS}
    return say(
        "map.counts",
        language,
        stations=f"{stations.height:,}",
        paired=pairs["station_id"].n_unique(),
        **number,
    )


def _middle(degrees: pl.Series) -> float:
    """Return the middle between the least and the most degrees, to a hundredth."""
    return 0.0 if degrees.is_empty() else round(min(degrees.to_list()) + _extent(degrees) / 2, 2)


def _extent(degrees: pl.Series) -> float:
    return 0.0 if degrees.is_empty() else float(np.ptp(degrees.to_numpy()))
