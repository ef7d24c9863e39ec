"""What is odd though allowed, told with its row; nothing on a dataset where all is well."""

import pytest

from planner.errors import Fault
from planner.pairing.hints import hints_of
from tests.audit.world import WORLD, World, department
from tests.pairing.tiny import dataset

# One leader and one department with one station each.
ONE = WORLD.ruled("leaders", stations=(1, 1)).but(departments=[department("D1", 5)])


def odd(world: World, kind: str = "") -> list[Fault]:
    """Return what is odd, of one kind where it is named."""
    found = hints_of(dataset(world), world.policy, world.year)
    return [fault for fault in found if fault.key.startswith(kind)]


def zh(world: World, kind: str = "") -> list[str]:
    return [fault.text("zh") for fault in odd(world, kind)]


def en(world: World, kind: str = "") -> list[str]:
    return [fault.text("en") for fault in odd(world, kind)]


@pytest.mark.parametrize(
    "world",
    [
        WORLD,
        ONE,
        WORLD.but(wishes=["D1 1 city A", "D2 1 station B2a"], recusals=["D1 city B"]),
        WORLD.but(history=["2018 D1 A1a"], pins=["L1 A1a forbid"]),
    ],
)
def test_nothing_is_odd_where_all_is_well(world: World) -> None:
    assert odd(world) == []


def without_city_a(world: World) -> World:
    for station in ("A1a", "A1b", "A2a", "A2b"):
        world = world.where(station, nominated=False)
    return world


def test_a_city_without_a_nomination_is_named() -> None:
    world = without_city_a(WORLD)
    assert zh(world, "odd.city") == [
        "stations nominated: A 今年没有推荐司法所，除指定外不会安排到该市"
    ]
    assert en(world, "odd.city") == [
        (
            "stations nominated: A has nominated no station this year, "
            "so none there is paired unless required"
        )
    ]


def test_a_city_with_a_single_nomination_is_not_odd() -> None:
    assert odd(without_city_a(WORLD).where("A2a", nominated=True)) == []


def barred(number: int, unit: str = "D1") -> World:
    """Return the world with a unit recused from so many of the 12 stations."""
    ids = [row["station_id"] for row in WORLD.rows["stations"] if isinstance(row, dict)]
    return WORLD.but(recusals=[f"{unit} station {station}" for station in ids[:number]])


@pytest.mark.parametrize(
    ("unit", "name", "file"), [("D1", "处室D1", "departments"), ("L1", "厅领导L1", "leaders")]
)
def test_a_unit_with_four_stations_to_choose_from_is_named(unit: str, name: str, file: str) -> None:
    world = barred(8, unit)
    assert zh(world) == [f"{file}: {name}（{unit}）只有 4 个所可选，无可行方案时请先核对此项"]
    assert en(world) == [f"{file}: {name} ({unit}) has only 4 stations to choose from"]


def test_a_unit_with_five_stations_to_choose_from_is_not_odd() -> None:
    assert odd(barred(7)) == []


def test_a_unit_with_no_station_at_all_is_named_with_nought() -> None:
    assert en(barred(12)) == ["departments: 处室D1 (D1) has only 0 stations to choose from"]


def test_a_department_that_is_exempt_has_no_choice_to_speak_of() -> None:
    world = barred(12).but(departments=[department("D1", 12, duty=True), department("D2", 6)])
    assert odd(world) == []


def test_a_wish_that_cannot_be_met_is_named_with_the_reasons() -> None:
    # County A1 has two stations: one not nominated, the other had last year.
    world = WORLD.where("A1a", nominated=False).but(
        history=["2018 D1 A1b"], wishes=["D1 1 city B", "D1 2 county A1"]
    )
    assert zh(world) == [
        (
            "wishes:3 place: 处室D1（D1）的第 2 志愿“A1”不可能满足："
            "所涉 2 个所，未推荐 1 个，近年联系过 1 个"
        )
    ]
    assert en(world) == [
        (
            "wishes:3 place: wish 2 of 处室D1 (D1), 'A1', can't be met: stations it covers: 2, "
            "not nominated: 1, had lately: 1"
        )
    ]


def test_a_station_that_is_barred_twice_counts_for_both_reasons() -> None:
    world = WORLD.but(
        recusals=["D1 station A1a"], pins=["D1 A1a forbid"], wishes=["D1 1 station A1a"]
    )
    assert zh(world) == [
        (
            "wishes:2 place: 处室D1（D1）的第 1 志愿“司法所A1a（A1a）”不可能满足："
            "所涉 1 个所，须回避 1 个，已否定 1 个"
        )
    ]
    assert en(world)[0].endswith("stations it covers: 1, recused: 1, ruled out: 1")


