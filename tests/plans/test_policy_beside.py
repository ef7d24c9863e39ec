"""Which policy is in force: given, beside the plan, beside the data, the notice's own."""

from pathlib import Path

import pytest

from planner.policy import Policy, read_policy
from planner.policy.found import policy_in_force
from planner.policy.write import policy_text
from tests.audit.world import WORLD
from tests.commands.conftest import Call
from tests.commands.folders import contents, write_book

LEAST = "# ours\n[leaders]\nstations = [1, 2]\n"
CAP = "[stations]\nper_county = 1\n"


def planned(call: Call, data: Path, name: str, *more: object) -> Path:
    """Return the folder of a plan."""
    out = data.parent / name
    told = call("plan", data, "--year", 2019, "--out", out, "--lang", "en", *more)
    assert (told.code, told.err) == (0, "")
    return out


def ours(data: Path, text: str = LEAST) -> Path:
    """Return a policy file outside of the data."""
    file = data.parent / "ours.toml"
    file.write_text(text, "utf-8")
    return file


def test_the_first_given_or_found_is_in_force(tmp_path: Path) -> None:
    data, folder, given = tmp_path / "data", tmp_path / "out", tmp_path / "given.toml"
    for years, place in enumerate((data / "policy.toml", folder / "policy.toml", given), 4):
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"[rotation]\nyears = {years}\n", "utf-8")
    found = [
        policy_in_force(given, folder, data),
        policy_in_force(None, folder, data),
        policy_in_force(None, tmp_path, data),
        policy_in_force(None, None, tmp_path / "nowhere" / "data.xlsx"),
    ]
    assert [(one.source, one.policy.rotation.years) for one in found] == [
        ("given", 6), ("folder", 5), ("data", 4), ("default", 3),
    ]  # fmt: skip


def test_beside_a_workbook_the_policy_lies_in_its_folder(call: Call, data: Path) -> None:
    book = write_book(data.parent / "data.xlsx", WORLD)
    (data.parent / "policy.toml").write_text(LEAST, "utf-8")
    told = call("check", book, "--lang", "en")
    assert told.out.startswith(f"Policy: {data.parent / 'policy.toml'} (beside the data)\n")


def test_a_plan_leaves_the_very_bytes_of_its_policy(call: Call, data: Path) -> None:
    out = planned(call, data, "o", "--policy", ours(data))
    assert (out / "policy.toml").read_text("utf-8") == LEAST


def test_a_plan_by_the_notice_leaves_its_figures_written_out(call: Call, data: Path) -> None:
    out = planned(call, data, "o")
    assert read_policy(out / "policy.toml") == Policy()
    assert "stations = [2, 3]  # N1" in (out / "policy.toml").read_text("utf-8")


@pytest.mark.parametrize("text", ["", LEAST, CAP, '[source]\nnumber = "甲\\"乙\\\\丙"\n'])
def test_figures_written_out_are_read_as_the_same(tmp_path: Path, text: str) -> None:
    (tmp_path / "one.toml").write_text(text, "utf-8")
    policy = read_policy(tmp_path / "one.toml")
    (tmp_path / "two.toml").write_text(policy_text(policy), "utf-8")
    assert read_policy(tmp_path / "two.toml") == policy


@pytest.mark.parametrize("command", ["audit", "verify", "why"])
def test_a_plan_is_judged_by_the_policy_it_was_made_with(
    call: Call, data: Path, command: str
) -> None:
    out = planned(call, data, "o", "--policy", ours(data))
    (data / "policy.toml").write_text(CAP, "utf-8")  # the folder's goes before the data's
    more = ["L1"] if command == "why" else []
    told = call(command, data, out, *more, "--lang", "en")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"Policy: {out / 'policy.toml'} (beside the plan)\n")


def test_a_scenario_s_figures_are_part_of_what_must_fit(call: Call, data: Path) -> None:
    (data.parent / "s.toml").write_text(
        'name = "一县一个"\n[policy.stations]\nper_county = 1\n', "utf-8"
    )
    out = planned(call, data, "o", "--policy", ours(data), "--scenario", data.parent / "s.toml")
    assert (out / "policy.toml").read_text("utf-8") == LEAST
    assert call("audit", data, out).code == call("verify", data, out).code == 0


