"""The command that sets plans side by side."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Call, Outcome
from tests.commands.folders import contents, rewrite

DUTY = 'name = "D2 驻村"\n[departments.set.D2]\nvillage_duty = true\n'
CAP = 'name = "一县一个"\n[policy.stations]\nper_county = 1\n'
_PLANNED: dict[str, dict[str, bytes]] = {}


@pytest.fixture
def others(data: Path, call: Call) -> dict[str, Path]:
    """Return the folders of two plans with scenarios, planned once."""
    found: dict[str, Path] = {}
    for name, text in (("duty", DUTY), ("cap", CAP)):
        out, file = data.parent / name, data.parent / f"{name}.toml"
        file.write_text(text, "utf-8")
        if name not in _PLANNED:
            told = call("plan", data, "--year", 2019, "--out", out, "--scenario", file, "--quiet")
            assert told.code == 0
            _PLANNED[name] = contents(out)
        out.mkdir(exist_ok=True)
        for file_name, content in _PLANNED[name].items():
            (out / file_name).write_bytes(content)
        found[name] = out
    return found


def lines(told: Outcome) -> list[str]:
    """Return what a command printed, without the blanks around."""
    assert (told.code, told.err) == (0, "")
    return [" ".join(line.split()) for line in told.out.splitlines()]


def test_the_scenario_and_what_became_of_the_pairings_are_said(
    data: Path, out: Path, others: dict[str, Path], call: Call
) -> None:
    told = lines(call("compare", out, others["duty"], "--data", data, "--lang", "en"))
    assert told[0] == f"{out} → {others['duty']} (scenario: D2 驻村)"
    assert "departments D2 village_duty: false → true" in told
    assert any(line.startswith("处室D2 (D2): ") and line.endswith("is dropped") for line in told)
    assert any(line.startswith("departments pairings 3 2 -1 worse, first") for line in told)


def test_it_is_said_in_chinese(data: Path, out: Path, others: dict[str, Path], call: Call) -> None:
    told = lines(call("compare", out, others["duty"], "--data", data))
    assert told[0] == f"{out} → {others['duty']}（情景：D2 驻村）"
    assert "处室 结对数 3 2 -1 较差，最先不同的目标" in told


def test_with_the_data_the_very_cell_is_shown(
    data: Path, out: Path, others: dict[str, Path], call: Call
) -> None:
    told = lines(call("compare", out, others["duty"], "--data", data, "--lang", "en"))
    assert told[1] == "departments D2 village_duty: false → true"


def test_the_figures_of_the_notice_need_no_file(
    out: Path, others: dict[str, Path], call: Call
) -> None:
    told = lines(call("compare", out, others["cap"], "--lang", "en"))
    assert "policy stations per_county: 2 → 1" in told


def test_a_policy_of_ones_own_is_found_beside_the_plan(data: Path, out: Path, call: Call) -> None:
    policy, other = data.parent / "ours.toml", data.parent / "other"
    policy.write_text("[stations]\nper_county = 1\n", "utf-8")
    assert call("plan", data, "--year", 2019, "--out", other, "--policy", policy).code == 0
    told = lines(call("compare", out, other, "--lang", "en"))
    assert "policy stations per_county: 2 → 1" in told


def test_tables_that_changed_are_named_and_with_both_data_shown(
    data: Path, out: Path, call: Call
) -> None:
    other, plan = data.parent / "other-data", data.parent / "other"
    other.mkdir()
    for name, content in contents(data).items():
        (other / name).write_bytes(content)
    rewrite(other / "departments.csv", "处室D2,6", "处室D2,7")
    assert call("plan", other, "--year", 2019, "--out", plan).code == 0
    blind = lines(call("compare", out, plan, "--lang", "en"))
    assert blind[1].startswith("Note: the tables differ")
    assert blind[2].startswith("Note: the plans' data or policies differ and those of ")
    assert blind[3].startswith("departments.csv differs (sha256 ")
    told = lines(call("compare", out, plan, "--data", other, "--data", data, "--lang", "en"))
    assert "departments D2 headcount: 6 → 7" in told


def test_several_plans_are_set_beside_the_first(
    out: Path, others: dict[str, Path], call: Call
) -> None:
    told = lines(call("compare", out, *others.values(), "--lang", "en"))
    assert [line for line in told if "→" in line and "scenario:" in line] == [
        f"{out} → {others['duty']} (scenario: D2 驻村)",
        f"{out} → {others['cap']} (scenario: 一县一个)",
    ]


def test_two_scenarios_differ_where_they_say_otherwise(others: dict[str, Path], call: Call) -> None:
    told = lines(call("compare", others["duty"], others["cap"], "--lang", "en"))
    assert told[2:4] == [
        "policy stations per_county: 2 → 1",
        "departments D2 village_duty: no more set to true",
    ]


def test_a_plan_beside_itself_differs_in_nothing(data: Path, out: Path, call: Call) -> None:
    copy = data.parent / "copy"
    copy.mkdir()
    for name, content in contents(out).items():
        (copy / name).write_bytes(content)
    told = lines(call("compare", out, copy, "--lang", "en"))
    assert told[1:3] == ["The input is the same", "Pairings: 6 kept, 0 moved, 0 new, 0 dropped"]


def test_the_answer_is_json_on_request(out: Path, others: dict[str, Path], call: Call) -> None:
    answer = json.loads(call("compare", out, others["duty"], "--json").out)
    assert [plan["scenario"] for plan in answer["plans"]] == [None, "D2 驻村"]
    assert set(answer) == {"plans", "pairings", "units", "cities", "goals", "inputs", "notes"}
    (dropped,) = (row for row in answer["units"] if row["dropped"])
    assert (dropped["unit_id"], dropped["before"], dropped["after"]) == ("D2", 1, 0)


def test_a_folder_without_a_plan_is_told(data: Path, out: Path, call: Call) -> None:
    told = call("compare", out, data, data.parent / "x", "--lang", "en")
    assert told.code == 2
    assert [line.rpartition("/")[2] for line in told.err.splitlines()] == [
        "plan.csv: no such file; expected a folder with a plan that planner wrote"
    ] * 2


def test_the_same_folder_twice_is_told(out: Path, call: Call) -> None:
    told = call("compare", out, out, "--lang", "en")
    assert (told.code, told.err) == (2, f"{out}: is there twice, expected every plan once\n")


def test_data_of_no_plan_is_told(
    data: Path, out: Path, others: dict[str, Path], call: Call
) -> None:
    rewrite(data / "departments.csv", "处室D2,6", "处室D2,7")
    told = call("compare", out, others["duty"], "--data", data, "--lang", "en")
    assert told.code == 2
    assert "none of the plans was made from this" in told.err


def test_one_plan_alone_is_told(out: Path, call: Call) -> None:
    told = call("compare", out, "--lang", "en")
    assert (told.code, told.err) == (2, "DIR2: is missing; see --help\n")
