"""Small frames of a dataset and its plans, as notebooks show them."""

from pathlib import Path

import polars as pl

from planner import commands
from planner.comparison import Comparison
from planner.comparison.text import remark
from planner.dataset import Dataset, rows_of
from planner.notebook.chart_frames import units_called
from planner.pairing.plan import Plan
from planner.tables.schema import TABLE
from planner.words import Language, say

NO_PRICE = ("impossible", "barred")
UNITS: tuple[str, ...] = ("leader_id", "department_id", "unit_id")


def checked(
    data: Path | str, year: int, policy: Path | str = "", language: Language = "zh"
) -> pl.DataFrame:
    """Return everything that is wrong or odd in a dataset: what, told.

    `what` is `fault` or `warning`; nothing is raised, so that all of it can be looked at.
    """
    found = commands.check(Path(data), year, Path(policy) if policy else None)
    rows = [
        (what, note.text(language))
        for what, notes in (("fault", found.faults), ("warning", found.warnings))
        for note in notes
    ]
    return pl.DataFrame(rows, {"what": pl.String, "told": pl.String}, orient="row")


def named(frame: pl.DataFrame, dataset: Dataset) -> pl.DataFrame:
    """Return rows of a dataset's table with the names of units and stations in place of their ids.

    `leader_id`, `department_id`, `unit_id` and `station_id` become `leader`, `department`, `unit`
    and `station`; so does a `place` that is an id. Those of a table's own take its `name`.
    """
    stations = dict(rows_of(dataset.stations, "station_id", "name"))
    units = units_called(dataset)
    names = dict.fromkeys(UNITS, units) | {"station_id": stations, "place": stations}
    found = [name for name in frame.columns if name in names]
    return (
        frame.drop("name", strict=False)
        .with_columns(pl.col(name).replace(names[name]) for name in found)
        .rename({name: name.removesuffix("_id") for name in found})
    )


def sizes(dataset: Dataset, language: Language = "zh") -> pl.DataFrame:
    """Return how many rows each table has: table, rows."""
    tables = dataset.tables()
    names = [TABLE[name].zh if language == "zh" else name for name in tables]
    return pl.DataFrame({"table": names, "rows": [frame.height for frame in tables.values()]})


def cities(dataset: Dataset) -> pl.DataFrame:
    """Return each city's stations, the most first.

    Columns: city, stations, nominated, nominated_percent, counties, mean_staff, mean_caseload.
    """
    return (
        dataset.stations.group_by("city")
        .agg(
            stations=pl.len(),
            nominated=pl.col("nominated").sum(),
            nominated_percent=(100 * pl.col("nominated").mean()).round(1),
            counties=pl.col("county").n_unique(),
            mean_staff=pl.col("staff").mean().round(2),
            mean_caseload=pl.col("caseload").mean().round(0),
        )
        .sort("stations", "city", descending=[True, False])
    )


def hardship_by_staff(dataset: Dataset) -> pl.DataFrame:
    """Return how many stations of each hardship have so many people: hardship, and one a number."""
    return (
        dataset.stations.sort("staff")
        .pivot("staff", index="hardship", values="station_id", aggregate_function="len")
        .sort("hardship")
        .fill_null(0)
    )


def by_city(plan: Plan) -> pl.DataFrame:
    """Return the pairings city by city: city, county, station, unit, need."""
    return plan.pairs.sort("city", "county", "station_id").select(
        "city", "county", "station", "unit", "need"
    )


def by_unit(plan: Plan) -> pl.DataFrame:
    """Return a row a unit: kind, unit_id, unit, stations (joined), need, travel_minutes (sums)."""
    return plan.pairs.group_by("kind", "unit_id", "unit", maintain_order=True).agg(
        stations=pl.col("station").str.join("、"),
        need=pl.col("need").sum(),
        travel_minutes=pl.col("travel_minutes").sum(),
    )


def two_years(plan: Plan, later: Plan) -> pl.DataFrame:
    """Return each unit's stations in two plans: kind, unit_id, unit, this_year, next_year.

    A unit that only one of the plans has is blank in the other.
    """
    sides = [by_unit(one).select("kind", "unit_id", "unit", "stations") for one in (plan, later)]
    return (
        sides[0]
        .rename({"stations": "this_year"})
        .join(
            sides[1].rename({"stations": "next_year"}),
            ["kind", "unit_id", "unit"], "full", coalesce=True, maintain_order="left_right",
        )
    )  # fmt: skip


def first_losses(prices: pl.DataFrame) -> pl.DataFrame:
    """Return how many pairs not chosen would worsen each goal first: first_goal, pairs.

    A null `first_goal` are pairs that are in no plan, `tie` and null ones that cost nothing.
    """
    return (
        prices.filter(~pl.col("chosen"))
        .with_columns(
            first_goal=pl.when(~pl.col("possible"))
            .then(pl.lit("impossible"))
            .when("free")
            .then(pl.lit("free"))
            .otherwise("first_goal")
        )
        .group_by("first_goal")
        .agg(pairs=pl.len())
        .sort("pairs", "first_goal", descending=[True, False])
    )


def compared(comparison: Comparison, language: Language = "zh") -> pl.DataFrame:
    """Return the goals of plans beside a baseline's: part, goal, sense, before, after, verdict.

    `verdict` says in words whether the plan is better, and which goal is the first to differ.
    Where there are several plans, `plan` says which.
    """
    frame = comparison.goals
    verdicts = [remark(row, language) for row in frame.iter_rows(named=True)]
    plans = ["plan"] if frame["plan"].n_unique() > 1 else []
    return frame.select(
        *plans, "part", "goal", "sense", "before", "after", "difference",
        verdict=pl.Series(verdicts, dtype=pl.String),
    )  # fmt: skip


def losses(frame: pl.DataFrame, language: Language = "zh") -> pl.DataFrame:
    """Return a frame with what each row costs in words, `loss`, in place of `goal` and `by`.

    A null `goal` costs nothing; `impossible` and `barred` have no figure.
    """
    told = [
        say(f"goal.{goal}", language) if goal in NO_PRICE
        else say(f"loss.{goal or 'free'}", language, amount=by)
        for goal, by in frame.select("goal", "by").iter_rows()
    ]  # fmt: skip
    return frame.drop("goal", "by").with_columns(loss=pl.Series(told, dtype=pl.String))


def changes(comparison: Comparison) -> pl.DataFrame:
    """Return the pairings that two plans do not share: kind, unit, change, from and to."""
    return comparison.pairings.filter(pl.col("change") != "kept").select(
        "kind", "unit_id", "unit", "change", "from_station", "to_station"
    )
