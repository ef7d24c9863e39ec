"""三-1: a leader has 2–3 stations a year, a department 1–2 by its headcount (N1, N2)."""

import pytest

from tests.audit.world import DEPARTMENT_ROWS, DEPARTMENTS, LEADERS, WORLD, broken, department


def leader_pairs(number: int) -> list[str]:
    return [f"L1 {station}" for station in ("A1a", "B1a", "C1b", "C2b")][:number]


@pytest.mark.parametrize("number", [2, 3])
def test_a_leader_has_two_or_three_stations(number: int) -> None:
    assert broken("unit_quota", WORLD, leader_pairs(number)) == []


@pytest.mark.parametrize(("number", "amount"), [(0, 2), (1, 1), (4, 1)])
def test_a_leader_has_no_other_number(number: int, amount: int) -> None:
    pairs = leader_pairs(number)
    found = broken("unit_quota", WORLD, pairs, "leaders")
    assert found == [f"{amount} unit=L1 count={number} bound=2..3"]


@pytest.mark.parametrize(
    ("headcount", "number", "allowed"),
    [
        (9, 0, False),
        (9, 1, True),
        (9, 2, False),
        (10, 0, False),
        (10, 1, True),
        (10, 2, True),
        (10, 3, False),
    ],
)
def test_a_department_of_ten_has_one_or_two_and_a_smaller_one_has_one(
    headcount: int, number: int, allowed: bool
) -> None:
    world = WORLD.but(departments=[department("D1", headcount)])
    pairs = [f"D1 {station}" for station in ("A2a", "B2a", "C2a")][:number]
    assert (broken("unit_quota", world, pairs, "departments") == []) is allowed


def test_the_bound_is_the_unit_s_own() -> None:
    pairs = [*LEADERS, "D1 A2a", "D2 B2a", "D2 C1a"]
    assert broken("unit_quota", WORLD, pairs) == ["1 unit=D2 count=2 bound=1..1"]


def test_units_of_a_plan_that_was_not_made_are_left_alone() -> None:
    assert broken("unit_quota", WORLD, LEADERS, "leaders") == []
    assert broken("unit_quota", WORLD, LEADERS) == []
    assert broken("unit_quota", WORLD, DEPARTMENTS) == []
    assert broken("unit_quota", WORLD, []) == []


def test_units_of_a_plan_that_was_made_have_stations_even_where_no_row_tells() -> None:
    assert broken("unit_quota", WORLD, LEADERS, "leaders", "departments") == [
        "1 unit=D1 count=0 bound=1..2",
        "1 unit=D2 count=0 bound=1..1",
    ]


def test_a_department_on_village_duty_owes_nothing() -> None:
    world = WORLD.but(departments=[*DEPARTMENT_ROWS, department("D3", 12, duty=True)])
    assert broken("unit_quota", world) == []
    assert broken("unit_quota", world.ruled("village_duty", exempts=("days",))) == [
        "1 unit=D3 count=0 bound=1..2"
    ]


def test_the_policy_says_how_many() -> None:
    world = WORLD.ruled("leaders", stations=(1, 1))
    assert broken("unit_quota", world) == ["1 unit=L1 count=2 bound=1..1"]
