"""The marks of a plan on its map: a row per pairing, its unit's name, and a line to the others."""

from operator import itemgetter
from typing import Any

import altair as alt
import polars as pl

from planner.charts.labels import FONT_SIZE, beside, short_names
from planner.charts.rows import labelled, tips
from planner.charts.theme import KINDS, Palette
from planner.words import Language, say

SHAPES = ("triangle-up", "circle")
"""The shapes of leaders and departments."""

UNIT = ("kind", "unit_id", "unit")
TOLD = ("unit", "station", "place", "need", "wish", "fit", "minutes")
"""What a mark tells when it is pointed at."""
_MARKED: dict[str, Any] = {
    "lon": pl.Float64, "lat": pl.Float64, "station_id": pl.String, "unit_id": pl.String,
    "kind": pl.String, **dict.fromkeys(TOLD, pl.String), "need": pl.Int64, "minutes": pl.Int64,
}  # fmt: skip

_BUT_DOTS = (  # A dot has no unit to single out; what has no place is the key or the ground.
    "click[!event.item || !event.item.datum || event.item.datum.unit]"
)
_NAMED = 400
"""Points that a map has across and down, at least, where its marks are named."""
_LARGEST = 300
"""Square points of the mark of the greatest need, on a map whose marks are named."""


def kinds_in(language: Language) -> dict[str, str]:
    """Return the kinds of units in words."""
    return {kind: say(f"kind.{kind}", language) for kind in KINDS}


def marked(
    stations: pl.DataFrame, pairs: pl.DataFrame, units: pl.DataFrame, language: Language
) -> pl.DataFrame:
    """Return a row per pairing with all that a mark tells; kind, wish and fit in words.

    `units` (`UNIT`) are all that there are: a name that several of them have gets its key.
    Stations without a place are left out.
    """
    named = labelled(units, "unit", "unit_id").select(UNIT).rows()
    names = {(kind, unit): name for kind, unit, name in named}
    none = say("map.none", language)
    fit = {None: none, True: say("word.yes", language), False: say("word.no", language)}
    kinds = kinds_in(language)
    places = stations.select("station_id", "lon", "lat").drop_nulls()
    placed = pairs.join(places, "station_id", maintain_order="left").to_dicts()
    rows = [
        (
            row["lon"],
            row["lat"],
            row["station_id"],
            row["unit_id"],
            kinds[row["kind"]],
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


def named(
    marks: pl.DataFrame, stations: pl.DataFrame, cities: pl.DataFrame, size: tuple[int, int]
) -> pl.DataFrame:
    """Return the short name of each mark's unit, and where it stands beside the mark.

    `cities` (`city`, `lon`, `lat`) are the names that are there already. A map that is too small
    for names has none.
    """
    marks = marks if min(size) >= _NAMED else marks.clear()
    units = marks["unit"].unique(maintain_order=True).to_list()
    short = dict(zip(units, short_names(units), strict=True))
    texts = marks.with_columns(label=pl.col("unit").replace(short))
    there = cities.rename({"city": "label"})
    at = beside(texts, stations.drop_nulls(["lon", "lat"]), size, there)
    return at.with_columns(texts["unit"])


def single_out() -> alt.Parameter:
    """Return what a click singles out: a unit."""
    # Vega has a signal `unit` of its own: a selection of that name would hold the whole scene.
    return alt.selection_point(name="one_unit", fields=["unit"], on=_BUT_DOTS)


def layers(
    charts: dict[str, alt.Chart],
    only: alt.Parameter,
    language: Language,
    palette: Palette,
    size: tuple[int, int],
) -> list[alt.Chart]:
    """Return the lines, the marks and the names of a map of a size."""
    small = min(size) < _NAMED
    key_of_need = None if small else need_key(language, palette)
    sizes = alt.Scale(domain=[0, 100], range=[0, _LARGEST / 3 if small else _LARGEST])
    words = [*kinds_in(language).values()]
    colour = alt.Scale(domain=words, range=[*palette.kinds])
    shape = alt.Scale(domain=words, range=[*SHAPES])
    key = alt.Legend(title=None, orient="top", symbolSize=110, symbolOpacity=1)
    strong, weak = alt.value(0.92), alt.value(0.12)
    place = {"longitude": "lon:Q", "latitude": "lat:Q"}
    return [
        charts["ways"]
        .mark_rule(strokeWidth=1)
        .encode(
            **place,
            longitude2="lon_to:Q",
            latitude2="lat_to:Q",
            color=alt.Color("kind:N", scale=colour, legend=key),
            opacity=alt.when(only).then(alt.value(0.5)).otherwise(weak),
        ),
        charts["marks"]
        .mark_point(filled=True, stroke=palette.paper, strokeWidth=0.8)
        .encode(
            **place,
            color=alt.Color("kind:N", scale=colour, legend=key),
            shape=alt.Shape("kind:N", scale=shape, legend=key),
            opacity=alt.when(only).then(strong).otherwise(weak),
            size=alt.Size("need:Q", scale=sizes, legend=key_of_need),
            tooltip=tips(language, {name: f"map.{name}" for name in TOLD}),
        )
        .add_params(only),
        charts["labels"]
        .mark_text(fontSize=FONT_SIZE, color=palette.ink)
        .encode(**place, text="label:N", opacity=alt.when(only).then(strong).otherwise(weak)),
    ]


def need_key(language: Language, palette: Palette) -> alt.Legend:
    """Return the key of marks that are as large as the need."""
    return alt.Legend(
        title=say("map.need", language),
        values=[25, 50, 75, 100],
        symbolType="circle",
        symbolFillColor=palette.faint,
        orient="bottom-right",
        direction="horizontal",
    )
