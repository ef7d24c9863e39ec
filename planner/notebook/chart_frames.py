"""The frames that charts and pages draw, of a plan, its dataset and the prices of its pairs."""

from collections.abc import Iterable

import polars as pl

from planner.charts.theme import GOALS
from planner.dataset import Dataset
from planner.horizon.run import Horizon
from planner.pairing.called import Called
from planner.pairing.plan import Plan
from planner.pairing.prices import price_table
from planner.pairing.units import Part
from planner.pairing.views import need_of_nominated
from planner.policy import Policy


def years_since_visit(dataset: Dataset, plan: Plan) -> pl.DataFrame:
    """Return how many years ago each county had a pairing: city, county, before, after.

    Both count back from the plan's year, without the plan and with it; null where the county has
    none on record. Stations that no longer exist count for no county.
    """
    place = ["city", "county"]
    where = dataset.stations.select("station_id", *place)
    last = (
        dataset.history.select("station_id", pl.col("year").cast(pl.Int64))
        .join(where, "station_id")
        .group_by(place)
        .agg(before=plan.year - pl.col("year").max())
    )
    now = plan.pairs.select(*place).unique().with_columns(now=pl.lit(0, pl.Int64))
    return (
        where.select(place)
        .unique()
        .join(last, place, "left")
        .join(now, place, "left")
        .sort(place)
        .select(*place, "before", after=pl.coalesce("now", "before"))
    )


def reached_by_year(dataset: Dataset, plans: Iterable[Plan]) -> pl.DataFrame:
    """Return how many counties have had a pairing on record by the end of each plan's year.

    Columns: year, counties. `dataset` has the history before the first of the `plans`.
    """
    where = dict(zip(dataset.stations["station_id"],
                     dataset.stations.select("city", "county").rows(), strict=True))  # fmt: skip
    reached = {where[station] for station in dataset.history["station_id"] if station in where}
    rows: list[tuple[int, int]] = []
    for plan in plans:
        reached |= set(plan.pairs.select("city", "county").rows())
        rows.append((plan.year, len(reached)))
    return pl.DataFrame(rows, {"year": pl.Int64, "counties": pl.Int64}, orient="row")


def neediest_unchosen(
    dataset: Dataset, policy: Policy, plan: Plan, prices: pl.DataFrame
) -> pl.DataFrame:
    """Return which of the neediest nominated stations were not chosen, and what they would cost.

    Columns: station_id, station, need, goal, by. The neediest are as many as the plan has stations.
    `prices` is a `price_table` (or several, one under the other). `goal` is the first goal that
    the cheapest of its pairs would worsen and `by` how much; both are null where a pair is equally
    good, `goal` is `barred` where none is allowed, `impossible` where none is in any plan.
    """
    nominated = need_of_nominated(dataset, policy, plan).unique("station_id")
    chosen = plan.pairs["station_id"].n_unique()
    order = {goal: place for place, goal in enumerate(reversed(GOALS))}
    offers = (
        prices.filter(~pl.col("chosen"))
        .with_columns(
            goal=pl.when(~pl.col("possible"))
            .then(pl.lit("impossible"))
            .when(~pl.col("free"))
            .then("first_goal")
        )
        .with_columns(
            dear=pl.when(pl.col("goal") == "impossible")
            .then(len(order))
            .otherwise(pl.col("goal").replace_strict(order, default=-1, return_dtype=pl.Int64))
        )
        .sort("dear", "by", "unit_id", nulls_last=False)
        .unique("station_id", keep="first", maintain_order=True)
        .select("station_id", "goal", "by", offered=pl.lit(True))
    )
    return (
        nominated.sort("need", "station_id", descending=[True, False])
        .head(chosen)
        .filter(pl.col("kind").is_null())
        .join(offers, "station_id", "left", maintain_order="left")
        .select(
            "station_id", "station", "need",
            goal=pl.when(pl.col("offered").is_null()).then(pl.lit("barred")).otherwise("goal"),
            by=pl.when(pl.col("goal") == "impossible").then(None).otherwise("by"),
        )
    )  # fmt: skip


def price_tables(dataset: Dataset, policy: Policy, plan: Plan) -> pl.DataFrame:
    """Return the prices of both parts' pairs, the departments' first, as one `price_table`."""
    parts: tuple[Part, ...] = ("departments", "leaders")
    tables = [price_table(dataset, policy, plan, part) for part in parts]
    return pl.concat(tables, how="diagonal")


def years_ahead(summary: pl.DataFrame, reached: pl.DataFrame) -> pl.DataFrame:
    """Return the summary of the years ahead, its counties so far those of `reached_by_year`.

    `counties_reached` stands in place of those since the first year, which are another figure.
    """
    counted = reached.select("year", counties_reached="counties")
    return summary.join(counted, "year", maintain_order="left").drop(
        "coverage", "counties_visited", "stations_visited", strict=False
    )


def plans_of(horizon: Horizon) -> list[Plan]:
    """Return the plans of the years ahead."""
    return [one.plan for one in horizon.years]


def nearly_free(dataset: Dataset, prices: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs that could be had for nothing, or for longer ways alone.

    Columns: unit_id, unit, city, county, station_id, station, goal, by; `prices` is a
    `price_table`. `goal` is `travel` and `by` how many minutes more, or null and 0 where the pair
    is equally good. The cheapest stand first.
    """
    called = Called.of(dataset)
    cheap = pl.col("free") | (pl.col("possible") & (pl.col("first_goal") == "travel"))
    return (
        prices.filter(~pl.col("chosen") & cheap)
        .with_columns(
            goal=pl.when(~pl.col("free")).then(pl.lit("travel")),
            by=pl.when("free").then(0).otherwise("by"),
            unit=pl.col("unit_id").replace_strict(called.units, return_dtype=pl.String),
            station=pl.col("station_id").replace_strict(called.stations, return_dtype=pl.String),
        )
        .sort("by", "unit_id", "city", "county", "station_id")
        .select("unit_id", "unit", "city", "county", "station_id", "station", "goal", "by")
    )
