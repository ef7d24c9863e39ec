"""The panel's widgets set what they say, and show what is."""

import gc
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from anywidget import AnyWidget

from planner.dataset import Dataset
from planner.pairing.duty import PAIRING
from planner.pairing.in_force import read_in_force
from planner.pairing.make import make_plan
from planner.panels import Panel, panel
from planner.panels.kit import widgets
from planner.panels.worker import Inline
from planner.plans.finished import finished
from planner.scenario import read_scenario
from tests.audit.world import PLAN, WORLD
from tests.pairing.tiny import dataset, pairs
from tests.panels.held import Held

Q = "policy.leaders.stations"


@pytest.fixture
def made() -> Panel:
    return Panel(dataset(WORLD), WORLD.policy, WORLD.year, "en", runner=Inline())


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def beside() -> Panel:
    """A panel beside a plan in force, all of which can be kept."""
    world = replace(WORLD, in_force=PLAN)
    return Panel(dataset(world), world.policy, world.year, "en", runner=Inline())


def waiting(held: Held) -> Panel:
    return Panel(dataset(WORLD), WORLD.policy, WORLD.year, "en", runner=held)


def control(made: Panel, path: str):
    (found,) = (one for one in made._controls if one.path == path)
    return found.widget


def test_moving_a_slider_plans_anew_and_says_what_moved(made: Panel) -> None:
    control(made, Q).value = (2, 2)
    assert len(pairs(made.study.plan, "leaders")) == 2
    assert "1 units change" in made._results.board.changes


def test_the_settings_changed_are_told_with_their_values_and_without_a_key(made: Panel) -> None:
    control(made, Q).value = (2, 2)
    control(made, "departments.set.D1.village_duty").value = True
    made._orders["leaders"].move("balance", 1)
    made._pins.pick("C2b", "D2")
    made._pins.add("forbid")
    line = made._results.board.changes
    assert "stations a leader 2–2" in line
    assert "D1 village duty yes" in line
    assert "order of the leaders&#x27; goals pairings, counties" in line
    assert "Pairings required or forbidden" in line
    assert not any(key in line for key in ("policy.", ", tie", "coverage", "_"))


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
    (switch,) = order._rows["need"]._switch
    assert switch.tooltip == "switch off: need served"
    order.switch("need")
    assert switch.tooltip == "switch on: need served"
    assert "need" not in made.study.value("policy.goals.leaders")
    order.switch("need")
    assert made.study.value("policy.goals.leaders")[-2:] == ("need", "tie")


def rows(made: Panel) -> list[list[str]]:
    """What the leaders' goals say, row by row; what can't be pressed is in brackets."""
    texts: list[list[str]] = []
    for row in sorted(made._orders["leaders"].box.children, key=lambda row: int(row.layout.order)):
        name, *buttons = row.children
        signs = [f"({b.description})" if b.disabled else b.description for b in buttons]
        texts.append([name.value, *signs])
    return texts


def test_a_goal_off_stands_under_the_others_and_cannot_be_moved(made: Panel) -> None:
    made._orders["leaders"].switch("balance")
    first, second, *_, last = rows(made)
    assert first == ["1. pairings", "↑", "↓", "✓"]
    assert second == ["2. counties covered", "↑", "↓", "✓"]
    assert last == ["– city imbalance", "(↑)", "(↓)", "✗"]


def test_a_goal_moved_changes_places_and_no_button_is_made_anew(made: Panel) -> None:
    order = made._orders["leaders"]
    before, lines = order.box.children, rows(made)
    order.move("balance", 1)
    assert order.box.children == before
    assert [line[0][3:] for line in rows(made)[:3]] == [lines[at][0][3:] for at in (0, 2, 1)]


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


def test_the_pins_are_drawn_anew_only_where_they_change(made: Panel) -> None:
    made._pins.pick(made.study.dataset.stations["station_id"][0])
    made._pins.add("forbid")
    before = made._pins._in_force.children
    control(made, Q).value = (2, 2)
    assert made._pins._in_force.children == before


def test_an_impossible_setting_shows_its_sentence_and_keeps_the_plan(made: Panel) -> None:
    before = made._results.board.goals
    control(made, Q).value = (6, 6)
    assert "last plan that could be made" in made._results.board.message
    assert made._results.board.goals == before
    control(made, Q).value = (2, 3)
    assert "There is a plan" in made._results.board.message


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
    made._bar.over.click()
    assert "cannot be written" in made._bar.note.value


