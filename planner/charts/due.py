"""What falls due of postings: how many things of each kind, overdue, this month, soon."""

import datetime as dt

import altair as alt
import polars as pl

from planner.charts.bars import bars, ends
from planner.charts.rows import distinct
from planner.charts.theme import PALETTES, Theme, finished, whole
from planner.words import Language, say

STATES = ("overdue", "month", "soon")
MATTERS = ("relations", "return", "assessment", "filing", "appraisal", "dossier")


def due(
    matters: pl.DataFrame, on: dt.date, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return how many things of each kind are overdue on a day, due in its month, or later.

    `matters` has `due_on` and `what` (`relations`, `return`, `assessment`, `filing`, `appraisal`,
    `dossier`), one row a thing, as `matters` of `planner.notebook` makes it.
    """
    palette = PALETTES[theme]
    words = {state: say(f"due.{state}", language) for state in STATES}
    counted = _counted(matters, on)
    number = {state: counted.filter(state=state)["number"].sum() for state in STATES}
    frame = counted.with_columns(
        pl.col("state").replace(words),
        pl.col("what").replace({what: say(f"matter.{what}", language) for what in MATTERS}),
        order=pl.col("state").replace_strict({one: at for at, one in enumerate(STATES)}),
        total=pl.col("number").sum().over("what"),
    )  # fmt: skip
    y = alt.Y("what:N", sort=distinct(frame["what"]), title=None)
    colours = dict(zip(words.values(), (*palette.kinds, palette.dot), strict=True))
    highest = max(frame["total"], default=1)
    x = alt.X(
        "number:Q", title=say("due.number", language),
        axis=alt.Axis(values=whole([0, highest]), format="d"),
    )  # fmt: skip
    fields = {"what": "due.what", "state": "due.state", "number": "due.number"}
    sums = frame.select("what", number="total").unique(maintain_order=True)
    layers = [
        bars(frame.drop("total"), x, y, "state", colours, fields, language, high=18),
        ends(sums, x, y, "number:Q", palette),
    ]
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        say("due.title", language, on=on, **number),
        say("due.reading", language),
        width=520,
        height=alt.Step(30),
    )


def _counted(matters: pl.DataFrame, on: dt.date) -> pl.DataFrame:
    """Return how many things of each kind are in each state: what, state, number."""
    month = (pl.col("due_on").dt.year() == on.year) & (pl.col("due_on").dt.month() == on.month)
    state = (
        pl.when(pl.col("due_on") < on)
        .then(pl.lit("overdue"))
        .when(month)
        .then(pl.lit("month"))
        .otherwise(pl.lit("soon"))
    )
    kinds = pl.DataFrame(
        {"what": MATTERS, "place": range(len(MATTERS))}, {"what": pl.String, "place": pl.Int64}
    )
    return (
        matters.with_columns(state=state)
        .group_by("what", "state")
        .agg(number=pl.len())
        .join(kinds, "what")
        .sort("place", pl.col("state").replace_strict({one: at for at, one in enumerate(STATES)}))
        .select("what", "state", "number")
    )
