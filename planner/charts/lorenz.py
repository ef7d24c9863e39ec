"""How unequal a distribution over counties is: Lorenz curve and Gini coefficient."""

from collections.abc import Sequence

import altair as alt
import polars as pl

from planner.charts.rows import chart_of, tips
from planner.charts.theme import PALETTES, Theme, finished
from planner.words import Language, say


def lorenz(
    counties: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return the Lorenz curve of pairings over counties, with its Gini coefficient.

    `counties` has a row for every county, those without pairings too, and `pairings`. The curve
    tells which share of the pairings the counties with the fewest have; the straight line is an
    equal share for all.
    """
    palette = PALETTES[theme]
    counts = sorted(counties["pairings"].to_list())
    curve = chart_of(_curve(counts)).encode(
        x=alt.X("counties:Q", title=say("lorenz.counties", language), scale=_WHOLE),
        y=alt.Y("pairings:Q", title=say("lorenz.pairings", language), scale=_WHOLE),
        tooltip=tips(language, {"counties": "lorenz.counties", "pairings": "lorenz.pairings"}),
    )
    even = chart_of(pl.DataFrame({"share": [0, 100]})).encode(x="share:Q", y="share:Q")
    layers = [
        even.mark_line(color=palette.faint, strokeDash=[5, 4]),
        curve.mark_area(color=palette.kinds[1], opacity=0.18),
        curve.mark_line(
            color=palette.kinds[1],
            strokeWidth=2.5,
            point=alt.OverlayMarkDef(color=palette.kinds[1], size=18),
        ),
    ]
    none = sum(count == 0 for count in counts)
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        say("lorenz.title", language),
        say("lorenz.gini", language, gini=f"{gini(counts):.3f}", counties=len(counts), none=none),
        width=420,
        height=420,
    )


def gini(counts: Sequence[int]) -> float:
    """Return the Gini coefficient of counts ≥ 0.

    It is 0 where all are equal and (n − 1)/n where one has everything:
    G = Σ (2i − n − 1)·x_i / (n·Σx) over the counts in ascending order (i from 1); 0 for no count
    above 0.
    """
    ordered, number = sorted(counts), len(counts)
    total = sum(ordered)
    if total == 0:
        return 0.0
    weighted = sum((2 * at - number - 1) * count for at, count in enumerate(ordered, 1))
    return weighted / (number * total)


_WHOLE = alt.Scale(domain=[0, 100], nice=False)


def _curve(counts: Sequence[int]) -> pl.DataFrame:
    """Return the curve's corners in percent: where the count changes, and both ends."""
    frame = pl.DataFrame({"count": counts}, {"count": pl.Int64}).with_columns(
        counties=100 * pl.int_range(1, pl.len() + 1) / pl.len(),
        pairings=100 * pl.col("count").cum_sum() / max(sum(counts), 1),
    )
    corners = frame.filter(pl.col("count") != pl.col("count").shift(-1, fill_value=-1))
    start = pl.DataFrame({"counties": [0.0], "pairings": [0.0]})
    return pl.concat([start, corners.select("counties", "pairings")])
