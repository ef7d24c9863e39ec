"""The frames that charts are drawn from, of tiny worlds."""

import polars as pl
import pytest

from planner.pairing.plan import Plan
from planner.pairing.prices import price_table
from planner.pairing.views import (
    cheapest_by_county,
    city_bands,
    counties_by_year,
    need_of_nominated,
    wishes_told,
)
from tests.audit.world import PLAN, WORLD, World, department
from tests.pairing import tiny


def as_plan(world: World, pairs: tuple[str, ...] = PLAN) -> Plan:
    """The plan of pairs `unit station`, made by hand."""
    return Plan(world.year, world.plan(pairs), (), {}, "", {})


def test_a_city_is_due_its_share_of_the_nominated() -> None:
    # D1 has up to 2, D2 has 1, L1 has 2: 5 places for 3 cities of 4 nominated each, 5/3 a city.
    bands = city_bands(tiny.dataset(WORLD), WORLD.policy, as_plan(WORLD))
    assert bands.rows() == [("A", 1, 2, 1, 1), ("B", 1, 2, 1, 1), ("C", 1, 2, 0, 1)]


def test_leaders_alone_are_due_by_their_own_places() -> None:
    # L1 has up to 3: one for each city.
    bands = city_bands(tiny.dataset(WORLD), WORLD.policy, as_plan(WORLD, PLAN[:2]))
    assert bands.rows() == [("A", 1, 1, 1, 0), ("B", 1, 1, 1, 0), ("C", 1, 1, 0, 0)]


def test_a_city_without_nominations_is_due_nothing() -> None:
    world = WORLD
    for station in ("C1a", "C1b", "C2a", "C2b"):
        world = world.where(station, nominated=False)
    bands = city_bands(tiny.dataset(world), world.policy, as_plan(world, PLAN[:2]))
    assert bands.row(2) == ("C", 0, 0, 0, 0)


@pytest.mark.parametrize("cut", ["A1a", "B2b"])
def test_the_bands_are_those_of_the_goal(cut: str) -> None:
    world = WORLD.where(cut, nominated=False)
    made = tiny.plan(world)
    bands = city_bands(tiny.dataset(world), world.policy, made)
    total = pl.col("leaders") + pl.col("departments")
    off = bands.select(
        (pl.col("low") - total).clip(lower_bound=0) + (total - pl.col("high")).clip(lower_bound=0)
    )
    assert off.sum().item() == tiny.values(made, "departments")["balance"]


def test_the_chosen_are_told_from_the_other_nominated_stations() -> None:
    world = WORLD.where("A1b", nominated=False)
    found = need_of_nominated(tiny.dataset(world), world.policy, as_plan(world))
    assert found.height == 11
    assert found.row(0) == ("A1a", "司法所A1a", 15, "leader", "厅领导L1")
    assert found["kind"].null_count() == 6


def test_a_chosen_station_that_was_not_nominated_is_there_too() -> None:
    world = WORLD.where("A1a", nominated=False)
    found = need_of_nominated(tiny.dataset(world), world.policy, as_plan(world))
    assert found.height == 12


def told(world: World, priced: bool = False) -> list[tuple[object, ...]]:
    """Each wish of a world with its plan by hand, or with the best one and its prices."""
    data = tiny.dataset(world)
    made = tiny.plan(world) if priced else as_plan(world)
    table = price_table(data, world.policy, made, "departments") if priced else None
    found = wishes_told(data, world.policy, made, table)
    return found.select("department_id", "place", "met", "reason", "goal", "by").rows()


def wish(unit: str, place: str, level: str = "station", rank: int = 1) -> dict[str, object]:
    return {"department_id": unit, "rank": rank, "level": level, "place": place}


@pytest.mark.parametrize(
    ("world", "place", "met", "reason"),
    [
        (WORLD, "A2a", True, None),
        (WORLD, "B2a", False, "taken"),
        (WORLD, "C2a", False, "price"),
        (WORLD.where("C2a", nominated=False), "C2a", False, "nominated"),
        (WORLD.but(history=["2018 D1 C2a"]), "C2a", False, "rotation"),
        (WORLD.but(recusals=["D1 station C2a"]), "C2a", False, "recusal"),
        (WORLD.but(pins=["D1 C2a forbid"]), "C2a", False, "forbid"),
    ],
)
def test_an_unmet_wish_has_its_reason(
    world: World, place: str, met: bool, reason: str | None
) -> None:
    shown = f"司法所{place}"
    assert told(world.but(wishes=[wish("D1", place)])) == [("D1", shown, met, reason, None, None)]


def test_the_wish_of_a_department_on_village_duty_says_so() -> None:
    duty = WORLD.but(
        departments=[department("D1", 12), department("D2", 6), department("D3", 6, duty=True)],
        wishes=[wish("D3", "A", "city")],
    )
    assert told(duty) == [("D3", "A", False, "exempt", None, None)]


def test_with_prices_a_wish_may_be_equally_good() -> None:
    # Either of two second-best places of D2, who has one station only, is worth the same.
    world = WORLD.but(wishes=[wish("D2", "A1", "county"), wish("D2", "B1", "county")])
    reasons = {row[2]: row[3] for row in told(world, priced=True)}
    assert reasons == {True: None, False: "free"}


def test_with_prices_a_wish_names_the_first_goal_it_would_worsen() -> None:
    # D2 has one station: its first wish (3 points) or its second (2 points), one point less.
    world = WORLD.but(wishes=[wish("D2", "A1", "county"), wish("D2", "B1", "county", 2)])
    assert told(world, priced=True)[1] == ("D2", "B1", False, "price", "wishes", 1)


def test_a_county_is_new_in_its_first_year_on_record() -> None:
    # 2017: A1 and B1. 2018: A1 again, C1. 2019 by PLAN: A2 and B2 new; A1, B1 and C1 again.
    history = ["2017 D1 A1b", "2017 D1 B1b", "2018 D1 A1a", "2018 D2 C1b", "2018 D2 C1a"]
    world = WORLD.but(history=history)
    found = counties_by_year(tiny.dataset(world), as_plan(world))
    assert found.rows() == [(2017, 2, 0), (2018, 1, 1), (2019, 2, 3)]


def test_the_cheapest_station_stands_for_its_county() -> None:
    table = pl.DataFrame(
        [
            ("D1", "A1a", "A", "A1", False, True, "need", 3, False, 3, 0),
            ("D1", "A1b", "A", "A1", False, True, "need", 2, False, 2, 9),
            ("D1", "A2a", "A", "A2", True, True, "need", 1, False, 1, 0),
            ("D1", "A2b", "A", "A2", False, True, None, None, True, 0, 0),
            ("D1", "B1a", "B", "B1", False, False, None, None, False, None, None),
            ("D2", "A1a", "A", "A1", False, True, "tie", 5, True, 0, 5),
            ("D2", "A1b", "A", "A1", False, False, None, None, False, None, None),
        ],
        ["unit_id", "station_id", "city", "county", "chosen", "possible", "first_goal", "by",
         "free", "need", "tie"],
        orient="row",
    )  # fmt: skip
    found = cheapest_by_county(tiny.dataset(WORLD), table)
    assert found.drop("city").rows() == [
        ("D1", "处室D1", "A1", "司法所A1b", "priced", "need", 2),
        ("D1", "处室D1", "A2", "司法所A2a", "chosen", None, None),
        ("D1", "处室D1", "B1", "司法所B1a", "impossible", None, None),
        ("D2", "处室D2", "A1", "司法所A1a", "free", None, None),
    ]
