"""Every command's output on a year of hostile text and secrets: none breaks, and none tells."""

import csv
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planner.record import Draft, Request, act
from tests.commands.conftest import Call
from tests.commands.conftest import call as call
from tests.commands.folders import contents
from tests.office.everything import BORN, CANARY, COLUMN, HOME, NAMES, YEAR, everything
from tests.office.papers import text, unpacked
from tests.record.years import OFFICE, STAFF, Year

ON = ("--on", "2019-06-30")
SECRETS = (CANARY, "maternity", "孕产", "1976-06-16", *BORN)


def made(call: Call, place: Path) -> Path:
    """Run every command that writes, and return the folder of all that they wrote."""
    data, out, made = everything(place / "data"), place / "out", place / "made"
    year = ("--year", YEAR)
    plan = ("--plan", out)
    calls: list[tuple[object, ...]] = [
        ("plan", data, *year, "--out", out),
        ("page", out, "--data", data, "--out", made / "page"),
        ("packet", data, out, "--out", made / "draft"),
        ("days", data, *year, *plan, *ON, "--out", made / "days"),
        ("filing", data, *year, "--half", 1, *plan, "--out", made / "filing"),
        ("calendar", data, *year, *plan, "--out", made / "calendar"),
        ("cost", data, *year, *plan, "--out", made / "cost"),
        ("eligible", data, *year, "--out", made / "eligible"),
        ("postings", data, *year, "--out", made / "postings"),
        ("exchange", data, *year, "--out", made / "exchange"),
        ("due", data, *ON, "--out", made / "due"),
        ("supervision", data, *year, *plan, "--out", made / "supervision"),
        ("dossier", data, *ON, "--out", made / "dossier"),
        ("horizon", data, "--from", YEAR, "--years", 2, "--out", made / "horizon"),
    ]
    for arguments in calls:
        told = call(*arguments)
        assert told.code == 0, (arguments, told.err)
        assert not any(secret in told.out for secret in SECRETS), arguments
    _recorded(data, out)
    assert call("packet", data, out, "--out", made / "approved").code == 0
    return made


def _recorded(data: Path, out: Path) -> None:
    year = Year(data.parent)
    for part, office in (("leaders", OFFICE), ("departments", STAFF)):
        if part == "departments":
            year.act("applications", part, office)
        draft = year.act("draft", part, office)
        for city in Draft(draft).cities():
            year.act("consult", part, office, subject=city, note=NAMES[4])
        if part == "departments":
            year.act("review", part, "L2")
        act(Request(data, "approve", part, "L1", out, note=NAMES[3]))


@pytest.mark.long
def test_every_output_keeps_its_names_and_tells_no_secret(call: Call, tmp_path: Path) -> None:
    out = made(call, tmp_path / "one")
    _without_what_is_data(out)
    every = unpacked(out) + unpacked(tmp_path / "one" / "out")
    house = Path(__file__).parents[2]
    for secret in (*SECRETS, COLUMN, *map(str, (tmp_path, house, Path.home()))):
        assert secret.encode() not in every, secret
    assert HOME.encode() not in unpacked(out)
    books = list(out.rglob("*.xlsx"))
    kinds = {cell.data_type for book in books for cell in _cells(book)}
    assert kinds <= {"s", "n", "d", "inlineStr"}, "no formula, whatever a name begins with"
    for paper in out.rglob("*.docx"):
        assert text(paper)
        assert all(name.strip() not in ("49", "2") for name in text(paper).split("\n"))
    said = text(out / "draft" / "方案.docx")
    for row in csv.DictReader((tmp_path / "one/out/plan.csv").read_text("utf-8-sig").splitlines()):
        for name in (row["unit"], row["station"]):
            assert "".join(name.removeprefix("'").split()) in said

    again = made(call, tmp_path / "two")
    _without_what_is_data(again)
    ours, theirs = contents(out), contents(again)
    head = "approved/审批单.docx"  # it prints the record's head, and the record says when
    assert {name: ours[name] for name in ours if name != head} == {
        name: theirs[name] for name in theirs if name != head
    }
    print(f"{len(ours)} files, {len(every)} bytes unzipped, {len(SECRETS)} secrets")


def _without_what_is_data(out: Path) -> None:
    """Leave out the tables of each year ahead, and the proof that has a bound for every county."""
    for tables in (out / "horizon").glob("*/data"):
        shutil.rmtree(tables)
    (out / "postings" / "proof.json").unlink()


def _cells(book: Path) -> list[Any]:
    opened: Any = openpyxl.load_workbook(book)
    return [cell for page in opened for row in page.iter_rows() for cell in row]
