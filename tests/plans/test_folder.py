"""A folder changes as a whole, and what others keep in it stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.plans import folder as folders
from planner.plans.folder import replace_folder, settle, write_file
from tests.commands.folders import contents

NEW = {"plan.csv": b"new", "data/a.csv": b"1"}
GONE = 2**22 + 7
"""A number that no process has: Linux has none beyond 2^22."""


def ours(path: str) -> bool:
    return path in (*NEW, "audit.csv")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with an old plan and what others keep there."""
    place = tmp_path / "o"
    (place / "notes" / "deep").mkdir(parents=True)
    (place / "empty").mkdir()
    (place / "notes" / "deep" / "mine.txt").write_text("保留", "utf-8")
    (place / "plan.csv").write_text("old", "utf-8")
    (place / "audit.csv").write_text("old", "utf-8")
    return place


STAYS = {
    "empty/": b"", "notes/": b"", "notes/deep/": b"", "notes/deep/mine.txt": "保留".encode(),
}  # fmt: skip
AFTER = STAYS | {"plan.csv": b"new", "data/": b"", "data/a.csv": b"1"}


def test_what_is_ours_is_replaced_as_a_whole_and_the_rest_stays(place: Path) -> None:
    replace_folder(place, NEW, ours)
    assert contents(place) == AFTER
    assert contents(place.parent).keys() == {"o/", *(f"o/{name}" for name in AFTER)}


def test_a_file_of_others_is_the_very_file_afterwards(place: Path) -> None:
    mine = place / "notes" / "deep" / "mine.txt"
    before = mine.stat().st_ino
    replace_folder(place, NEW, ours)
    assert mine.stat().st_ino == before


def test_a_link_of_others_stays_a_link(place: Path) -> None:
    (place / "link").symlink_to("notes")
    replace_folder(place, NEW, ours)
    assert (place / "link").is_symlink()
    assert (place / "link" / "deep" / "mine.txt").exists()


def test_a_folder_that_is_a_link_is_changed_where_it_lies(place: Path) -> None:
    (place.parent / "link").symlink_to(place)
    replace_folder(place.parent / "link", NEW, ours)
    assert (place.parent / "link").is_symlink()
    assert contents(place) == AFTER


def test_a_new_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    replace_folder(tmp_path / "a" / "b", NEW, ours)
    assert contents(tmp_path / "a") == {"b/": b"", "b/data/": b"", "b/data/a.csv": b"1",
                                        "b/plan.csv": b"new"}  # fmt: skip


def test_where_two_names_cannot_change_places_two_renames_do(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.plans.machine._exchanged", lambda *_: False)
    replace_folder(place, NEW, ours)
    assert contents(place) == AFTER
    assert [one.name for one in place.parent.iterdir()] == ["o"]


def test_killed_between_the_two_renames_the_old_folder_comes_back(place: Path) -> None:
    before = contents(place)
    place.rename(place.parent / f".o.{GONE}.old")
    (place.parent / f".o.{GONE}.new").mkdir()
    settle(place)
    assert contents(place) == before
    assert [one.name for one in place.parent.iterdir()] == ["o"]


def test_what_a_killed_run_left_beside_is_cleared_by_the_next(place: Path) -> None:
    left = place.parent / f".o.{GONE}.new"
    left.mkdir()
    (left / "plan.csv").write_text("half", "utf-8")
    replace_folder(place, NEW, ours)
    assert [one.name for one in place.parent.iterdir()] == ["o"]


def test_what_a_living_run_is_writing_is_left_alone(place: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        busy = place.parent / f".o.{other.pid}.new"
        busy.mkdir()
        replace_folder(place, NEW, ours)
        assert busy.exists()
        other.kill()
    settle(place)
    assert not busy.exists()


@pytest.mark.parametrize("name", [".o.new", ".o.12x.new", f".other.{GONE}.new", f".o.{GONE}.txt"])
def test_hidden_folders_of_others_are_left_alone(place: Path, name: str) -> None:
    (place.parent / name).mkdir()
    replace_folder(place, NEW, ours)
    assert (place.parent / name).exists()


def test_in_the_working_directory_the_folder_itself_stays(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    before = place.stat().st_ino
    replace_folder(Path(), NEW, ours)
    assert place.stat().st_ino == before
    assert contents(place) == AFTER


def test_a_run_killed_while_it_put_files_in_place_is_finished_by_the_next(place: Path) -> None:
    pending = place / folders.NEXT
    (pending / "data").mkdir(parents=True)
    (pending / "plan.csv").write_text("new", "utf-8")
    (pending / "data" / "a.csv").write_text("1", "utf-8")
    (pending / folders.GONE).write_text("audit.csv", "utf-8")
    settle(place)
    assert contents(place) == AFTER


def test_one_killed_before_all_files_lay_there_is_cleared(place: Path) -> None:
    before = contents(place)
    (place / f"{folders.NEXT}.{GONE}").mkdir()
    (place / f"{folders.NEXT}.{GONE}" / "plan.csv").write_text("half", "utf-8")
    settle(place)
    assert contents(place) == before


def test_more_files_of_others_than_a_plan_s_folder_has_are_refused(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MOST", 1)
    before = contents(place.parent)
    with pytest.raises(InputError, match="holds more than 1 other files"):
        replace_folder(place, NEW, ours)
    assert contents(place.parent) == before


def test_a_file_that_cannot_be_read_along_leaves_all_as_it_was(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    before = contents(place.parent)
    monkeypatch.setattr("planner.plans.folder.os.fsync", full)
    with pytest.raises(InputError, match="no space left on the disk"):
        replace_folder(place, NEW, ours)
    with pytest.raises(InputError, match="no space left on the disk"):
        write_file(place / "below" / "table.csv", b"new")
    assert contents(place.parent) == before


def test_one_file_is_written_by_one_rename(tmp_path: Path) -> None:
    (tmp_path / f".table.csv.{GONE}.new").write_text("half", "utf-8")
    write_file(tmp_path / "table.csv", b"new")
    assert contents(tmp_path) == {"table.csv": b"new"}
