"""The marks of a plan on its map: a row per pairing, and for each unit a shape and a colour."""

from itertools import cycle, islice, product
from operator import itemgetter
from typing import Any

import altair as alt
import polars as pl

from planner.charts.rows import harmless, labelled, tips
from planner.charts.theme import KINDS, Palette
from planner.words import Language, say

SHAPES = {
    "leader": ("triangle-up", "triangle-down"),
    "department": ("circle", "square", "diamond", "cross"),
}
"""A unit is told by shape and colour together: colours alone do not reach for thirty units."""

UNIT = ("kind", "unit_id", "unit")
TOLD = ("unit", "station", "place", "need", "wish", "fit", "minutes")
"""What a mark tells when it is pointed at."""
_MARKED: dict[str, Any] = {
    "lon": pl.Float64, "lat": pl.Float64, "station_id": pl.String,
    **dict.fromkeys(TOLD, pl.String), "need": pl.Int64, "minutes": pl.Int64,
}  # fmt: skip

_BUT_DOTS = (  # A dot has no unit to single out; what has no place is the key or the ground.
    "click[!event.item || !event.item.datum || !event.item.datum.lon || event.item.datum.unit]"
)
_SIZE = alt.Scale(domain=[0, 100], range=[0, 340])


def marked(
    stations: pl.DataFrame, pairs: pl.DataFrame, units: pl.DataFrame, language: Language
) -> pl.DataFrame:
    """Return a row per pairing with all that a mark tells; wish and fit in words.

    `units` (`UNIT`) are all that get a look: a name that several of them have gets its key.
    """
    named = labelled(units, "unit", "unit_id").select(UNIT).rows()
    names = {(kind, unit): name for kind, unit, name in named}
    none = say("map.none", language)
    fit = {None: none, True: say("map.yes", language), False: say("map.no", language)}
    places = stations.select("station_id", "lon", "lat")
    placed = pairs.join(places, "station_id", maintain_order="left").to_dicts()
    rows = [
        (
            row["lon"],
            row["lat"],
            row["station_id"],
            names[row["kind"], row["unit_id"]],
            row["station"],
            f"{row['city']} · {row['county']}",
            row["need"],
            none if row["wish"] is None else say("map.rank", language, rank=row["wish"]),
            fit[row["fit"]],
            row["travel_minutes"],
        )
        # Small marks lie over large ones.
        for row in sorted(placed, key=itemgetter("need"), reverse=True)
    ]
    return pl.DataFrame(rows, _MARKED, orient="row")


def marks(
    chart: alt.Chart, units: pl.DataFrame, language: Language, palette: Palette, key: bool
) -> alt.Chart:
    """Return a chart of rows (`marked`) as marks, with a legend of the units where `key` is set."""
    looks = _looks(units, palette)
    names = [harmless(name) for _, name in looks]
    colours, shapes = [hue for _, hue in looks.values()], [shape for shape, _ in looks.values()]
    bound: dict[str, Any] = {"bind": "legend"} if key else {}
    # Vega has a signal `unit` of its own: a selection of that name would hold the whole scene.
    only = alt.selection_point(name="one_unit", fields=["unit"], on=_BUT_DOTS, **bound)
    legends = (
        (_units_key(len(names), language), _need_key(language, palette)) if key else (None, None)
    )
    return (
        chart.mark_point(filled=True, stroke=palette.paper, strokeWidth=0.8)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            color=alt.Color(
                "unit:N", scale=alt.Scale(domain=names, range=colours), legend=legends[0]
            ),
            shape=alt.Shape(
                "unit:N", scale=alt.Scale(domain=names, range=shapes), legend=legends[0]
            ),
            opacity=alt.when(only).then(alt.value(0.92)).otherwise(alt.value(0.12)),
            size=alt.Size("need:Q", scale=_SIZE, legend=legends[1]),
            tooltip=tips(language, {name: f"map.{name}" for name in TOLD}),
        )
        .add_params(only)
    )


def _units_key(units: int, language: Language) -> alt.Legend:
    return alt.Legend(
        title=say("map.key", language),
        symbolSize=110,
        columns=1 + (units > 16),
        labelLimit=150,
    )


def _need_key(language: Language, palette: Palette) -> alt.Legend:
    return alt.Legend(
        title=say("map.need", language),
        values=[25, 50, 75, 100],
        symbolType="circle",
        symbolFillColor=palette.faint,
        orient="bottom-right",
        direction="horizontal",
    )


def _looks(units: pl.DataFrame, palette: Palette) -> dict[tuple[str, str], tuple[str, str]]:
    """Return shape and colour of each unit (kind and name), leaders first, in the order given."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    named = labelled(units, "unit", "unit_id")
    for kind in KINDS:
        names = named.filter(kind=kind)["unit"].unique(maintain_order=True).to_list()
        looks = islice(cycle(product(SHAPES[kind], palette.hues)), len(names))
        found |= {(kind, name): look for name, look in zip(names, looks, strict=True)}
    return found
