"""The panel's widgets set what they say, and show what is."""

from pathlib import Path

import polars as pl
import pytest

from planner.dataset import Dataset
from planner.finished import finished
from planner.panels import Panel, panel
from planner.scenario import read_scenario
from tests.audit.world import WORLD
from tests.pairing.tiny import dataset, pairs

Q = "policy.leaders.stations"


@pytest.fixture
def made() -> Panel:
    return panel(dataset(WORLD), WORLD.policy, WORLD.year, "en")


def control(made: Panel, path: str):
    (found,) = (one for one in made._controls if one.path == path)
    return found.widget


def test_moving_a_slider_plans_anew_and_says_what_moved(made: Panel) -> None:
    control(made, Q).value = (2, 2)
    assert len(pairs(made.study.plan, "leaders")) == 2
    assert "1 unit changed" in made._moved.value


def test_a_switch_puts_a_department_on_village_duty(made: Panel) -> None:
    control(made, "departments.set.D1.village_duty").value = True
    assert not any(pair.startswith("D1 ") for pair in pairs(made.study.plan))


def test_undo_shows_the_value_before(made: Panel) -> None:
    control(made, Q).value = (2, 2)
    made._bar.undo.click()
    assert control(made, Q).value == (2, 3)
    assert made._bar.undo.disabled


def test_stepping_a_goal_down_changes_the_order(made: Panel) -> None:
    made._orders["departments"].move("balance", 1)
    goals = made.study.value("policy.goals.departments")
    assert goals[:3] == ("coverage", "counties", "balance")
    assert goals[-1] == "tie"


def test_a_goal_switched_off_and_on_again_stands_before_the_last(made: Panel) -> None:
    order = made._orders["leaders"]
    order.switch("need")
    assert "need" not in made.study.value("policy.goals.leaders")
    order.switch("need")
    assert made.study.value("policy.goals.leaders")[-2:] == ("need", "tie")


def test_a_station_clicked_on_the_map_can_be_required(made: Panel) -> None:
    station = made.study.dataset.stations["station_id"][0]
    made._pins.pick(station)
    made._pins.unit.value = "D2"
    made._pins.add("require")
    assert f"D2 {station}" in pairs(made.study.plan)


def test_a_second_decision_on_a_pairing_takes_the_place_of_the_first(made: Panel) -> None:
    station = made.study.dataset.stations["station_id"][0]
    made._pins.pick(station)
    made._pins.unit.value = "D2"
    made._pins.add("require")
    made._pins.add("forbid")
    assert made._pins.in_force()[-1] == ("D2", station, "forbid")
    assert f"D2 {station}" not in pairs(made.study.plan)


def test_a_pin_taken_out_is_gone(made: Panel) -> None:
    made._pins.pick(made.study.dataset.stations["station_id"][0])
    made._pins.add("forbid")
    made._pins.remove(made._pins.in_force()[-1])
    assert made.study.settings == {}


def test_an_impossible_setting_shows_its_sentence_and_keeps_the_plan(made: Panel) -> None:
    before = made._goals.value
    control(made, Q).value = (6, 6)
    assert "last plan that could be made" in made._message.value
    assert made._goals.value == before
    control(made, Q).value = (2, 3)
    assert "There is a plan" in made._message.value


def test_the_settings_are_saved_as_a_scenario_that_gives_the_same_plan(
    made: Panel, tmp_path: Path
) -> None:
    control(made, Q).value = (2, 2)
    made._bar.save(str(tmp_path / "what-if.toml"))
    scenario = read_scenario(tmp_path / "what-if.toml")
    assert scenario.changes == made.study.scenario.changes


def test_a_file_that_cannot_be_written_is_said(made: Panel, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    made._bar.save(str(tmp_path / "taken"))
    assert "cannot be written" in made._bar.note.value


def test_the_plan_is_exported_with_its_audit_and_scenario(made: Panel, tmp_path: Path) -> None:
    control(made, Q).value = (2, 2)
    made._bar.export(str(tmp_path / "out"))
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"plan.csv", "summary.json", "proof.json", "audit.csv", "scenario.toml"}
    assert finished(tmp_path / "out").pairs.equals(made.study.plan.pairs)


def test_settings_without_a_plan_export_nothing(made: Panel, tmp_path: Path) -> None:
    control(made, Q).value = (6, 6)
    made._bar.export(str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
    assert "L1" in made._bar.note.value


def test_names_of_the_tables_come_out_as_text() -> None:
    leaders = WORLD.frames["leaders"].with_columns(name=pl.lit("</script><b>"))
    tables = Dataset.from_frames(WORLD.year, **{**WORLD.frames, "leaders": leaders})
    made = panel(tables, WORLD.policy, WORLD.year)
    control(made, Q).value = (2, 2)
    assert "&lt;/script&gt;&lt;b&gt;" in made._moved.value
    assert "<b>L1" not in made._moved.value


def test_every_button_speaks_the_panels_language(made: Panel) -> None:
    row, _note = made._bar.box.children
    said = " ".join(one.description for one in row.children)
    assert said == "↶ undo baseline scenario save folder export"


@pytest.mark.parametrize("name", ["", "  ", "a\0b"])
def test_a_name_that_can_not_be_used_is_said_and_nothing_written(
    made: Panel, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made._bar.export(name)
    assert "no name that can be used" in made._bar.note.value
    made._bar.save(name)
    assert "no name that can be used" in made._bar.note.value
    assert not any(tmp_path.iterdir())
