"""Data as a workbook: to be filled, and to and fro with the same bytes."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest

from planner.errors import InputError
from planner.office.book import CHOICES, GUIDE, book
from planner.office.exchange import export_data, import_data, template_book
from planner.office.glossary import meaning
from planner.synthetic import synthetic
from planner.tables import EVERY, SCHEMA
from planner.tables.read import read_tables
from tests.commands.folders import EVERY as WORLD
from tests.commands.folders import contents, write_data
from tests.office.papers import HOSTILE

DAYS = {
    "cadres": (
        "cadre_id,name,department_id,duty_rank,birth_date,joined_on,left_on,grassroots_months,"
        "justice_months,village_duty,outstanding,native_county\n"
        "G1,甲,D1,division,1980-02-29,2010-07-01,,12,0,false,true,C1\n"
    ),
    "visits": (
        "person_id,station_id,start_date,end_date,task\nG1,A1a,2019-03-04,2019-03-06,走访\n"
    ),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with every table of the pairing, and two of the days."""
    folder = write_data(tmp_path / "data", WORLD)
    for name, text in DAYS.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder


def opened(content: bytes | Path) -> Any:
    return openpyxl.load_workbook(content if isinstance(content, Path) else io.BytesIO(content))


def test_the_template_has_a_sheet_a_table_the_guide_first(tmp_path: Path) -> None:
    template_book(tmp_path / "t.xlsx", None)
    names = opened(tmp_path / "t.xlsx").sheetnames
    assert names == [GUIDE, *(table.zh for table in EVERY), CHOICES]
    assert {"干部", "下派台账", "工作指标"} <= {*names}, "of every duty, and the indicators"


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_every_header_has_a_note_of_its_meaning(table: Any) -> None:
    page = opened(book([table], {}))[table.zh]
    for at, column in enumerate(table.columns, 1):
        cell = page.cell(1, at)
        assert cell.value == column.zh
        assert meaning(table, column) in cell.comment.text
        assert ("必填" in cell.comment.text) != column.blank


def test_identifiers_are_text_and_choices_are_chosen_from_a_range() -> None:
    page = opened(book([SCHEMA["wishes"]], {}))["处室申报"]
    assert page.column_dimensions["A"].number_format == "@"
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert rules["C2:C5000"].formula1 == f"'{CHOICES}'!$A$1:$A$3"
    assert rules["B2:B5000"].type == "whole"
    assert rules["A2:A5000"].formula1.startswith("'处室'!$A$2")


def test_the_header_is_frozen_and_repeated_and_nothing_is_protected() -> None:
    page = opened(book([SCHEMA["leaders"]], {}))["厅领导"]
    assert (page.freeze_panes, page.print_title_rows) == ("A2", "$1:$1")
    assert not page.protection.sheet


