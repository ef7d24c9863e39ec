"""Two plans with two owners: either is made alone, or made again while the other stands."""

import pytest

from planner.errors import InputError
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from tests.audit.world import WORLD, World, department, leader
from tests.pairing.middling import middling
from tests.pairing.tiny import DEPARTMENTS, LEADERS, dataset, pairs, plan, values

ONE = WORLD.ruled("leaders", stations=(1, 1))
HARD = WORLD.where("A1a", hardship=2).where("B1a", hardship=2)


def parts(made: Plan) -> list[str]:
    """Return the parts that something is proved of."""
    return [part.part for part in made.parts]


def test_one_part_alone_has_only_its_rows() -> None:
    leaders, departments = plan(WORLD, *LEADERS), plan(WORLD, *DEPARTMENTS)
    assert set(leaders.pairs["kind"]) == {"leader"}
    assert set(departments.pairs["kind"]) == {"department"}
    assert (parts(leaders), parts(departments)) == (["leaders"], ["departments"])


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 5, 6])
def test_leaders_and_then_departments_come_to_the_same_as_both_at_once(seed: int) -> None:
    world = middling(seed)
    both = plan(world)
    after = plan(world, *DEPARTMENTS, standing=plan(world, *LEADERS))
    assert after.pairs.equals(both.pairs)
    assert after.summary() == both.summary()


def test_departments_made_again_leave_the_leaders_as_they_stand() -> None:
    # The leaders were planned when A1a was the neediest; now C2b is, and D2 goes there.
    standing = plan(ONE.where("A1a", hardship=3), *LEADERS)
    again = plan(ONE.where("C2b", hardship=3), *DEPARTMENTS, standing=standing)
    assert pairs(again, "leaders") == ["L1 A1a"]
    assert any(pair.endswith("C2b") for pair in pairs(again, "departments"))


def test_departments_plan_around_the_stations_that_leaders_have() -> None:
    world = WORLD.but(departments=[department("D1", 5)]).where("A1a", hardship=3)
    assert pairs(plan(world, *DEPARTMENTS)) == ["D1 A1a"]
    around = plan(world, *DEPARTMENTS, standing=plan(world, *LEADERS))
    assert "L1 A1a" in pairs(around)
    assert "D1 A1a" not in pairs(around)


def test_leaders_made_again_plan_around_the_departments_that_stand() -> None:
    world = ONE.but(departments=[department("D1", 5)]).where("A1a", hardship=3)
    standing = plan(world, *DEPARTMENTS)
    assert pairs(standing) == ["D1 A1a"]
    again = plan(world, *LEADERS, standing=standing)
    assert pairs(again, "departments") == ["D1 A1a"]
    assert "L1 A1a" not in pairs(again)


def test_both_parts_made_again_forget_what_stood() -> None:
    world = ONE.but(departments=[department("D1", 5)]).where("A1a", hardship=3)
    again = plan(world, standing=plan(world, *DEPARTMENTS))
    assert again.pairs.equals(plan(world).pairs)


def test_a_standing_part_keeps_its_proof_for_the_same_input() -> None:
    leaders = plan(WORLD, *LEADERS)
    assert parts(plan(WORLD, *DEPARTMENTS, standing=leaders)) == ["leaders", "departments"]


def test_a_standing_part_is_not_called_proved_once_the_figures_have_changed() -> None:
    leaders = plan(WORLD, *LEADERS)
    changed = WORLD.ruled("rotation", years=5)
    assert parts(plan(changed, *DEPARTMENTS, standing=leaders)) == ["departments"]


def test_a_standing_part_is_not_called_proved_once_the_tables_have_changed() -> None:
    leaders = plan(ONE, *LEADERS)
    changed = ONE.where("A1a", hardship=3).where("B1a", hardship=3)
    assert parts(plan(changed, *DEPARTMENTS, standing=leaders)) == ["departments"]


