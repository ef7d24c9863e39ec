"""A plan with a scenario: its folder can be audited, verified and asked as any other."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from planner.audit import audit_folder
from planner.dataset import read_dataset
from planner.errors import InputError
from planner.policy import Policy
from planner.scenario import read_scenario
from tests.audit.world import WORLD, World
from tests.commands.conftest import Call
from tests.commands.folders import EVERY, contents, rewrite, write_book, write_data

DUTY = """# D2 also goes to a village.
name = "D2 驻村"

[departments.set.D2]
village_duty = true
"""


def scenario(folder: Path, text: str = DUTY) -> Path:
    """Return a file with a scenario."""
    file = folder / "驻村.toml"
    file.write_text(text, "utf-8")
    return file


_PLANNED: dict[str, bytes] = {}


@pytest.fixture
def out(data: Path, call: Call) -> Path:
    """Return the folder of a plan of the world with D2 on village duty, planned once."""
    out, file = data.parent / "duty", scenario(data.parent)
    if not _PLANNED:
        told = call("plan", data, "--year", 2019, "--out", out, "--scenario", file, "--quiet")
        assert (told.code, told.err) == (0, "")
        _PLANNED.update(contents(out))
    out.mkdir(exist_ok=True)
    for name, content in _PLANNED.items():
        (out / name).write_bytes(content)
    return out


def test_the_plan_is_of_the_changed_tables(out: Path) -> None:
    assert ",D2," not in (out / "plan.csv").read_text("utf-8")
    assert ",D1," in (out / "plan.csv").read_text("utf-8")


def test_the_scenario_is_kept_with_the_plan_as_it_was_written(out: Path) -> None:
    kept = (out / "scenario.toml").read_bytes()
    assert kept == DUTY.encode()
    inputs = json.loads((out / "summary.json").read_text("utf-8"))["inputs"]
    assert inputs["scenario.toml"] == sha256(kept).hexdigest()


def test_the_scenario_is_named_and_the_tables_stay_as_they_are(data: Path, call: Call) -> None:
    file, out, before = scenario(data.parent), data.parent / "o", contents(data)
    told = call("plan", data, "--year", 2019, "--out", out, "--scenario", file)
    assert "情景：D2 驻村" in told.out
    assert contents(data) == before
    for command in ("audit", "verify"):
        assert call(command, data, out, "--lang", "en").out.splitlines()[1] == "Scenario: D2 驻村"
    assert call("why", data, out, "D1").out.splitlines()[1] == "情景：D2 驻村"


def test_the_plan_can_be_audited_and_verified_by_itself(data: Path, out: Path, call: Call) -> None:
    for command in ("audit", "verify"):
        told = call(command, data, out)
        assert (told.code, told.err) == (0, "")


def test_the_audit_has_no_note_where_nothing_changed_since(
    data: Path, out: Path, call: Call
) -> None:
    assert json.loads(call("audit", data, out, "--json").out)["notes"] == []


def test_the_audit_judges_by_the_changed_tables(data: Path, out: Path, call: Call) -> None:
    # With D2 on duty its pairing is a violation, though departments.csv says it is on none.
    rewrite(out / "plan.csv", "2019,department,D1,", "2019,department,D2,")
    told = call("audit", data, out, "--lang", "en")
    assert told.code == 4
    assert "exempt (N3" in told.err


def test_why_answers_from_the_changed_tables(data: Path, out: Path, call: Call) -> None:
    told = call("why", data, out, "D2", "--lang", "en")
    assert "处室D2 (D2) is on village duty and not paired" in told.out


def test_the_policy_of_the_scenario_holds_in_the_audit(data: Path, call: Call) -> None:
    text = 'name = "一县一个"\n[policy.stations]\nper_county = 1\n'
    out = data.parent / "o"
    file = scenario(data.parent, text)
    assert call("plan", data, "--year", 2019, "--out", out, "--scenario", file).code == 0
    told = call("audit", data, out, "--json")
    assert (told.code, json.loads(told.out)["notes"]) == (0, [])


def test_a_workbook_is_changed_as_a_folder_is(tmp_path: Path, call: Call, out: Path) -> None:
    book = write_book(tmp_path / "book.xlsx", WORLD)
    file, other = tmp_path / "驻村.toml", tmp_path / "of-book"
    assert call("plan", book, "--year", 2019, "--out", other, "--scenario", file).code == 0
    assert (other / "plan.csv").read_bytes() == (out / "plan.csv").read_bytes()
    assert call("audit", book, other).code == 0


@pytest.mark.parametrize("world", [WORLD, EVERY], ids=["plain", "every table"])
def test_a_station_that_closes_is_in_no_plan(tmp_path: Path, call: Call, world: World) -> None:
    data, out = write_data(tmp_path / "data", world), tmp_path / "out"
    file = scenario(tmp_path, 'name = "撤所"\n[stations]\nremove = ["A2b"]\n')
    told = call("plan", data, "--year", 2019, "--out", out, "--scenario", file, "--lang", "en")
    assert told.code == 0
    assert "A2b" not in (out / "plan.csv").read_text("utf-8")
    assert ("with 'A2b' go 1 row(s) that name it: pins.csv:2" in told.out) == (world is EVERY)
    assert (call("audit", data, out).code, call("verify", data, out).code) == (0, 0)


def test_one_part_is_made_anew_with_the_scenario(data: Path, out: Path, call: Call) -> None:
    before = (out / "plan.csv").read_bytes()
    file = scenario(data.parent)
    told = call(
        "plan", data, "--year", 2019, "--out", out, "--part", "departments", "--scenario", file
    )
    assert (told.code, (out / "plan.csv").read_bytes()) == (0, before)


def test_a_plan_made_again_without_it_is_no_more_judged_by_it(
    data: Path, out: Path, call: Call
) -> None:
    assert call("plan", data, "--year", 2019, "--out", out).code == 0
    assert ",D2," in (out / "plan.csv").read_text("utf-8")
    assert call("audit", data, out).code == 0


@pytest.mark.parametrize("command", [("audit",), ("verify",), ("why", "D1")], ids=lambda c: c[0])
def test_a_scenario_that_was_edited_is_refused(
    data: Path, out: Path, call: Call, command: tuple[str, ...]
) -> None:
    rewrite(out / "scenario.toml", "D2]", "D1]")
    told = call(command[0], data, out, *command[1:], "--lang", "en")
    assert told.code == 2
    assert "is not the scenario the plan was made with" in told.err


def test_a_scenario_that_is_gone_is_told(data: Path, out: Path, call: Call) -> None:
    (out / "scenario.toml").unlink()
    told = call("audit", data, out, "--lang", "en")
    assert told.code == 2
    assert told.err == f"{out / 'scenario.toml'}: no such file, expected a scenario in TOML\n"


def test_a_faulty_scenario_is_told_with_all_other_faults_and_nothing_is_written(
    data: Path, call: Call
) -> None:
    file = scenario(data.parent, 'name = "错"\n[departments.set.D9]\nheadcount = 1\n[rules]\n')
    policy = data.parent / "policy.toml"
    policy.write_text("[stations]\nunits = 0\n", "utf-8")
    out = data.parent / "o"
    told = call(
        "plan", data, "--year", 2019, "--out", out, "--scenario", file, "--policy", policy,
        "--lang", "en",
    )  # fmt: skip
    assert told.code == 2
    assert [line.partition(": ")[0] for line in told.err.splitlines()] == [
        "policy.toml:2 stations.units",
        "驻村.toml rules",
        "驻村.toml departments.set.D9",
    ]
    assert not out.exists()


def test_a_scenario_that_is_not_there_is_told(data: Path, call: Call) -> None:
    told = call("plan", data, "--year", 2019, "--out", data.parent / "o", "--scenario", "x.toml")
    assert (told.code, told.err) == (2, "x.toml: 没有这个文件，应为 TOML 情景文件\n")


def test_a_scenario_without_a_plan_is_explained(data: Path, call: Call) -> None:
    # L1 needs two stations in different cities; B and C are recused, so only A is left.
    text = 'name = "回避"\n' + "".join(
        f'[[recusals.add]]\nunit_id = "L1"\nlevel = "city"\nplace = "{city}"\n' for city in "BC"
    )
    file, out = scenario(data.parent, text), data.parent / "o"
    assert call("plan", data, "--year", 2019, "--out", out, "--scenario", file).code == 3
    assert not out.exists()


def test_a_plan_made_again_without_it_leaves_nothing_of_it_behind(
    data: Path, out: Path, call: Call
) -> None:
    assert (out / "scenario.toml").exists()
    assert call("plan", data, "--year", 2019, "--out", out).code == 0
    assert not (out / "scenario.toml").exists()


def test_the_library_audits_it_by_the_changed_tables_only(data: Path, out: Path) -> None:
    with pytest.raises(InputError, match="the plan was made with a scenario"):
        audit_folder(data, out)
    dataset, policy = read_scenario(out / "scenario.toml").apply(read_dataset(data), Policy())
    findings = audit_folder(dataset.tables(), out, policy, changed=True)
    assert all(finding.holds for finding in findings)
