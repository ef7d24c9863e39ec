"""The commands end to end on a small folder: what they leave, what they refuse, what they say."""

import csv
import json
from pathlib import Path

import pytest

from tests.days.conftest import Run
from tests.days.folder import base, write, write_plan


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a place with sound data and a plan."""
    write(tmp_path / "data", base())
    write_plan(tmp_path / "plan")
    return tmp_path


def called(run: Run, place: Path, command: str, out: str, *more: object) -> tuple[int, str]:
    """Return the exit code and the text of a command on the place."""
    return run(
        command, place / "data", "--year", 2019, "--plan", place / "plan", "--out", place / out,
        *more,
    )  # fmt: skip


def table(path: Path) -> list[dict[str, str]]:
    """Return a CSV file's rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_days_leaves_obligations_ledger_and_burden(place: Path, run: Run) -> None:
    code, text = called(run, place, "days", "out", "--on", "2019-06-30")
    assert code == 0, text
    first, *_ = table(place / "out" / "obligations.csv")
    assert (first["kind"], first["person_id"], first["owed"]) == ("leader", "L1", "10")
    (line,) = table(place / "out" / "ledger.csv")
    assert line == {
        "person_id": "C1", "start_date": "2019-03-04", "end_date": "2019-03-08",
        "station_id": "S1", "unit_id": "D1", "half": "1", "days": "5", "counted": "5",
        "why_not": "", "task": "调研",
    }  # fmt: skip
    assert table(place / "out" / "burden.csv") == [
        {"station_id": "S1", "month": "2019-03", "visitor_days": "5", "staff": "2", "burden": "3"}
    ]
    assert (place / "out" / "ledger.csv").read_bytes()[:3] == b"\xef\xbb\xbf"


def test_days_replaces_what_it_left_and_nothing_else(place: Path, run: Run) -> None:
    assert called(run, place, "days", "out")[0] == 0
    assert called(run, place, "days", "out", "--on", "2019-06-30")[0] == 0
    other = place / "other"
    other.mkdir()
    (other / "ledger.csv").write_text("mine", "utf-8")
    code, text = called(run, place, "days", "other")
    assert code == 2
    assert "'ledger.csv' in this folder was not written by this command" in text
    assert (other / "ledger.csv").read_text("utf-8") == "mine"


@pytest.mark.parametrize("out", ["data", "data/out", "plan"])
def test_no_command_writes_into_its_input(place: Path, run: Run, out: str) -> None:
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    for command in ("days", "cost", "calendar"):
        code, text = called(run, place, command, out)
        assert code == 2, command
        assert "this is a folder of the input" in text
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("command", "option"), [("days", "--on"), ("calendar", "--from")])
def test_a_day_outside_the_year_is_told(place: Path, run: Run, command: str, option: str) -> None:
    code, text = called(run, place, command, "out", option, "2020-01-01")
    assert code == 2
    assert f"{option}: 2020-01-01 is not from 2019-01-01 to 2019-12-31" in text


def test_a_later_year_is_said_to_be_a_guess(place: Path, run: Run) -> None:
    write_plan(place / "plan", 2027)
    code, text = run(
        "days", place / "data", "--year", 2027, "--plan", place / "plan", "--out", place / "out"
    )
    assert code == 0, text
    assert "the working days of 2027 are not known: they are a guess" in text


def test_a_calendar_is_proved_audited_and_exported(place: Path, run: Run) -> None:
    code, text = called(run, place, "calendar", "out")
    assert code == 0, text
    out = place / "out"
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    values = {goal["goal"]: goal["value"] for plan in summary["plans"] for goal in plan["goals"]}
    assert summary["from"] == "2019-01-01"
    assert values["met"] == 10 + 20 + 20
    assert [plan["part"] for plan in summary["plans"]] == ["calendar", "weeks"]
    assert {"trips.xlsx", "L1.ics", "C1.ics", "C2.ics"} <= {path.name for path in out.iterdir()}
    for command in ("audit", "verify"):
        assert run(command, place / "data", out)[0] == 0


