"""Two plans compared: what moved, as arrows on the map."""

import math

import altair as alt
import polars as pl

from planner.charts.chains import told_chains
from planner.charts.cities import city_labels, city_names
from planner.charts.labels import FONT_SIZE, SIZE, beside, short_names
from planner.charts.province import dots, projection
from planner.charts.rows import chart_of, labelled, tips
from planner.charts.theme import KINDS, PALETTES, Palette, Theme, finished
from planner.words import Language, say

STATES = ("kept", "moved", "new", "dropped")


def compare(
    stations: pl.DataFrame,
    pairings: pl.DataFrame,
    language: Language = "zh",
    note: str = "",
    *,
    theme: Theme = "light",
) -> alt.LayerChart:
    """Return what moved between two plans: an arrow from each dropped station to the new one.

    `stations` is the table of that name, `pairings` has kind, unit_id, unit, change (`kept`,
    `moved`, `new`, `dropped`), from_id and to_id, and the stations' names (`from_station`,
    `to_station`), as a `Comparison` of two plans has them. What is kept is grey; a unit that has a
    change is named; under the title the longest chains are told, in which one change leads to
    another. Stations that the table does not have are counted but not drawn.
    """
    palette = PALETTES[theme]
    steps = pairings.select(
        "kind", "unit_id", "unit", state="change", **{"from": "from_id", "to": "to_id"}
    )
    places = stations.select("station_id", "name", "lon", "lat").drop_nulls()
    counts = {state: steps.filter(state=state).height for state in STATES}
    changed = steps.filter(pl.col("state") != "kept")["unit_id"].n_unique()
    ways = _ways(steps, places)
    layers = [
        dots(stations, language, palette),
        _lines(ways, language, palette),
        _heads(ways, palette),
        _starts(ways, palette),
        city_names(stations, steps.select(station_id=pl.coalesce("to", "from")), palette),
        _ends(steps, places, language, palette),
        _names(steps, places, stations, palette),
    ]
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        say("compare.title" if changed else "compare.same", language, units=changed, **counts),
        say("compare.counts", language, **counts) if changed else "",
        *told_chains(pairings, language)[:_MOST_TOLD],
        note,
        wide=_WIDE,
        projection=projection(stations),
        width=SIZE[0],
        height=SIZE[1],
    )


def _ends(
    steps: pl.DataFrame, places: pl.DataFrame, language: Language, palette: Palette
) -> alt.Chart:
    """Return a mark for every station kept, come or gone; those that moved show where they went."""
    words = {state: say(f"compare.{state}", language) for state in STATES}
    kinds = {kind: say(f"kind.{kind}", language) for kind in KINDS}
    shown = (
        labelled(steps, "unit", "unit_id")
        .with_columns(station_id=pl.coalesce("to", "from"))
        .join(places, "station_id", maintain_order="left")
        .select("lon", "lat", "unit", pl.col("kind").replace(kinds), "state", station="name")
        .sort(
            pl.col("state") != "dropped", maintain_order=True
        )  # Rings lie under what came instead.
        .with_columns(pl.col("state").replace(words))
    )
    domain = [*words.values()]
    colours = [palette.dot, palette.kinds[1], palette.fresh, palette.ink]
    colour = alt.Scale(domain=domain, range=colours)
    size = alt.Scale(type="ordinal", domain=domain, range=[90, 90, 90, 260])
    shape = alt.Scale(domain=[*kinds.values()], range=["triangle-up", "circle"])
    states = alt.Legend(title=say("compare.state", language))
    units = alt.Legend(
        title=say("map.unit", language), symbolFillColor=palette.faint, symbolStrokeWidth=0
    )
    fields = {"unit": "map.unit", "station": "map.station", "state": "compare.state"}
    return (
        chart_of(shown)
        .mark_point(filled=True, stroke=palette.paper, strokeWidth=0.8, opacity=0.95)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            color=alt.Color("state:N", scale=colour, legend=states),
            size=alt.Size("state:N", scale=size, legend=None),
            shape=alt.Shape("kind:N", scale=shape, legend=units),
            tooltip=tips(language, fields),
        )
    )