def test_departments_are_not_called_proved_once_the_leaders_around_them_have_changed() -> None:
    # D1 has A1a; L1 moves in beside it from wherever it was.
    world = ONE.but(departments=[department("D1", 5)]).where("A1a", hardship=3)
    both = plan(world, *LEADERS, standing=plan(world, *DEPARTMENTS))
    assert parts(both) == ["leaders"]


def test_leaders_are_not_called_proved_once_the_departments_around_them_have_changed() -> None:
    # L1 has C1a (need 41) only because D1 is at A1a (55). D1 moves to the nearest station: that 41
    # is the most that L1's need can come to is no longer true.
    world = ONE.but(departments=[department("D1", 5)]).where("A1a", hardship=3)
    world = world.where("C1a", hardship=2)
    nearest = world.where("B1a", travel_minutes=1)
    nearest = nearest.ruled("goals", departments=("coverage", "travel", "tie"))
    around = plan(nearest, *LEADERS, standing=plan(world, *DEPARTMENTS))
    assert pairs(around) == ["L1 C1a", "D1 A1a"]
    assert values(around, "leaders")["need"] == 41
    moved = plan(nearest, *DEPARTMENTS, standing=around)
    assert pairs(moved) == ["L1 C1a", "D1 B1a"]
    assert parts(moved) == ["departments"]


def test_leaders_keep_the_place_that_a_departments_pin_needs() -> None:
    world = ONE.where("A1a", hardship=3)
    assert pairs(plan(world), "leaders") == ["L1 A1a"]
    made = plan(world.but(pins=["D1 A1a require"]))
    assert "D1 A1a" in pairs(made)
    assert "L1 A1a" not in pairs(made)


def test_leaders_keep_the_county_s_place_that_a_departments_pin_needs() -> None:
    # A1 takes one pairing: D1's at A1b, so the leader can't have A1a.
    world = ONE.where("A1a", hardship=3).ruled("stations", per_county=1)
    made = plan(world.but(pins=["D1 A1b require"]))
    assert "D1 A1b" in pairs(made)
    assert not any(" A1" in pair for pair in pairs(made, "leaders"))


def test_a_pin_that_is_written_twice_needs_one_place() -> None:
    # A1 takes two: D1's at A1a, and still the leader's at A1b.
    world = ONE.where("A1b", hardship=3)
    made = plan(world.but(pins=["D1 A1a require", "D1 A1a require"]))
    assert pairs(made, "leaders") == ["L1 A1b"]


def test_leaders_alone_keep_the_departments_places_as_well() -> None:
    world = ONE.where("A1a", hardship=3).but(pins=["D1 A1a require"])
    assert pairs(plan(world, *LEADERS)) == pairs(plan(world), "leaders") != ["L1 A1a"]


def test_a_standing_row_of_a_unit_or_station_that_is_gone_is_bad_input() -> None:
    standing = plan(WORLD.but(leaders=[leader("L1"), leader("L2")]), *LEADERS)
    with pytest.raises(InputError, match="'L2'"):
        plan(WORLD, *DEPARTMENTS, standing=standing)


def test_a_row_that_is_made_again_may_name_what_is_gone() -> None:
    standing = plan(WORLD.but(leaders=[leader("L1"), leader("L2")]), *LEADERS)
    assert len(pairs(plan(WORLD, *LEADERS, standing=standing))) == 3


def test_the_part_and_the_engine_asked_for_are_those_that_are_used() -> None:
    made = make_plan(dataset(WORLD), WORLD.policy, 2019, engine="cpsat")
    assert {part.engine for part in made.parts} == {"cpsat"}
    assert made.pairs.equals(plan(WORLD).pairs)


@pytest.mark.parametrize(
    ("world", "rule"),
    [
        (HARD.ruled("stations", hard_percent=1), "hard_share"),
    ],
)
def test_the_flow_is_refused_where_a_rule_cuts_across(world: World, rule: str) -> None:
    with pytest.raises(InputError, match=rule):
        make_plan(dataset(world), world.policy, 2019, engine="flow")
