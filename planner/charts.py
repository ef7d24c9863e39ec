"""Pictures of a plan: frames in, an Altair chart out, and the chart as a file.

A chart holds the columns it shows and no others. Nothing is fetched: there are no map tiles, and
the Chinese font comes with the environment. The other rooms don't know this one.
"""

from functools import cache
from pathlib import Path
from typing import Any

import altair as alt
import polars as pl

from planner.words import Language, say

FONT = "Noto Sans SC"
KINDS = ("leader", "department")
COLOURS = ("#D55E00", "#0072B2")
"""Vermilion and blue of Okabe and Ito's palette: told apart by every kind of colour vision."""
SHAPES = ("triangle-up", "circle")
_INK, _FAINT = "#333333", "#767676"
_MOST_CITIES = 40  # Beyond it the cities' names would cover each other.


def plan_map(
    stations: pl.DataFrame, pairs: pl.DataFrame, language: Language = "zh", note: str = ""
) -> alt.LayerChart:
    """Return the map of a plan: every station a faint dot, the paired ones by kind and need.

    `stations` is the table of that name (`station_id`, `city`, `lon`, `lat` are used), `pairs` a
    plan's pairings; `note` closes the subtitle. Distances are true from the middle of the map.
    """
    middle = [-(_middle(stations[axis])) for axis in ("lon", "lat")]
    layers = [_dots(stations), _cities(stations), _pairings(stations, pairs, language)]
    return (
        alt.layer(*layers)
        .project("azimuthalEquidistant", rotate=[*middle, 0])
        .properties(width=520, height=640, title=_title(stations, pairs, language, note))
        .configure(font=FONT, background="white", padding=16)
        .configure_view(stroke=None)
    )


def save_chart(chart: alt.LayerChart, path: Path | str, scale: float = 2) -> None:
    """Write a chart as a picture, PNG (with `scale` pixels a point) or SVG by the file's ending.

    Raises `ValueError` for any other ending.
    """
    import vl_convert

    path, spec = Path(path), chart.to_json()
    _register_font()
    if path.suffix == ".png":
        path.write_bytes(vl_convert.vegalite_to_png(spec, scale=scale))
    elif path.suffix == ".svg":
        path.write_text(vl_convert.vegalite_to_svg(spec), encoding="utf-8")
    else:
        raise ValueError(f"{path}: found the ending '{path.suffix}', expected .png or .svg")


def _dots(stations: pl.DataFrame) -> alt.Chart:
    return (
        _chart(stations.select("lon", "lat"))
        .mark_circle(size=7, color="#9A9A9A", opacity=0.5)
        .encode(longitude="lon:Q", latitude="lat:Q")
    )


def _cities(stations: pl.DataFrame) -> alt.Chart:
    """Return the cities' names, each in the middle of its stations."""
    cities = stations.group_by("city", maintain_order=True).agg(pl.mean("lon", "lat"))
    return (
        _chart(cities.filter(pl.len() <= _MOST_CITIES))
        .mark_text(fontSize=13, color=_FAINT, stroke="white", strokeWidth=3, strokeOpacity=0.8)
        .encode(longitude="lon:Q", latitude="lat:Q", text="city:N")
    )


def _pairings(stations: pl.DataFrame, pairs: pl.DataFrame, language: Language) -> alt.Chart:
    names = {kind: say(f"kind.{kind}", language) for kind in KINDS}
    points = stations.select("station_id", "lon", "lat")
    shown = (
        pairs.join(points, "station_id", maintain_order="left")
        .sort("need", descending=True, maintain_order=True)  # Small marks lie over large ones.
        .select(
            "lon", "lat", pl.col("kind").replace(names), "unit", "station", "city", "county",
            "need", pl.col("travel_minutes").alias("minutes"),
        )
    )  # fmt: skip
    kind: dict[str, Any] = {"title": say("map.kind", language), "sort": [*names.values()]}
    colour = alt.Scale(domain=[*names.values()], range=[*COLOURS])
    shape = alt.Scale(domain=[*names.values()], range=[*SHAPES])
    tips = ("station", "unit", "county", "need", "minutes")
    return (
        _chart(shown)
        .mark_point(filled=True, opacity=0.85, stroke="white", strokeWidth=0.8)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            color=alt.Color("kind:N", scale=colour, **kind),
            shape=alt.Shape("kind:N", scale=shape, **kind),
            size=alt.Size("need:Q", scale=alt.Scale(domain=[0, 100], range=[15, 320])),
            tooltip=[alt.Tooltip(tip, title=say(f"map.{tip}", language)) for tip in tips],
        )
    )
