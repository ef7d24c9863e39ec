"""Pictures of a plan: frames in, an Altair chart out, and the chart as a file.

A chart holds the columns it shows and no others. Nothing is fetched: there are no map tiles, and
the Chinese font comes with the environment. The other rooms don't know this one.
"""

from functools import cache
from pathlib import Path

import altair as alt
import numpy as np
import polars as pl

from planner.words import Language, say

FONT = "Noto Sans SC"
KINDS = ("leader", "department")
COLOURS = ("#D55E00", "#0072B2")
"""Vermilion and blue of Okabe and Ito's palette: told apart by every kind of colour vision."""
SHAPES = ("triangle-up", "circle")
_INK, _FAINT = "#333333", "#6B6B6B"
_JOINER = "\u2060"
_MOST_CITIES = 40  # Beyond it the cities' names would cover each other.
_NAME_SIZE = (0.085, 0.025)  # Half of a city's name and a mark, as shares of the map.


def plan_map(
    stations: pl.DataFrame, pairs: pl.DataFrame, language: Language = "zh", note: str = ""
) -> alt.LayerChart:
    """Return the map of a plan: every station a faint dot, the paired ones by kind and need.

    `stations` is the table of that name (`station_id`, `city`, `lon`, `lat` are used), `pairs` a
    plan's pairings; `note` closes the subtitle. Distances are true from the middle of the map.
    """
    middle = [-_middle(stations[axis]) for axis in ("lon", "lat")]
    layers = [_dots(stations), _cities(stations, pairs), _pairings(stations, pairs, language)]
    return alt.LayerChart(
        layer=layers,
        projection=alt.Projection(type="azimuthalEquidistant", rotate=[*middle, 0]),
        title=_title(stations, pairs, language, note),
        width=520,
        height=640,
        background="white",
        padding=16,
        config=alt.Config(font=FONT, view=alt.ViewConfig(stroke=None), legend=_legend()),
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


def _cities(stations: pl.DataFrame, pairs: pl.DataFrame) -> alt.LayerChart:
    """Return the cities' names, dark on a light rim that sets them off from the dots."""
    names = _chart(_labels(stations, pairs)).encode(
        longitude="lon:Q", latitude="lat:Q", text="city:N"
    )
    rim = names.mark_text(fontSize=14, color="white", stroke="white", strokeWidth=4)
    return alt.LayerChart(layer=[rim, names.mark_text(fontSize=14, color=_INK)])


def _labels(stations: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Return each city's place for its name: `city`, `lon`, `lat`; no rows for too many cities.

    It is the station nearest the city's middle with no paired station in the name's way.
    """
    if stations["city"].n_unique() > _MOST_CITIES:
        return stations.select("city", "lon", "lat").clear()
    marks = stations.filter(pl.col("station_id").is_in(pairs["station_id"].implode()))
    covered = np.ones((stations.height, marks.height), np.bool_)
    for axis, size in (("lon", _NAME_SIZE[0]), ("lat", _NAME_SIZE[1])):
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


def _pairings(stations: pl.DataFrame, pairs: pl.DataFrame, language: Language) -> alt.Chart:
    names = {kind: say(f"kind.{kind}", language) for kind in KINDS}
    points = stations.select("station_id", "lon", "lat")
    shown = (
        pairs.join(points, "station_id", maintain_order="left")
        .sort("need", descending=True, maintain_order=True)  # Small marks lie over large ones.
        .rename({"travel_minutes": "minutes"})
        .with_columns(pl.col("kind").replace(names))
        .select("lon", "lat", "kind", "unit", "station", "county", "need", "minutes")
    )
    legend = alt.Legend(title=say("map.kind", language), symbolSize=160)
    colour = alt.Scale(domain=[*names.values()], range=[*COLOURS])
    shape = alt.Scale(domain=[*names.values()], range=[*SHAPES])
    tips = {"station": "N", "unit": "N", "county": "N", "need": "Q", "minutes": "Q"}
    return (
        _chart(shown)
        .mark_point(filled=True, opacity=0.85, stroke="white", strokeWidth=0.8)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            color=alt.Color("kind:N", scale=colour, legend=legend),
            shape=alt.Shape("kind:N", scale=shape, legend=legend),
            size=alt.Size(
                "need:Q",
                scale=alt.Scale(domain=[0, 100], range=[0, 340]),
                legend=alt.Legend(
                    title=say("map.need", language),
                    values=[25, 50, 75, 100],
                    symbolType="circle",
                    symbolFillColor=_FAINT,
                ),
            ),
            tooltip=[
                alt.Tooltip(f"{tip}:{type_}", title=say(f"map.{tip}", language))
                for tip, type_ in tips.items()
            ],
        )
    )


def _chart(frame: pl.DataFrame) -> alt.Chart:
    """Return a chart of a small frame's rows, all of its columns shown."""
    texts = [pl.col(name).map_elements(_harmless, pl.String) for name in _text_columns(frame)]
    rows = frame.with_columns(*texts, pl.col(pl.Float64).round(4)).to_dicts()
    return alt.Chart({"values": rows})  # Plain data: a checked type takes a second per 500 rows.


def _text_columns(frame: pl.DataFrame) -> list[str]:
    return [name for name, kind in frame.schema.items() if kind == pl.String]


def _harmless(text: str) -> str:
    """Return a text that cannot end the script of a page, where charts end up.

    `</` and `<!` could: an invisible word joiner stands within them.
    """
    return text.replace("</", f"<{_JOINER}/").replace("<!", f"<{_JOINER}!")


def _title(
    stations: pl.DataFrame, pairs: pl.DataFrame, language: Language, note: str
) -> alt.TitleParams:
    year = "" if pairs.is_empty() else pairs["year"][0]
    number = {f"{kind}s": pairs.filter(kind=kind).height for kind in KINDS}
    counts = say(
        "map.counts",
        language,
        stations=f"{stations.height:,}",
        paired=pairs["station_id"].n_unique(),
        **number,
    )
    return alt.TitleParams(
        say("map.title", language, year=year),
        subtitle=[counts, *filter(None, [_harmless(note)])],
        anchor="start",
        fontSize=20,
        subtitleFontSize=13,
        subtitleColor=_FAINT,
        subtitlePadding=6,
        color=_INK,
        font=FONT,
        subtitleFont=FONT,
        fontWeight="normal",
        offset=12,
    )


def _legend() -> alt.LegendConfig:
    return alt.LegendConfig(
        titleFontSize=14,
        titleFontWeight="normal",
        titleColor=_FAINT,
        labelFontSize=14,
        labelColor=_INK,
        titlePadding=8,
        rowPadding=5,
        offset=0,
    )


def _middle(degrees: pl.Series) -> float:
    """Return the middle between the least and the most degrees, to a hundredth."""
    return 0.0 if degrees.is_empty() else round(min(degrees.to_list()) + _extent(degrees) / 2, 2)


def _extent(degrees: pl.Series) -> float:
    ends = degrees.to_list()
    return max(ends, default=0.0) - min(ends, default=0.0)


@cache
def _register_font() -> None:
    """Make the Chinese font known to the converter, once a process."""
    import vl_convert
    from pylopdf_fonts_zh_cn import sans_path

    vl_convert.register_font_directory(str(sans_path().parent))
