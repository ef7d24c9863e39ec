"""`planner sweep`: one table, and nothing lost by Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from planner.sweep import Sweep, make, run_sweep
from tests.audit.world import WORLD
from tests.commands.conftest import Call
from tests.commands.conftest import call as call
from tests.commands.folders import write_data
from tests.sweep.here import here as here
from tests.sweep.small import DATA, POLICY, YEAR

SMALL = "[axes]\npolicy.stations.per_county = [1, 2]\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_data(tmp_path / "data", WORLD)


def written(folder: Path, text: str) -> Path:
    (folder / "my.toml").write_text(text, "utf-8")
    return folder / "my.toml"


@pytest.mark.usefixtures("here")
def test_a_sweep_writes_one_table_and_says_what_came_of_it(
    call: Call, data: Path, tmp_path: Path
) -> None:
    told = call("sweep", data, "--year", 2019, "--sweep", written(tmp_path, SMALL),
                "--out", tmp_path / "out", "--lang", "en")  # fmt: skip
    assert (told.code, told.err) == (0, "")
    assert "3 scenarios: settled (every bound met, not re-checked) 3, feasible 0, " in told.out
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["sweep.csv"]
    assert pl.read_csv(tmp_path / "out" / "sweep.csv")["name"].to_list() == [
        "baseline", "policy.stations.per_county=1", "policy.stations.per_county=2",
    ]  # fmt: skip


@pytest.mark.usefixtures("here")
def test_the_out_may_be_a_file_and_the_answer_json(call: Call, data: Path, tmp_path: Path) -> None:
    told = call("sweep", data, "--year", 2019, "--each", "village_duty",
                "--out", tmp_path / "mine.csv", "--json")  # fmt: skip
    rows = json.loads(told.out)
    assert [row["village_duty"] for row in rows] == [None, "D1", "D2"]
    assert (tmp_path / "mine.csv").exists()


@pytest.mark.usefixtures("here")
def test_quiet_prints_nothing(call: Call, data: Path, tmp_path: Path) -> None:
    told = call("sweep", data, "--year", 2019, "--each", "closure",
                "--out", tmp_path, "--quiet")  # fmt: skip
    assert (told.code, told.out, told.err) == (0, "", "")


@pytest.mark.usefixtures("here")
def test_a_scenario_may_be_the_base(call: Call, data: Path, tmp_path: Path) -> None:
    base = tmp_path / "base.toml"
    base.write_text('name = "D1"\n[departments.set.D1]\nvillage_duty = true\n', "utf-8")
    told = call("sweep", data, "--year", 2019, "--each", "village_duty", "--scenario", base,
                "--out", tmp_path, "--json")  # fmt: skip
    assert [row["name"] for row in json.loads(told.out)] == ["baseline", "D2 处室D2"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "--sweep"),
        (("--each", "closure", "--sweep", "my.toml"), "--sweep"),
        (("--sweep", "none.toml"), "none.toml"),
    ],
)
def test_one_sweep_is_asked_for(
    call: Call, data: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    told = call("sweep", data, "--year", 2019, "--out", tmp_path / "out", *options)
    assert (told.code, told.out) == (2, "")
    assert said in told.err
    assert not (tmp_path / "out").exists()


def test_an_axis_that_names_nothing_is_bad_input(call: Call, data: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "[axes]\npolicy.stations.per_conty = [1]\n")
    told = call("sweep", data, "--year", 2019, "--sweep", file, "--out", tmp_path / "out",
                "--lang", "en")  # fmt: skip
    assert told.code == 2
    assert told.err.startswith("my.toml policy.stations.per_conty: ")
    assert "per_county" in told.err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("here")
def test_the_same_command_goes_on_from_its_journal(
    call: Call, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "sweep.csv.journal"
    expected = run_sweep(DATA, POLICY, YEAR, Sweep(each="closure"), journal=journal)
    monkeypatch.setattr(make, "run", pytest.fail)  # there is nothing left to plan
    told = call("sweep", data, "--year", 2019, "--each", "closure", "--out", tmp_path, "--json")
    assert json.loads(told.out) == expected.to_dicts()
    assert not journal.exists()


def test_ctrl_c_stops_cleanly_and_keeps_what_is_finished(data: Path, tmp_path: Path) -> None:
    # 2,500 scenarios, some fifteen seconds, of which the first chunk is waited for.
    many = f"[axes.stations.set]\nA1a.staff = {list(range(50))}\nB1a.staff = {list(range(50))}\n"
    journal = tmp_path / "sweep.csv.journal"
    process = subprocess.Popen(
        [sys.executable, "-m", "planner", "sweep", str(data), "--year", "2019", "--sweep",
         str(written(tmp_path, many)), "--out", str(tmp_path), "--workers", "1"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    while not journal.exists() or not journal.stat().st_size:
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert len(err.splitlines()) == 1
    done = journal.read_bytes().count(b"\n")
    assert f"{done} 个情景" in err.decode()
    assert 1 <= done < 2500
    assert not (tmp_path / "sweep.csv").exists()
