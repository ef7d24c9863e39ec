"""Axes make scenarios; what they name must be there."""

import pytest

from planner.errors import InputError
from planner.sweep import Sweep
from planner.sweep.axes import MOST, Variant, check_names
from tests.audit.world import WORLD, department
from tests.pairing.tiny import dataset
from tests.sweep.small import DATA, POLICY

TWO = {"policy.stations.units": [1, 2], "policy.rotation.years": [0, 3]}


def names(sweep: Sweep, planned: tuple[str, ...] = ()) -> list[str]:
    return [variant.scenario.name for variant in sweep.variants(DATA, planned)]


def faults(sweep: Sweep) -> list[str]:
    with pytest.raises(InputError) as caught:
        check_names(sweep.variants(DATA, ()), DATA, POLICY)
    return [fault.text("en") for fault in caught.value.faults]


def test_a_grid_combines_every_value_with_every_other() -> None:
    assert names(Sweep(TWO)) == [
        "policy.stations.units=1, policy.rotation.years=0",
        "policy.stations.units=1, policy.rotation.years=3",
        "policy.stations.units=2, policy.rotation.years=0",
        "policy.stations.units=2, policy.rotation.years=3",
    ]


def test_a_list_takes_the_values_side_by_side() -> None:
    assert names(Sweep(TWO, "list")) == [
        "policy.stations.units=1, policy.rotation.years=0",
        "policy.stations.units=2, policy.rotation.years=3",
    ]


def test_single_changes_one_thing_at_a_time() -> None:
    variants = Sweep(TWO, "single").variants(DATA, ())
    assert [variant.values for variant in variants] == [
        {"policy.stations.units": 1},
        {"policy.stations.units": 2},
        {"policy.rotation.years": 0},
        {"policy.rotation.years": 3},
    ]


def test_a_scenario_changes_what_its_axes_say() -> None:
    variant = Sweep(TWO).variants(DATA, ())[2]
    assert variant.scenario.changes == {
        "policy": {"stations": {"units": 2}, "rotation": {"years": 0}}
    }


def test_each_department_in_turn_goes_on_village_duty() -> None:
    assert names(Sweep(each="village_duty")) == ["D1 处室D1", "D2 处室D2"]


def test_a_department_that_is_on_village_duty_does_not_go_again() -> None:
    world = WORLD.but(departments=[department("D1", 12, duty=True), department("D2", 6)])
    (variant,) = Sweep(each="village_duty").variants(dataset(world), ())
    assert variant.values == {"village_duty": "D2"}
    assert variant.scenario.changes == {"departments": {"set": {"D2": {"village_duty": True}}}}


def test_each_station_of_the_plan_in_turn_closes() -> None:
    variants = Sweep(each="closure").variants(DATA, ("B2a", "A1a"))
    assert [variant.scenario.changes for variant in variants] == [
        {"stations": {"remove": ["A1a"]}},
        {"stations": {"remove": ["B2a"]}},
    ]


def test_any_station_in_turn_closes() -> None:
    assert len(names(Sweep(each="any_closure"))) == 12


def test_each_is_one_more_axis() -> None:
    sweep = Sweep({"policy.stations.per_county": [1, 2]}, each="village_duty")
    assert [tuple(variant.values.values()) for variant in sweep.variants(DATA, ())] == [
        ("D1", 1), ("D1", 2), ("D2", 1), ("D2", 2),
    ]  # fmt: skip


def test_an_axis_that_names_nothing_is_told_with_the_nearest_name() -> None:
    (fault,) = faults(Sweep({"policy.stations.per_conty": [1, 2]}))
    assert fault.startswith("sweep.toml")
    assert "policy.stations.per_conty" in fault
    assert "per_county" in fault.replace("policy.stations.per_conty", "")


def test_every_axis_that_names_nothing_is_told_once() -> None:
    sweep = Sweep({"departments.set.D9.headcount": [5, 6], "policy.statons.units": [1, 2]})
    assert len(faults(sweep)) == 2


def test_a_value_that_is_wrong_beside_one_that_is_right_is_left_to_its_row() -> None:
    variants = Sweep({"policy.stations.units": [-1, 1]}).variants(DATA, ())
    check_names(variants, DATA, POLICY)


def test_values_that_are_right_together_are_right() -> None:
    new = {"department_id": "D3", "name": "新处", "headcount": 5, "leader_id": "L1"}
    pin = {"unit_id": "D3", "station_id": "A1a", "decision": "require"}
    axes = {"departments.add": [[new | {"village_duty": False}]], "pins.add": [[pin]]}
    check_names(Sweep(axes).variants(DATA, ()), DATA, POLICY)


def refused(**asked: object) -> str:
    with pytest.raises(InputError) as caught:
        Sweep(**asked).variants(DATA, ())  # pyright: ignore[reportArgumentType]
    (fault,) = caught.value.faults
    return fault.key


def test_a_sweep_varies_something() -> None:
    assert refused() == "sweep.empty"


@pytest.mark.parametrize("values", [[], "12", 3, None])
def test_an_axis_has_a_list_of_values(values: object) -> None:
    assert refused(axes={"policy.stations.units": values}) == "sweep.no_values"


@pytest.mark.parametrize("wrong", [{"shape": "grd"}, {"each": "closures"}])
def test_shape_and_each_are_known_words(wrong: dict[str, str]) -> None:
    assert refused(axes={"policy.stations.units": [1]}, **wrong) == "sweep.choice"


def test_the_axes_of_a_list_are_equally_long() -> None:
    uneven = {"policy.stations.units": [1, 2], "policy.rotation.years": [0]}
    assert refused(axes=uneven, shape="list") == "sweep.lengths"


@pytest.mark.parametrize("path", ["stations.remove", "stations"])
def test_two_axes_do_not_change_the_same_thing(path: str) -> None:
    assert refused(axes={path: [["A1a"]]}, each="any_closure") == "sweep.clash"


def test_a_slip_of_the_pen_does_not_fill_the_memory() -> None:
    axes = {f"stations.set.{one}.staff": list(range(100)) for one in ("A1a", "A1b", "A2a", "A2b")}
    assert MOST < 100**4
    assert refused(axes=axes) == "sweep.many"


def test_a_sweep_can_be_asked_for_its_scenarios_before_it_runs() -> None:
    (variant,) = Sweep({"policy.stations.units": [2]}).variants(DATA, ())
    assert isinstance(variant, Variant)
    assert variant.scenario.apply(DATA, POLICY)[1].stations.units == 2
