"""A study keeps its baseline, its steps and its last good plan."""

from dataclasses import replace

import pytest

from planner.errors import InputError, NoPlanError
from planner.panels.study import Study
from planner.panels.worker import Inline, Runner
from tests.audit.world import PLAN, WORLD, World
from tests.pairing.tiny import dataset, pairs
from tests.panels.held import Held

UNITS = "policy.leaders.stations"


@pytest.fixture
def study() -> Study:
    return begun(WORLD)


@pytest.fixture
def held() -> Held:
    return Held()


def begun(world: World, runner: Runner | None = None) -> Study:
    return Study(dataset(world), world.policy, world.year, "推演", runner or Inline())


def test_a_study_begins_with_the_baselines_plan(study: Study) -> None:
    assert study.plan.pairs is study.baseline.pairs
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
    assert study.plan.pairs is study.baseline.pairs


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


def test_while_the_settings_are_being_solved_the_plan_before_stays(held: Held) -> None:
    study = begun(WORLD, held)
    study.change(UNITS, (2, 2))
    assert study.answer.state == "waiting"
    assert study.plan is study.baseline
    held.step()
    assert len(pairs(study.plan, "leaders")) == 2


def test_an_answer_to_settings_of_before_is_not_shown(held: Held) -> None:
    study = begun(WORLD, held)
    study.change(UNITS, (2, 2))
    study.change(UNITS, (1, 1))
    held.step(-2)
    assert study.answer.state == "waiting"
    held.step()
    assert len(pairs(study.plan, "leaders")) == 1


def test_each_better_answer_is_told(held: Held) -> None:
    told: list[str] = []
    study = begun(WORLD, held)
    study.told = lambda: told.append(study.answer.state)
    study.change(UNITS, (2, 2))
    held.finish()
    assert told == ["settled", "proved"]


def test_a_step_back_while_solving_asks_for_nothing_known(held: Held) -> None:
    study = begun(WORLD, held)
    held.finish()
    study.change(UNITS, (2, 2))
    study.undo()
    assert study.answer.state == "proved"
    assert study.plan.pairs is study.baseline.pairs
    assert list(held.asked[-1][0]) == []


def test_settings_left_before_they_were_solved_are_solved_when_they_come_back(held: Held) -> None:
    study = begun(WORLD, held)
    study.change(UNITS, (2, 2))
    study.reset()
    study.undo()
    assert study.answer.state == "waiting"
    held.finish()
    assert study.answer.state == "proved"


def test_settings_left_before_they_were_proved_are_proved_when_they_come_back(held: Held) -> None:
    study = begun(WORLD, held)
    study.change(UNITS, (2, 2))
    held.step()
    study.reset()
    study.undo()
    assert study.answer.state == "settled"
    held.finish()
    assert study.answer.state == "proved"


def test_beside_a_plan_in_force_the_goals_are_those_in_force() -> None:
    study = begun(replace(WORLD, in_force=PLAN))
    assert study.value("policy.goals.leaders")[:3] == ("coverage", "balance", "stability")
    assert study.plan.policy == WORLD.policy.digest()


def test_a_change_is_planned_beside_the_plan_in_force() -> None:
    study = begun(replace(WORLD, in_force=PLAN))
    study.change("departments.set.D1.village_duty", True)
    assert study.plan.in_force is not None
    assert set(pairs(study.plan)) & set(PLAN) == {"L1 A1a", "L1 B1a", "D2 B2a"}