def test_import_export_import_gives_the_same_bytes(data: Path, tmp_path: Path) -> None:
    import_data(data, tmp_path / "one")
    export_data(tmp_path / "one", tmp_path / "book.xlsx")
    import_data(tmp_path / "book.xlsx", tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert sorted(contents(tmp_path / "one")) == sorted(contents(data))


def test_a_filled_template_is_read_as_the_data_it_was_filled_with(
    data: Path, tmp_path: Path
) -> None:
    template_book(tmp_path / "t.xlsx", data)
    import_data(data, tmp_path / "one")
    import_data(tmp_path / "t.xlsx", tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_names_become_identifiers_and_words_become_canonical(data: Path, tmp_path: Path) -> None:
    (data / "visits.csv").write_text(
        "人员编号,司法所编号,开始日期,结束日期,工作内容\n甲,司法所A1a,2019-03-04,2019-03-06,走访\n",
        "utf-8",
    )
    import_data(data, tmp_path / "one")
    first, row, *_ = (tmp_path / "one" / "visits.csv").read_text("utf-8-sig").splitlines()
    assert first == "person_id,station_id,start_date,end_date,task"
    assert row == "G1,A1a,2019-03-04,2019-03-06,走访"


def test_filter_and_checks_reach_the_last_row_of_a_long_table() -> None:
    rows = 6000
    frame = pl.DataFrame(
        {"year": [2018] * rows, "unit_id": ["L1"] * rows, "station_id": ["A"] * rows}
    )
    page = openpyxl.load_workbook(io.BytesIO(book([SCHEMA["history"]], {"history": frame})))[
        "历年联系"
    ]
    assert page.auto_filter.ref == f"A1:C{rows + 1}"
    reaches = [str(one.sqref) for one in page.data_validations.dataValidation]
    assert f"A2:A{rows + 1}" in reaches


def test_a_dataset_of_the_pairing_alone_gets_no_tables_of_other_duties(
    data: Path, tmp_path: Path
) -> None:
    for name in DAYS:
        (data / f"{name}.csv").unlink()
    import_data(data, tmp_path / "one")
    assert not {f"{name}.csv" for name in DAYS} & {*contents(tmp_path / "one")}


def test_indicators_go_to_and_fro_and_may_name_their_station(data: Path, tmp_path: Path) -> None:
    (data / "indicators.csv").write_text(
        "司法所编号,年度,调解件数,调解成功件数,社区矫正对象数,法律援助件数,群众满意度\n"
        "司法所A1a,2018,9件,8,1,0,90\n",
        "utf-8",
    )
    import_data(data, tmp_path / "one")
    export_data(tmp_path / "one", tmp_path / "book.xlsx")
    import_data(tmp_path / "book.xlsx", tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    row = (tmp_path / "two" / "indicators.csv").read_text("utf-8-sig").splitlines()[1]
    assert row == "A1a,2018,9,8,1,0,90"


def test_the_policy_comes_along(data: Path, tmp_path: Path) -> None:
    (data / "policy.toml").write_text("[leaders]\ndays = 12\n", "utf-8")
    assert import_data(data, tmp_path / "one").policy
    assert (tmp_path / "one" / "policy.toml").read_bytes() == (data / "policy.toml").read_bytes()


def test_what_is_said_to_be_made_up_comes_along(data: Path, tmp_path: Path) -> None:
    (data / "_synthetic.txt").write_text("人员为合成\npeople are synthetic\n", "utf-8")
    import_data(data, tmp_path / "one")
    export_data(tmp_path / "one", tmp_path / "book.xlsx")
    import_data(tmp_path / "book.xlsx", tmp_path / "two")
    for place in (tmp_path / "one", tmp_path / "book.xlsx", tmp_path / "two"):
        assert [synthetic(place), synthetic(place, "en")] == ["人员为合成", "people are synthetic"]
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_the_same_data_give_the_same_workbook(data: Path) -> None:
    frames = read_tables(data, SCHEMA).frames
    assert book(EVERY, frames) == book(EVERY, frames)


@pytest.mark.parametrize("name", [name for name in HOSTILE if "\\" not in name])
def test_hostile_text_goes_to_and_fro_as_it_is(data: Path, tmp_path: Path, name: str) -> None:
    file = data / "recusals.csv"
    safe = f"'{name}" if name[0] in "=@" else name
    quoted = safe.replace('"', '""')
    file.write_text(f'unit_id,level,place,reason\nL1,city,A,"{quoted}"\n', "utf-8")
    import_data(data, tmp_path / "one")
    export_data(tmp_path / "one", tmp_path / "b.xlsx")
    assert opened(tmp_path / "b.xlsx")["回避"]["D2"].value == name
    assert opened(tmp_path / "b.xlsx")["回避"]["D2"].data_type == "s"
    import_data(tmp_path / "b.xlsx", tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_nothing_is_written_over(data: Path, tmp_path: Path) -> None:
    there = tmp_path / "b.xlsx"
    there.write_bytes(b"mine")
    for deed in (
        lambda: template_book(there, None),
        lambda: export_data(data, there),
        lambda: import_data(data, data),
    ):
        with pytest.raises(InputError):
            deed()
    assert there.read_bytes() == b"mine"
