"""三-1: the most counties are reached (N1, N2)."""

from planner.audit.values import counties
from tests.audit.world import PLAN, WORLD, broken, claimed


def test_a_county_counts_once() -> None:
    assert counties(WORLD.case(["L1 A1a", "L1 A1b", "L1 B1a"]), "leaders") == 2


def test_the_departments_plan_counts_the_leaders_counties_too() -> None:
    # leaders A1 B1; departments A1 (again) and C2
    case = WORLD.case(["L1 A1a", "L1 B1a", "D1 A1b", "D2 C2a"])
    assert (counties(case, "leaders"), counties(case, "departments")) == (2, 3)


def test_counties_of_one_name_in_two_cities_are_two() -> None:
    world = WORLD.where("A1a", county="西湖").where("B1a", county="西湖")
    assert counties(world.case(["L1 A1a", "L1 B1a"]), "leaders") == 2


def test_a_wrong_value_is_reported() -> None:
    assert broken("counties", WORLD, PLAN, "leaders", "departments") == []
    assert claimed("departments", "counties", value=3, bound=3) == [
        "2 part=departments value=3 expected=5"
    ]
