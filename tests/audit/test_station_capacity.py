"""六-2: a station has one unit to receive, whichever plan it comes from (N8)."""

from tests.audit.world import DEPARTMENT_ROWS, LEADERS, WORLD, broken


def test_every_station_has_one_unit() -> None:
    assert broken("station_capacity", WORLD) == []


def test_a_station_has_no_second_unit() -> None:
    pairs = ["D1 A2a", "D2 A2a"]
    assert broken("station_capacity", WORLD, pairs) == ["1 station=A2a count=2 bound=1"]


def test_a_station_has_no_unit_of_each_plan() -> None:
    pairs = [*LEADERS, "D1 A1a", "D2 B2a"]
    assert broken("station_capacity", WORLD, pairs) == ["1 station=A1a count=2 bound=1"]


def test_the_policy_may_allow_two() -> None:
    world = WORLD.ruled("stations", units=2)
    assert broken("station_capacity", world, ["D1 A2a", "D2 A2a"]) == []
    assert broken("station_capacity", world, ["D1 A2a", "D2 A2a", "L1 A2a"]) == [
        "1 station=A2a count=3 bound=2"
    ]


def test_the_leaders_plan_keeps_free_what_a_department_must_have() -> None:
    world = WORLD.but(pins=["D1 A1a require"])
    assert broken("station_capacity", world, LEADERS, "leaders") == [
        "1 station=A1a count=1 bound=0 kept=1"
    ]


def test_what_was_kept_free_is_taken_once_the_departments_plan_is_made() -> None:
    world = WORLD.but(pins=["D1 A1a require"])
    pairs = ["L1 B1a", "L1 C1a", "D1 A1a", "D2 B2a"]
    assert broken("station_capacity", world, pairs) == []


def test_nothing_is_kept_free_for_a_department_that_takes_no_part() -> None:
    rows = [row | {"village_duty": True} for row in DEPARTMENT_ROWS]
    world = WORLD.but(pins=["D1 A1a require"], departments=rows)
    assert broken("station_capacity", world, LEADERS, "leaders") == []