def _names(
    steps: pl.DataFrame, places: pl.DataFrame, stations: pl.DataFrame, palette: Palette
) -> alt.Chart:
    """Return the name of each unit that has a change, beside the station that is new or gone.

    It stands out of the way of the cities' names.
    """
    changed = (
        labelled(steps, "unit", "unit_id")
        .filter(pl.col("state") != "kept")
        .with_columns(station_id=pl.coalesce("to", "from"))
        .join(places, "station_id", maintain_order="left")
    )
    units = changed["unit"].unique(maintain_order=True).to_list()
    short = dict(zip(units, short_names(units), strict=True))
    marks = changed.with_columns(label=pl.col("unit").replace(short))
    ends = steps.select(station_id=pl.coalesce("to", "from"))
    cities = city_labels(stations, ends).rename({"city": "label"})
    at = beside(marks, stations.drop_nulls(["lon", "lat"]), SIZE, cities)
    return (
        chart_of(at)
        .mark_text(fontSize=FONT_SIZE + 1, color=palette.ink)
        .encode(longitude="lon:Q", latitude="lat:Q", text="label:N")
    )


_MOST_TOLD = 4
_WIDE = 96  # A line of the subtitle is as long as map and key are wide.


def _ways(steps: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Return the moves with both ends' names and places."""
    start, end = (
        places.rename({name: f"{name}_{side}" for name in ("name", "lon", "lat")})
        for side in ("from", "to")
    )
    return (
        labelled(steps, "unit", "unit_id")
        .filter(state="moved")
        .join(start, left_on="from", right_on="station_id", maintain_order="left")
        .join(end, left_on="to", right_on="station_id", maintain_order="left")
        .select("lon_from", "lat_from", "lon_to", "lat_to", "unit", "name_from", "name_to")
    )


def _lines(ways: pl.DataFrame, language: Language, palette: Palette) -> alt.Chart:
    fields = {"unit": "map.unit", "name_from": "compare.from", "name_to": "compare.to"}
    return (
        chart_of(ways)
        .mark_rule(color=palette.kinds[1], strokeWidth=1.5, opacity=0.7)
        .encode(
            longitude="lon_from:Q",
            latitude="lat_from:Q",
            longitude2="lon_to:Q",
            latitude2="lat_to:Q",
            tooltip=tips(language, fields),
        )
    )


def _heads(ways: pl.DataFrame, palette: Palette) -> alt.Chart:
    """Return an arrow's head for each way, on its last third."""
    heads = [
        ((lon + 2 * to_lon) / 3, (lat + 2 * to_lat) / 3, _bearing(lon, lat, to_lon, to_lat))
        for lon, lat, to_lon, to_lat, *_ in ways.iter_rows()
    ]
    names = ("lon", "lat", "angle")
    return (
        chart_of(pl.DataFrame(heads, dict.fromkeys(names, pl.Float64), orient="row"))
        .mark_point(shape="triangle", filled=True, size=70, color=palette.kinds[1], opacity=1)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            angle=alt.Angle("angle:Q", scale=alt.Scale(domain=[0, 360], range=[0, 360])),
        )
    )


def _starts(ways: pl.DataFrame, palette: Palette) -> alt.Chart:
    """Return a small ring where each way starts."""
    return (
        chart_of(ways.select(lon="lon_from", lat="lat_from"))
        .mark_point(filled=True, size=26, color=palette.paper, stroke=palette.kinds[1], opacity=1)
        .encode(longitude="lon:Q", latitude="lat:Q")
    )


def _bearing(lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    """Return the direction of a way on the map, in degrees clockwise from north."""
    east = (to_lon - lon) * math.cos(math.radians((lat + to_lat) / 2))
    return math.degrees(math.atan2(east, to_lat - lat)) % 360
