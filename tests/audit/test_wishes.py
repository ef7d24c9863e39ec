"""三-1 ¶2: departments are paired on the basis of their own applications (N2)."""

from planner.audit.values import wishes
from tests.audit.world import PLAN, WORLD, broken, claimed


def test_a_first_choice_is_worth_three_and_a_fourth_nothing() -> None:
    for rank, worth in [(1, 3), (2, 2), (3, 1), (4, 0), (9, 0)]:
        world = WORLD.but(wishes=[f"D1 {rank} station A2a"])
        assert wishes(world.case(), "departments") == worth


def test_only_the_best_wish_that_covers_the_station_counts() -> None:
    # D1 has A2a (city A second, county A2 first: 3) and C1a (city C third: 1)
    world = WORLD.but(wishes=["D1 2 city A", "D1 1 county A2", "D1 3 city C", "D1 1 city B"])
    assert wishes(world.case(), "departments") == 3 + 1


def test_a_wish_counts_for_its_own_department() -> None:
    world = WORLD.but(wishes=["D2 1 city A", "L1 1 city A"])
    assert wishes(world.case(), "departments") == 0


def test_a_station_may_be_wished_for_by_name_and_a_county_with_its_city() -> None:
    world = WORLD.but(wishes=["D1 1 station 司法所A2a", "D2 2 county B/B2"])
    assert wishes(world.case(), "departments") == 3 + 2


def test_a_wrong_value_is_reported() -> None:
    world = WORLD.but(wishes=["D1 1 city A"])
    assert broken("wishes", world, PLAN, "departments") == []
    assert claimed("departments", "wishes", world, value=0, bound=0) == [
        "3 part=departments value=0 expected=3"
    ]