def test_the_same_calendar_has_the_same_bytes(place: Path, run: Run) -> None:
    for out in ("one", "two"):
        assert called(run, place, "calendar", out)[0] == 0
    for path in (place / "one").iterdir():
        assert path.read_bytes() == (place / "two" / path.name).read_bytes(), path.name


def test_a_calendar_from_july_has_less_to_meet_and_leaves_no_one_behind(
    place: Path, run: Run
) -> None:
    assert called(run, place, "calendar", "out")[0] == 0
    assert (place / "out" / "C1.ics").exists()
    tables = base()
    tables["cadres"][0]["duty_rank"] = "bureau"
    write(place / "data", tables)
    assert called(run, place, "calendar", "out", "--from", "2019-07-01")[0] == 0
    rows = table(place / "out" / "calendar.csv")
    assert min(row["start_date"] for row in rows) >= "2019-07-01"
    assert not (place / "out" / "C1.ics").exists()


def test_what_no_calendar_can_meet_is_told_with_names(place: Path, run: Run) -> None:
    """All of a department but its last week is blocked: one trip of five days of the twenty."""
    tables = base()
    tables["blocked"] = [
        {"subject": "D1", "start_date": "2019-01-01", "end_date": "2019-12-22", "reason": ""}
    ]
    write(place / "data", tables)
    code, text = called(run, place, "calendar", "out")
    assert code == 0
    assert "1 people can't make 15 days of their need: C1" in text
    assert "fewer weeks than trips" in text


def test_cost_of_a_calendar_and_of_other_inputs(place: Path, run: Run) -> None:
    assert called(run, place, "calendar", "plan2019")[0] == 0
    code, text = called(run, place, "cost", "out", "--calendar", place / "plan2019")
    assert code == 0, text
    assert "All rates are examples" in text
    trips = len(table(place / "plan2019" / "calendar.csv"))
    fares = sum(int(row["fares"]) for row in table(place / "out" / "cost.csv"))
    assert fares == 120 * trips
    tables = base()
    tables["visits"][0]["task"] = "别的"
    write(place / "data", tables)
    code, text = called(run, place, "cost", "out", "--calendar", place / "plan2019")
    assert code == 2
    assert "made from other inputs (visits.csv)" in text
    assert "no calendar lies here" in called(run, place, "cost", "out", "--calendar", place)[1]


def test_an_edited_calendar_that_cannot_be_priced_is_told_at_once_with_its_places(
    place: Path, run: Run
) -> None:
    assert called(run, place, "calendar", "trips")[0] == 0
    path = place / "trips" / "calendar.csv"
    rows = table(path)
    person, second = rows[0]["person_id"], rows[1]["start_date"]
    rows[0]["end_date"] = second
    rows[2]["person_id"], rows[3]["station_id"] = "C9", "S9"
    rows[-2]["end_date"], rows[-1]["end_date"] = "2019-01-01", "2020-01-03"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    code, text = called(run, place, "cost", "out", "--calendar", place / "trips")
    assert code == 2
    last = len(rows) + 1
    for told in (
        f"3 start_date: this visit of {person} overlaps with row 2",
        "4 person_id: the calendar names 'C9', which the tables lack",
        "5 station_id: the calendar names 'S9', which the tables lack",
        f"{last - 1} end_date: the end 2019-01-01 is before the start",
        f"{last} end_date: 2020-01-03 is not from 2019-01-01 to 2019-12-31",
    ):
        assert f"calendar.csv:{told}" in text
    assert not (place / "out").exists()


def test_check_tells_what_is_wrong_with_days(place: Path, run: Run) -> None:
    tables = base()
    tables["visits"].append(tables["visits"][0] | {"end_date": "2019-03-01"})
    tables["history"] = []
    data = write(place / "data", {name: rows for name, rows in tables.items() if rows})
    code, text = run("check", data, "--year", 2019)
    assert code == 2
    assert text.count("visits.csv:3 end_date: the end 2019-03-01 is before the start") == 1


