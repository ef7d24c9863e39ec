"""What a plan leaves behind: files, columns, keys, order; and the same bytes for the same input."""

import json
import random
from hashlib import sha256
from pathlib import Path

import pytest

from planner.policy import Policy
from planner.rulebook import RULES
from tests.audit.world import WORLD, World, department, leader
from tests.commands.conftest import Call, standing
from tests.commands.folders import EVERY, contents, records, rewrite, write_book, write_data

LARGER: World = EVERY.but(
    leaders=[leader("L1"), leader("L0")],
    departments=[department("D2", 6), department("D10", 5), department("D1", 12, topics="普法")],
)


def made(call: Call, data: Path, name: str = "out", *more: object) -> Path:
    """Plan 2019 into a folder beside the data and return it."""
    out = data.parent / name
    told = call("plan", data, "--year", 2019, "--out", out, "--quiet", *more)
    assert (told.code, told.err) == (0, "")
    return out


@pytest.fixture
def planned(call: Call, data: Path) -> Path:
    """Return the folder of a plan with every table in use."""
    return standing(call, write_data(data, LARGER), LARGER)


def test_a_plan_leaves_five_files(planned: Path) -> None:
    names = ["audit.csv", "plan.csv", "policy.toml", "proof.json", "summary.json"]
    assert list(contents(planned)) == names


def test_the_plan_has_the_agreed_columns(planned: Path) -> None:
    header, *rows = records((planned / "plan.csv").read_text("utf-8"))
    assert header == [
        "year", "kind", "unit_id", "unit", "station_id", "station", "city", "county", "need",
        "travel_minutes", "wish", "fit",
    ]  # fmt: skip
    assert {row[0] for row in rows} == {"2019"}
    assert {row[1] for row in rows} == {"leader", "department"}


def test_the_plan_is_sorted_leaders_first_then_by_unit_and_station(planned: Path) -> None:
    _, *rows = records((planned / "plan.csv").read_text("utf-8"))
    order = [(row[1] != "leader", row[2], row[4]) for row in rows]
    assert order == sorted(order)
    assert list(dict.fromkeys(row[2] for row in rows)) == ["L0", "L1", "D1", "D10", "D2"]


def test_wish_and_fit_are_the_departments_alone(planned: Path) -> None:
    _, *rows = records((planned / "plan.csv").read_text("utf-8"))
    assert {tuple(row[10:]) for row in rows if row[1] == "leader"} == {("", "")}
    assert {row[11] for row in rows if row[1] == "department"} <= {"true", "false"}
    # D2 is required at A2b in city A, its second wish.
    assert [row[10:] for row in rows if row[2:5:2] == ["D2", "A2b"]] == [["2", "false"]]


def test_the_summary_has_the_agreed_keys_in_order(planned: Path) -> None:
    summary = json.loads((planned / "summary.json").read_text("utf-8"))
    assert list(summary) == ["year", "plans", "inputs", "policy", "versions"]
    assert summary["year"] == 2019
    assert [one["part"] for one in summary["plans"]] == ["leaders", "departments"]
    for one in summary["plans"]:
        assert list(one) == ["part", "status", "engine", "goals"]
        assert (one["status"], one["engine"]) == ("optimal", "flow")
        for goal in one["goals"]:
            assert list(goal) == ["goal", "sense", "value", "bound"]
            assert goal["value"] == goal["bound"]
            assert goal["sense"] in ("max", "min")


def test_the_summary_has_the_goals_in_the_policy_s_order(planned: Path) -> None:
    summary = json.loads((planned / "summary.json").read_text("utf-8"))
    leaders, departments = ([g["goal"] for g in one["goals"]] for one in summary["plans"])
    assert leaders == ["coverage", "balance", "counties", "need", "travel", "tie"]
    assert departments == [
        "coverage", "balance", "counties", "wishes", "need", "fit", "travel", "tie",
    ]  # fmt: skip


def test_the_summary_has_the_digest_of_every_input_and_of_the_policy(
    planned: Path, data: Path
) -> None:
    summary = json.loads((planned / "summary.json").read_text("utf-8"))
    files = {file.name: sha256(file.read_bytes()).hexdigest() for file in data.iterdir()}
    assert summary["inputs"] == files
    assert summary["policy"] == Policy().digest()
    assert set(summary["versions"]) >= {"planner", "ortools", "python"}


def test_the_audit_has_a_row_for_every_rule_and_goal(planned: Path) -> None:
    header, *rows = records((planned / "audit.csv").read_text("utf-8"))
    assert header == ["rule", "clause", "holds", "amount", "witness"]
    assert {row[2] for row in rows} == {"true"}
    known = {rule.id for rule in RULES}
    assert {row[0] for row in rows} <= known | {"rows"}
    assert {"unit_quota", "unit_city", "station_capacity", "county_cap", "pin"} <= {
        row[0] for row in rows
    }
    assert {"coverage", "balance", "counties", "wishes", "need", "fit", "travel", "tie"} <= {
        row[0] for row in rows
    }