@pytest.mark.parametrize(
    "world",
    [
        WORLD.where("A1a", nominated=False).but(wishes=["D1 1 county A1"]),
        WORLD.where("A1a", nominated=False).but(
            wishes=["D1 1 station A1a"], pins=["D1 A1a require"]
        ),
        WORLD.but(wishes=["D1 1 station A1a"], recusals=["D2 city A"]),
        WORLD.but(wishes=["D1 1 station A1a"], history=["2015 D1 A1a"]),
    ],
)
def test_a_wish_with_a_station_that_is_allowed_is_not_odd(world: World) -> None:
    assert odd(world, "odd.wish") == []


def test_a_wish_of_a_department_on_village_duty_has_no_effect() -> None:
    world = WORLD.but(
        departments=[department("D1", 12), department("D2", 6, duty=True)],
        wishes=["D2 1 city A"],
    )
    assert zh(world) == [
        "wishes:2 place: 处室D2（D2）承担驻村扶贫任务，不安排结对，第 1 志愿“A”不起作用"
    ]
    assert en(world) == [
        (
            "wishes:2 place: 处室D2 (D2) is on village duty and not paired, "
            "so its wish 1, 'A', has no effect"
        )
    ]
    assert odd(world.ruled("village_duty", exempts=("days",))) == []


def test_a_pin_that_a_better_plan_would_not_choose_is_named_with_its_price() -> None:
    # Without it L1 would be at A1a, which needs 55, not at B1a, which needs 41.
    world = ONE.where("A1a", hardship=3).where("B1a", hardship=2).but(pins=["L1 B1a require"])
    assert zh(world) == [
        "pins:2 station_id: 指定厅领导L1（L1）联系司法所B1a（B1a）的代价：需求指数之和减少 14"
    ]
    assert en(world) == [
        (
            "pins:2 station_id: requiring 厅领导L1 (L1) at 司法所B1a (B1a) has a price: "
            "need served: 14 less"
        )
    ]


def test_a_pin_of_a_department_is_priced_in_the_departments_plan() -> None:
    world = ONE.where("C1a", travel_minutes=10).but(pins=["L1 B1a forbid", "D1 B1a require"])
    assert en(world) == [
        (
            "pins:3 station_id: requiring 处室D1 (D1) at 司法所B1a (B1a) has a price: "
            "minutes one way: 50 more"
        )
    ]


def test_each_pin_is_priced_beside_the_others() -> None:
    # D1 may have two: 55 and 15 are given up for stations of 15 and 15, so only one costs.
    world = WORLD.but(departments=[department("D1", 12)])
    world = world.ruled("goals", departments=("coverage", "need", "tie")).where("A1a", hardship=3)
    one = world.but(pins=["D1 B1a require"])
    assert odd(one) == []
    both = world.but(pins=["D1 B1a require", "D1 C1a require"])
    assert [fault.row for fault in odd(both)] == [2, 3]
    assert en(both)[0].endswith(
        "requiring 处室D1 (D1) at 司法所B1a (B1a) has a price: need served: 40 less"
    )


def test_a_pin_that_only_the_hash_would_not_choose_is_not_odd() -> None:
    for station in ("A1a", "B2b", "C2a"):
        assert odd(ONE.but(pins=[f"L1 {station} require"])) == []


def test_a_pin_that_is_written_twice_is_priced_as_one() -> None:
    world = ONE.where("A1a", hardship=3).but(pins=["L1 B1a require", "L1 B1a require"])
    assert [fault.row for fault in odd(world)] == [2, 3]


def test_a_pin_is_not_priced_where_there_is_no_plan_to_compare() -> None:
    # Two required of a leader who may have one.
    world = ONE.where("A1a", hardship=3).but(pins=["L1 B1a require", "L1 C1a require"])
    assert odd(world) == []


def test_pins_are_not_priced_where_rules_cut_across() -> None:
    world = ONE.where("A1a", hardship=3).but(pins=["L1 B1a require"])
    assert odd(world.ruled("stations", hard_percent=50)) == []


def test_what_is_odd_comes_table_by_table() -> None:
    world = without_city_a(ONE).but(
        wishes=["D1 1 city A"],
        recusals=["L1 city B", "D1 city B"],
        pins=["L1 C1a require", "D1 C2a require"],
    ).where("C1b", hardship=3)  # fmt: skip
    assert [fault.file for fault in odd(world)] == [
        "stations", "leaders", "departments", "wishes", "pins", "pins",
    ]  # fmt: skip