def test_two_calendars_are_compared_goal_by_goal(place: Path, run: Run) -> None:
    """From July on the days of March are done, so fewer are owed."""
    assert called(run, place, "calendar", "year")[0] == 0
    assert called(run, place, "calendar", "half", "--from", "2019-07-01")[0] == 0
    code, text = run("compare", place / "year", place / "half", "--data", place / "data")
    assert code == 0, text
    assert "days met" in text


def test_a_year_in_which_nobody_owes_anything_has_an_empty_calendar(place: Path, run: Run) -> None:
    tables = base()
    for cadre in tables["cadres"]:
        cadre["duty_rank"] = "bureau"
    tables["absences"] = [
        {"person_id": "L1", "cause": "out", "start_date": "2019-01-01", "end_date": ""}
    ]
    data = write(place / "data", tables)
    code, text = called(run, place, "calendar", "out")
    assert code == 0, text
    assert table(place / "out" / "calendar.csv") == []
    assert run("verify", data, place / "out")[0] == 0
    assert run("audit", data, place / "out")[0] == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("policy.toml", "mine"), ("pairings.csv", "mine"), ("audit.csv", "mine"),
        ("L1.ics", "mine"), ("trips.xlsx", "mine"), ("summary.json", '{"plans": [7]}'),
        ("summary.json", '{"plans": 7, "exports": {"L1.ics": ""}}'),
    ],
)  # fmt: skip
def test_a_calendar_replaces_no_file_of_others(place: Path, run: Run, name: str, text: str) -> None:
    out = place / "out"
    out.mkdir()
    (out / name).write_text(text, "utf-8")
    code, told = called(run, place, "calendar", "out")
    assert code == 2
    assert name in told
    assert {path.name: path.read_text("utf-8") for path in out.iterdir()} == {name: text}


VILLAGE = 'name = "D1 驻村"\n\n[departments.set.D1]\nvillage_duty = true\n'


def test_a_calendar_of_a_scenario_is_called_and_judged_by_it(place: Path, run: Run) -> None:
    (place / "s.toml").write_text(VILLAGE, "utf-8")
    code, text = called(run, place, "calendar", "out", "--scenario", place / "s.toml")
    assert code == 0, text
    assert "Scenario: D1 驻村" in text
    assert {row["person_id"] for row in table(place / "out" / "calendar.csv")} == {"L1", "C2"}
    for command in ("audit", "verify"):
        code, text = run(command, place / "data", place / "out")
        assert (code, "Scenario: D1 驻村" in text) == (0, True), text


def test_a_scenario_of_somebody_else_is_not_written_over(place: Path, run: Run) -> None:
    (place / "s.toml").write_text(VILLAGE, "utf-8")
    (place / "out").mkdir()
    (place / "out" / "scenario.toml").write_text("mine", "utf-8")
    code, text = called(run, place, "calendar", "out", "--scenario", place / "s.toml")
    assert code == 2
    assert "scenario.toml" in text
    assert [path.name for path in (place / "out").iterdir()] == ["scenario.toml"]


def test_the_cost_of_a_calendar_of_a_scenario_goes_by_it(place: Path, run: Run) -> None:
    (place / "s.toml").write_text(f"{VILLAGE}[policy.cost]\nmeal = 200\n", "utf-8")
    assert called(run, place, "calendar", "out", "--scenario", place / "s.toml")[0] == 0
    code, text = called(run, place, "cost", "cost", "--calendar", place / "out")
    assert (code, "Scenario: D1 驻村" in text) == (0, True), text
    days = sum(int(row["days"]) for row in table(place / "out" / "calendar.csv"))
    assert sum(int(row["meals"]) for row in table(place / "cost" / "cost.csv")) == 200 * days
    claimed = json.loads((place / "out" / "summary.json").read_text("utf-8"))["cost"]
    total = sum(int(row["total"]) for row in table(place / "cost" / "cost.csv"))
    assert total == sum(sum(months.values()) for months in claimed.values())
