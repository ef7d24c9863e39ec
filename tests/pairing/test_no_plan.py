"""Why there is no plan, in a sentence with the numbers and the clauses, in both languages."""

import pytest

from planner.errors import NoPlanError
from planner.pairing.units import Part
from tests.audit.world import STATIONS, WORLD, World, department, leader
from tests.pairing.tiny import DEPARTMENTS, LEADERS, plan


def only(*nominated: str, world: World = WORLD) -> World:
    """Return the world with only these stations nominated."""
    for station in STATIONS:
        world = world.where(station, nominated=station in nominated)
    return world


def said(world: World, *parts: Part) -> tuple[str, str]:
    """Return the sentence in Chinese and in English."""
    with pytest.raises(NoPlanError) as caught:
        plan(world, *parts)
    assert caught.value.exit_code == 3
    return caught.value.text("zh"), caught.value.text("en")


def test_a_leader_whose_stations_are_all_in_one_city() -> None:
    zh, en = said(only("A1a", "A2a"), *LEADERS)
    assert zh == (
        "2019 年厅领导方案排不出来：L1 至少共需 2 个所（N1 N2 三-1）；"
        "同一单位在同一设区市有上限：L1 A 合计至多 1 个（N1 N2 三-1）；"
        "这些单位可选的所共 2 个（全省 12 个，其中未推荐 10、回避 0、轮换 0、已否定 0 个不能选）。"
        "以上不能同时满足。"
    )
    assert en.startswith("There is no leaders' plan for 2019: L1 need at least 2 stations in all")
    assert "L1 A, at most 1 in all" in en
    assert "these units have 2 stations to choose from (of 12: 10 not nominated" in en


def test_two_leaders_who_need_more_than_three_stations_can_take() -> None:
    two = WORLD.but(leaders=[leader("L1"), leader("L2")])
    zh, en = said(only("A1a", "B1a", "C1a", world=two), *LEADERS)
    assert "L1、L2 至少共需 4 个所（N1 N2 三-1）" in zh
    assert "司法所 A1a、B1a、C1a 合计还能接待 3 个单位（N8 六-2）" in zh
    assert "need at least 4 stations in all (N1 N2 三-1)" in en
    assert "can take 3 more units in all (N8 六-2)" in en


def test_two_departments_in_a_county_that_takes_one() -> None:
    world = only("A1a", "A1b", world=WORLD.ruled("stations", per_county=1))
    zh, en = said(world, *DEPARTMENTS)
    assert zh.startswith(
        "2019 年处室方案排不出来：D1、D2 至少共需 2 个所（N1 N2 三-1）；A/A1 合计还能安排 1 个"
    )
    assert "A/A1 can take 1 more pairings in all (N8 六-2)" in en


def test_departments_that_only_the_leaders_are_in_the_way_of() -> None:
    # The leader takes all three that were nominated.
    zh, en = said(only("A1a", "B1a", "C1a"))
    assert zh.startswith("2019 年处室方案排不出来，而且只是因为现有的厅领导方案占了位置：")
    assert "司法所 A1a、B1a、C1a 合计还能接待 0 个单位（N8 六-2）" in zh
    assert en.startswith(
        "There is no departments' plan for 2019, and only because of the leaders' plan"
    )


def test_departments_that_are_impossible_without_any_leaders_as_well() -> None:
    # Two departments, one station in reach: the leaders are not to blame.
    world = only("A1a", "B1a", "C1a").but(
        recusals=[f"D{n} city {city}" for n in (1, 2) for city in "BC"]
    )
    zh, en = said(world)
    assert zh.startswith("2019 年处室方案排不出来：")
    assert en.startswith("There is no departments' plan for 2019: ")


def test_two_departments_that_one_station_was_required_for() -> None:
    zh, en = said(WORLD.but(pins=["D1 A1a require", "D2 A1a require"]), *DEPARTMENTS)
    assert "司法所 A1a 合计还能接待 1 个单位（N8 六-2）" in zh
    assert "已指定的 D1–A1a、D2–A1a 必须安排（N1 N2 三-1）" in zh
    assert "are required by decision (N1 N2 三-1)" in en


def test_a_leader_who_would_travel_too_far() -> None:
    # Two stations are 120 minutes.
    zh, en = said(WORLD.ruled("travel", unit_max=119), *LEADERS)
    assert "L1 至少共需 2 个所（N1 N2 三-1）；L1 的单程路途合计至多 119 分钟（N7 四-1）" in zh
    assert "L1 travel at most 119 minutes one way in all (N7 四-1)" in en


def test_a_share_of_hard_stations_that_are_not_there() -> None:
    zh, en = said(WORLD.ruled("stations", hard_percent=50), *LEADERS)
    assert "困难艰苦所的结对至少 2 个（一 六-3）" in zh
    assert "at least 2 pairings are at hard stations (一 六-3)" in en


def test_a_leader_s_pin_on_a_station_that_is_kept_for_a_department_s() -> None:
    zh, _ = said(WORLD.but(pins=["L1 A1a require", "D1 A1a require"]))
    assert zh.startswith("2019 年厅领导方案排不出来：")
    assert "已指定的 L1–A1a 必须安排（N1 N2 三-1）" in zh


def test_nothing_that_was_nominated() -> None:
    zh, en = said(only(), *LEADERS)
    assert "L1 至少共需 2 个所（N1 N2 三-1）" in zh
    assert "这些单位可选的所共 0 个（全省 12 个，其中未推荐 12、" in zh
    assert "these units have 0 stations to choose from" in en


def test_what_bars_the_other_stations_is_counted_by_rule() -> None:
    # Open to L1: A2a and A2b alone, in one city.
    world = only("A1a", "A2a", "A2b", "B1a", "C1a").but(
        recusals=["L1 station B1a"], history=["2018 L1 C1a"], pins=["L1 A1a forbid"]
    )
    zh, _ = said(world, *LEADERS)
    assert "可选的所共 2 个（全省 12 个，其中未推荐 7、回避 1、轮换 1、已否定 1 个不能选）" in zh


def test_a_conflict_names_no_more_units_than_it_needs() -> None:
    # Eight departments, one station: two of them are enough to say why.
    departments = [department(f"D{n}", 5) for n in range(1, 9)]
    zh, _ = said(only("A1a", world=WORLD.but(departments=departments)), *DEPARTMENTS)
    assert "D1、D2 至少共需 2 个所" in zh


def test_of_many_names_six_are_said() -> None:
    # Seven departments, six stations.
    departments = [department(f"D{n}", 5) for n in range(1, 8)]
    world = only("A1a", "A2a", "B1a", "B2a", "C1a", "C2a", world=WORLD.but(departments=departments))
    zh, en = said(world, *DEPARTMENTS)
    assert "D1、D2、D3、D4、D5、D6等 7 个 至少共需 7 个所" in zh
    assert "and others, 7 in all need at least 7 stations in all" in en
