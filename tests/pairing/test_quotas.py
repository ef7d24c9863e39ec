"""The hard rules as a table of groups and bounds."""

from planner.pairing.problem import problem_of
from planner.pairing.units import Part
from tests.audit.world import WORLD, World, department, leader
from tests.pairing.tiny import case


def bounds(
    world: World, part: Part, rule: str, standing: list[str] | None = None
) -> dict[str, tuple[int, int]]:
    """Return the bounds of a rule by subject."""
    (quota,) = [q for q in problem_of(case(world, part, standing)).quotas if q.rule == rule]
    each = zip(quota.keys, quota.lower.tolist(), quota.upper.tolist(), strict=True)
    return {"/".join(key): (lower, upper) for key, lower, upper in each}


def test_each_unit_has_its_own_bounds() -> None:
    assert bounds(WORLD, "leaders", "unit_quota") == {"L1": (2, 3)}
    assert bounds(WORLD, "departments", "unit_quota") == {"D1": (1, 2), "D2": (1, 1)}


def test_a_department_of_exactly_so_many_people_may_have_two() -> None:
    heads = [department("D1", 10), department("D2", 9), department("D3", 11)]
    world = WORLD.but(departments=heads).ruled("departments", two_from_headcount=10)
    assert bounds(world, "departments", "unit_quota") == {"D1": (1, 2), "D2": (1, 1), "D3": (1, 2)}


def test_a_leader_has_one_in_a_city_and_a_department_two() -> None:
    assert bounds(WORLD, "leaders", "unit_city") == {f"L1/{city}": (0, 1) for city in "ABC"}
    assert bounds(WORLD, "departments", "unit_city")["D2/B"] == (0, 2)


def test_a_station_takes_one_and_a_county_two() -> None:
    assert set(bounds(WORLD, "leaders", "station_capacity").values()) == {(0, 1)}
    counties = bounds(WORLD, "leaders", "county_cap")
    assert counties == {f"{n[0]}/{n}": (0, 2) for n in ("A1", "A2", "B1", "B2", "C1", "C2")}


def test_what_the_leaders_have_is_no_longer_free() -> None:
    found = bounds(WORLD, "departments", "station_capacity", ["A1a", "B1a"])
    assert [station for station, (_, most) in found.items() if most == 0] == ["A1a", "B1a"]
    found = bounds(WORLD, "departments", "county_cap", ["A1a", "A1b", "B1a"])
    assert (found["A/A1"], found["B/B1"], found["C/C1"]) == ((0, 0), (0, 1), (0, 2))


def test_more_than_may_be_there_leaves_nothing_free() -> None:
    world = WORLD.ruled("stations", per_county=1)
    assert bounds(world, "departments", "county_cap", ["A1a", "A1b"])["A/A1"] == (0, 0)


def test_the_leaders_leave_what_departments_pins_need() -> None:
    world = WORLD.but(pins=["D1 A1a require", "D2 A1b forbid"])
    assert bounds(world, "leaders", "station_capacity")["A1a"] == (0, 0)
    assert bounds(world, "leaders", "station_capacity")["A1b"] == (0, 1)
    assert bounds(world, "leaders", "county_cap")["A/A1"] == (0, 1)


def test_a_pin_that_is_written_twice_needs_one_place() -> None:
    world = WORLD.but(pins=["D1 A1a require", "D1 A1a require"])
    assert bounds(world, "leaders", "county_cap")["A/A1"] == (0, 1)


def test_a_leader_s_pin_keeps_nothing_from_the_leaders() -> None:
    world = WORLD.but(pins=["L1 A1a require"])
    assert bounds(world, "leaders", "station_capacity")["A1a"] == (0, 1)


def test_a_required_pair_is_made_once() -> None:
    world = WORLD.but(pins=["D1 A1a require", "L1 B1a require"])
    assert bounds(world, "departments", "pin") == {"D1/A1a": (1, 1)}
    assert bounds(world, "leaders", "pin") == {"L1/B1a": (1, 1)}


def test_the_share_of_hard_stations_is_of_the_upper_quotas_and_rounded_up() -> None:
    # Two leaders, at most 6 stations: 34% of 6 is 2.04, so 3; 33% is 1.98, so 2.
    world = WORLD.but(leaders=[leader("L1"), leader("L2")])
    for percent, least in ((1, 1), (33, 2), (34, 3), (50, 3), (100, 6)):
        found = bounds(world.ruled("stations", hard_percent=percent), "leaders", "hard_share")
        assert [low for low, _ in found.values()] == [least]


def test_rules_that_are_off_make_no_quota() -> None:
    rules = {quota.rule for quota in problem_of(case(WORLD, "leaders")).quotas}
    assert rules == {"unit_quota", "unit_city", "station_capacity", "county_cap", "pin"}
