"""六-3: cadres go where they are needed; the need index of a station, from 0 to 100 (N8)."""

from typing import Any

import pytest

from planner.audit.values import need, need_index
from tests.audit.world import PLAN, WORLD, World, broken, claimed


def index(world: World = WORLD, **figures: Any) -> int:
    case = world.where("A1a", **figures).case()
    return need_index(case, case.facts.stations["A1a"])


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        # weights 40, 25, 20, 15; nobody was ever there: 15·100 // 100
        ({}, 15),
        # hardship 1: 100 // 3 = 33, so (40·33 + 1500) // 100 = 2820 // 100
        ({"hardship": 1}, 28),
        # hardship 2: 200 // 3 = 66, so (2640 + 1500) // 100 = 41
        ({"hardship": 2}, 41),
        ({"hardship": 3}, 55),
        # staff 2 of 3: 100 // 3 = 33, so (825 + 1500) // 100 = 23
        ({"staff": 2}, 23),
        ({"staff": 0}, 40),
        ({"staff": 9}, 15),
        # 250 matters, 3 people, 100 each: 25000 // 300 = 83, so (1660 + 1500) // 100 = 31
        ({"caseload": 250}, 31),
        # 1 person: 25000 // 100 = 250, at most 100; staff 2 short of 3: 66; (1650 + 2000 + 1500)
        ({"caseload": 250, "staff": 1}, 51),
        # nobody on duty counts as one person for the matters: 2500 + 20·50 + 1500
        ({"caseload": 50, "staff": 0}, 50),
        ({"hardship": 3, "staff": 0, "caseload": 1000}, 100),
    ],
)
def test_the_index_is_a_weighted_mean_rounded_down(figures: dict[str, Any], expected: int) -> None:
    assert index(**figures) == expected


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (["2018 D1 A1a"], 3),  # 100·1 // 5 = 20, 15·20 // 100
        (["2016 D1 A1a"], 9),  # 100·3 // 5 = 60
        (["2014 D1 A1a"], 15),
        (["2001 D1 A1a"], 15),
        (["2014 D1 A1a", "2018 L1 A1a", "2016 D2 A1a"], 3),
        (["2018 D1 A1b"], 15),
        (["2018 GONE A1a"], 3),  # a unit that no longer exists was there all the same
    ],
)
def test_a_station_visited_lately_needs_less(history: list[str], expected: int) -> None:
    assert index(WORLD.but(history=history)) == expected


def test_the_policy_has_the_weights_and_the_references() -> None:
    # hardship alone: 66; staff standard 5, 3 on duty: 100·2 // 5 = 40
    alone = WORLD.ruled("need", hardship=1, staff=0, caseload=0, unvisited=0)
    assert index(alone, hardship=2) == 66
    staff = WORLD.ruled("need", hardship=0, staff=7, caseload=0, unvisited=0, staff_standard=5)
    assert index(staff) == 40
    years = WORLD.ruled("need", hardship=0, staff=0, caseload=0, unvisited=1, unvisited_years=3)
    assert index(years.but(history=["2018 D1 A1a"])) == 33


def test_a_plan_is_worth_the_sum_of_its_stations() -> None:
    world = WORLD.where("A1a", hardship=3).where("A2a", hardship=1)
    # leaders 55 + 15, departments 28 + 15 + 15
    assert (need(world.case(), "leaders"), need(world.case(), "departments")) == (70, 58)


def test_a_wrong_value_is_reported() -> None:
    assert broken("need", WORLD, PLAN, "leaders", "departments") == []
    assert claimed("leaders", "need", value=31, bound=31) == ["1 part=leaders value=31 expected=30"]
