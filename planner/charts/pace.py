"""How far the days at the stations have come, and what they cost."""

import altair as alt
import polars as pl

from planner.charts.bars import TOP, bars, ends, parted
from planner.charts.rows import distinct, labelled
from planner.charts.theme import PALETTES, Palette, Theme, finished, whole
from planner.words import Language, say

STATES = ("met", "on_pace", "behind", "impossible", "exempt")
CHARGES = ("meals", "local", "lodging", "fares", "attached")


def pace(
    units: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.LayerChart:
    """Return how many people of each unit are how far, a bar a unit.

    `units` has `unit_id`, `unit`, `owed` and `done` (days), and people by state: `met`, `on_pace`,
    `behind`, `impossible`, `exempt`, as `pace` of `planner.notebook` makes it.
    """
    palette = PALETTES[theme]
    words = {state: say(f"days.status.{state}", language) for state in STATES}
    named = labelled(units, "unit", "unit_id").with_columns(
        total=pl.sum_horizontal(STATES), told=pl.format("{}/{}", "done", "owed")
    )
    long = parted(named, ["unit", "told"], words, "state", "people").filter(pl.col("people") > 0)
    x = _across(say("pace.people", language), named["total"])
    y = alt.Y("unit:N", sort=distinct(named["unit"]), title=None)
    hues = [*(palette.hues[at] for at in (0, 3, 1, 2)), palette.dot]
    colours = dict(zip(words.values(), hues, strict=True))
    fields = {"unit": "map.unit", "state": "pace.state", "people": "pace.people",
              "told": "pace.days"}  # fmt: skip
    sums = named.select("unit", "told", people="total")
    layers = [
        bars(long, x, y, "state", colours, fields, language, high=13),
        ends(sums, x, y, "told:N", palette, fontSize=11),
    ]
    whole = {name: int(units[name].sum()) for name in (*STATES, "owed", "done")}
    percent = 100 * whole["done"] // whole["owed"] if whole["owed"] else 0
    owing = sum(whole[state] for state in STATES[:-1])
    told = {name: f"{number:,}" for name, number in whole.items()}
    return finished(
        alt.LayerChart(layer=layers),
        theme,
        language,
        say("pace.title", language, people=owing, percent=percent, **told),
        say("pace.reading", language),
        width=520,
        height=alt.Step(20),
    )


def spending(
    cost: pl.DataFrame, language: Language = "zh", *, theme: Theme = "light"
) -> alt.VConcatChart:
    """Return what the days cost by month, and by unit, by kind of charge, in yuan.

    `cost` has `unit_id`, `unit`, `month` (2019-06) and the charges `meals`, `local`, `lodging`,
    `fares` and `attached`, a row a unit and month, as `spent` of `planner.notebook` makes it.
    """
    palette = PALETTES[theme]
    named = labelled(cost, "unit", "unit_id")
    months = named.group_by("month").agg(pl.col(CHARGES).sum()).sort("month")
    units = named.group_by("unit").agg(
        pl.col(CHARGES).sum(), total=pl.sum_horizontal(CHARGES).sum()
    )
    units = units.sort("total", "unit", descending=[True, False])
    title = say("spending.none", language)
    if cost.height:
        dearest = months.with_columns(total=pl.sum_horizontal(CHARGES)).sort(
            "total", "month", descending=[True, False]
        )
        title = say(
            "spending.title", language,
            total=f"{units['total'].sum():,}",
            month=dearest["month"][0], most=f"{dearest['total'][0]:,}",
            unit=units["unit"][0], own=f"{units['total'][0]:,}",
        )  # fmt: skip
    return finished(
        alt.VConcatChart(
            vconcat=[
                _charges(months, "month", language, palette),
                _charges(units.drop("total"), "unit", language, palette),
            ],
            spacing=26,
        ),
        theme,
        language,
        title,
        say("spending.reading", language),
    )


def _charges(
    rows: pl.DataFrame, column: str, language: Language, palette: Palette
) -> alt.LayerChart:
    """Return a bar a row, its charges one after the other, with their sum."""
    words = {charge: say(f"spending.{charge}", language) for charge in CHARGES}
    sums = rows.select(column, yuan=pl.sum_horizontal(CHARGES).cast(pl.Int64))
    long = parted(rows, column, words, "charge", "yuan").filter(pl.col("yuan") > 0)
    x = _across(say("spending.yuan", language), sums["yuan"])
    y = alt.Y(f"{column}:N", sort=distinct(rows[column]), title=None)
    colours = dict(zip(words.values(), palette.hues, strict=True))
    key = TOP if column == "month" else None
    fields = {column: f"spending.{column}", "charge": "spending.charge", "yuan": "spending.yuan"}
    layers = [
        bars(long, x, y, "charge", colours, fields, language, high=13, key=key),
        ends(sums, x, y, alt.Text("yuan:Q", format=","), palette, fontSize=11),
    ]
    return alt.LayerChart(layer=layers, width=520, height=alt.Step(20))


def _across(title: str, totals: pl.Series) -> alt.X:
    """Return the axis of a bar that `people` or `yuan` add up to, its ticks whole."""
    column = "yuan" if totals.name == "yuan" else "people"
    ticks = whole([0, max(totals, default=1)])
    return alt.X(f"{column}:Q", title=title, axis=alt.Axis(values=ticks, format=",d"))
