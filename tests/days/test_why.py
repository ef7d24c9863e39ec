import shutil
from pathlib import Path

import pytest

from tests.days.conftest import Run
from tests.days.folder import base, write, write_plan

BEHIND = "by 2019-06-30: 5 days made, 11 short, 99 working days left, last start 2019-12-17; behind"


_MADE: list[Path] = []


@pytest.fixture
def place(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """Return a place with the days counted to June and a calendar made; they are made once."""
    if not _MADE:
        _MADE.append(made(tmp_path_factory.mktemp("why"), run))
    return shutil.copytree(_MADE[0], tmp_path / "why")


def made(place: Path, run: Run) -> Path:
    """Make them in a folder and return it."""
    tables = base()
    tables["absences"].append({"person_id": "C1", "cause": "leave", "start_date": "2019-08-01",
                               "end_date": "2019-09-10"})  # fmt: skip
    tables["visits"].append({"person_id": "C1", "station_id": "S2", "start_date": "2019-06-03",
                             "end_date": "2019-06-04", "task": "调研"})  # fmt: skip
    data, plan = write(place / "data", tables), write_plan(place / "plan")
    common = ("--year", 2019, "--plan", plan)
    assert run("days", data, *common, "--on", "2019-06-30", "--out", place / "days")[0] == 0
    assert run("calendar", data, *common, "--out", place / "calendar")[0] == 0
    return place


def test_a_persons_obligation_is_told_in_a_few_lines(place: Path, run: Run) -> None:
    """Ten months count: 20 · 10 / 12 = 16.7. Of 128 working days from July on 29 are on leave."""
    code, text = run("why", place / "data", place / "days", "C1")
    assert code == 0
    assert text.splitlines()[1:] == [
        "干部一 (C1, 一处) owes 16 days in 2019: 10 months count",
        "months that do not count: long leave (policy days.excuses)",
        "2019-03-04 to 2019-03-08 at 1所: 5 days, 5 count",
        "2019-06-03 to 2019-06-04 at 2所: 2 days, not an own station, they do not count",
        "by 2019-06-30: 5 days made, 11 short, 99 working days left, last start 2019-12-17; behind",
    ]


def test_a_calendar_tells_a_persons_trips(place: Path, run: Run) -> None:
    code, text = run("why", place / "data", place / "calendar", "C2")
    assert code == 0
    assert sum(line.startswith("planned from") for line in text.splitlines()) == 4


def test_a_trip_that_was_edited_to_an_unknown_station_is_not_told(place: Path, run: Run) -> None:
    rows = place / "calendar" / "calendar.csv"
    rows.write_text(rows.read_text("utf-8").replace("S2", "S9", 1), "utf-8")
    code, text = run("why", place / "data", place / "calendar", "C2")
    assert code == 2
    assert "check it with planner audit" in text


def test_another_month_has_its_price(place: Path, run: Run) -> None:
    code, text = run("why", place / "data", place / "calendar", "C2", "2019-02")
    assert code == 0
    assert "C2" in text or "干部二" in text
    assert "instead" in text or "as it is" in text


def test_a_month_without_a_week_is_told(place: Path, run: Run) -> None:
    text = run("why", place / "data", place / "calendar", "C1", "2019-08")[1]
    assert "has no week in 2019-08" in text


@pytest.mark.parametrize(("words", "told"), [(("X",), "there is no 'X'"), (("C1", "May"), "'May'")])
def test_an_unknown_person_or_month_is_told(
    place: Path, run: Run, words: tuple[str, ...], told: str
) -> None:
    code, text = run("why", place / "data", place / "calendar", *words)
    assert code == 2
    assert told in text


def test_days_that_were_changed_are_not_explained(place: Path, run: Run) -> None:
    table = place / "days" / "ledger.csv"
    table.write_text(table.read_text("utf-8") + "x", "utf-8")
    assert run("why", place / "data", place / "days", "C1")[0] == 2
