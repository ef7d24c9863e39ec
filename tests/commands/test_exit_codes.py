"""0 done, 2 bad input or a wrong call, 3 no plan exists, 4 an audit found a violation."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import planner
from planner import commands
from planner.errors import SolverError
from tests.audit.world import WORLD
from tests.commands.conftest import Call
from tests.commands.folders import IMPOSSIBLE, rewrite, write_data

ROOT = Path(planner.__file__).parents[1]


def test_what_is_done_ends_with_0(call: Call, data: Path, out: Path) -> None:
    assert call("check", data).code == 0
    assert call("check", data, "--year", 2019).code == 0
    assert call("plan", data, "--year", 2019, "--out", out).code == 0
    assert call("audit", data, out).code == 0
    assert call("verify", data, out).code == 0
    assert call("why", data, out, "L1").code == 0
    assert call("why", data, out, "L1", "A1a").code == 0
    assert call("template").code == 0


def test_bad_tables_end_every_command_with_2(call: Call, data: Path, out: Path) -> None:
    rewrite(data / "departments.csv", ",12,", ",twelve,")
    for line in (
        ("check", data),
        ("plan", data, "--year", 2019, "--out", out),
        ("audit", data, out),
        ("verify", data, out),
        ("why", data, out, "L1"),
    ):
        told = call(*line)
        assert (told.code, told.out) == (2, "")
        assert told.err.startswith("departments.csv:2 headcount: ")


def test_a_bad_policy_ends_every_command_with_2(call: Call, data: Path, out: Path) -> None:
    policy = data.parent / "policy.toml"
    policy.write_text("[leaders]\nstatoins = [2, 3]\n", "utf-8")
    for line in (
        ("check", data),
        ("plan", data, "--year", 2019, "--out", out),
        ("audit", data, out),
        ("verify", data, out),
        ("why", data, out, "L1"),
    ):
        told = call(*line, "--policy", policy)
        assert (told.code, told.out) == (2, "")
        assert "statoins" in told.err


def test_faults_of_policy_and_tables_come_at_once(call: Call, data: Path) -> None:
    policy = data.parent / "policy.toml"
    policy.write_text("[leaders]\nstatoins = [2, 3]\n", "utf-8")
    rewrite(data / "departments.csv", ",12,", ",twelve,")
    told = call("check", data, "--policy", policy)
    assert len(told.err.splitlines()) == 2


@pytest.mark.parametrize("command", ["audit", "verify", "why"])
def test_a_folder_without_a_plan_ends_with_2(call: Call, data: Path, command: str) -> None:
    more = ["L1"] if command == "why" else []
    told = call(command, data, data.parent / "nowhere", *more)
    assert (told.code, told.out) == (2, "")
    assert "plan.csv: " in told.err


def test_a_dataset_that_is_not_there_ends_with_2(call: Call, tmp_path: Path) -> None:
    assert call("check", tmp_path / "nowhere").code == 2


def test_no_plan_ends_with_3_and_says_why(call: Call, data: Path) -> None:
    write_data(data, IMPOSSIBLE)
    told = call("plan", data, "--year", 2019, "--out", data.parent / "out")
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("2019 年厅领导方案无法安排：")
    told = call("plan", data, "--year", 2019, "--out", data.parent / "out", "--lang", "en")
    assert told.err.startswith("There is no leaders' plan for 2019: ")
    assert "L1" in told.err


def test_what_is_odd_is_said_even_where_there_is_no_plan(call: Call, data: Path) -> None:
    write_data(data, IMPOSSIBLE)
    told = call("check", data, "--year", 2019, "--lang", "en")
    assert told.code == 0
    assert "厅领导L1 (L1) has only 4 stations to choose from" in told.out


def test_a_broken_rule_ends_with_4_and_is_named(call: Call, data: Path, out: Path) -> None:
    write_data(data, WORLD.but(recusals=["L1 city A", "L1 city B", "L1 city C"]))
    told = call("audit", data, out, "--lang", "en")
    assert told.code == 4
    assert told.err.startswith("The audit found 3 violations:\nrecusal (N8 六-2): ")


def test_no_answer_in_time_ends_with_1_and_not_with_3(
    call: Call, data: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object, **__: object) -> None:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")

    monkeypatch.setattr("planner.pairing.make.make_plan", silent)
    told = call("plan", data, "--year", 2019, "--out", out, "--lang", "en")
    assert told.code == 1
    assert "this does not mean that there is no plan" in told.err


def test_ctrl_c_ends_with_130_and_no_traceback(
    call: Call, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "check", interrupted)
    told = call("check", data)
    assert (told.code, told.err) == (130, "")


def process(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "planner", *map(str, arguments)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
    )  # fmt: skip


def test_a_process_leaves_with_the_same_codes(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    made = process("plan", data, "--year", 2019, "--out", folder, "--lang", "en")
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.splitlines()[-1].startswith(f"6 pairings written to {folder}")
    write_data(data, IMPOSSIBLE)
    assert process("audit", data, folder, "--quiet").returncode == 4


def test_a_process_says_what_is_wrong_with_a_call() -> None:
    wrong = process("check", "data", "--bogus", "--lang", "en")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "--bogus: there is no such option; see --help\n"
