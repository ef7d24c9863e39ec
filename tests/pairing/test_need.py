"""The need index, from 0 to 100: weights 40, 25, 20, 15; every division is rounded down."""

from typing import Any

import pytest

from tests.audit.world import WORLD, World
from tests.pairing.tiny import case


def need(world: World, station: str = "A1a") -> int:
    field = case(world, "leaders").field
    return int(field.need[field.position[station]])


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({}, 15),  # fully staffed, no cases, easy; never visited: 15*100 / 100
        ({"hardship": 1}, 28),  # 40*33 + 15*100 = 2820
        ({"hardship": 2}, 41),  # 40*66 + 1500 = 4140
        ({"hardship": 3}, 55),  # 40*100 + 1500
        ({"staff": 4}, 15),  # more than the standard of 3 is no less than none short
        ({"staff": 2}, 23),  # 25*(100*1//3 = 33) = 825, + 1500 = 2325
        ({"staff": 1}, 31),  # 25*66 = 1650, + 1500
        ({"staff": 0}, 40),  # 25*100 + 1500
        ({"caseload": 30}, 17),  # 100*30 // (3*100) = 10; 20*10 = 200, + 1500
        ({"caseload": 300}, 35),  # a full load: 20*100 + 1500
        ({"caseload": 900}, 35),  # and not more than full
        ({"caseload": 199, "staff": 2}, 43),  # 100*199 // 200 = 99; 20*99 + 825 + 1500 = 4305
        ({"caseload": 40, "staff": 0}, 48),  # nobody counts as one: 20*40 + 2500 + 1500
        ({"hardship": 3, "staff": 0, "caseload": 100}, 100),
    ],
)
def test_hardship_staff_and_caseload_add_up_by_their_weights(
    figures: dict[str, Any], expected: int
) -> None:
    assert need(WORLD.where("A1a", **figures)) == expected


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (["2018 D1 A1a"], 3),  # one year: 100*1//5 = 20; 15*20 = 300
        (["2017 D1 A1a"], 6),
        (["2014 D1 A1a"], 15),  # five years are as long as never
        (["2005 D1 A1a"], 15),
        (["2005 D1 A1a", "2017 L1 A1a", "2011 D2 A1a"], 6),  # the last one, whoever had it
        (["2017 GONE A1a"], 6),  # also a unit that is no more
        (["2017 D1 A1b"], 15),  # another station's visit is not this one's
    ],
)
def test_years_without_a_visit_count_up_to_five(history: list[str], expected: int) -> None:
    assert need(WORLD.but(history=history)) == expected


def test_weights_and_references_are_the_policy_s() -> None:
    # Only staff counts, 4 people being the standard: 100*1//4 = 25; 7*25 // 7.
    world = WORLD.ruled("need", hardship=0, staff=7, caseload=0, unvisited=0, staff_standard=4)
    assert need(world) == 25


def test_the_sum_of_the_weights_need_not_be_a_hundred() -> None:
    # Hardship 1 of weight 1 and never visited of weight 1: (33 + 100) // 2.
    world = WORLD.where("A1a", hardship=1)
    assert need(world.ruled("need", hardship=1, staff=0, caseload=0, unvisited=1)) == 66
