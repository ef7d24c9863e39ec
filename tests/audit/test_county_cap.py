"""六-2: a county has two pairings to look after, whichever plan they come from (N8)."""

from tests.audit.world import LEADERS, WORLD, broken


def test_a_county_has_up_to_two_pairings() -> None:
    assert broken("county_cap", WORLD, ["L1 A1a", "D1 A1b"]) == []


def test_a_county_has_no_third_pairing() -> None:
    world = WORLD.where("A2a", county="A1")
    pairs = ["L1 A1a", "D1 A1b", "D2 A2a"]
    assert broken("county_cap", world, pairs) == ["1 county=A/A1 count=3 bound=2"]


def test_counties_of_one_name_in_two_cities_are_two() -> None:
    world = WORLD
    for station in ("A1a", "A1b", "B1a"):
        world = world.where(station, county="西湖")
    assert broken("county_cap", world, ["L1 A1a", "D1 A1b", "D2 B1a"]) == []


def test_the_policy_says_how_many() -> None:
    world = WORLD.ruled("stations", per_county=1)
    pairs = ["L1 A1a", "D1 A1b"]
    assert broken("county_cap", world, pairs) == ["1 county=A/A1 count=2 bound=1"]


def test_the_leaders_plan_keeps_free_what_a_department_must_have() -> None:
    world = WORLD.ruled("stations", per_county=1).but(pins=["D1 A1b require"])
    assert broken("county_cap", world, LEADERS, "leaders") == [
        "1 county=A/A1 count=1 bound=0 kept=1"
    ]
    assert broken("county_cap", WORLD.but(pins=["D1 A1b require"]), LEADERS, "leaders") == []
