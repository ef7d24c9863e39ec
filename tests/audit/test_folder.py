"""A plan is audited as it lies in a folder: tables, plan and summary are read again."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from planner.audit import Finding, audit_folder, audit_notes
from planner.errors import InputError
from planner.policy import Policy
from planner.tables import write_csv
from tests.audit.world import LEADERS, WORLD, World


def write_data(folder: Path, world: World) -> None:
    """Write the tables of a world as a user would have them."""
    folder.mkdir(exist_ok=True)
    for name, frame in world.frames.items():
        (folder / f"{name}.csv").write_bytes(write_csv(frame))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_data(tmp_path / "data", WORLD)
    return tmp_path / "data"


@pytest.fixture
def out(tmp_path: Path, data: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "plan.csv").write_bytes(write_csv(WORLD.plan()))
    write_summary(folder, data)
    return folder


def write_summary(folder: Path, data: Path, **change: Any) -> None:
    inputs = {path.name: sha256(path.read_bytes()).hexdigest() for path in data.iterdir()}
    summary = WORLD.summary("leaders", "departments")
    summary |= {"inputs": inputs, "policy": Policy().digest()} | change
    (folder / "summary.json").write_text(json.dumps(summary), "utf-8")


def broken(findings: list[Finding]) -> list[str]:
    return [f"{one.rule}: {one.witness}" for one in findings if not one.holds]


def notes(data: Path, out: Path, policy: Policy | None = None) -> list[str]:
    return [f"{note.file} {note.key}" for note in audit_notes(data, out, policy)]


def test_a_clean_folder_is_clean(data: Path, out: Path) -> None:
    assert broken(audit_folder(data, out)) == []
    assert notes(data, out) == []


def test_one_station_changed_by_hand_is_found(data: Path, out: Path) -> None:
    plan = (out / "plan.csv").read_text("utf-8")
    (out / "plan.csv").write_text(plan.replace("B2a", "A2a"), "utf-8")
    found = broken(audit_folder(data, out))
    assert "station_capacity: station=A2a count=2 bound=1" in found
    assert "counties: part=departments value=5 expected=4" in found


def test_the_policy_given_is_the_one_that_counts(data: Path, out: Path) -> None:
    policy = WORLD.ruled("travel", most_minutes=50).policy
    found = broken(audit_folder(data, out, policy))
    assert "travel_limit: unit=L1 station=A1a minutes=60 bound=50" in found
    assert notes(data, out, policy) == ["summary.json audit.policy_changed"]


def test_without_a_summary_the_rows_tell_the_year(data: Path, out: Path) -> None:
    (out / "summary.json").unlink()
    assert broken(audit_folder(data, out)) == []
    assert notes(data, out) == ["summary.json audit.no_summary"]
    plan = (out / "plan.csv").read_text("utf-8")
    (out / "plan.csv").write_text(plan.replace("2019,department,D2", "2018,department,D2"), "utf-8")
    assert broken(audit_folder(data, out)) == ["rows: row=6 column=year found=2018 expected=2019"]


def test_without_a_summary_and_without_rows_there_is_no_year(data: Path, out: Path) -> None:
    (out / "summary.json").unlink()
    (out / "plan.csv").write_bytes(write_csv(WORLD.plan([])))
    with pytest.raises(InputError) as caught:
        audit_folder(data, out)
    assert [fault.file for fault in caught.value.faults] == ["plan.csv"]


def test_a_plan_of_leaders_alone_is_audited_alone(data: Path, out: Path) -> None:
    (out / "plan.csv").write_bytes(write_csv(WORLD.plan(LEADERS)))
    summary = WORLD.summary("leaders", pairs=LEADERS)
    (out / "summary.json").write_text(json.dumps(summary), "utf-8")
    assert broken(audit_folder(data, out)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [("{", "summary.json:1: "), ("", "summary.json:1: "), ('{"year":\n2019,}', "summary.json:2: ")],
)
def test_a_summary_that_is_no_json_is_bad_input(
    data: Path, out: Path, text: str, line: str
) -> None:
    (out / "summary.json").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        audit_folder(data, out)
    told = "cannot be read; expected JSON in UTF-8 as `planner plan` writes it"
    assert caught.value.text("en") == line + told


@pytest.mark.parametrize("content", [b"\xff\xfe{}", b"[" * 100_000])
def test_a_summary_that_cannot_be_decoded_is_bad_input(
    data: Path, out: Path, content: bytes
) -> None:
    (out / "summary.json").write_bytes(content)
    with pytest.raises(InputError) as caught:
        audit_folder(data, out)
    assert [fault.key for fault in caught.value.faults] == ["audit.summary_json"]


def test_faults_of_tables_plan_and_summary_come_at_once(data: Path, out: Path) -> None:
    (data / "departments.csv").write_text("department_id\nD1\n", "utf-8")
    (out / "plan.csv").unlink()
    (out / "summary.json").write_text("[]", "utf-8")
    with pytest.raises(InputError) as caught:
        audit_folder(data, out)
    files = {fault.file for fault in caught.value.faults}
    assert files == {"departments.csv", "plan.csv", "summary.json"}


def test_an_input_that_changed_is_noted_and_breaks_no_rule(data: Path, out: Path) -> None:
    changed = WORLD.but(recusals=["D1 city B"])
    write_data(data, changed)
    assert notes(data, out) == ["recusals.csv audit.input_changed"]
    assert broken(audit_folder(data, out)) == []


def test_an_input_that_changed_may_break_a_rule(data: Path, out: Path) -> None:
    write_data(data, WORLD.but(recusals=["D1 city A"]))
    assert broken(audit_folder(data, out)) == ["recusal: unit=D1 station=A2a level=city place=A"]


def test_inputs_that_came_or_went_are_noted(data: Path, out: Path) -> None:
    (data / "wishes.csv").unlink()
    assert notes(data, out) == ["wishes.csv audit.input_gone"]
    write_summary(out, data)
    write_data(data, WORLD)
    assert notes(data, out) == ["wishes.csv audit.input_new"]


def test_a_summary_without_digests_is_not_compared(data: Path, out: Path) -> None:
    write_summary(out, data, inputs=None, policy=None)
    assert notes(data, out) == []


def test_every_note_is_a_sentence_in_both_languages(data: Path, out: Path) -> None:
    (data / "wishes.csv").unlink()
    for note in audit_notes(data, out, WORLD.ruled("rotation", years=1).policy):
        assert note.text("zh") != note.text("en")
