"""The map of a plan: the province as its stations."""

import json
from itertools import cycle, islice, product
from pathlib import Path
from typing import Any

import altair as alt
import numpy as np
import polars as pl

from planner.charts.ground import GeoJson, borders
from planner.charts.rows import chart_of, chart_of_text, harmless, labelled, tips
from planner.charts.theme import KINDS, PALETTES, Palette, Theme, finished
from planner.words import Language, say

SHAPES = {
    "leader": ("triangle-up", "triangle-down"),
    "department": ("circle", "square", "diamond", "cross"),
}
"""A unit is told by shape and colour together: colours alone do not reach for thirty units."""

_MOST_CITIES = 40  # Beyond it the cities' names would cover each other.
_NAME_SIZE = (0.085, 0.025)  # Half of a city's name and a mark, as shares of the map.
_BUT_DOTS = (  # A dot has no unit to single out; what has no place is the key or the ground.
    "click[!event.item || !event.item.datum || !event.item.datum.lon || event.item.datum.unit]"
)
_UNTOLD = ("lon", "lat", "station_id")
_SIZE = alt.Scale(domain=[0, 100], range=[0, 340])


def plan_map(
    stations: pl.DataFrame,
    pairs: pl.DataFrame,
    language: Language = "zh",
    note: str = "",
    *,
    theme: Theme = "light",
    ground: GeoJson | Path | str | None = None,
    key: bool = True,
    pick: str | None = None,
) -> alt.LayerChart:
    """Return the map of a plan: every station a faint dot, the paired ones in their unit's mark.

    `stations` is the table of that name (`station_id`, `name`, `city`, `county`, `lon` and `lat`
    are used), `pairs` a plan's pairings; `note` closes the subtitle. A mark is as large as the
    need (0 to 100); a click on a mark or in the key leaves one unit. Distances are true from the
    middle of the map. `ground` is a GeoJSON, a file or its content, whose lines lie under it all:
    raises `InputError` where it can't be read. Without `key` there is no legend; `pick` names a
    selection of the `station_id` of the dot or the mark that is clicked.
    """
    palette = PALETTES[theme]
    layers = [
        *([] if ground is None else [_borders(ground, palette)]),
        dots(stations, language, palette, pick),
        city_names(stations, pairs, palette),
        _pairings(stations, pairs, language, palette, key, pick),
    ]
    year = "" if pairs.is_empty() else pairs["year"][0]
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        say("map.title", language, year=year),
        _counts(stations, pairs, language),
        note,
        projection=projection(stations),
        width=520,
        height=640,
    )


def projection(stations: pl.DataFrame) -> alt.Projection:
    """Return a projection true in distance from the stations' middle."""
    middle = [-_middle(stations[axis]) for axis in ("lon", "lat")]
    return alt.Projection(type="azimuthalEquidistant", rotate=[*middle, 0])


def dots(
    stations: pl.DataFrame, language: Language, palette: Palette, pick: str | None = None
) -> alt.Chart:
    """Return every station as a faint dot that tells its name, and can be picked by a click."""
    shown = stations.select("lon", "lat", *([] if pick is None else ["station_id"]), station="name")
    rim: dict[str, Any] = {}
    if pick is not None:  # To be clicked, a dot has a wide rim that can't be seen.
        rim = {"stroke": palette.dot, "strokeWidth": 8, "strokeOpacity": 0}
    chart = (
        chart_of(shown)
        .mark_circle(size=8, color=palette.dot, opacity=0.5, **rim)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            tooltip=tips(language, {"station": "map.station"}),
        )
    )
    if pick is None:
        return chart
    return chart.add_params(_picking(pick))


def _picking(name: str) -> alt.Parameter:
    return alt.selection_point(name=name, fields=["station_id"], on="click")


