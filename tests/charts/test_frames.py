"""The frames that charts and pages draw, of the tiny world."""

import polars as pl

from planner.notebook.chart_frames import (
    nearly_free,
    neediest_unchosen,
    reached_by_year,
    years_ahead,
    years_since_visit,
)
from planner.pairing.make import make_plan
from tests.audit.world import WORLD, World
from tests.pairing import tiny

PRICES = {
    "unit_id": pl.String, "station_id": pl.String, "city": pl.String, "county": pl.String,
    "chosen": pl.Boolean, "possible": pl.Boolean, "first_goal": pl.String, "by": pl.Int64,
    "free": pl.Boolean,
}  # fmt: skip


def planned(world: World):
    return make_plan(tiny.dataset(world), world.policy, world.year)


def prices(*rows: tuple) -> pl.DataFrame:
    return pl.DataFrame(rows, PRICES, orient="row")


def test_years_count_back_from_the_plan_without_it_and_with_it() -> None:
    world = WORLD.but(history=["2016 D1 C2a"])
    found = years_since_visit(tiny.dataset(world), planned(world))
    counties = {county: (before, after) for _, county, before, after in found.iter_rows()}
    visited = set(planned(world).pairs["county"])
    assert all(after == 0 for county, (_, after) in counties.items() if county in visited)
    assert counties["C2"][0] == 3
    assert len(counties) == 6


def test_counties_reached_add_up_over_history_and_plans() -> None:
    world = WORLD.but(history=["2016 D1 C2a"])
    plan = planned(world)
    reached = {"C2", *plan.pairs["county"]}
    assert reached_by_year(tiny.dataset(world), [plan]).rows() == [(world.year, len(reached))]


def test_the_years_ahead_have_the_counties_on_record() -> None:
    rows = {"year": [2019, 2020], "part": ["leaders"] * 2, "counties_visited": [2, 3]}
    summary = pl.DataFrame(rows)
    reached = pl.DataFrame({"year": [2019, 2020], "counties": [7, 8]})
    assert years_ahead(summary, reached).rows() == [(2019, "leaders", 7), (2020, "leaders", 8)]


def test_the_neediest_not_chosen_have_the_goal_they_would_worsen_first() -> None:
    world = WORLD.where("C2b", hardship=3, staff=0)
    plan = planned(world.where("C2b", nominated=False))
    offers = prices(
        ("D1", "C2b", "C", "C2", False, True, "counties", 1, False),
        ("D2", "C2b", "C", "C2", False, True, "travel", 9, False),
    )
    found = neediest_unchosen(tiny.dataset(world), world.policy, plan, offers)
    assert found.row(0)[0] == "C2b"
    assert found.row(0)[3:] == ("travel", 9)


def test_a_needy_station_that_no_unit_may_have_is_barred() -> None:
    world = WORLD.where("C2b", hardship=3, staff=0)
    plan = planned(world.where("C2b", nominated=False))
    found = neediest_unchosen(tiny.dataset(world), world.policy, plan, prices())
    assert found.row(0)[3:] == ("barred", None)


def test_what_is_free_or_costs_longer_ways_alone_is_listed_the_cheapest_first() -> None:
    offers = prices(
        ("D1", "A1a", "A", "A1", True, True, "need", 1, False),
        ("D1", "A1b", "A", "A1", False, True, "travel", 9, False),
        ("D2", "B1a", "B", "B1", False, True, None, None, True),
        ("D2", "B1b", "B", "B1", False, True, "need", 1, False),
        ("D2", "B2a", "B", "B2", False, False, "travel", 1, False),
    )
    found = nearly_free(tiny.dataset(WORLD), offers)
    assert found.select("unit_id", "station_id", "by").rows() == [
        ("D2", "B1a", 0),
        ("D1", "A1b", 9),
    ]
