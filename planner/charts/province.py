"""The map of a plan: the province as its stations."""

import json
from pathlib import Path
from typing import Any

import altair as alt
import numpy as np
import polars as pl

from planner.charts.ground import GeoJson, borders
from planner.charts.marks import UNIT, marked, marks
from planner.charts.rows import Shown, chart_of, chart_of_text, charts_of, shown_of, tips
from planner.charts.theme import KINDS, PALETTES, Palette, Theme, finished
from planner.words import Language, say

_MOST_CITIES = 40  # Beyond it the cities' names would cover each other.
_NAME_SIZE = (0.085, 0.025)  # Half of a city's name and a mark, as shares of the map.


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
) -> alt.LayerChart:
    """Return the map of a plan: every station a faint dot, the paired ones in their unit's mark.

    `stations` is the table of that name (`station_id`, `name`, `city`, `county`, `lon` and `lat`
    are used), `pairs` a plan's pairings; `note` closes the subtitle. A mark is as large as the
    need (0 to 100); a click on a mark or in the key leaves one unit. Distances are true from the
    middle of the map. `ground` is a GeoJSON, a file or its content, whose lines lie under it all:
    raises `InputError` where it can't be read. Without `key` there is no legend. `live` are all
    units that may come up (`kind`, `unit_id`, `unit`): with them the map can show another plan
    (`map_shown`), and its dots and marks are to be clicked and have their `station_id`.
    """
    palette = PALETTES[theme]
    units = pairs.select(UNIT).unique(maintain_order=True) if live is None else live
    charts = _charts(_tables(stations, pairs, units, language), live is not None)
    layers = [
        *([] if ground is None else [_borders(ground, palette)]),
        dots(stations, language, palette, live is not None),
        _names(charts["cities"], palette),
        marks(charts["marks"], units, language, palette, key),
    ]
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        _title(pairs, language),
        _counts(stations, pairs, language),
        note,
        projection=projection(stations),
        width=520,
        height=640,
    )


def map_shown(
    stations: pl.DataFrame, pairs: pl.DataFrame, live: pl.DataFrame, language: Language = "zh"
) -> Shown:
    """Return what a plan changes in a `plan_map` of the same stations and `live` units."""
    tables = _tables(stations, pairs, live, language)
    return shown_of(tables, _title(pairs, language), _counts(stations, pairs, language))


def projection(stations: pl.DataFrame) -> alt.Projection:
    """Return a projection true in distance from the stations' middle."""
    middle = [-_middle(stations[axis]) for axis in ("lon", "lat")]
    return alt.Projection(type="azimuthalEquidistant", rotate=[*middle, 0])


def dots(
    stations: pl.DataFrame, language: Language, palette: Palette, clicked: bool = False
) -> alt.Chart:
    """Return every station as a faint dot that tells its name, and can be hit by a click."""
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


def city_names(stations: pl.DataFrame, pairs: pl.DataFrame, palette: Palette) -> alt.LayerChart:
    """Return the cities' names, out of the paired stations' way."""
    return _names(chart_of(_labels(stations, pairs)), palette)


def _names(cities: alt.Chart, palette: Palette) -> alt.LayerChart:
    """Return the cities' names on a rim that sets them off from the dots."""
    names = cities.encode(longitude="lon:Q", latitude="lat:Q", text="city:N")
    rim = names.mark_text(fontSize=14, color=palette.paper, stroke=palette.paper, strokeWidth=4)
    return alt.LayerChart(layer=[rim, names.mark_text(fontSize=14, color=palette.ink)])


def _tables(
    stations: pl.DataFrame, pairs: pl.DataFrame, units: pl.DataFrame, language: Language
) -> dict[str, pl.DataFrame]:
    """Return the rows that differ from plan to plan, by their name."""
    return {
        "marks": marked(stations, pairs, units, language),
        "cities": _labels(stations, pairs),
    }


def _charts(tables: dict[str, pl.DataFrame], live: bool) -> dict[str, alt.Chart]:
    """Return a chart of each table; only a living one tells which station it is."""
    kept = tables if live else {**tables, "marks": tables["marks"].drop("station_id")}
    return charts_of(kept, live)


def _borders(ground: GeoJson | Path | str, palette: Palette) -> alt.Chart:
    return chart_of_text(json.dumps([borders(ground)])).mark_geoshape(
        fill=None, stroke=palette.dot, strokeWidth=0.7
    )


def _labels(stations: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Return each city's place for its name: `city`, `lon`, `lat`; no rows for too many cities.

    It is the station nearest the city's middle with no paired station in the name's way.
    """
    if stations["city"].n_unique() > _MOST_CITIES:
        return stations.select("city", "lon", "lat").clear()
    marks = stations.filter(pl.col("station_id").is_in(pairs["station_id"].implode()))
    covered = np.ones((stations.height, marks.height), np.bool_)
    for axis, size in zip(("lon", "lat"), _NAME_SIZE, strict=True):
        away = stations[axis].to_numpy()[:, None] - marks[axis].to_numpy()
        covered &= np.abs(away) < size * _extent(stations[axis])
    city = stations["city"].rank("dense").to_numpy() - 1
    number = np.bincount(city)
    off = np.zeros(stations.height)
    for axis in ("lon", "lat"):
        place = stations[axis].to_numpy()
        off += (place - (np.bincount(city, place) / number)[city]) ** 2
    order = np.lexsort((stations["station_id"].rank(), off, covered.any(axis=1)))
    _, first = np.unique(city[order], return_index=True)
    return stations.select("city", "lon", "lat")[order[np.sort(first)]]


def _title(pairs: pl.DataFrame, language: Language) -> str:
    return say("map.title", language, year="" if pairs.is_empty() else pairs["year"][0])


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
