"""What was chosen: the need it meets, the ways it takes, the wishes it grants."""

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, distinct, labelled, tips
from planner.charts.theme import GOALS, KINDS, PALETTES, Palette, Theme, finished, whole
from planner.words import Language, say

_BIN = 5  # Points of need to a bar, and to a column of dots.


def need(
    stations: pl.DataFrame,
    unchosen: pl.DataFrame | None = None,
    language: Language = "zh",
    *,
    theme: Theme = "light",
) -> alt.VConcatChart:
    """Return the need of the chosen stations, each a dot, under that of all nominated.

    `stations` has `station`, `need` (0 to 100), and `kind` (`leader` or `department`) and `unit`,
    null where not chosen, as `need_of_nominated` of `planner.pairing.views` makes it. With
    `unchosen` (as `neediest_unchosen` makes it) it also tells why the neediest were
    not chosen: the goal that each would worsen first.
    """
    palette = PALETTES[theme]
    kinds = {kind: say(f"kind.{kind}", language) for kind in KINDS}
    frame = stations.with_columns(
        middle=pl.col("need") // _BIN * _BIN + _BIN / 2, kind=pl.col("kind").replace(kinds)
    )
    chosen = frame.drop_nulls("kind")
    median = [frame["need"].median(), chosen["need"].median()]
    every, own = (f"{value:.0f}" if value is not None else "—" for value in median)
    views: list[alt.Chart | alt.LayerChart] = [
        _all(frame, language, palette),
        _each(chosen, [*kinds.values()], language, palette),
    ]
    told = ""
    if unchosen is not None:
        number = chosen["station_id"].n_unique()
        told = say("need.neediest", language, number=number, left=unchosen.height)
        if unchosen.height:
            views.append(_why(unchosen, language, palette))
    return finished(
        alt.VConcatChart(vconcat=views, spacing=8),
        theme,
        language,
        say("need.title", language, every=every, own=own, number=chosen.height),
        told,
    )


def _all(frame: pl.DataFrame, language: Language, palette: Palette) -> alt.Chart:
    bars = frame.group_by("middle").agg(stations=pl.len()).sort("middle")
    x = alt.X("middle:Q", title=None, axis=alt.Axis(labels=False), scale=_NEED)
    return (
        chart_of(bars)
        .mark_bar(size=22, color=palette.dot)
        .encode(
            x=x,
            y=alt.Y(
                "stations:Q",
                title=say("need.stations", language),
                axis=alt.Axis(values=whole([0, *bars["stations"]]), format="d"),
            ),
            tooltip=tips(language, {"middle": "need.middle", "stations": "need.stations"}),
        )
        .properties(width=560, height=160)
    )


def _each(
    chosen: pl.DataFrame, kinds: list[str], language: Language, palette: Palette
) -> alt.Chart:
    """Return a dot for each chosen station, those of one column on top of each other."""
    order = pl.col("kind").replace_strict({kind: at for at, kind in enumerate(kinds)}, default=0)
    dots = (
        chosen.with_columns(order=order)
        .sort("order", "need", "station", maintain_order=True)
        .with_columns(level=pl.int_range(1, pl.len() + 1).over("middle"))
        .select("station", "unit", "kind", "need", "middle", "level")
    )
    scales = [alt.Scale(domain=kinds, range=[*range_]) for range_ in (palette.kinds, _SHAPES)]
    legend = alt.Legend(orient="bottom", title=None)
    highest = max(dots["level"].to_list(), default=0) + 1
    return (
        chart_of(dots)
        .mark_point(filled=True, size=90, opacity=0.95)
        .encode(
            x=alt.X("middle:Q", title=say("need.need", language), scale=_NEED),
            y=alt.Y(
                "level:Q",
                title=say("need.chosen", language),
                axis=alt.Axis(values=whole([0, highest]), format="d"),
                scale=alt.Scale(domain=[0, highest], nice=False),
            ),
            color=alt.Color("kind:N", scale=scales[0], legend=legend),
            shape=alt.Shape("kind:N", scale=scales[1], legend=legend),
            tooltip=tips(
                language, {"station": "map.station", "unit": "map.unit", "need": "map.need"}
            ),
        )
        .properties(width=560, height=max(60, 13 * highest))
    )


