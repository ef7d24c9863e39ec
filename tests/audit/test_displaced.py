"""三-1: leaders planned again leave room for what the departments have in force (N1 N2)."""

from dataclasses import replace
from typing import Any

import pytest

from planner.audit.displaced import displaced
from tests.audit.world import PLAN, WORLD, World, audited, violations

# The leader has A1a and B1a; a station takes one unit, a county two pairings.
LEADER = ["L1 A1a", "L1 B1a"]


def lost(*in_force: str, world: World = WORLD, leaders: list[str] = LEADER) -> int:
    """Return what the departments lose of what they have in force to the leaders' plan."""
    return displaced(replace(world, in_force=in_force).case(leaders), "leaders")


def test_a_pairing_whose_station_a_leader_takes_counts_its_approval() -> None:
    assert lost("D1 A1a 3", "D2 C1a 5") == 3


def test_a_pairing_at_a_free_station_is_not_lost() -> None:
    assert lost("D1 A1b", "D2 B2a") == 0


def test_a_county_without_a_place_left_loses_the_lighter_pairing() -> None:
    # A1 takes two: the leader has one place, so one of D1 and D2 stays.
    leaders = ["L1 A1a", "L1 C1a"]
    world = WORLD.but(stations=[*WORLD.rows["stations"], *extra("A1c")])
    assert lost("D1 A1b 2", "D2 A1c 3", world=world, leaders=leaders) == 2


def extra(station_id: str) -> list[dict[str, Any]]:
    """Return one more station of a county."""
    (row,) = [
        row
        for row in WORLD.rows["stations"]
        if isinstance(row, dict) and row["station_id"] == f"{station_id[:2]}a"
    ]
    return [row | {"station_id": station_id, "name": station_id}]


def test_a_station_keeps_the_heaviest_of_those_it_has_room_for() -> None:
    world = WORLD.ruled("stations", units=2)
    assert lost("D1 A1a 2", "D2 A1a 7", world=world) == 2


@pytest.mark.parametrize(
    "world",
    [
        WORLD.where("A1a", nominated=False),
        WORLD.but(recusals=["D1 county A1"]),
        WORLD.but(history=["2018 D1 A1a"]),
        WORLD.but(pins=["D1 A1a forbid"]),
        WORLD.where("A1a", travel_minutes=61).ruled("travel", most_minutes=60),
    ],
    ids=["nominated", "recusal", "rotation", "forbid", "travel_limit"],
)
def test_a_pairing_that_is_not_allowed_any_more_is_lost_anyway(world: World) -> None:
    assert lost("D1 A1a 3", world=world) == 0


def test_required_pairs_are_not_counted_and_keep_their_places() -> None:
    # D2's required A1b takes the last place of county A1, where the leader has A1a.
    world = WORLD.but(pins=["D2 A1b require"], stations=[*WORLD.rows["stations"], *extra("A1c")])
    assert lost("D2 A1b 4", world=world) == 0
    assert lost("D2 A1b 4", "D1 A1c 2", world=world) == 2


def test_leaders_pairings_in_force_do_not_count() -> None:
    assert lost("L1 A1a 3") == 0


IN_FORCE = replace(WORLD, in_force=("D1 A1a 3", "D2 B2a"))


def test_it_stands_right_after_stability() -> None:
    summary = IN_FORCE.summary("leaders", "departments")
    assert violations("displaced", audited(IN_FORCE, PLAN, summary)) == []
    goals = summary["plans"][0]["goals"]
    goals[2], goals[3] = goals[3], goals[2]
    assert violations("displaced", audited(IN_FORCE, PLAN, summary)) == [
        "1 part=leaders turn=2 expected=3"
    ]


def test_a_wrong_value_is_reported() -> None:
    summary = IN_FORCE.summary("leaders", "departments")
    goal = summary["plans"][0]["goals"][3]
    goal |= {"value": 1, "bound": 1}
    assert violations("displaced", audited(IN_FORCE, PLAN, summary)) == [
        "2 part=leaders value=1 expected=3"
    ]


def test_it_is_no_goal_where_nothing_is_in_force_or_of_the_departments() -> None:
    extra_goal = {"goal": "displaced", "sense": "min", "value": 0, "bound": 0}
    for world, part in ((WORLD, 0), (IN_FORCE, 1)):
        summary = world.summary("leaders", "departments")
        goals = summary["plans"][part]["goals"]
        goals.insert(3, dict(extra_goal))
        name = ("leaders", "departments")[part]
        assert f"1 part={name} listed=1 expected=0" in violations(
            "displaced", audited(world, PLAN, summary)
        )
