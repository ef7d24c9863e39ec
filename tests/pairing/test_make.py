"""Plans one can make by eye: each goal decides in its turn, and the order is the policy's."""

import polars as pl
import pytest

from planner.pairing.plan import SCHEMA
from planner.plans.tie import hashes, tie_costs
from planner.policy.figures import LEADER_GOALS
from tests.audit.world import WORLD, World, department, leader
from tests.pairing.tiny import DEPARTMENTS, LEADERS, pairs, plan, values

# One leader with exactly one station: every goal but the one under test is the same everywhere.
ONE = WORLD.ruled("leaders", stations=(1, 1))


def ordered(world: World, *goals: str) -> World:
    """Return the world with these goals, in this order, before the tie."""
    leaders = [goal for goal in goals if goal in LEADER_GOALS]
    return world.ruled("goals", leaders=(*leaders, "tie"), departments=(*goals, "tie"))


def station_of(world: World) -> str:
    """Return the one station of L1."""
    (pair,) = pairs(plan(world, *LEADERS))
    return pair.removeprefix("L1 ")


def test_a_leader_has_as_many_as_may_be() -> None:
    made = plan(WORLD, *LEADERS)
    assert values(made, "leaders")["coverage"] == 3
    assert {pair[3] for pair in pairs(made)} == {"A", "B", "C"}, "one in each city"


def test_the_neediest_station_is_chosen() -> None:
    assert station_of(ONE.where("B2b", hardship=3)) == "B2b"


def test_of_equally_needy_ones_the_nearest_is_chosen() -> None:
    assert station_of(ONE.where("C1a", travel_minutes=10)) == "C1a"


def test_need_comes_before_travel_unless_the_policy_turns_them_round() -> None:
    world = ONE.where("B2b", hardship=3, travel_minutes=300).where("C1a", travel_minutes=10)
    assert station_of(world) == "B2b"
    assert station_of(ordered(world, "coverage", "travel", "need")) == "C1a"


def test_a_goal_that_the_policy_leaves_out_does_not_count() -> None:
    world = ordered(ONE.where("B2b", hardship=3), "coverage", "travel")
    made = plan(world.where("C1a", travel_minutes=10), *LEADERS)
    assert pairs(made) == ["L1 C1a"]
    assert list(values(made, "leaders")) == ["coverage", "travel", "tie"]


def test_where_all_else_is_equal_the_fixed_hash_decides() -> None:
    stations = sorted(WORLD.frames["stations"]["station_id"])
    costs = tie_costs(hashes(["L1"] * 12), hashes(stations), 2019)
    made = plan(ONE, *LEADERS)
    assert pairs(made) == [f"L1 {stations[costs.argmin()]}"]
    assert values(made, "leaders")["tie"] == costs.min()


def test_another_year_may_decide_otherwise() -> None:
    stations = {station_of(World(ONE.rows, ONE.policy, year)) for year in range(2019, 2031)}
    assert len(stations) > 3


SOLO = WORLD.but(departments=[department("D1", 12)])


def solo(world: World) -> list[str]:
    """Return the stations of D1, no leaders' plan being made."""
    return [pair.removeprefix("D1 ") for pair in pairs(plan(world, *DEPARTMENTS))]


def test_another_county_is_better_than_a_needier_station() -> None:
    # A1a and A1b need most, but they are in one county.
    world = SOLO.where("A1a", hardship=3).where("A1b", hardship=3)
    assert sorted(solo(ordered(world, "coverage", "need"))) == ["A1a", "A1b"]
    found = solo(ordered(world, "coverage", "counties", "need"))
    assert len({station[:2] for station in found}) == 2
    assert len({"A1a", "A1b"} & set(found)) == 1


def test_balance_spreads_over_the_cities() -> None:
    # Two places for three cities of the same size: none is due more than one.
    world = SOLO.where("A1a", hardship=3).where("A2a", hardship=3)
    assert sorted(solo(ordered(world, "coverage", "need"))) == ["A1a", "A2a"]
    found = solo(ordered(world, "coverage", "balance", "need"))
    assert len({station[0] for station in found}) == 2


def test_a_wish_comes_before_need() -> None:
    world = SOLO.but(wishes=["D1 1 county C2"]).where("C1b", hardship=3).where("B1a", hardship=3)
    found = solo(ordered(world, "coverage", "wishes", "need"))
    assert sorted(found) == ["C2a", "C2b"]


def test_the_first_wish_of_one_and_the_second_of_another_beat_the_other_way_round() -> None:
    # Both want A1a; D1 as its first (3) and C1a second (2), D2 A1a first and nothing else:
    # D1 C1a + D2 A1a = 2 + 3 against D1 A1a + D2 anywhere = 3.
    world = WORLD.ruled("departments", stations=(1, 1)).but(
        wishes=["D1 1 station A1a", "D1 2 station C1a", "D2 1 station A1a"]
    )
    made = plan(world, *DEPARTMENTS)
    assert pairs(made) == ["D1 C1a", "D2 A1a"]
    assert values(made, "departments")["wishes"] == 5


def test_of_equal_stations_the_one_that_fits_is_chosen() -> None:
    world = SOLO.but(departments=[department("D1", 5, topics="调解;普法")])
    assert solo(world.where("B1b", focus="普法").where("A1a", focus="戒毒")) == ["B1b"]


def test_a_pin_that_requires_beats_every_goal_nomination_and_rotation() -> None:
    world = ONE.where("B2b", hardship=3).where("A1a", nominated=False, travel_minutes=300)
    world = world.but(pins=["L1 A1a require"], history=["2018 L1 A1a"])
    assert station_of(world) == "A1a"