def test_the_proof_is_of_the_plan_s_year_and_parts(planned: Path) -> None:
    proof = json.loads((planned / "proof.json").read_text("utf-8"))
    assert list(proof) == ["year", "plans"]
    assert [one["part"] for one in proof["plans"]] == ["leaders", "departments"]


def test_files_end_in_a_line_end_and_have_no_other_kind(planned: Path) -> None:
    for content in contents(planned).values():
        assert content.endswith(b"\n")
        assert b"\r" not in content.replace(b"\r\n", b"\n")


def test_the_same_input_gives_the_same_bytes(call: Call, data: Path, planned: Path) -> None:
    assert contents(made(call, data, "again")) == contents(planned)


def test_the_order_of_rows_does_not_matter(call: Call, data: Path, planned: Path) -> None:
    rng = random.Random(5)
    for file in data.iterdir():
        header, *rows = file.read_text("utf-8").splitlines(keepends=True)
        rng.shuffle(rows)
        file.write_text("".join([header, *rows]), "utf-8", newline="")
    again = made(call, data, "again")
    assert (again / "plan.csv").read_bytes() == (planned / "plan.csv").read_bytes()
    assert (again / "proof.json").read_bytes() == (planned / "proof.json").read_bytes()


def test_the_order_of_columns_does_not_matter(call: Call, data: Path, planned: Path) -> None:
    for file in data.iterdir():
        if file.stem == "departments":
            continue
        rows = [line.split(",")[::-1] for line in file.read_text("utf-8").splitlines()]
        file.write_text("".join(",".join(row) + "\n" for row in rows), "utf-8")
    assert (made(call, data, "again") / "plan.csv").read_bytes() == (
        planned / "plan.csv"
    ).read_bytes()


def test_a_workbook_gives_the_same_plan(call: Call, data: Path, planned: Path) -> None:
    book = write_book(data.parent / "data.xlsx", LARGER)
    again = made(call, book, "again")
    assert (again / "plan.csv").read_bytes() == (planned / "plan.csv").read_bytes()
    assert call("audit", book, again).code == 0
    assert call("verify", book, again).code == 0


def test_the_general_engine_gives_the_same_plan(call: Call, data: Path, out: Path) -> None:
    again = made(call, data, "again", "--part", "leaders", "--engine", "cpsat")
    flowed = (out / "plan.csv").read_text("utf-8").splitlines()
    assert (again / "plan.csv").read_text("utf-8").splitlines() == flowed[:4]  # the header and L1


def test_the_flow_is_refused_in_words_where_rules_cut_across(call: Call, data: Path) -> None:
    policy, world = data.parent / "policy.toml", WORLD
    for station in ("A1a", "B1a", "C1a", "A2a", "B2a"):
        world = world.where(station, hardship=2)
    write_data(data, world)
    policy.write_text("[stations]\nhard_percent = 50\n", "utf-8")
    told = call(
        "plan", data, "--year", 2019, "--out", data.parent / "out", "--policy", policy,
        "--engine", "flow", "--lang", "en",
    )  # fmt: skip
    assert told.code == 2
    assert told.err.startswith("--engine: the rules hard_share cut across the others")


def test_the_policy_given_is_the_one_that_is_kept(call: Call, data: Path) -> None:
    policy = data.parent / "policy.toml"
    policy.write_text("[leaders]\nstations = [2, 2]\n", "utf-8")
    out = made(call, data, "out", "--policy", policy)
    _, *rows = records((out / "plan.csv").read_text("utf-8"))
    assert len([row for row in rows if row[1] == "leader"]) == 2
    assert call("audit", data, out, "--policy", policy).code == 0
    assert call("verify", data, out, "--policy", policy).code == 0


def test_another_policy_than_the_plan_s_is_noted_by_the_audit(call: Call, data: Path) -> None:
    out = made(call, data)
    policy = data.parent / "policy.toml"
    policy.write_text("[need]\nstaff_standard = 3\n[rotation]\nyears = 2\n", "utf-8")
    told = call("audit", data, out, "--policy", policy, "--lang", "en")
    assert f"{policy}: differs from the figures that the plan was made with" in told.out


def test_a_history_of_the_plan_s_year_is_bad_input(call: Call, data: Path) -> None:
    write_data(data, EVERY)
    rewrite(data / "history.csv", "2018,", "2019,")
    told = call("plan", data, "--year", 2019, "--out", data.parent / "out")
    assert told.code == 2
    assert told.err.startswith("history.csv:3 year: ")
