"""What each goal is worth for pairings one can count by hand."""

import pytest

from tests.audit.world import WORLD, department
from tests.pairing.tiny import case, worth

LEADERS = case(WORLD, "leaders")


def test_coverage_is_the_number_of_pairings() -> None:
    assert worth(LEADERS, "coverage", []) == 0
    assert worth(LEADERS, "coverage", ["L1 A1a", "L1 B1a"]) == 2


@pytest.mark.parametrize(
    ("stations", "deviation"),
    [
        # 3 places for cities of 4 nominated stations each: every city is due exactly one.
        (["A1a", "B1a", "C1a"], 0),
        (["A1a", "B1a"], 1),  # C is one short
        (["A1a", "A2a", "B1a"], 2),  # A is one over, C one short
        (["A1a", "A1b", "A2a"], 4),  # A two over, B and C one short each
        ([], 3),
    ],
)
def test_balance_counts_what_a_city_misses_and_what_it_has_too_much(
    stations: list[str], deviation: int
) -> None:
    assert worth(LEADERS, "balance", [f"L1 {station}" for station in stations]) == deviation


def test_balance_goes_by_nominated_stations_alone() -> None:
    # A 4, B 1, C 1 of 6 nominated: of 3 places A is due 3*4/6 = 2, B and C 3*1/6, so 0 to 1.
    world = WORLD
    for station in ("B1b", "B2a", "B2b", "C1b", "C2a", "C2b"):
        world = world.where(station, nominated=False)
    some = case(world, "leaders")
    assert worth(some, "balance", ["L1 A1a", "L1 A2a"]) == 0
    assert worth(some, "balance", ["L1 A1a", "L1 B1a", "L1 C1a"]) == 1


def test_balance_of_the_departments_is_of_both_plans() -> None:
    # Places: D1 2, D2 1 and the leaders' 2 made, 5 in all; 5*4/12: each city is due 1 to 2.
    some = case(WORLD, "departments", ["A1a", "B1a"])
    assert worth(some, "balance", ["D1 C1a", "D2 C2a"]) == 0
    assert worth(some, "balance", ["D1 A2a", "D2 B2a"]) == 1  # C has none
    assert worth(some, "balance", ["D1 A2a", "D1 A1b", "D2 A2b"]) == 3  # A has 4; C has none


def test_balance_starts_over_where_the_leaders_already_have_too_much() -> None:
    # Places: 3 and the leaders' 3 in A, 6 in all: each city is due 2; A is one over for good.
    some = case(WORLD, "departments", ["A1a", "A2a", "A2b"])
    assert worth(some, "balance", ["D1 B1a", "D1 C1a", "D2 B2a"]) == 2  # A +1, C -1
    assert worth(some, "balance", ["D1 A1b", "D1 C1a", "D2 B2a"]) == 4  # A +2, B -1, C -1


def test_counties_are_counted_once() -> None:
    assert worth(LEADERS, "counties", ["L1 A1a", "L1 A1b", "L1 B1a"]) == 2


def test_counties_of_one_name_in_two_cities_are_two() -> None:
    some = case(WORLD.where("B1a", county="A1"), "leaders")
    assert worth(some, "counties", ["L1 A1a", "L1 B1a"]) == 2


def test_counties_of_the_departments_are_of_both_plans() -> None:
    some = case(WORLD, "departments", ["A1a", "B1a"])
    assert worth(some, "counties", []) == 2
    assert worth(some, "counties", ["D1 A1b", "D2 C1a"]) == 3  # A1 is there already


@pytest.mark.parametrize(
    ("wishes", "value"),
    [
        (["D1 1 station A1a"], 3),
        (["D1 2 station 司法所A1a"], 2),
        (["D1 3 county A1"], 1),
        (["D1 4 city A"], 0),
        (["D1 9 city A"], 0),
        (["D1 3 city A", "D1 1 county A/A1", "D1 2 station A1a"], 3),  # the best one
        (["D2 1 station A1a"], 0),  # another department's
        (["D1 1 city B"], 0),  # another place
    ],
)
def test_a_wish_is_worth_four_less_its_rank(wishes: list[str], value: int) -> None:
    assert worth(case(WORLD.but(wishes=wishes), "departments"), "wishes", ["D1 A1a"]) == value


def test_wishes_add_up_over_the_pairings() -> None:
    # D1 has its first and second wish, D2 its third: 3 + 2 + 1.
    some = case(WORLD.but(wishes=["D1 1 county A1", "D1 2 city B", "D2 3 city C"]), "departments")
    assert worth(some, "wishes", ["D1 A1a", "D1 B1a", "D2 C1a"]) == 6


def test_need_is_the_sum_of_the_stations_needs() -> None:
    some = case(WORLD.where("A1a", hardship=3), "leaders")
    assert worth(some, "need", ["L1 A1a", "L1 B1a"]) == 70  # 55 + 15


@pytest.mark.parametrize(("topics", "value"), [("调解", 1), ("普法;调解", 1), ("普法", 0), ("", 0)])
def test_a_station_fits_where_its_focus_is_among_the_expertise(topics: str, value: int) -> None:
    world = WORLD.where("A1a", focus="调解").but(departments=[department("D1", 12, topics=topics)])
    assert worth(case(world, "departments"), "fit", ["D1 A1a", "D1 B1a"]) == value


def test_a_station_without_focus_fits_nobody() -> None:
    world = WORLD.but(departments=[department("D1", 12)])
    assert worth(case(world, "departments"), "fit", ["D1 A1a"]) == 0


def test_travel_is_the_sum_of_the_minutes_one_way() -> None:
    some = case(WORLD.where("A1a", travel_minutes=200), "leaders")
    assert worth(some, "travel", ["L1 A1a", "L1 B1a"]) == 260
