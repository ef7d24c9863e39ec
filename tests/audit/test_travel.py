"""四-1: visits are official trips, and short ones cost less (N7)."""

from planner.audit.values import travel
from tests.audit.world import PLAN, WORLD, broken, claimed


def test_the_minutes_of_one_way_are_added_up() -> None:
    world = WORLD.where("A1a", travel_minutes=95).where("A2a", travel_minutes=0)
    # leaders 95 + 60, departments 0 + 60 + 60
    assert (travel(world.case(), "leaders"), travel(world.case(), "departments")) == (155, 120)


def test_a_wrong_value_is_reported() -> None:
    assert broken("travel", WORLD, PLAN, "leaders", "departments") == []
    assert claimed("departments", "travel", value=120, bound=120) == [
        "60 part=departments value=120 expected=180"
    ]