def _why(unchosen: pl.DataFrame, language: Language, palette: Palette) -> alt.LayerChart:
    """Return how many of the neediest would worsen which goal first, the most frequent on top."""
    words = {goal: say(f"chosen.{goal}", language) for goal in (*GOALS, *_NO_PRICE)}
    bars = (
        unchosen.with_columns(why=pl.col("goal").fill_null("free").replace(words))
        .group_by("why")
        .agg(stations=pl.len(), least=pl.col("need").min(), most=pl.col("need").max())
        .sort("stations", "why", descending=[True, False])
    )
    y = alt.Y("why:N", sort=distinct(bars["why"]), title=None)
    base = chart_of(bars).encode(
        y=y,
        x=alt.X(
            "stations:Q",
            title=say("need.left", language),
            axis=alt.Axis(values=whole([0, *bars["stations"]]), format="d"),
        ),
    )
    fields = {"why": "need.why", "stations": "need.left", "least": "need.least"}
    layers = [
        base.mark_bar(size=15, color=palette.dot).encode(
            tooltip=tips(language, fields | {"most": "need.most"})
        ),
        base.mark_text(align="left", dx=5, color=palette.ink).encode(text="stations:Q"),
    ]
    return alt.LayerChart(layer=layers, width=560, height=alt.Step(24))


_NO_PRICE = ("free", "barred", "impossible")
_NEED = alt.Scale(domain=[0, 100], nice=False, padding=0)
_SHAPES = ("triangle-up", "circle")


def travel(
    pairs: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return who travels how far: each unit's ways one after the other, in minutes one way.

    `pairs` are a plan's pairings (`kind`, `unit_id`, `unit`, `station` and `travel_minutes` are
    used). The farthest stand first.
    """
    palette = PALETTES[theme]
    ways = (
        labelled(pairs, "unit", "unit_id")
        .sort("travel_minutes", "station_id", descending=[True, False])
        .with_columns(
            total=pl.col("travel_minutes").sum().over("unit_id"),
            order=pl.int_range(pl.len()).over("unit_id"),
        )
        .sort("total", "unit_id", "order", descending=[True, False, False])
        .select("kind", "unit", "station", "order", "total", minutes="travel_minutes")
    )
    y = alt.Y("unit:N", sort=distinct(ways["unit"]), title=None)
    sums = chart_of(ways.select("unit", "total").unique(maintain_order=True)).encode(
        y=y, x="total:Q", text="total:Q"
    )
    minutes = pairs["travel_minutes"].to_list()
    told = {"total": f"{sum(minutes):,}", "longest": f"{max(minutes, default=0):,}"}
    far = ways.row(0, named=True) if ways.height else {"unit": "—", "total": 0}
    first = {"unit": far["unit"], "minutes": f"{far['total']:,}"}
    return finished(
        alt.LayerChart(
            layer=[
                _ways(ways, y, language, palette),
                sums.mark_text(align="left", dx=5, color=palette.faint),
            ]
        ),
        theme,
        language,
        say("travel.title", language, **first),
        say("travel.sums", language, **told),
        width=560,
        height=alt.Step(20),
    )


def _ways(ways: pl.DataFrame, y: alt.Y, language: Language, palette: Palette) -> alt.Chart:
    kinds = {kind: say(f"kind.{kind}", language) for kind in KINDS}
    fields = {"unit": "map.unit", "station": "map.station", "minutes": "map.minutes"}
    return (
        chart_of(ways.with_columns(pl.col("kind").replace(kinds)))
        .mark_bar(size=13, stroke=palette.paper, strokeWidth=1.5)
        .encode(
            y=y,
            x=alt.X("minutes:Q", title=say("travel.minutes", language), axis=alt.Axis(tickCount=8)),
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=[*kinds.values()], range=[*palette.kinds]),
                legend=alt.Legend(orient="top", title=None),
            ),
            order="order:Q",
            tooltip=tips(language, fields | {"total": "travel.total"}),
        )
    )
