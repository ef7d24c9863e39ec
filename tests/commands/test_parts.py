"""`--part`: either plan is made alone, or made again while the other stands in the folder."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Call
from tests.commands.folders import EVERY, contents, records, rewrite, write_data


@pytest.fixture
def every(data: Path) -> Path:
    """Return the data of the world with every table in use."""
    return write_data(data, EVERY)


def plan(call: Call, data: Path, out: Path, part: str, *more: object, year: int = 2019) -> None:
    told = call("plan", data, "--year", year, "--out", out, "--part", part, "--quiet", *more)
    assert (told.code, told.err) == (0, "")


def refused(
    call: Call, data: Path, out: Path, *more: object, year: int = 2019, lang: str = "en"
) -> str:
    """Return what is wrong with a plan that can't be made; nothing changes by it."""
    before = contents(data.parent)
    told = call("plan", data, "--year", year, "--out", out, *more, "--lang", lang)
    assert (told.code, told.out) == (2, "")
    assert contents(data.parent) == before
    return told.err


def kinds(out: Path) -> list[str]:
    _, *rows = records((out / "plan.csv").read_text("utf-8"))
    return [row[1] for row in rows]


def test_leaders_then_departments_leave_the_same_as_both(call: Call, every: Path) -> None:
    both, after = every.parent / "both", every.parent / "after"
    plan(call, every, both, "both")
    plan(call, every, after, "leaders")
    plan(call, every, after, "departments")
    assert contents(after) == contents(both)


def test_leaders_alone_leave_a_plan_of_their_own(call: Call, every: Path) -> None:
    out = every.parent / "out"
    plan(call, every, out, "leaders")
    assert set(kinds(out)) == {"leader"}
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert [one["part"] for one in summary["plans"]] == ["leaders"]
    assert call("verify", every, out).code == call("audit", every, out).code == 0


def test_departments_alone_are_refused_without_a_leaders_plan(call: Call, every: Path) -> None:
    out = every.parent / "out"
    told = refused(call, every, out, "--part", "departments")
    assert told == (
        f"{out / 'plan.csv'}: no leaders' plan stands here; run --part leaders first, "
        "or name its file with --leaders\n"
    )
    assert refused(call, every, out, "--part", "departments", lang="zh") == (
        f"{out / 'plan.csv'}: 没有现成的厅领导方案，应先运行 --part leaders，"
        "或用 --leaders 指明文件\n"
    )


def test_a_plan_of_departments_alone_is_no_leaders_plan(call: Call, every: Path) -> None:
    out = every.parent / "out"
    plan(call, every, out, "both")
    file = out / "plan.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if ",leader," not in line), "utf-8")
    assert "no leaders' plan stands here" in refused(call, every, out, "--part", "departments")


def test_a_leaders_plan_may_lie_elsewhere(call: Call, every: Path) -> None:
    both, apart = every.parent / "both", every.parent / "apart"
    plan(call, every, both, "both")
    plan(call, every, apart, "leaders")
    file = apart / "plan.csv"
    plan(call, every, every.parent / "out", "departments", "--leaders", file)
    assert contents(every.parent / "out") == contents(both)


def test_a_leaders_plan_without_a_proof_stands_and_is_proved_anew(call: Call, every: Path) -> None:
    plan(call, every, every.parent / "apart", "leaders")
    other = every.parent / "leaders-of-the-year.csv"
    other.write_bytes((every.parent / "apart" / "plan.csv").read_bytes())
    out = every.parent / "out"
    plan(call, every, out, "departments", "--leaders", other)
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert [one["part"] for one in summary["plans"]] == ["leaders", "departments"]
    assert set(kinds(out)) == {"leader", "department"}
    assert call("verify", every, out).code == 0
    assert call("audit", every, out).code == 0


def test_a_leaders_plan_that_is_not_there_is_named(call: Call, every: Path) -> None:
    file = every.parent / "nowhere.csv"
    told = refused(call, every, every.parent / "out", "--part", "departments", "--leaders", file)
    assert told.startswith(f"{file}: no leaders' plan stands here")


@pytest.mark.parametrize("part", ["both", "leaders"])
def test_a_leaders_plan_is_taken_for_departments_alone(call: Call, every: Path, part: str) -> None:
    file = every.parent / "plan.csv"
    told = refused(call, every, every.parent / "out", "--part", part, "--leaders", file)
    assert told == ("--leaders: only --part departments takes the leaders' plan as it stands\n")


def test_a_leaders_plan_of_another_year_is_refused(call: Call, every: Path) -> None:
    file = every.parent / "out" / "plan.csv"
    plan(call, every, file.parent, "leaders")
    told = refused(call, every, file.parent, "--part", "departments", year=2020)
    assert told == f"{file} year: the standing plan is of 2019; expected 2020\n"


def test_a_leaders_plan_that_cannot_be_read_is_bad_input(call: Call, every: Path) -> None:
    out = every.parent / "out"
    plan(call, every, out, "leaders")
    rewrite(out / "plan.csv", "station_id", "nonsense")
    assert "station_id" in refused(call, every, out, "--part", "departments")


def test_faults_of_the_tables_and_of_the_standing_plan_come_at_once(
    call: Call, every: Path
) -> None:
    rewrite(every / "departments.csv", ",12,", ",twelve,")
    told = refused(call, every, every.parent / "out", "--part", "departments")
    assert [line.split(":")[0].split("/")[-1] for line in told.splitlines()] == [
        "departments.csv", "plan.csv",
    ]  # fmt: skip


def test_a_leader_who_is_gone_from_the_tables_is_named(call: Call, every: Path) -> None:
    out = every.parent / "out"
    plan(call, every, out, "leaders")
    rewrite(out / "plan.csv", "leader,L1,", "leader,L7,")
    told = refused(call, every, out, "--part", "departments")
    assert told == (
        "plan.csv unit_id: the standing plan names 'L7', which the tables don't have; "
        "make that part again first\n"
    )


def test_leaders_made_again_leave_the_departments_as_they_stand(call: Call, every: Path) -> None:
    out = every.parent / "out"
    plan(call, every, out, "both")
    before = (out / "plan.csv").read_text("utf-8").splitlines()
    plan(call, every, out, "leaders")
    after = (out / "plan.csv").read_text("utf-8").splitlines()
    departments = [line for line in before if ",department," in line]
    assert [line for line in after if ",department," in line] == departments
    assert call("verify", every, out).code == 0
    assert call("audit", every, out).code == 0


def test_both_forget_what_stood_even_where_it_cannot_be_read(call: Call, every: Path) -> None:
    out = every.parent / "out"
    plan(call, every, out, "both")
    (out / "plan.csv").write_text("nonsense\n", "utf-8")
    plan(call, every, out, "both")
    assert call("audit", every, out).code == 0