@pytest.mark.parametrize("command", ["audit", "verify", "why", "compare"])
def test_a_policy_that_was_changed_since_is_refused_by_name(
    call: Call, data: Path, command: str
) -> None:
    out = planned(call, data, "o", "--policy", ours(data))
    (out / "policy.toml").write_text(CAP, "utf-8")
    asked = {"why": (command, data, out, "L1"), "compare": (command, out, planned(call, data, "b"))}
    told = call(*asked.get(command, (command, data, out)), "--lang", "en")
    assert told.code == 2
    assert told.err.startswith(f"{out / 'policy.toml'}: its figures do not have the SHA-256 in ")
    assert str(out / "summary.json") in told.err


def test_comments_may_change(call: Call, data: Path) -> None:
    out = planned(call, data, "o", "--policy", ours(data))
    (out / "policy.toml").write_text("# theirs\n" + LEAST, "utf-8")
    assert call("audit", data, out).code == 0


def test_another_policy_that_is_given_counts_and_its_difference_is_said(
    call: Call, data: Path
) -> None:
    # Of the default plan L1 has three stations; the policy given allows one.
    out, file = planned(call, data, "o"), ours(data, "[leaders]\nstations = [1, 1]\n")
    told = call("audit", data, out, "--policy", file, "--lang", "en")
    assert told.code == 4
    assert f"{file}: differs from the figures that the plan was made with" in told.out
    assert "厅领导L1 (L1) has 3; expected 1" in told.err
    assert "audit.csv" not in told.err


def test_a_policy_beside_the_data_is_used_and_named(call: Call, data: Path) -> None:
    (data / "policy.toml").write_text("[leaders]\nstations = [1, 1]\n", "utf-8")
    out = data.parent / "o"
    told = call("plan", data, "--year", 2019, "--out", out, "--lang", "en")
    assert f"Policy: {data / 'policy.toml'} (beside the data)" in told.out
    assert (out / "plan.csv").read_text("utf-8").count(",L1,") == 1
    (data / "policy.toml").write_text("[leadrs]\n", "utf-8")
    assert call("check", data).code == 2


def test_without_a_plan_s_policy_that_of_the_data_must_fit(call: Call, data: Path) -> None:
    out = planned(call, data, "o")
    (out / "policy.toml").unlink()
    assert call("audit", data, out).code == 0
    (data / "policy.toml").write_text(CAP, "utf-8")
    told = call("audit", data, out)
    assert told.code == 2
    assert told.err.startswith(str(data / "policy.toml"))


def test_a_standing_part_is_proved_anew_where_tables_changed(call: Call, data: Path) -> None:
    # Applications came in after the leaders' plan was made: they change nothing for leaders.
    out = data.parent / "o"
    asked = ("plan", data, "--year", 2019, "--out", out, "--quiet", "--part")
    assert call(*asked, "leaders").code == 0
    before = contents(out)["plan.csv"]
    (data / "wishes.csv").write_text("department_id,rank,level,place\nD1,1,county,C1\n", "utf-8")
    assert call(*asked, "departments").code == 0
    assert before in (out / "plan.csv").read_bytes()
    assert call("audit", data, out).code == call("verify", data, out).code == 0


def test_a_standing_part_that_is_not_the_best_any_more_is_said(call: Call, data: Path) -> None:
    out = data.parent / "o"
    asked = ("plan", data, "--year", 2019, "--out", out, "--lang", "en", "--part")
    assert call(*asked, "leaders").code == 0
    (data / "policy.toml").write_text("[leaders]\nstations = [2, 4]\nper_city = 2\n", "utf-8")
    told = call(*asked, "departments")
    assert told.code == 0
    assert "plan.csv: the part 'leaders' stands as it was and is not proved" in told.out
    assert call("audit", data, out).code == 4