def test_nothing_is_written_over_without_being_asked(made: Panel, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("mine", encoding="utf-8")
    made._bar.save(str(tmp_path / "mine.toml"))
    assert (tmp_path / "mine.toml").read_text("utf-8") == "mine"
    assert str(tmp_path / "mine.toml") in made._bar.note.value
    assert made._bar.over.layout.display == "flex"
    made._bar.over.click()
    assert "name =" in (tmp_path / "mine.toml").read_text("utf-8")
    assert made._bar.over.layout.display == "none"


def test_a_saved_scenario_is_opened_with_all_of_its_settings(made: Panel, tmp_path: Path) -> None:
    station = made.study.dataset.stations["station_id"][0]
    control(made, Q).value = (2, 2)
    made._pins.pick(station, "D2")
    made._pins.add("forbid")
    made._bar.save(str(tmp_path / "saved.toml"))
    settings = made.study.settings
    made.study.reset()
    made._bar.open(str(tmp_path / "saved.toml"))
    assert made.study.settings == settings
    assert control(made, Q).value == (2, 2)
    assert str(tmp_path / "saved.toml") in made._bar.note.value


def test_a_scenario_that_can_not_be_read_is_said_and_changes_nothing(
    made: Panel, tmp_path: Path
) -> None:
    made._bar.open(str(tmp_path / "missing.toml"))
    assert "missing.toml" in made._bar.note.value
    assert made.study.settings == {}


@pytest.mark.parametrize(
    "changes",
    ["[departments.set.D99]\nvillage_duty = true", "[foo.set.D1]\nname = 1",
     "[policy.leaders]\nstations = 'a'", "[policy.leaders]\nfoo = 1"],
)  # fmt: skip
def test_a_scenario_that_does_not_fit_is_said_and_changes_nothing(
    made: Panel, tmp_path: Path, changes: str
) -> None:
    (tmp_path / "other.toml").write_text(f"name = 'other'\n{changes}\n", encoding="utf-8")
    made._bar.open(str(tmp_path / "other.toml"))
    assert "planner-alert" in made._bar.note.value
    assert made.study.settings == {}


def test_a_figure_opened_beyond_its_slider_widens_it(made: Panel, tmp_path: Path) -> None:
    text = "name = 'far'\n[policy.leaders]\nstations = [2, 9]\n"
    (tmp_path / "far.toml").write_text(text, encoding="utf-8")
    made._bar.open(str(tmp_path / "far.toml"))
    assert control(made, Q).value == (2, 9)
    assert made.study.settings == {Q: (2, 9)}


def test_plans_are_kept_beside_each_other_and_the_oldest_of_four_goes(made: Panel) -> None:
    for figure in ((2, 2), (1, 1), (1, 2), (2, 3)):
        control(made, Q).value = figure
        made._bar.keep()
    assert len(made.study.kept) == 3
    assert "Plans kept beside each other" in made._results.board.kept
    assert "stations a leader 1–1" in made._results.board.kept
    assert "stations a leader 2–2" not in made._results.board.kept


def test_a_repair_is_made_by_its_button(made: Panel) -> None:
    control(made, Q).value = (6, 6)
    assert 'data-repair="0"' in made._results.board.repairs
    made._results.board._handle_custom_msg({"repair": 0}, [])
    assert "There is a plan" in made._results.board.message
    assert made._results.board.repairs == ""
    made._bar.undo.click()
    assert control(made, Q).value == (6, 6)


def test_what_is_drawn_is_stale_while_other_settings_are_solved(held: Held) -> None:
    made = waiting(held)
    assert not made._results.board.stale
    control(made, Q).value = (2, 2)
    assert made._results.board.stale
    held.step()
    assert not made._results.board.stale


def test_what_anywidget_may_give_up_is_small_and_told_nothing_that_changes(made: Panel) -> None:
    drawing, _ = made._results.box.children
    assert len(drawing._esm) < 30_000  # Vega has 900,000.
    own = {*drawing.keys} - {*widgets.DOMWidget().keys} - {"_anywidget_id", "_css", "_esm"}
    assert own == {"board"}
    assert drawing.board == made._results.board.model_id
    assert not isinstance(made._results.board, AnyWidget)


def test_where_the_board_does_not_come_there_are_words_in_its_place(made: Panel) -> None:
    _, words = made._results.box.children
    assert "run the cell again" in words.value


def test_no_hash_stands_among_the_figures(made: Panel) -> None:
    assert "hash" not in made._results.board.goals


def test_better_and_worse_are_said_in_words(made: Panel) -> None:
    control(made, Q).value = (2, 2)
    assert '<span class="planner-worse">-1 worse</span>' in made._results.board.goals


def test_the_baseline_is_valued_by_the_weights_of_the_plan(made: Panel) -> None:
    # Other weights give the same pairings here, so that no goal is better or worse.
    control(made, "policy.need.hardship").value = 0
    assert made.study.plan.pairs.select("unit_id", "station_id").equals(
        made.study.baseline.pairs.select("unit_id", "station_id")
    )
    assert "better" not in made._results.board.goals
    assert "worse" not in made._results.board.goals


def test_a_figure_can_be_typed_beside_its_slider(made: Panel) -> None:
    (row,) = (one.row for one in made._controls if one.path == Q)
    _label, _slider, low, high = row.children
    high.value = 2
    assert control(made, Q).value == (2, 2)
    low.value = 4  # The other end gives way.
    assert control(made, Q).value == (4, 4)
    assert (low.value, high.value) == (4, 4)


def test_a_section_is_opened_by_its_header_and_the_others_closed(made: Panel) -> None:
    sections = made._sections
    sections.headers[3].click()
    shown = [content.layout.display for content in sections._contents]
    assert shown == ["none", "none", "none", "flex", "none"]
    sections.headers[3].click()
    assert {content.layout.display for content in sections._contents} == {"none"}


def test_a_click_on_a_mark_chooses_its_unit_too(made: Panel) -> None:
    row = made.study.plan.of("departments").row(0, named=True)
    click = {"station": row["station_id"], "unit": row["unit_id"]}
    made._results.board._handle_custom_msg(click, [])
    assert made._pins.unit.value == row["unit_id"]
    assert made._pins.station.value.startswith(row["station_id"])
    assert made._pins.box.layout.display == "flex"  # What the click did is seen.


def test_a_partly_typed_name_is_taken_where_it_names_one_station(made: Panel) -> None:
    made._pins.unit.value = "D2"
    made._pins.station.value = "C2b"
    made._pins.add("require")
    assert made._pins.in_force()[-1] == ("D2", "C2b", "require")


def test_a_partly_typed_name_of_several_is_answered_with_all_of_them(made: Panel) -> None:
    made._pins.station.value = "C2"
    made._pins.add("require")
    assert "2 stations match" in made._pins.note.value
    made._pins.station.value = "nowhere"
    made._pins.add("require")
    assert "no station matches" in made._pins.note.value
    assert made._pins.in_force() == []


def test_a_pin_made_here_is_called_so(made: Panel) -> None:
    station = made.study.dataset.stations["station_id"][0]
    made._pins.pick(station, "D1")
    made._pins.add("require")
    control(made, "departments.set.D1.village_duty").value = True
    assert "a pin made here" in made._results.board.message
    assert "pins.csv" not in made._results.board.message


def test_the_plan_is_exported_with_its_audit_and_scenario(made: Panel, tmp_path: Path) -> None:
    control(made, Q).value = (2, 2)
    made._bar.export(str(tmp_path / "out"))
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"plan.csv", "summary.json", "proof.json", "audit.csv", "scenario.toml"} <= names
    assert finished(PAIRING, tmp_path / "out").plan.pairs.equals(made.study.plan.pairs)


