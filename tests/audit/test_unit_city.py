"""三-1: a unit's stations are spread over cities (N1, N2)."""

from tests.audit.world import WORLD, broken


def test_a_leader_s_stations_lie_in_different_cities() -> None:
    assert broken("unit_city", WORLD, ["L1 A1a", "L1 B1a", "L1 C1a"]) == []
    assert broken("unit_city", WORLD, ["L1 A1a", "L1 B1a", "L1 A2a"]) == [
        "1 unit=L1 city=A count=2 bound=1"
    ]


def test_a_department_s_two_stations_may_share_a_city() -> None:
    assert broken("unit_city", WORLD, ["D1 A1a", "D1 A2a"]) == []
    world = WORLD.ruled("departments", per_city=1)
    assert broken("unit_city", world, ["D1 A1a", "D1 A2a"]) == ["1 unit=D1 city=A count=2 bound=1"]


def test_units_do_not_stand_in_each_other_s_way() -> None:
    world = WORLD.ruled("departments", per_city=1)
    assert broken("unit_city", world, ["L1 A1a", "D1 A2a", "D2 A1b"]) == []


def test_the_amount_is_what_is_too_many() -> None:
    pairs = ["L1 A1a", "L1 A1b", "L1 A2a", "L1 A2b"]
    assert broken("unit_city", WORLD, pairs) == ["3 unit=L1 city=A count=4 bound=1"]
