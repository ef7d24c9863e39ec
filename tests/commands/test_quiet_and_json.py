"""For scripts: `--json` prints JSON and nothing else, `--quiet` nothing but errors."""

import json
from pathlib import Path

import pytest

from planner.tables import EVERY as TABLES
from tests.audit.world import WORLD
from tests.commands.conftest import Call
from tests.commands.folders import EVERY, rewrite, write_data

Line = tuple[object, ...]


def lines(data: Path, out: Path) -> dict[str, Line]:
    return {
        "check": ("check", data, "--year", 2019),
        "plan": ("plan", data, "--year", 2019, "--out", out),
        "audit": ("audit", data, out),
        "verify": ("verify", data, out),
        "template": ("template",),
    }


@pytest.mark.parametrize("command", ["check", "plan", "audit", "verify", "template"])
def test_a_quiet_command_prints_nothing(call: Call, data: Path, out: Path, command: str) -> None:
    told = call(*lines(data, out)[command], "--quiet")
    assert (told.code, told.out, told.err) == (0, "", "")


def test_a_quiet_command_still_says_what_is_wrong(call: Call, data: Path) -> None:
    rewrite(data / "departments.csv", ",12,", ",twelve,")
    told = call("check", data, "--quiet")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("departments.csv:2 headcount: ")


def test_a_quiet_check_keeps_its_warnings_to_itself(call: Call, data: Path) -> None:
    write_data(data, WORLD.but(recusals=["L1 city A", "L1 city B"]))
    assert call("check", data, "--year", 2019).out != ""
    assert call("check", data, "--year", 2019, "--quiet").out == ""


def test_a_quiet_template_writes_its_files(call: Call, tmp_path: Path) -> None:
    assert call("template", "--quiet", "--out", tmp_path / "empty").out == ""
    assert (tmp_path / "empty" / "stations.csv").exists()


@pytest.mark.parametrize("command", ["check", "plan", "audit", "verify", "template"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_json_is_json_alone(call: Call, data: Path, out: Path, command: str, language: str) -> None:
    told = call(*lines(data, out)[command], "--json", "--lang", language)
    assert (told.code, told.err) == (0, "")
    json.loads(told.out)


def test_a_check_in_json_has_faults_warnings_and_rows(call: Call, data: Path) -> None:
    write_data(data, EVERY)
    told = json.loads(call("check", data, "--year", 2019, "--json").out)
    assert list(told) == ["faults", "warnings", "rows", "policy"]
    assert told["faults"] == []
    assert told["rows"] == {
        "leaders": 1, "departments": 2, "stations": 12, "history": 3, "wishes": 3, "recusals": 2,
        "pins": 2,
    }  # fmt: skip


def test_a_check_in_json_tells_its_faults_and_ends_with_2(call: Call, data: Path) -> None:
    rewrite(data / "departments.csv", ",12,", ",twelve,")
    told = call("check", data, "--json", "--lang", "en")
    assert (told.code, told.err) == (2, "")
    (fault,) = json.loads(told.out)["faults"]
    assert fault.startswith("departments.csv:2 headcount: found 'twelve'")


def test_a_check_tells_what_is_odd_beside_the_faults(call: Call, data: Path) -> None:
    rewrite(data / "departments.csv", ",12,", ",twelve,")
    (data / "strange.csv").write_text("a,b\n1,2\n", "utf-8")
    told = call("check", data, "--lang", "en")
    fault, odd = told.err.splitlines()
    assert fault.startswith("departments.csv:2 headcount: found 'twelve'")
    assert odd.endswith("note: the file 'strange.csv' is not known, it was not read")
    answer = json.loads(call("check", data, "--json", "--lang", "en").out)
    assert (len(answer["faults"]), len(answer["warnings"])) == (1, 1)


def test_what_is_odd_is_told_beside_faults_of_the_policy(call: Call, data: Path, out: Path) -> None:
    (data / "strange.csv").write_text("a,b\n1,2\n", "utf-8")
    policy = data.parent / "wrong.toml"
    policy.write_text("[leaders]\ndays = -1\n", "utf-8")
    for command in (("check", data), ("plan", data, "--out", out)):
        told = call(*command, "--year", 2019, "--policy", policy, "--lang", "en")
        assert [": note: " in line for line in told.err.splitlines()] == [False, True]


def test_faults_of_every_duty_are_told_at_once(call: Call, data: Path) -> None:
    rewrite(data / "departments.csv", ",12,", ",twelve,")
    (data / "workdays.csv").write_text("date,working\n2019-02-30,true\n", "utf-8")
    told = call("check", data, "--lang", "en").err.splitlines()
    assert [line.split(" ")[0] for line in told] == ["departments.csv:2", "workdays.csv:2"]


def test_a_plan_in_json_is_its_summary_and_what_was_odd(call: Call, data: Path, out: Path) -> None:
    told = json.loads(call("plan", data, "--year", 2019, "--out", out, "--json").out)
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert told == summary | {"warnings": []}


def test_an_audit_in_json_has_a_row_for_every_finding(call: Call, data: Path, out: Path) -> None:
    told = json.loads(call("audit", data, out, "--json").out)
    assert list(told) == ["findings", "claims", "notes"]
    assert told["notes"] == []
    for row in told["findings"]:
        assert list(row) == ["rule", "clause", "holds", "amount", "witness"]
        assert row["holds"] is True


def test_an_audit_in_json_tells_a_violation_and_ends_with_4(
    call: Call, data: Path, out: Path
) -> None:
    write_data(data, WORLD.but(recusals=["L1 city A"]))
    told = call("audit", data, out, "--json")
    assert (told.code, told.err) == (4, "")
    broken = [row["rule"] for row in json.loads(told.out)["findings"] if not row["holds"]]
    assert broken == ["recusal"]


def test_a_verification_in_json_counts_what_is_proved(call: Call, data: Path, out: Path) -> None:
    assert json.loads(call("verify", data, out, "--json").out) == [
        {"part": "leaders", "goals": 6, "proved": 6, "failures": []},
        {"part": "departments", "goals": 8, "proved": 8, "failures": []},
    ]


@pytest.mark.parametrize("station", [[], ["A1a"]])
def test_an_answer_in_json_has_sentences_and_prices(
    call: Call, data: Path, out: Path, station: list[str]
) -> None:
    told = json.loads(call("why", data, out, "L1", *station, "--json", "--lang", "en").out)
    assert list(told) == ["answer", "prices"]
    assert all("L1" in row["unit_id"] for row in told["prices"])
    said = call("why", data, out, "L1", *station, "--lang", "en").out.splitlines()
    assert told["answer"] == said[1:]


def test_a_template_in_json_has_every_table(call: Call) -> None:
    told = json.loads(call("template", "--json").out)
    assert [one["table"] for one in told] == [table.name for table in TABLES]
    assert [one["table"] for one in told if one["required"]] == [
        "leaders", "departments", "stations",
    ]  # fmt: skip
    for one in told:
        assert list(one) == ["table", "zh", "required", "columns"]
        for column in one["columns"]:
            assert list(column) == ["name", "zh", "kind", "blank"]
