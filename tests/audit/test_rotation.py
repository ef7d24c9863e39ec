"""三-1: pairings are adjusted every year; a unit does not return within three (N1, N2)."""

import pytest

from tests.audit.world import WORLD, broken

# The plan is that of 2019, so the last three years are 2016, 2017 and 2018.


@pytest.mark.parametrize("year", [2016, 2017, 2018])
def test_a_unit_does_not_return_within_three_years(year: int) -> None:
    world = WORLD.but(history=[f"{year} D1 A2a"])
    assert broken("rotation", world) == [f"1 unit=D1 station=A2a last={year} window=2016..2018"]


def test_a_unit_may_return_in_the_fourth_year() -> None:
    assert broken("rotation", WORLD.but(history=["2015 D1 A2a"])) == []


def test_another_unit_may_take_over_the_station() -> None:
    assert broken("rotation", WORLD.but(history=["2018 D2 A2a", "2018 L1 A2a"])) == []


def test_the_last_time_counts() -> None:
    world = WORLD.but(history=["2012 D1 A2a", "2018 D1 A2a", "2016 D1 A2a"])
    assert broken("rotation", world) == ["1 unit=D1 station=A2a last=2018 window=2016..2018"]


def test_a_required_pair_may_return_at_once() -> None:
    world = WORLD.but(history=["2018 D1 A2a"], pins=["D1 A2a require"])
    assert broken("rotation", world) == []


def test_the_policy_says_how_many_years() -> None:
    world = WORLD.but(history=["2018 D1 A2a", "2017 L1 A1a"])
    assert broken("rotation", world.ruled("rotation", years=0)) == []
    assert len(broken("rotation", world.ruled("rotation", years=1))) == 1
    assert len(broken("rotation", world.ruled("rotation", years=2))) == 2
