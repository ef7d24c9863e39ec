"""`planner plan --in-force` and the files it leaves behind; `planner curve`."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.audit.world import WORLD
from tests.commands.conftest import Call
from tests.commands.folders import contents, records, rewrite, write_data


@pytest.fixture
def closed(data: Path, out: Path) -> Path:
    """Return the data after the first station of the plan in `out` has closed."""
    station = records((out / "plan.csv").read_text("utf-8"))[1][4]
    rows = [row for row in WORLD.rows["stations"] if isinstance(row, dict)]
    left = [row for row in rows if row["station_id"] != station]
    return write_data(data.parent / "closed", WORLD.but(stations=left))


@pytest.fixture
def again(call: Call, closed: Path, out: Path) -> Path:
    """Return the folder of the plan that changes the one in `out` least."""
    folder = closed.parent / "again"
    told = call("plan", closed, "--year", 2019, "--out", folder, "--in-force", out, "--lang", "en")
    assert (told.code, told.err) == (0, "")
    assert "is not in the tables any more; its pairings in force (1) count as changed" in told.out
    return folder


def refused(call: Call, *arguments: object) -> str:
    told = call(*arguments, "--lang", "en")
    assert (told.code, told.out) == (2, "")
    return told.err


def stability(folder: Path) -> list[int]:
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    goals = [goal for plan in summary["plans"] for goal in plan["goals"]]
    return [goal["value"] for goal in goals if goal["goal"] == "stability"]


def test_the_plan_in_force_lies_beside_the_new_one(again: Path) -> None:
    kept = (again / "in_force.csv").read_bytes()
    assert kept.startswith(b"\xef\xbb\xbfyear,kind,unit_id,station_id,approval\n2019,leader,L1,")
    summary = json.loads((again / "summary.json").read_text("utf-8"))
    assert summary["inputs"]["in_force.csv"] == hashlib.sha256(kept).hexdigest()
    assert stability(again)[0] == 1


def test_beside_the_plan_before_it_is_told_that_only_the_new_one_had_a_plan_in_force(
    call: Call, out: Path, again: Path
) -> None:
    told = call("compare", out, again, "--lang", "en").out
    assert "in_force.csv: used by the second plan only (sha256 " in told


def test_the_same_plan_in_force_leaves_the_same_bytes(
    call: Call, closed: Path, out: Path, again: Path
) -> None:
    text = (out / "plan.csv").read_text("utf-8").splitlines()
    other = closed.parent / "other.csv"
    other.write_text("\n".join([text[0], *reversed(text[1:])]), "utf-8")
    more = closed.parent / "more"
    asked = ("plan", closed, "--year", 2019, "--out", more, "--in-force", other, "--quiet")
    assert call(*asked).code == 0
    assert contents(more) == contents(again)


def test_audit_verify_and_why_go_by_the_plan_in_force(
    call: Call, closed: Path, again: Path
) -> None:
    assert call("audit", closed, again, "--quiet").code == 0
    assert call("verify", closed, again, "--quiet").code == 0
    told = call("why", closed, again, "D1", "--lang", "en")
    assert told.code == 0
    assert "changes to the plan in force: 1 more" in told.out


def test_the_audit_counts_the_changes_anew(call: Call, closed: Path, again: Path) -> None:
    summary = again / "summary.json"
    value = json.loads(summary.read_text("utf-8"))
    for goal in value["plans"][0]["goals"]:
        if goal["goal"] == "stability":
            goal.update(value=0, bound=0)
    summary.write_text(json.dumps(value), "utf-8")
    told = call("audit", closed, again, "--lang", "en")
    assert told.code == 4
    assert "leaders, claimed: 0, counted from the rows: 1" in told.err
    assert call("verify", closed, again, "--quiet").code == 4


def test_a_plan_in_force_that_was_touched_is_said_and_judged(
    call: Call, closed: Path, again: Path
) -> None:
    rewrite(again / "in_force.csv", "2019,leader,L1", "2019,leader,L7")
    told = call("audit", closed, again, "--lang", "en")
    assert told.code == 4
    assert "in_force.csv: is not the one that the plan was made with" in told.err
    assert "stability" in told.err


def test_a_plan_in_force_that_is_gone_is_missed(call: Call, closed: Path, again: Path) -> None:
    (again / "in_force.csv").unlink()
    for command in ("audit", "verify"):
        assert "in_force.csv: no such file" in refused(call, command, closed, again)


def test_what_lies_there_from_before_is_not_taken_for_the_plan_in_force(
    call: Call, closed: Path, again: Path
) -> None:
    assert call("plan", closed, "--year", 2019, "--out", again, "--quiet").code == 0
    assert stability(again) == []
    assert not (again / "in_force.csv").exists()
    assert call("audit", closed, again, "--quiet").code == 0
    assert call("verify", closed, again, "--quiet").code == 0


def test_one_part_is_made_again_and_the_other_stands(call: Call, data: Path, out: Path) -> None:
    before = (out / "plan.csv").read_bytes()
    asked = ("plan", data, "--year", 2019, "--out", out, "--part", "departments")
    assert call(*asked, "--in-force", out, "--quiet").code == 0
    assert (out / "plan.csv").read_bytes() == before
    assert stability(out) == [0, 0]
    assert call("audit", data, out, "--quiet").code == 0


def test_a_plan_of_another_year_or_none_is_refused(call: Call, data: Path, out: Path) -> None:
    before = contents(data.parent)
    asked = ("plan", data, "--out", out, "--in-force")
    assert refused(call, *asked, out, "--year", 2020) == (
        "in_force year: the plan in force is of 2019; expected 2020\n"
    )
    assert "expected the folder of an earlier plan" in refused(call, *asked, data, "--year", 2019)
    assert contents(data.parent) == before


def test_an_order_with_stability_needs_a_plan_in_force(call: Call, data: Path, out: Path) -> None:
    policy = data.parent / "policy.toml"
    policy.write_text('[goals]\nleaders = ["coverage", "stability", "tie"]\n', "utf-8")
    lacking = "policy goals.leaders: the goals name stability, but no plan in force is given"
    for asked in (
        ("plan", data, "--year", 2019, "--out", data.parent / "new"),
        ("audit", data, out),
        ("verify", data, out),
        ("why", data, out, "L1"),
    ):
        assert refused(call, *asked, "--policy", policy).startswith(lacking)
    assert call("check", data, "--year", 2019, "--policy", policy, "--quiet").code == 0


def test_the_curve_says_what_each_change_gains(call: Call, closed: Path, out: Path) -> None:
    told = call("curve", closed, "--year", 2019, "--in-force", out, "--lang", "en")
    assert (told.code, told.err) == (0, "")
    assert "leaders: 3 in force, 1 must change at least" in told.out
    assert told.out.count("every goal meets its bound at every point") == 2


def test_the_curve_as_data_has_its_points_and_sentences(
    call: Call, closed: Path, out: Path
) -> None:
    asked = ("curve", closed, "--year", 2019, "--in-force", out, "--part", "leaders", "--json")
    value = json.loads(call(*asked).out)
    assert {point["part"] for point in value["points"]} == {"leaders"}
    assert {point["status"] for point in value["points"]} == {"settled"}
    assert len(value["sentences"]) >= 1
    assert len(value["warnings"]) == 1


def test_the_curve_after_a_scenario_is_that_of_the_changed_data(
    call: Call, data: Path, closed: Path, out: Path
) -> None:
    station = records((out / "plan.csv").read_text("utf-8"))[1][4]
    scenario = data.parent / "closed.toml"
    scenario.write_text(f'name = "closed"\n[stations]\nremove = ["{station}"]\n', "utf-8")
    asked = ("--year", 2019, "--in-force", out, "--json")
    changed = json.loads(call("curve", data, *asked, "--scenario", scenario).out)
    assert changed["points"] == json.loads(call("curve", closed, *asked).out)["points"]


def test_the_curve_needs_a_plan_in_force(call: Call, data: Path, tmp_path: Path) -> None:
    assert "in-force" in refused(call, "curve", data, "--year", 2019)
    told = refused(call, "curve", data, "--year", 2019, "--in-force", tmp_path)
    assert "expected the folder of an earlier plan" in told
