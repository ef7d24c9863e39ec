"""The visit calendar as two pictures: what each station bears by week, each department by month."""

from collections.abc import Sequence
from datetime import date, timedelta

import altair as alt
import polars as pl

from planner.charts.costs import is_dark
from planner.charts.rows import chart_of, distinct, labelled, tips
from planner.charts.theme import PALETTES, Palette, Theme, between, finished
from planner.words import Language, say

_MONTHS = tuple(f"{month:02}" for month in range(1, 13))
_WEEK, _LINE = 13, 14
_FOURTH = 4
"""Of so many weeks one has its date on the axis."""


def load(
    calendar: pl.DataFrame,
    stations: pl.DataFrame,
    language: Language = "zh",
    *,
    theme: Theme = "light",
) -> alt.LayerChart:
    """Return the visitor-days of each station and week, the most visited stations first.

    A week is told by its Monday, and one without visits keeps its place.
    `calendar` has `person_id`, `station_id`, `days`, `week` (2019-W25), one row a stay, as
    `calendar.csv`; `stations` is the table of that name (`station_id`, `name`, `staff`).
    """
    palette = PALETTES[theme]
    cells = (
        calendar.with_columns(week=(pl.col("week") + "-1").str.to_date("%G-W%V-%u"))
        .group_by("station_id", "week")
        .agg(days=pl.col("days").sum(), people=pl.col("person_id").n_unique())
        .join(stations.select("station_id", "staff", station="name"), "station_id")
    )
    cells = labelled(cells, "station", "station_id").with_columns(
        total=pl.col("days").sum().over("station_id")
    )
    cells = cells.sort("total", "station_id", "week", descending=[True, False, False])
    weeks = _every_week(cells["week"].to_list())
    cells = cells.with_columns(pl.col("week").cast(pl.String))
    x = alt.X(
        "week:N", scale=alt.Scale(domain=weeks), title=say("load.week", language),
        axis=alt.Axis(labelAngle=0, values=weeks[::_FOURTH], labelExpr="slice(datum.label, 5)"),
    )  # fmt: skip
    y = alt.Y(
        "station:N", sort=distinct(cells["station"]), title=None,
        axis=alt.Axis(labelFontSize=11, ticks=False, domain=False),
    )  # fmt: skip
    fields = ("station", "staff", "week", "people", "days")
    chart = (
        chart_of(cells.select(*fields))
        .mark_rect(stroke=palette.paper, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            color=_colour(cells["days"], say("load.days", language), palette),
            tooltip=tips(language, {field: f"load.{field}" for field in fields}),
        )
    )
    most = cells["days"].max()
    title = say("load.none", language)
    if most is not None:
        visited = cells["station_id"].n_unique()
        title = say("load.title", language, stations=visited, days=most)
    return finished(
        alt.LayerChart(layer=[chart]),
        theme,
        language,
        title,
        say("load.reading", language),
        width=alt.Step(_WEEK),
        height=alt.Step(_LINE),
    )


def department_year(
    calendar: pl.DataFrame,
    departments: pl.DataFrame,
    language: Language = "zh",
    *,
    theme: Theme = "light",
) -> alt.LayerChart:
    """Return the days that each department is at the stations, month by month.

    `calendar` has `year`, `unit_id`, `person_id`, `days`, `month` (2019-06), one row a stay, as
    `calendar.csv`; `departments` is the table of that name (`department_id`, `name`): rows of
    other units are left out.
    """
    palette = PALETTES[theme]
    names = departments.select("name", unit_id="department_id")
    units = labelled(names, "name", "unit_id").select("unit_id", department="name")
    cells = (
        calendar.with_columns(month=pl.col("month").str.slice(-2))
        .group_by("unit_id", "month")
        .agg(days=pl.col("days").sum(), people=pl.col("person_id").n_unique())
        .join(units, "unit_id")
        .sort("unit_id", "month")
    )
    dark = [is_dark(_tint(days, cells["days"], palette)) for days in cells["days"]]
    strong = pl.Series("strong", dark, pl.Boolean)
    x = alt.X(
        "month:N", sort=[*_MONTHS], scale=alt.Scale(domain=[*_MONTHS]),
        title=say("year.month", language), axis=alt.Axis(labelAngle=0, orient="top"),
    )  # fmt: skip
    kept = units.filter(pl.col("unit_id").is_in(cells["unit_id"].implode()))
    y = alt.Y(
        "department:N", sort=distinct(kept["department"]), title=None,
        axis=alt.Axis(ticks=False, domain=False),
    )  # fmt: skip
    fields = ("department", "month", "people", "days")
    colour = _colour(cells["days"], say("year.days", language), palette)
    tinted = (
        chart_of(cells.select(*fields))
        .mark_rect(stroke=palette.paper, strokeWidth=1)
        .encode(x=x, y=y, color=colour, tooltip=tips(language, {f: f"year.{f}" for f in fields}))
    )
    figures = [
        chart_of(rows.select("department", "month", "days"))
        .mark_text(color=ink, fontSize=11)
        .encode(x=x, y=y, text="days:Q")
        for rows, ink in (
            (cells.filter(strong), "#FFFFFF"), (cells.filter(~strong), "#000000")
        )
    ]  # fmt: skip
    title = say("year.none", language)
    months = cells.group_by("month").agg(pl.col("days").sum())
    for month, days in months.sort("days", "month", descending=[True, False]).head(1).rows():
        title = say(
            "year.title", language,
            year=calendar["year"].max(), departments=kept.height, days=f"{cells['days'].sum():,}",
            month=int(month), most=days,
        )  # fmt: skip
    return finished(
        alt.LayerChart(layer=[tinted, *figures]),
        theme,
        language,
        title,
        say("year.reading", language),
        width=alt.Step(44),
        height=alt.Step(22),
    )


def _every_week(mondays: Sequence[date]) -> list[str]:
    """Return the Mondays of all weeks from the first to the last of some."""
    first, last = min(mondays, default=date.min), max(mondays, default=date.min)
    number = (last - first).days // 7 + 1 if mondays else 0
    return [str(first + timedelta(weeks=week)) for week in range(number)]


def _tint(days: int, every: pl.Series, palette: Palette) -> str:
    """Return the colour that so many days have among all of them."""
    most = max(every, default=1)
    return between([*reversed(palette.ramp)], (len(palette.ramp) - 1) * days / max(most, 1))


def _colour(days: pl.Series, title: str, palette: Palette) -> alt.Color:
    """Return the colour of days: the more there are, the further from the paper."""
    steps = len(palette.ramp) - 1
    most = max(days, default=1)
    return alt.Color(
        "days:Q",
        title=title,
        scale=alt.Scale(
            domain=[most * step / steps for step in range(steps + 1)],
            range=[*reversed(palette.ramp)],
            interpolate="rgb",
        ),
        legend=alt.Legend(orient="right", format="d"),
    )
