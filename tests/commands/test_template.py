"""`template` lists every table and header in both languages, or writes them for a start."""

from pathlib import Path

import pytest

from planner.policy import Policy, read_policy
from planner.tables import EVERY
from tests.commands.conftest import Call
from tests.commands.folders import contents, records
from tests.tables.small import SMALL


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_and_header_is_listed_in_both_languages(call: Call, language: str) -> None:
    told = call("template", "--lang", language)
    assert told.code == 0
    listed = {tuple(line.split()[:2]) for line in told.out.splitlines()}
    for table in EVERY:
        assert (f"{table.name}.csv", table.zh) in listed
        for column in table.columns:
            assert (column.name, column.zh) in listed


def test_what_a_column_holds_is_said(call: Call) -> None:
    told = call("template", "--lang", "en").out.splitlines()
    assert "departments.csv  处室  (required)" in told
    assert "wishes.csv  处室申报  (optional)" in told
    assert any(line.endswith("station (司法所) / county (县) / city (市)") for line in told)
    assert any("expertise" in line and "may be blank" in line for line in told)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_empty_tables_and_the_policy_are_written(call: Call, tmp_path: Path, language: str) -> None:
    out = tmp_path / "start"
    assert call("template", "--out", out, "--lang", language).code == 0
    tables = {f"{table.name}.csv" for table in EVERY}
    assert set(contents(out)) == tables | {"policy.toml"}
    for table in EVERY:
        (header,) = records((out / f"{table.name}.csv").read_text("utf-8-sig"))
        assert header == [c.zh if language == "zh" else c.name for c in table.columns]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_that_are_filled_in_below_the_headers_are_accepted(
    call: Call, tmp_path: Path, language: str
) -> None:
    out = tmp_path / "start"
    call("template", "--out", out, "--lang", language)
    for name, text in SMALL.items():
        _, *rows = text.splitlines()
        with (out / f"{name}.csv").open("a", encoding="utf-8", newline="") as file:
            file.write("".join(f"{row}\r\n" for row in rows))
    told = call("check", out, "--policy", out / "policy.toml", "--lang", "en")
    assert (told.code, told.err) == (0, "")
    assert "The data is sound (0 warnings): 2 leaders, 3 departments, " in told.out


def test_tables_left_empty_lack_rows_and_no_column(call: Call, tmp_path: Path) -> None:
    call("template", "--out", tmp_path / "start")
    told = call("check", tmp_path / "start", "--lang", "en")
    assert told.code == 2
    assert {line.split(":")[0] for line in told.err.splitlines()} == {
        "leaders.csv", "departments.csv", "stations.csv",
    }  # fmt: skip
    assert "column" not in told.err


def test_the_policy_written_is_the_default_with_a_clause_for_every_figure(
    call: Call, tmp_path: Path
) -> None:
    call("template", "--out", tmp_path / "start")
    file = tmp_path / "start" / "policy.toml"
    assert read_policy(file) == Policy()
    figures = [line for line in file.read_text("utf-8").splitlines() if " = " in line]
    assert figures
    assert all("  # " in line for line in figures)


def test_tables_are_not_written_where_a_file_lies(call: Call, tmp_path: Path) -> None:
    (tmp_path / "place").write_text("mine", "utf-8")
    told = call("template", "--out", tmp_path / "place", "--quiet")
    assert (told.code, told.out) == (2, "")
    assert (tmp_path / "place").read_text("utf-8") == "mine"


def test_tables_with_rows_are_not_written_over(call: Call, data: Path) -> None:
    before = contents(data)
    told = call("template", "--out", data)
    assert told.code == 2
    assert contents(data) == before
