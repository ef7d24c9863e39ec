"""A marked copy: faulty cells coloured, sentences as comments, links; never over the source."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planner.office.marked import RESULT
from tests.commands.conftest import Call
from tests.commands.conftest import call as call
from tests.commands.folders import EVERY, write_data


@pytest.fixture
def source(tmp_path: Path, call: Call) -> Path:
    """Return a workbook with two faults."""
    data = write_data(tmp_path / "data", EVERY)
    file = tmp_path / "厅.xlsx"
    assert call("export", data, file, "--quiet").code == 0
    book: Any = openpyxl.load_workbook(file)
    book["司法所"]["H3"] = "很远"
    book["处室"]["D2"] = "L99"
    book.save(file)
    return file


def test_a_copy_shows_where_each_fault_is(call: Call, source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "标注.xlsx"
    told = call("check", source, "--mark", copy)
    assert told.code == 2
    book: Any = openpyxl.load_workbook(copy)
    assert book.sheetnames[0] == RESULT
    assert "很远" in book["司法所"]["H3"].comment.text
    assert book["司法所"]["H3"].fill.fgColor.rgb == "FFFFC7CE"
    assert book["司法所"]["H4"].comment is None
    links = [
        row[1].hyperlink.location
        for row in book[RESULT].iter_rows()
        if row[1].hyperlink is not None
    ]
    assert set(links) == {"'处室'!D2", "'司法所'!H3"}


def test_the_copy_says_what_it_does_not_have(call: Call, source: Path, tmp_path: Path) -> None:
    call("check", source, "--mark", tmp_path / "标注.xlsx")
    page: Any = openpyxl.load_workbook(tmp_path / "标注.xlsx")[RESULT]
    assert "格式文本" in page["B2"].value
    assert "公式" in page["B2"].value


def test_the_source_is_never_written_over(call: Call, source: Path) -> None:
    before = source.read_bytes()
    told = call("check", source, "--mark", source)
    assert told.code == 2
    assert "原文件" in told.err
    assert source.read_bytes() == before


def test_a_former_copy_is_replaced_and_another_file_is_not(
    call: Call, source: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "标注.xlsx"
    for _ in range(2):
        assert "[" not in call("check", source, "--mark", copy).out
    other = tmp_path / "其他.xlsx"
    other.write_bytes(source.read_bytes())
    assert call("check", source, "--mark", other).code == 2
    assert other.read_bytes() == source.read_bytes()


def test_a_folder_is_not_marked(call: Call, tmp_path: Path) -> None:
    data = write_data(tmp_path / "data", EVERY)
    told = call("check", data, "--mark", tmp_path / "标注.xlsx")
    assert told.code == 2
    assert not (tmp_path / "标注.xlsx").exists()


def test_a_copy_of_sound_data_says_that_nothing_is_wrong(call: Call, tmp_path: Path) -> None:
    data = write_data(tmp_path / "data", EVERY)
    call("export", data, tmp_path / "厅.xlsx")
    assert call("check", tmp_path / "厅.xlsx", "--mark", tmp_path / "标注.xlsx").code == 0
    page: Any = openpyxl.load_workbook(tmp_path / "标注.xlsx")[RESULT]
    assert "0 处错误" in page["B1"].value


def test_a_hint_beside_the_faults_is_not_counted_as_one(
    call: Call, source: Path, tmp_path: Path
) -> None:
    book: Any = openpyxl.load_workbook(source)
    book.create_sheet("厅长批示")["A1"] = "略"
    book.save(source)
    call("check", source, "--mark", tmp_path / "标注.xlsx")
    page: Any = openpyxl.load_workbook(tmp_path / "标注.xlsx")[RESULT]
    told = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert "2 处错误" in told[0]
    assert any("厅长批示" in one for one in told)
