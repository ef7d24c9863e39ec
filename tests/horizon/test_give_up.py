"""A schedule that costs the first year's goals no more than was stated."""

import pytest

from planner.errors import InputError, NoPlanError
from planner.horizon import GiveUp, fewest_years
from planner.pairing.make import make_plan
from planner.policy import Policy
from tests.audit.world import World
from tests.horizon.tiny import counties, outlook, pairs, stations, world

# The leader must have A1a. Of the department's choice B1a is in need: hardship 3 is 40 of 100 more.
SOME = world(["A1a", "B1a", "B2a"]).but(recusals=["L1 city B"]).where("B1a", hardship=3)


def lost(some: World, give_up: GiveUp) -> int:
    """Return how much of D1's need the first year's schedule loses against the best plan."""
    known = outlook(some)
    best = make_plan(known.dataset, known.policy, 2019).of("departments")["need"].to_list()
    schedule = fewest_years(known, counties("B2"), 1, give_up)
    return sum(best) - sum(schedule.horizon.years[0].plan.of("departments")["need"].to_list())


def test_with_enough_given_up_the_first_year_does_it() -> None:
    assert lost(SOME, GiveUp("departments", "need", 40)) == 40


def test_with_less_given_up_it_cannot_and_the_sentence_says_so() -> None:
    with pytest.raises(NoPlanError, match="the first year's goals lose at most what was stated"):
        lost(SOME, GiveUp("departments", "need", 39))


def test_what_is_lost_is_told() -> None:
    schedule = fewest_years(outlook(SOME), counties("B2"), 1, GiveUp("departments", "need", 70))
    assert schedule.given_up is not None
    assert schedule.given_up.lost == 40
    assert schedule.sought == "none"


def test_the_years_after_the_first_seek_what_a_schedule_seeks() -> None:
    # D1 goes where the need is in 2019, B1a; of B2, visited in 2020, B2c is the more in need.
    some = world(["A1a", "A2a", "B1a", "B2a", "B2b", "B2c"]).but(recusals=["L1 city B"])
    some = some.where("B1a", hardship=3).where("B2c", hardship=2)
    give_up = GiveUp("departments", "need", 0)
    schedule = fewest_years(outlook(some), counties("B1", "B2"), 3, give_up)
    assert (schedule.years, schedule.sought) == (2, "later")
    assert [year[-1] for year in pairs(schedule.horizon)] == ["D1 B1a", "D1 B2c"]


def test_the_goals_before_stay_at_their_best() -> None:
    # The wish for B1a comes before need: whatever need may lose, the wish is met.
    some = SOME.but(wishes=["D1 1 station B1a"])
    with pytest.raises(NoPlanError):
        lost(some, GiveUp("departments", "need", 1000))


def test_the_departments_give_up_around_the_leaders_best_plan() -> None:
    some = world(["A1a", "A2a", "B1a", "B2a"], rotation=0).where("A1a", hardship=3)
    known = outlook(some)
    best = pairs_of_leaders(some)
    schedule = fewest_years(known, stations("B1a", "B2a"), 4, GiveUp("departments", "need", 100))
    assert [row for row in pairs(schedule.horizon)[0] if row.startswith("L1")] == best


def pairs_of_leaders(some: World) -> list[str]:
    known = outlook(some)
    made = make_plan(known.dataset, known.policy, 2019).of("leaders")
    return [f"{unit} {station}" for unit, station in made.select("unit_id", "station_id").rows()]


@pytest.mark.parametrize(
    "text", ["need=5", "leaders.wishes=1", "departments.need", "x", "leaders.need=-1"]
)
def test_what_is_not_a_goal_and_an_amount_is_bad_input(text: str) -> None:
    with pytest.raises(InputError, match="expected GOAL=AMOUNT with one of"):
        GiveUp.parse(text, Policy())


def test_a_goal_and_an_amount_are_read() -> None:
    assert GiveUp.parse("departments.need=50", Policy()) == GiveUp("departments", "need", 50)