def city_names(stations: pl.DataFrame, pairs: pl.DataFrame, palette: Palette) -> alt.LayerChart:
    """Return the cities' names on a rim that sets them off from the dots."""
    names = chart_of(_labels(stations, pairs)).encode(
        longitude="lon:Q", latitude="lat:Q", text="city:N"
    )
    rim = names.mark_text(fontSize=14, color=palette.paper, stroke=palette.paper, strokeWidth=4)
    return alt.LayerChart(layer=[rim, names.mark_text(fontSize=14, color=palette.ink)])


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
    off = [(pl.col(axis) - pl.mean(axis).over("city")).pow(2) for axis in ("lon", "lat")]
    return (
        stations.with_columns(
            covered=pl.Series(np.logical_or.reduce(covered, axis=1)), off=off[0] + off[1]
        )
        .sort("covered", "off", "station_id")
        .unique("city", keep="first", maintain_order=True)
        .select("city", "lon", "lat")
    )


def _pairings(
    stations: pl.DataFrame,
    pairs: pl.DataFrame,
    language: Language,
    palette: Palette,
    key: bool,
    pick: str | None,
) -> alt.Chart:
    told = _marks(stations, pairs, language)
    shown = told if pick is not None else told.drop("station_id")
    looks = _looks(pairs, palette)
    units = [harmless(name) for _, name in looks]
    bound: dict[str, Any] = {"bind": "legend"} if key else {}
    # Vega has a signal `unit` of its own: a selection of that name would hold the whole scene.
    only = alt.selection_point(name="one_unit", fields=["unit"], on=_BUT_DOTS, **bound)
    units_key = alt.Legend(
        title=say("map.key", language),
        symbolSize=110,
        columns=1 + (len(units) > 16),
        labelLimit=150,
    )
    need = alt.Legend(
        title=say("map.need", language),
        values=[25, 50, 75, 100],
        symbolType="circle",
        symbolFillColor=palette.faint,
        orient="bottom-right",
        direction="horizontal",
    )
    legends = (units_key, need) if key else (None, None)
    colours, shapes = [hue for _, hue in looks.values()], [shape for shape, _ in looks.values()]
    return (
        chart_of(shown)
        .mark_point(filled=True, stroke=palette.paper, strokeWidth=0.8)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            color=alt.Color(
                "unit:N", scale=alt.Scale(domain=units, range=colours), legend=legends[0]
            ),
            shape=alt.Shape(
                "unit:N", scale=alt.Scale(domain=units, range=shapes), legend=legends[0]
            ),
            opacity=alt.when(only).then(alt.value(0.92)).otherwise(alt.value(0.12)),
            size=alt.Size("need:Q", scale=_SIZE, legend=legends[1]),
            tooltip=tips(
                language,
                {name: f"map.{name}" for name in told.columns if name not in _UNTOLD},
            ),
        )
        .add_params(only, *([] if pick is None else [_picking(pick)]))
    )


def _marks(stations: pl.DataFrame, pairs: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Return a row per pairing with all that a mark tells; wish and fit in words."""
    fit = {True: say("map.yes", language), False: say("map.no", language)}
    ranks = {rank: say("map.rank", language, rank=rank) for rank in pairs["wish"].drop_nulls()}
    none = say("map.none", language)
    return (
        labelled(pairs, "unit", "unit_id")
        .join(stations.select("station_id", "lon", "lat"), "station_id", maintain_order="left")
        .sort("need", descending=True, maintain_order=True)  # Small marks lie over large ones.
        .select(
            "lon", "lat", "station_id", "unit", "station",
            pl.concat_str("city", "county", separator=" · ").alias("place"),
            "need",
            pl.col("wish").replace_strict(ranks, default=none, return_dtype=pl.String),
            pl.col("fit").replace_strict(fit, default=none, return_dtype=pl.String),
            minutes="travel_minutes",
        )
    )  # fmt: skip


def _looks(pairs: pl.DataFrame, palette: Palette) -> dict[tuple[str, str], tuple[str, str]]:
    """Return shape and colour of each unit (kind and name), leaders first, in the plan's order."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    named = labelled(pairs, "unit", "unit_id")
    for kind in KINDS:
        units = named.filter(kind=kind)["unit"].unique(maintain_order=True).to_list()
        looks = islice(cycle(product(SHAPES[kind], palette.hues)), len(units))
        found |= {(kind, unit): look for unit, look in zip(units, looks, strict=True)}
    return found


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
    ends = degrees.to_list()
    return max(ends, default=0.0) - min(ends, default=0.0)
