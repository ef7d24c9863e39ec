import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from planner.days.commands import file_half
from planner.days.filing import Filed, Line, filing
from planner.errors import InputError
from planner.plans.outputs import read_json
from tests.days.conftest import Run
from tests.days.folder import base, write, write_plan
from tests.days.small import cadre, day, facts, visit

HALF = dt.date(2019, 6, 30)
YEAR = dt.date(2019, 12, 31)


def told(lines: Sequence[Line]) -> list[str]:
    """Return lines as `person station start-end counted change`."""
    return [
        f"{x.person} {x.station} {x.start:%m%d}-{x.end:%m%d} {x.counted} {x.change}".strip()
        for x in lines
    ]


def test_a_half_is_filed_to_its_end() -> None:
    visits = [visit("C1", "S1", "0628-0702"), visit("C1", "S1", "0902-0903")]
    made = filing(facts(cadre(), visits=visits), 1, HALF)
    assert told(made.lines) == ["C1 S1 0628-0630 3"]


def test_what_is_still_to_come_is_not_filed() -> None:
    made = filing(facts(cadre(), visits=[visit("C1", "S1", "0603-0607")]), 1, day("0605"))
    assert told(made.lines) == ["C1 S1 0603-0605 3"]


def test_late_removed_and_changed_entries_are_shown_as_corrections() -> None:
    before = facts(cadre(), visits=[visit("C1", "S1", "0304-0306"), visit("C1", "S1", "0401-0402")])
    filed = Filed(1, filing(before, 1, HALF).lines)
    now = facts(cadre(), visits=[visit("C1", "S1", "0304-0305"), visit("C1", "S1", "0506-0507"),
                                 visit("C1", "S1", "0902-0903")])  # fmt: skip
    made = filing(now, 2, YEAR, filed)
    assert told(made.lines) == [
        "C1 S1 0902-0903 2", "C1 S1 0304-0305 2 changed", "C1 S1 0401-0402 2 removed",
        "C1 S1 0506-0507 2 added",
    ]  # fmt: skip


def test_people_stand_by_unit_with_what_the_half_counted() -> None:
    people = (cadre("C2", "D1"), cadre("C1", "D2"))
    made = filing(facts(*people, visits=[visit("C2", "S1", "0304-0306")]), 1, HALF)
    counted = {one.person: made.counted(one) for one in made.people}
    assert [one.person for one in made.people] == ["C2", "C1", "L1", "L2"]
    assert counted == {"C2": 3, "C1": 0, "L1": 0, "L2": 0}


@pytest.fixture
def filed(tmp_path: Path) -> Path:
    """Return a folder with the first half filed, its papers left out."""
    write(tmp_path / "data", base())
    write_plan(tmp_path / "plan")
    file(tmp_path, "first")
    return tmp_path / "first"


def file(
    place: Path, out: str, half: int = 1, on: str | None = None, filed: Path | None = None
) -> None:
    """File a half without its papers, which take longer than the rest."""
    plans = [str(place / "plan")]
    file_half(
        place / "data", 2019, half, plans, None, on, filed, place / out, lambda _made, _read: {}
    )


def refused(place: Path, **more: object) -> str:
    """Return why filing a half is refused."""
    with pytest.raises(InputError) as raised:
        file(place, "x", **more)  # pyright: ignore[reportArgumentType]
    assert not (place / "x").exists()
    return raised.value.text("en")


def test_a_filing_leaves_tables_papers_and_digests(tmp_path: Path, run: Run) -> None:
    data, plan = write(tmp_path / "data", base()), write_plan(tmp_path / "plan")
    out = tmp_path / "filed"
    code, _ = run("filing", data, "--year", 2019, "--half", 1, "--plan", plan, "--out", out)
    assert code == 0
    names = {path.name for path in out.iterdir()}
    assert {"filing.csv", "filing_people.csv", "filing.json", "00 汇总.docx", "00 汇总.xlsx",
            "01 一处.docx", "01 一处.xlsx"} <= names  # fmt: skip
    said = read_json(out / "filing.json") or {}
    assert (said["year"], said["half"], said["on"]) == (2019, 1, "2019-06-30")
    assert set(said["files"]) == names - {"filing.json"}
    assert "visits.csv" in said["inputs"]


def test_a_filing_is_never_written_again(filed: Path) -> None:
    before = {path.name: path.read_bytes() for path in filed.iterdir()}
    with pytest.raises(InputError, match=r"filing\.json"):
        file(filed.parent, "first")
    assert {path.name: path.read_bytes() for path in filed.iterdir()} == before


def test_the_same_input_gives_the_same_bytes(filed: Path) -> None:
    file(filed.parent, "again")
    for path in filed.iterdir():
        assert path.read_bytes() == (filed.parent / "again" / path.name).read_bytes(), path.name


def test_nothing_of_births_and_origins_leaves_the_tables(filed: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in filed.glob("*.csv"))
    assert "1985" not in text


def test_a_late_entry_is_a_correction_of_the_same_half(filed: Path) -> None:
    tables = base()
    tables["visits"].append(tables["visits"][0] | {"person_id": "C2", "station_id": "S2"})
    write(filed.parent / "data", tables)
    file(filed.parent, "second", filed=filed)
    lines = (filed.parent / "second" / "filing.csv").read_text("utf-8-sig").splitlines()
    assert lines[1:] == [
        "D1,C1,2019-03-04,2019-03-08,S1,5,5,调研,",
        "D2,C2,2019-03-04,2019-03-08,S2,5,5,调研,",
        "D2,C2,2019-03-04,2019-03-08,S2,5,5,调研,added",
    ]


def test_an_earlier_filing_that_does_not_fit_is_told(filed: Path) -> None:
    place = filed.parent
    file(place, "later", half=2)
    assert "of half 2, expected half 1" in refused(place, filed=place / "later")
    assert "no filing lies here" in refused(place, filed=place / "plan")
    table = filed / "filing.csv"
    table.write_text(table.read_text("utf-8").replace(",5,5,", ",5,4,"), "utf-8")
    assert "the filing was changed" in refused(place, filed=filed)


@pytest.mark.parametrize("on", ["2018-12-31", "2020-04-01", "2019-02-30", "31.12.2019"])
def test_a_date_outside_is_told(filed: Path, on: str) -> None:
    assert "--on" in refused(filed.parent, on=on)


def test_the_year_can_be_filed_until_march_of_the_next(filed: Path) -> None:
    file(filed.parent, "late", half=2, on="2020-03-31")
    said = read_json(filed.parent / "late" / "filing.json") or {}
    assert said["on"] == "2020-03-31"
