"""A plan seen from its sides: the small frames that charts and reports are drawn from."""

from collections import Counter
from typing import Any

import polars as pl

from planner.dataset import Dataset, rows_of
from planner.pairing.called import Called
from planner.pairing.field import field_of
from planner.pairing.pairs import BARRING, Pairs, pairs_of
from planner.pairing.plan import Plan
from planner.pairing.units import KIND, PARTS, Units, units_of
from planner.places import Stations
from planner.policy import Policy


def city_bands(dataset: Dataset, policy: Policy, plan: Plan) -> pl.DataFrame:
    """Return each city's pairings and the band due to it: city, low, high, leaders, departments.

    The band is that of the goal `balance`: of T places, those of the departments and the leaders'
    pairings made (of a plan of leaders alone: theirs), a city with E_c of E nominated stations is
    due ⌊T·E_c/E⌋ to ⌈T·E_c/E⌉.
    """
    made = Counter(plan.pairs.select("city", "kind").iter_rows())
    leaders = sum(number for (_, kind), number in made.items() if kind == KIND["leaders"])
    alone = leaders == plan.pairs.height
    upper = units_of(dataset, policy, "leaders" if alone else "departments").upper
    places = int(upper.sum()) + (0 if alone else leaders)
    nominated = Counter(dataset.stations.filter("nominated")["city"].to_list())
    every = max(nominated.total(), 1)
    rows = [
        (
            city,
            nominated[city] * places // every,
            -(-nominated[city] * places // every),
            *(made[city, KIND[part]] for part in PARTS),
        )
        for city in sorted(dataset.stations["city"].unique().to_list())
    ]
    return pl.DataFrame(rows, _BANDS, orient="row")


def need_of_nominated(dataset: Dataset, policy: Policy, plan: Plan) -> pl.DataFrame:
    """Return the stations that could be chosen, or were: station_id, station, need, kind, unit.

    `kind` (`leader` or `department`) and `unit` are null where the plan does not have the station.
    A station of several units has a row for each.
    """
    field = field_of(dataset, policy, plan.year)
    chosen = plan.pairs.select("station_id", "kind", "unit")
    return (
        field.frame.with_columns(need=pl.Series(field.need))
        .join(chosen, "station_id", "left", maintain_order="left_right")
        .filter(pl.col("nominated") | pl.col("kind").is_not_null())
        .select("station_id", "need", "kind", "unit", station="name")
        .select("station_id", "station", "need", "kind", "unit")
    )


def wishes_told(
    dataset: Dataset, policy: Policy, plan: Plan, prices: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Return every wish: department_id, department, rank, place, met, reason, goal, by.

    `reason` tells why a wish is not met, null where it is: `exempt`; the rule that bars most of its
    stations where all are barred (one of `BARRING`); `taken` where all others are other units';
    else `price`, and with `prices` (the departments' `price_table`) also
    `free`, equally good, or `impossible`, in no plan. `goal` and `by` are then the first goal that
    the cheapest of its stations would worsen and by how much.
    """
    field = field_of(dataset, policy, plan.year)
    units = units_of(dataset, policy, "departments")
    pairs = pairs_of(dataset, policy, plan.year, units, field)
    had = set(plan.pairs.select("unit_id", "station_id").rows())
    names = Called.of(dataset)
    wishes = rows_of(dataset.wishes, "department_id", "rank", "level", "place")
    rows: list[tuple[Any, ...]] = []
    for unit, rank, level, place in sorted(wishes):
        at = field.places.resolve(level, place)
        covered: list[str] = field.frame["station_id"].gather(at).to_list()
        met = any((unit, station) in had for station in covered)
        why = (None, None, None)
        if not met:
            why = _unmet(unit, at, units, pairs, {field.position[s] for _, s in had})
        if why[0] == "price" and prices is not None:
            why = _price(prices.filter(pl.col("station_id").is_in(covered), unit_id=unit))
        rows.append((unit, names.units[unit], rank, names.stations.get(place, place), met, *why))
    return pl.DataFrame(rows, _WISHES, orient="row")


def cheapest_by_county(dataset: Dataset, prices: pl.DataFrame) -> pl.DataFrame:
    """Return what each county would cost each unit.

    Columns: unit_id, unit, city, county, station, state, goal, by. `prices` is a `price_table`. A
    row is that of the cheapest station there that is allowed; its
    state is `chosen` (the unit has one there), `free`, `priced` (`goal` is the first that would be
    worse, `by` how much; null otherwise) or `impossible`.
    """
    goals = prices.columns[prices.columns.index("free") + 1 :]
    names = Called.of(dataset)
    state = (
        pl.when("chosen").then(pl.lit("chosen"))
        .when(~pl.col("possible")).then(pl.lit("impossible"))
        .when("free").then(pl.lit("free"))
        .otherwise(pl.lit("priced"))
    )  # fmt: skip
    priced = pl.col("state") == "priced"
    return (
        prices.with_columns(
            state=state,
            unit=pl.col("unit_id").replace_strict(names.units),
            station=pl.col("station_id").replace_strict(names.stations),
        )
        .sort(
            "chosen", "possible", *goals, "station_id",
            descending=[True, True, *[False] * len(goals), False],
        )
        .unique(["unit_id", "city", "county"], keep="first", maintain_order=True)
        .sort("unit_id", "city", "county")
        .select(
            "unit_id", "unit", "city", "county", "station", "state",
            goal=pl.when(priced).then("first_goal"), by=pl.when(priced).then("by"),
        )
    )  # fmt: skip


def counties_by_year(dataset: Dataset, plan: Plan) -> pl.DataFrame:
    """Return how many counties had a pairing in each year: year, first, again.

    `first` are those with none in any earlier year on record, `again` the others; years are those
    of the history and the plan's. Stations that no longer exist count for no county.
    """
    where = dataset.stations.select("station_id", "city", "county")
    rows = pl.concat([
        dataset.history.select("year", "station_id").cast({"year": pl.Int64}),
        plan.pairs.select("year", "station_id"),
    ]).join(where, "station_id").select("year", "city", "county").unique()  # fmt: skip
    fresh = pl.col("year") == pl.col("year").min().over("city", "county")
    return (
        rows.with_columns(fresh=fresh)
        .group_by("year")
        .agg(
            first=pl.col("fresh").sum().cast(pl.Int64),
            again=(~pl.col("fresh")).sum().cast(pl.Int64),
        )
        .sort("year")
    )


_BANDS = {
    "city": pl.String, "low": pl.Int64, "high": pl.Int64,
    "leaders": pl.Int64, "departments": pl.Int64,
}  # fmt: skip
_WISHES = {
    "department_id": pl.String, "department": pl.String, "rank": pl.Int64, "place": pl.String,
    "met": pl.Boolean, "reason": pl.String, "goal": pl.String, "by": pl.Int64,
}  # fmt: skip

_Why = tuple[str | None, str | None, int | None]


def _unmet(unit: str, at: Stations, units: Units, pairs: Pairs, taken: set[int]) -> _Why:
    """Return why none of the stations at some places is the unit's, without asking the price."""
    if unit not in units.position:
        return "exempt", None, None
    row = units.position[unit]
    left = at[pairs.allowed[row, at]]
    if not len(left):
        barred = {rule: int(getattr(pairs, rule)[row, at].sum()) for rule in BARRING}
        return max(BARRING, key=barred.__getitem__), None, None
    return ("taken" if set(left.tolist()) <= taken else "price"), None, None


def _price(offers: pl.DataFrame) -> _Why:
    """Return what the cheapest of some allowed pairs would cost."""
    goals = offers.columns[offers.columns.index("free") + 1 :]
    best = offers.filter("possible").sort(goals).head(1)
    if best.is_empty():
        return "impossible", None, None
    goal, by, free = best.select("first_goal", "by", "free").row(0)
    return ("free", None, None) if free else ("price", goal, by)
