"""A study keeps its baseline, its steps and its last good plan."""

import pytest

from planner.errors import InputError, NoPlanError
from planner.panels.study import Study
from tests.audit.world import WORLD, World
from tests.pairing.tiny import dataset, pairs

UNITS = "policy.leaders.stations"


@pytest.fixture
def study() -> Study:
    return begun(WORLD)


def begun(world: World) -> Study:
    return Study(dataset(world), world.policy, world.year, "推演")


def test_a_study_begins_with_the_baselines_plan(study: Study) -> None:
    assert study.plan is study.baseline
    assert study.trouble is None
    assert not study.can_undo


def test_a_change_plans_anew_and_leaves_the_baseline(study: Study) -> None:
    study.change(UNITS, (2, 2))
    assert len(pairs(study.plan, "leaders")) == 2
    assert len(pairs(study.baseline, "leaders")) == 3


def test_the_steps_are_a_scenario_in_its_own_words(study: Study) -> None:
    study.change(UNITS, (2, 2))
    study.change("departments.set.D1.village_duty", True)
    assert study.scenario.changes == {
        "policy": {"leaders": {"stations": [2, 2]}},
        "departments": {"set": {"D1": {"village_duty": True}}},
    }


def test_a_value_as_in_the_baseline_is_no_change(study: Study) -> None:
    study.change(UNITS, (2, 2))
    study.change(UNITS, (2, 3))
    assert study.settings == {}
    assert study.plan.pairs.equals(study.baseline.pairs)


def test_setting_what_is_set_already_is_no_step(study: Study) -> None:
    study.change(UNITS, (2, 3))
    assert not study.can_undo


def test_undo_takes_one_step_back(study: Study) -> None:
    study.change(UNITS, (2, 2))
    study.change(UNITS, (1, 1))
    study.undo()
    assert study.value(UNITS) == (2, 2)
    assert len(pairs(study.plan, "leaders")) == 2
    study.undo()
    assert study.value(UNITS) == (2, 3)
    assert not study.can_undo


def test_going_back_to_the_baseline_can_be_undone(study: Study) -> None:
    study.change(UNITS, (2, 2))
    study.reset()
    assert study.settings == {}
    study.undo()
    assert study.value(UNITS) == (2, 2)


def test_settings_without_a_plan_keep_the_last_good_one(study: Study) -> None:
    study.change(UNITS, (2, 2))
    good = study.plan
    study.change(UNITS, (6, 6))  # A leader's stations lie in different cities: there are not six.
    assert isinstance(study.trouble, NoPlanError)
    assert study.plan is good
    study.undo()
    assert study.trouble is None


def test_settings_that_contradict_each_other_are_said_and_kept(study: Study) -> None:
    station = study.dataset.stations["station_id"][0]
    study.change_all({
        "pins.add": (("D1", station, "require"),),
        "departments.set.D1.village_duty": True,
    })  # fmt: skip
    assert isinstance(study.trouble, InputError)
    assert study.plan is study.baseline


def test_several_values_are_one_step(study: Study) -> None:
    study.change_all({UNITS: (2, 2), "policy.rotation.years": 0})
    study.undo()
    assert study.settings == {}


def test_pins_are_written_as_rows(study: Study) -> None:
    station = study.dataset.stations["station_id"][0]
    study.change("pins.add", (("L1", station, "require"),))
    assert study.scenario.changes["pins"]["add"] == [
        {"unit_id": "L1", "station_id": station, "decision": "require"}
    ]
    assert f"L1 {station}" in pairs(study.plan, "leaders")
