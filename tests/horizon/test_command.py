"""`planner horizon`, as a user calls it."""

import json
from pathlib import Path

import pytest

from planner.tables import write_csv
from tests.audit.world import WORLD
from tests.commands.conftest import Call
from tests.commands.folders import IMPOSSIBLE, contents, write_data

HEADER = "year,station_id,successor_id\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_data(tmp_path / "data", WORLD)


def test_every_year_leaves_a_folder_that_the_audit_and_the_verifier_accept(
    data: Path, tmp_path: Path, call: Call
) -> None:
    out = tmp_path / "out"
    told = call("horizon", data, "--from", 2019, "--years", 2, "--out", out, "--lang", "en")
    assert (told.code, told.err) == (0, "")
    assert "2020 departments" in told.out
    assert sorted(path.name for path in out.iterdir()) == ["2019", "2020"]
    for year in ("2019", "2020"):
        policy = out / year / "data/policy.toml"
        for command in ("audit", "verify"):
            told = call(command, out / year / "data", out / year, "--policy", policy)
            assert told.code == 0, told.err


def test_the_first_year_is_the_plan_that_the_year_alone_would_have(
    data: Path, tmp_path: Path, call: Call
) -> None:
    call("horizon", data, "--from", 2019, "--years", 2, "--out", tmp_path / "out", "--quiet")
    call("plan", data, "--year", 2019, "--out", tmp_path / "one", "--quiet")
    alone, first = ((tmp_path / f).read_bytes() for f in ("one/plan.csv", "out/2019/plan.csv"))
    assert alone == first


def test_a_schedule_says_how_many_years_and_why_no_fewer(data: Path, call: Call) -> None:
    # L1 has at most 3, D1 2 and D2 1: 6 a year for 12 stations, each county 2 of its 2.
    stations = data.parent / "list.csv"
    stations.write_bytes(write_csv(WORLD.frames["stations"].select("station_id")))
    told = call("horizon", data, "--from", 2019, "--years", 4, "--visit", stations, "--lang", "en")
    lines = told.out.splitlines()
    assert lines[0] == "12 stations can be visited in 2 years (2019–2020), and no fewer: proved"
    assert lines[1].startswith("One year, 2019, is not enough: stations to visit: 12")
    assert "so at most 6 of these can be visited" in lines[1]


def test_what_the_first_year_gives_up_is_said_beside_what_was_stated(
    data: Path, call: Call
) -> None:
    arguments = ("--from", 2019, "--years", 4, "--visit", "counties", "--give-up", "leaders.need=9")
    told = call("horizon", data, *arguments, "--lang", "en").out.splitlines()
    assert told[1].startswith("first year, leaders, need served: ")
    assert told[1].endswith("of at most 9 stated; the goals before it lose nothing")
    given = json.loads(call("horizon", data, *arguments, "--json").out)["given_up"]
    assert given["stated"] == {"part": "leaders", "goal": "need", "amount": 9}
    assert given["best"] - given["value"] == given["lost"] <= 9


def test_a_schedule_says_what_it_seeks_beyond_the_visits(data: Path, call: Call) -> None:
    arguments = ("horizon", data, "--from", 2019, "--years", 4, "--visit", "counties")
    free = call(*arguments, "--lang", "en").out
    held = call(*arguments, "--give-up", "leaders.need=9", "--lang", "en").out
    assert "they seek most pairings" in free
    assert "nothing better was sought" in held


def test_a_file_that_is_not_there_is_told_as_what_it_should_be(data: Path, call: Call) -> None:
    told = call("horizon", data, "--from", 2019, "--years", 2, "--visit", "no.csv", "--lang", "en")
    assert (told.code, told.err) == (2, "no.csv: no such file, expected a CSV file\n")


def test_misspelt_words_of_all_years_are_told_at_once(data: Path, call: Call) -> None:
    changes = data.parent / "changes.toml"
    changes.write_text("[2019.leader]\nremove = []\n[2020.departments.set.D1]\nheadcont = 3\n")
    told = call("horizon", data, "--from", 2019, "--years", 2, "--changes", changes, "--lang", "en")
    assert (told.code, len(told.err.splitlines())) == (2, 2)
    assert "2019/changes.toml leader: " in told.err
    assert "2020/changes.toml departments.set.D1.headcont: " in told.err


def test_as_json_it_says_the_same(data: Path, call: Call) -> None:
    arguments = ("--from", 2019, "--years", 4, "--visit", "counties", "--json", "--lang", "en")
    told = json.loads(call("horizon", data, *arguments).out)
    assert (told["fewest"], told["too_few"], told["unreachable"]) == (1, None, [])
    assert [row["pairings"] for row in told["years"]] == [3, 3]
    assert told["years"][-1]["counties_visited"] == 6


def test_a_year_without_a_plan_leaves_with_3_and_nothing_written(
    tmp_path: Path, call: Call
) -> None:
    data, out = write_data(tmp_path / "no", IMPOSSIBLE), tmp_path / "out"
    told = call("horizon", data, "--from", 2019, "--years", 2, "--out", out, "--lang", "en")
    assert told.code == 3
    assert "There is no leaders' plan for 2019" in told.err
    assert not out.exists()


def test_all_faults_of_all_files_come_at_once(data: Path, tmp_path: Path, call: Call) -> None:
    (tmp_path / "moves.csv").write_text(f"{HEADER}2020,X,A1a\n", "utf-8")
    (tmp_path / "changes.toml").write_text("[2018.stations]\n", "utf-8")
    told = call(
        "horizon", data, "--from", 2019, "--years", 2,
        "--crosswalk", tmp_path / "moves.csv", "--changes", tmp_path / "changes.toml",
        "--visit", tmp_path / "none.csv", "--give-up", "x",
    )  # fmt: skip
    assert told.code == 2
    assert [line.split(":")[0] for line in told.err.splitlines()] == [
        "changes.toml 2018",
        "moves.csv",
        "none.csv",
        "--give-up",
    ]


def test_giving_up_asks_for_a_visit(data: Path, call: Call) -> None:
    told = call("horizon", data, "--from", 2019, "--years", 2, "--give-up", "leaders.need=1")
    assert (told.code, told.err.split(":")[0]) == (2, "--give-up")


def test_the_same_input_gives_the_same_bytes(data: Path, tmp_path: Path, call: Call) -> None:
    for name in ("one", "two"):
        arguments = ("--from", 2019, "--years", 3, "--visit", "counties", "--out", tmp_path / name)
        assert call("horizon", data, *arguments, "--quiet").code == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
