"""The figures of supervision, and dossier pages: from files to files."""

from functools import partial
from pathlib import Path

import polars as pl
import pytest

from planner.days.commands import file_half
from planner.errors import InputError
from planner.office.dossier import dossiers
from planner.postings.commands import write_dossiers
from planner.supervision.commands import PEOPLE, UNITS, supervise
from tests.days.folder import Tables, base, write, write_plan
from tests.office.papers import text
from tests.postings.test_faults import HEADERS, SOUND

LATE = {
    "person_id": "C2", "station_id": "S2", "start_date": "2019-04-08", "end_date": "2019-04-10",
    "task": "补报",
}  # fmt: skip
HELD = "maternity"


def postings(folder: Path, *rows: str) -> None:
    (folder / "postings.csv").write_text("\n".join([HEADERS["postings"], *rows]) + "\n", "utf-8")


def counted(folder: Path, tables: Tables, **more: object) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the two tables as files."""
    data, plan = write(folder / "data", tables), write_plan(folder / "plan")
    given: dict[str, object] = {"policy": None, "on": None, "filed": [], "out": folder / "out"}
    supervise(data, 2019, [str(plan)], **(given | more))  # pyright: ignore[reportArgumentType]
    people, units = (pl.read_csv(folder / "out" / name) for name in (PEOPLE, UNITS))
    return people, units


def test_people_have_what_they_owe_and_did_and_late_entries_are_not_known(tmp_path: Path) -> None:
    people, units = counted(tmp_path, base())
    columns = ("unit_id", "person_id", "done", "late_entries", "posting", "grade")
    assert people.select(columns).rows() == [
        ("D1", "C1", 5, None, None, None),
        ("D2", "C2", 0, None, None, None),
        ("L1", "L1", 0, None, None, None),
    ]
    assert units.select("unit_id", "people", "met_percent", "late_entries").rows() == [
        ("D1", 1, 0, None), ("D2", 1, 0, None), ("L1", 1, 0, None),
    ]  # fmt: skip


def test_an_entry_that_came_after_its_half_was_filed_is_late(tmp_path: Path) -> None:
    data, plan = write(tmp_path / "data", base()), write_plan(tmp_path / "plan")
    filed = tmp_path / "filed"
    file_half(data, 2019, 1, [str(plan)], None, None, None, filed, lambda *_: {})
    tables = base()
    tables["visits"].append(LATE)
    people, units = counted(tmp_path, tables, filed=[filed, filed])
    assert people["late_entries"].to_list() == [0, 1, 0]
    assert units["late_entries"].to_list() == [0, 1, 0]


def test_a_grade_is_told_once_the_posting_is_over(tmp_path: Path) -> None:
    write(tmp_path / "data", base())
    postings(tmp_path / "data", "C2,training,S3,2018-07-01,2019-06-30,excellent,B")
    returned = f"{HEADERS['posting_events']}\nC2,2018-07-01,returned,2019-06-30,,\n"
    (tmp_path / "data" / "posting_events.csv").write_text(returned, "utf-8")
    people, units = counted(tmp_path, base(), on="2019-06-29")
    assert people.filter(person_id="C2").select("posting", "grade").rows() == [("training", None)]
    people, units = counted(tmp_path, base(), on="2019-06-30")
    assert people.filter(person_id="C2")["grade"].to_list() == ["excellent"]
    assert units["grades"].to_list() == [None, "excellent:1", None]


def test_every_fault_is_told_once_and_nothing_is_written(tmp_path: Path) -> None:
    tables = base()
    tables["cadres"][0]["birth_date"] = "2019-02-29"
    with pytest.raises(InputError) as raised:
        counted(tmp_path, tables, on="2020-01-01")
    told = raised.value.text("en").splitlines()
    assert len([line for line in told if "birth_date" in line]) == 1
    assert any(line.startswith("--on") for line in told)
    assert not (tmp_path / "out").exists()


def test_a_dossier_page_tells_the_posting_and_no_more_of_the_person(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    data.mkdir()
    for name, rows in SOUND.items():
        (data / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    sent = "C1,training,S1,2019-01-01,2020-12-31,,A", "H1,attachment,D1,2019-01-01,2019-06-30,,"
    postings(data, *sent)
    events = "C1,2019-01-01,sent,2019-01-03,,", "C1,2019-01-01,returned,2020-06-30,,"
    (data / "posting_events.csv").write_text(
        "\n".join([HEADERS["posting_events"], *events]) + "\n", "utf-8"
    )
    (data / "holds.csv").write_text(f"{HEADERS['holds']}\nC1,2021-01-01,,{HELD}\n", "utf-8")
    write_dossiers(data, "2019-12-31", None, out, partial(dossiers, templates=None))
    pages = sorted(out.glob("*.docx"))
    assert [page.name for page in pages] == ["01 干部一.docx"]
    said = text(pages[0].read_bytes())
    for part in ("干部一", "一处", "锻炼", "甲所", "2019-01-01", "2020-12-31", "报到"):
        assert part in said
    for part in ("1979", "丑县", HELD, "孕产", "期满返回"):  # the return is not known yet
        assert part not in said
