"""A workbook for people: text is text, the header stays in sight, the same bytes each time."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest

from planner.office.sheets import Sheet, workbook
from tests.office.papers import HOSTILE, cells

SHEET = Sheet("处室", ["名称", "人数"], [["办公室", 11], ["调解工作处", None]], "一览表 & 其他")


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.mark.parametrize("value", HOSTILE)
def test_text_is_written_as_text(value: str) -> None:
    data = workbook([Sheet("甲", [value], [[value]])], 2019)
    assert cells(data) == {"甲": [[value], [value]]}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert not any("external" in name for name in archive.namelist())


def test_what_xml_cannot_hold_becomes_a_mark() -> None:
    assert cells(workbook([Sheet("甲", ["乙"], [["\x01丙\ufffe"]])], 2019))["甲"][1] == [
        "\ufffd丙\ufffd"
    ]


def test_the_header_is_frozen_filtered_and_repeated_in_print() -> None:
    page = opened(workbook([SHEET], 2019))
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:B3")
    assert page.print_title_rows == "$1:$1"
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")


def test_numbers_are_numbers_and_blanks_are_blank() -> None:
    assert cells(workbook([SHEET], 2019))["处室"][1:] == [["办公室", 11], ["调解工作处", ""]]


def test_an_empty_sheet_says_so() -> None:
    assert cells(workbook([Sheet("甲", ["乙", "丙"], [])], 2019))["甲"][1][0] == "无"


def test_the_same_rows_give_the_same_bytes() -> None:
    assert workbook([SHEET], 2019) == workbook([SHEET], 2019)


def test_the_properties_tell_no_author_and_the_plan_s_year() -> None:
    properties = openpyxl.load_workbook(io.BytesIO(workbook([SHEET], 2019))).properties
    assert properties.creator in (None, "")
    assert properties.created.year == 2019