def test_two_plans_together_keep_to_a_station_s_and_a_county_s_places() -> None:
    # A1a and A1b are the neediest; one pairing in a county: the leader's A1, then nobody's.
    world = ONE.ruled("stations", per_county=1).where("A1a", hardship=3).where("A1b", hardship=2)
    made = plan(world)
    assert pairs(made, "leaders") == ["L1 A1a"]
    assert all(" A1" not in pair for pair in pairs(made, "departments"))


def test_a_station_may_have_two_where_the_policy_says_so() -> None:
    world = ordered(ONE.where("A1a", hardship=3), "coverage", "need")
    assert "D2 A1a" not in pairs(plan(world))
    both = plan(world.ruled("stations", units=2))
    assert [pair for pair in pairs(both) if pair.endswith("A1a")] in (
        ["L1 A1a", "D1 A1a"],
        ["L1 A1a", "D2 A1a"],
    )


@pytest.mark.parametrize(("percent", "hard"), [(0, 0), (33, 1), (34, 2), (66, 2)])
def test_a_share_of_the_pairings_is_at_hard_stations(percent: int, hard: int) -> None:
    # Three places: 33% is 0.99, so 1; 34% is 1.02, so 2. Hard stations are far, travel decides.
    world = ordered(WORLD, "coverage", "travel").ruled("stations", hard_percent=percent)
    for station, hardship in (("A1a", 2), ("B1a", 3), ("C1a", 1)):
        world = world.where(station, hardship=hardship, travel_minutes=300)
    made = pairs(plan(world, *LEADERS))
    assert len(made) == 3
    assert len({"L1 A1a", "L1 B1a"} & set(made)) == hard


@pytest.mark.parametrize(("most", "stations"), [(59, 2), (60, 3), (0, 3)])
def test_no_station_is_farther_than_it_may_be(most: int, stations: int) -> None:
    # City A is 60 minutes away, the others 30; 0 switches the rule off.
    world = WORLD
    for station in WORLD.frames["stations"]["station_id"]:
        world = world.where(station, travel_minutes=60 if station[0] == "A" else 30)
    assert len(pairs(plan(world.ruled("travel", most_minutes=most), *LEADERS))) == stations


def test_a_required_pair_may_be_farther() -> None:
    world = WORLD.where("A1a", travel_minutes=300).ruled("travel", most_minutes=60)
    assert "L1 A1a" in pairs(plan(world.but(pins=["L1 A1a require"]), *LEADERS))


def test_a_share_of_hard_stations_is_proved_as_well() -> None:
    world = WORLD.where("A1a", hardship=2).where("B1a", hardship=2)
    made = plan(world.ruled("stations", hard_percent=34), *LEADERS)
    assert [part.status for part in made.parts] == ["optimal"]


def test_a_share_that_does_not_bind_is_left_to_the_flow() -> None:
    world = WORLD.where("A1a", hardship=3).where("B1a", hardship=3).where("C1a", hardship=3)
    made = plan(world.ruled("stations", hard_percent=30), *LEADERS)
    assert [(part.engine, part.status) for part in made.parts] == [("flow", "optimal")]
    assert pairs(made) == pairs(plan(world, *LEADERS))


def test_a_plan_is_a_table_of_the_agreed_columns_sorted() -> None:
    world = WORLD.but(leaders=[leader("L1"), leader("L0")], wishes=["D1 9 city A", "D2 4 city B"])
    made = plan(world)
    assert dict(made.pairs.schema) == SCHEMA
    order = made.pairs.select(pl.col("kind") != "leader", "unit_id", "station_id").rows()
    assert order == sorted(order)
    assert set(made.of("leaders")["fit"]) == {None}
    assert set(made.of("leaders")["wish"]) == {None}
    assert None not in set(made.of("departments")["fit"])


def test_the_wish_of_a_row_is_the_best_rank_that_covers_it_even_where_it_is_worth_nothing() -> None:
    world = SOLO.but(
        pins=["D1 A1a require"], wishes=["D1 9 city A", "D1 7 county A1", "D1 8 city A"]
    )
    rows = plan(world, *DEPARTMENTS).pairs.filter(station_id="A1a")
    assert rows["wish"].to_list() == [7]
    assert values(plan(world, *DEPARTMENTS), "departments")["wishes"] == 0


def test_the_summary_has_what_is_agreed() -> None:
    made = plan(WORLD)
    summary = made.summary()
    assert set(summary) == {"year", "plans", "inputs", "policy", "versions"}
    assert [one["part"] for one in summary["plans"]] == ["leaders", "departments"]
    for one in summary["plans"]:
        assert set(one) == {"part", "status", "engine", "goals"}
        assert (one["status"], one["engine"]) == ("optimal", "flow")
        for goal in one["goals"]:
            assert set(goal) == {"goal", "sense", "value", "bound"}
            assert goal["value"] == goal["bound"]


def test_departments_that_are_all_exempt_make_an_empty_plan() -> None:
    world = WORLD.but(departments=[department("D1", 12, duty=True)])
    made = plan(world)
    assert pairs(made, "departments") == []
    assert len(pairs(made, "leaders")) == 3
    assert values(made, "departments")["coverage"] == 0
    assert [part.status for part in made.parts] == ["optimal", "optimal"]
    assert pairs(plan(world, *DEPARTMENTS)) == []


def test_departments_that_are_all_exempt_make_an_empty_plan_where_rules_cut_across() -> None:
    world = WORLD.but(departments=[department("D1", 12, duty=True)]).where("A1a", hardship=3)
    made = plan(world.ruled("stations", hard_percent=30))
    assert pairs(made, "departments") == []
