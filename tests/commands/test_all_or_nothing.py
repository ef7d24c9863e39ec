"""A plan is written whole or not at all: what stood before stands after a failure."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from planner.audit import Finding
from planner.errors import InputError, SolverError
from planner.pairing.duty import PAIRING
from planner.plans.claims import PartPlan
from planner.plans.finished import Verified
from planner.plans.folder import replace_folder
from planner.rulebook import RULE
from tests.commands.conftest import Call
from tests.commands.folders import IMPOSSIBLE, contents, rewrite, write_data

BROKEN = Finding("county_cap", RULE["county_cap"].clause, False, 1, "county=A/A1 count=3 bound=2")


def again(call: Call, data: Path, out: Path) -> int:
    return call("plan", data, "--year", 2019, "--out", out).code


@pytest.fixture
def standing(out: Path) -> Path:
    """Return a folder where a plan and other things lie."""
    (out / "notes").mkdir()
    (out / "notes" / "mine.txt").write_text("保留", "utf-8")
    (out / "plan.csv").write_text("mine\n", "utf-8")
    return out


def test_bad_input_changes_nothing(call: Call, data: Path, standing: Path) -> None:
    before = contents(standing)
    rewrite(data / "departments.csv", ",12,", ",twelve,")
    assert again(call, data, standing) == 2
    assert contents(standing) == before


def test_no_plan_changes_nothing(call: Call, data: Path, standing: Path) -> None:
    before = contents(standing)
    write_data(data, IMPOSSIBLE)
    assert again(call, data, standing) == 3
    assert contents(standing) == before


def test_a_violation_found_in_the_finished_plan_changes_nothing(
    call: Call, data: Path, standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(standing)
    judged = replace(PAIRING, audit=lambda *_: [BROKEN])
    monkeypatch.setattr("planner.pairing.duty.PAIRING", judged)
    told = call("plan", data, "--year", 2019, "--out", standing)
    assert told.code == 4
    assert "county=A/A1 count=3 bound=2" in told.err
    assert contents(standing) == before


def test_a_proof_that_does_not_add_up_changes_nothing(
    call: Call, data: Path, standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(standing)
    wrong = Verified(PartPlan("leaders", "flow", ()), ("need bound=5 not re-added",))
    monkeypatch.setattr("planner.plans.proved.verified", lambda *_: [wrong])
    told = call("plan", data, "--year", 2019, "--out", standing, "--lang", "en")
    assert told.code == 1
    assert "(leaders: need bound=5 not re-added), and nothing was written" in told.err
    assert contents(standing) == before


def test_no_answer_changes_nothing(
    call: Call, data: Path, standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object, **__: object) -> None:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")

    before = contents(standing)
    monkeypatch.setattr("planner.pairing.make.make_plan", silent)
    assert again(call, data, standing) == 1
    assert contents(standing) == before


def test_where_nothing_is_written_no_folder_is_made(call: Call, data: Path) -> None:
    new = data.parent / "new"
    write_data(data, IMPOSSIBLE)
    assert again(call, data, new / "deeper") == 3
    assert not new.exists()
    (data / "leaders.csv").unlink()
    assert again(call, data, new / "deeper") == 2
    assert not new.exists()


def test_a_plan_replaces_the_plan_before_and_nothing_else(
    call: Call, data: Path, out: Path
) -> None:
    fresh = contents(out)
    (out / "mine.txt").write_text("保留", "utf-8")
    (out / "plan.csv").write_text("old\n", "utf-8")
    assert again(call, data, out) == 0
    assert contents(out) == fresh | {"mine.txt": "保留".encode()}


def test_a_file_in_place_of_the_folder_stays(call: Call, data: Path) -> None:
    place = data.parent / "place"
    place.write_text("mine", "utf-8")
    told = call("plan", data, "--year", 2019, "--out", place, "--lang", "en")
    assert (told.code, told.out) == (2, "")
    assert told.err == f"{place}: is a file and no folder; expected a folder to write to\n"
    assert place.read_text("utf-8") == "mine"


def test_a_file_in_place_of_a_folder_above_stays(call: Call, data: Path) -> None:
    place = data.parent / "place"
    place.write_text("mine", "utf-8")
    told = call("plan", data, "--year", 2019, "--out", place / "out")
    assert told.code == 2
    assert told.err == f"{place}: 是一个文件，不是文件夹；应另选文件夹\n"
    assert place.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["plan.csv", "summary.json", "proof.json", "audit.csv"])
def test_a_folder_in_place_of_one_file_keeps_all_the_others(
    call: Call, data: Path, out: Path, name: str
) -> None:
    for file in out.iterdir():
        file.write_text("mine", "utf-8")
    (out / name).unlink()
    (out / name).mkdir()
    before = contents(out)
    assert again(call, data, out) == 2
    assert contents(out) == before


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.csv").write_text("mine", "utf-8")
    before = contents(tmp_path)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("planner.plans.folder.os.fsync", full)
    with pytest.raises(InputError, match="cannot be written to"):
        replace_folder(tmp_path, {"plan.csv": b"new", "summary.json": b"{}"}, lambda _: False)
    assert contents(tmp_path) == before


def test_a_failure_at_the_second_file_leaves_the_first_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.csv").write_text("mine", "utf-8")
    before, sound, written = contents(tmp_path), os.fsync, list[int]()

    def second_fails(handle: int) -> None:
        written.append(handle)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sound(handle)

    monkeypatch.setattr("planner.plans.folder.os.fsync", second_fails)
    with pytest.raises(InputError):
        replace_folder(tmp_path, {"plan.csv": b"new", "summary.json": b"{}"}, lambda _: False)
    assert (tmp_path / "plan.csv").read_bytes() == before["plan.csv"]


def test_check_audit_verify_and_why_write_nothing(call: Call, data: Path, out: Path) -> None:
    before = contents(data.parent)
    for line in (
        ("check", data, "--year", 2019), ("audit", data, out), ("verify", data, out),
        ("why", data, out, "L1"), ("template",),
    ):  # fmt: skip
        assert call(*line).code == 0
    assert contents(data.parent) == before