def test_settings_without_a_plan_export_nothing(made: Panel, tmp_path: Path) -> None:
    control(made, Q).value = (6, 6)
    made._bar.export(str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
    assert "L1" in made._bar.note.value


def test_names_of_the_tables_come_out_as_text() -> None:
    leaders = WORLD.frames["leaders"].with_columns(name=pl.lit("</script><b>"))
    tables = Dataset.from_frames(WORLD.year, **{**WORLD.frames, "leaders": leaders})
    made = Panel(tables, WORLD.policy, WORLD.year, "zh", runner=Inline())
    control(made, Q).value = (2, 2)
    assert "&lt;/script&gt;&lt;b&gt;" in made._results.board.moved
    assert "<b>L1" not in made._results.board.moved


def test_every_button_speaks_the_panels_language(made: Panel) -> None:
    row, _note = made._bar.box.children
    said = " ".join(one.description or one.value for one in row.children)
    assert said == (
        "↶ undo baseline ＋ keep beside scenario what-if.toml save open folder what-if export"
    )


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


def test_while_solving_it_says_so_above_the_plan_before(held: Held) -> None:
    made = waiting(held)
    before = made._results.board.goals
    control(made, Q).value = (2, 2)
    assert "Solving" in made._results.board.message
    assert "the settings before" in made._results.board.message
    assert made._results.board.goals == before
    held.step()
    assert "1 units change" in made._results.board.changes


def test_a_plan_is_called_proved_only_after_its_proof_was_checked(held: Held) -> None:
    made = waiting(held)
    control(made, Q).value = (2, 2)
    held.step()
    assert "optimal" not in made._results.board.message
    held.step()
    assert "proved optimal" in made._results.board.message


def test_repairs_are_shown_when_they_are_found(held: Held) -> None:
    made = waiting(held)
    control(made, Q).value = (6, 6)
    held.step()
    assert "Looking for" in made._results.board.repairs
    held.step()
    assert "Looking for" not in made._results.board.repairs
    assert made._results.board.repairs != ""


def test_while_solving_nothing_is_exported_and_that_is_said(held: Held, tmp_path: Path) -> None:
    made = waiting(held)
    control(made, Q).value = (2, 2)
    made._bar.export(str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
    assert "still being solved" in made._bar.note.value


def test_while_solving_the_settings_are_saved_as_they_stand(held: Held, tmp_path: Path) -> None:
    made = waiting(held)
    control(made, Q).value = (2, 2)
    made._bar.save(str(tmp_path / "what-if.toml"))
    saved = read_scenario(tmp_path / "what-if.toml")
    assert saved.changes == {"policy": {"leaders": {"stations": [2, 2]}}}


def test_undo_while_solving_shows_the_plan_before_as_its_own(held: Held) -> None:
    made = waiting(held)
    control(made, Q).value = (2, 2)
    made._bar.undo.click()
    assert control(made, Q).value == (2, 3)
    assert "There is a plan" in made._results.board.message


def test_what_is_known_already_is_shown_without_waiting_for_more(held: Held) -> None:
    made = waiting(held)
    control(made, Q).value = (6, 6)
    held.step()
    made._bar.undo.click()
    before = held.waited
    control(made, Q).value = (6, 6)
    assert held.waited == before
    assert "plan for 2019" in made._results.board.message


def test_an_answer_that_comes_later_leaves_the_controls_and_the_note(held: Held) -> None:
    made = waiting(held)
    control(made, Q).value = (2, 2)
    made._bar.export("x")
    held.step()
    assert control(made, Q).value == (2, 2)
    assert "not exported" in made._bar.note.value


def test_the_goals_show_the_changes_to_a_plan_in_force(beside: Panel) -> None:
    assert "changes to the plan in force" in beside._results.board.goals
    assert "Of 5 pairings in force 5 are kept, 0 changed" in beside._results.board.goals
    control(beside, "departments.set.D1.village_duty").value = True
    assert "Of 5 pairings in force 3 are kept, 2 changed" in beside._results.board.goals


def test_the_changes_to_a_plan_in_force_can_not_be_switched_off(beside: Panel) -> None:
    rows = beside._orders["leaders"].box.children
    (row,) = (row for row in rows if "changes to the plan" in row.children[0].value)
    assert [one.description for one in row.children[1:]] == ["↑", "↓"]


def test_without_a_plan_in_force_no_order_has_its_changes(made: Panel) -> None:
    rows = made._orders["leaders"].box.children
    assert not any("changes to the plan" in row.children[0].value for row in rows)


def test_an_export_beside_a_plan_in_force_keeps_it_too(beside: Panel, tmp_path: Path) -> None:
    control(beside, "departments.set.D1.village_duty").value = True
    beside._bar.export(str(tmp_path / "out"))
    assert read_in_force(tmp_path / "out" / "in_force.csv").height == 5
    assert finished(PAIRING, tmp_path / "out").plan.pairs.equals(beside.study.plan.pairs)


def test_a_frame_in_force_is_taken_as_by_make_plan() -> None:
    plan = make_plan(dataset(WORLD), WORLD.policy, WORLD.year)
    made = panel(dataset(WORLD), WORLD.policy, WORLD.year, in_force=plan.pairs)
    assert pairs(made.study.plan) == pairs(plan)
    assert made.study.plan.in_force is not None


def test_the_same_call_gives_the_panel_with_its_settings() -> None:
    made = panel(dataset(WORLD), WORLD.policy, WORLD.year)
    made._bar.undo.description = "as it was left"
    again = panel(dataset(WORLD), WORLD.policy, WORLD.year)
    assert again._bar.undo.description == "as it was left"


def test_what_is_there_before_a_panel_is_not_looked_through_for_garbage_again() -> None:
    tables, there = dataset(WORLD), [["before"]]
    panel(
        replace(tables, stations=tables.stations.with_columns(caseload=11)),
        WORLD.policy,
        WORLD.year,
    )
    after = [["after"]]
    looked_through = {id(one) for one in gc.get_objects()}
    assert (id(there) in looked_through, id(after) in looked_through) == (False, True)


@pytest.mark.parametrize("other", ["tables", "policy", "language", "theme", "in force"])
def test_a_call_that_differs_gives_a_panel_of_its_own(other: str) -> None:
    tables, policy = dataset(WORLD), WORLD.policy
    first = panel(tables, policy, WORLD.year)
    if other == "tables":
        tables = replace(tables, stations=tables.stations.with_columns(caseload=7))
    if other == "policy":
        policy = replace(policy, rotation=replace(policy.rotation, years=1))
    second = panel(
        tables,
        policy,
        WORLD.year,
        "en" if other == "language" else "zh",
        theme="dark" if other == "theme" else None,
        in_force=first.study.baseline.pairs if other == "in force" else None,
    )
    assert second is not first
