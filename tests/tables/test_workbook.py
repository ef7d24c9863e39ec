import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planner.dataset import Dataset, read_dataset
from planner.errors import InputError
from planner.tables import TABLE
from tests.tables.small import SMALL, records, write

NUMBERS = {"headcount", "lon", "lat", "travel_minutes", "staff", "caseload", "hardship", "year"}
FLAGS = {"true": True, "false": False}


def cell(header: str, text: str) -> object:
    if header in NUMBERS:
        return float(text)
    return FLAGS.get(text, text or None)


def workbook() -> Any:
    """Return the small dataset as a workbook: numbers as numbers, flags as flags."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name in SMALL:
        sheet = book.create_sheet(name)
        header, *rows = records(name)
        sheet.append(header)
        for row in rows:
            sheet.append([cell(column, text) for column, text in zip(header, row, strict=True)])
    return book


def read(book: Any, folder: Path) -> Dataset:
    path = folder / "data.xlsx"
    book.save(path)
    return read_dataset(path, 2019)


def refusal(act: Callable[[], object]) -> list[str]:
    with pytest.raises(InputError) as raised:
        act()
    return raised.value.text().splitlines()


def parts(folder: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Write the small workbook with its parts changed and return its path."""
    data = io.BytesIO()
    workbook().save(data)
    path = folder / "data.xlsx"
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return path


def in_leaders(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    def change(name: str, data: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return data
        assert old in data
        return data.replace(old, new, 1)

    return change


def replaced(place: str, new: bytes) -> Callable[[str, bytes], bytes]:
    """Put another cell in a place of the first sheet, however its text is escaped there."""

    def change(name: str, data: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return data
        changed, times = re.subn(rb'<c r="%s".*?</c>' % place.encode(), lambda _: new, data)
        assert times == 1
        return changed

    return change


def test_a_workbook_reads_as_the_folder_does(tmp_path: Path) -> None:
    folder = read_dataset(write(tmp_path / "data"), 2019)
    dataset = read(workbook(), tmp_path)
    assert dataset.warnings == ()
    assert list(dataset.inputs) == ["data.xlsx"]
    assert all(frame.equals(folder.tables()[name]) for name, frame in dataset.tables().items())


def test_a_fault_names_the_sheet_the_row_and_the_column(tmp_path: Path) -> None:
    book = workbook()
    book["departments"]["C3"] = "六"
    assert refusal(lambda: read(book, tmp_path)) == ["departments!C3 headcount: 发现“六”，应为整数"]


def test_sheets_may_have_chinese_names(tmp_path: Path) -> None:
    book = workbook()
    for name, table in TABLE.items():
        book[name].title = table.zh
    assert read(book, tmp_path).stations.height == 8


def test_one_table_on_two_sheets_is_refused(tmp_path: Path) -> None:
    book = workbook()
    book.create_sheet("司法所")
    assert refusal(lambda: read(book, tmp_path)) == [
        "data.xlsx: 工作表 stations, 司法所 都是“司法所”，应只留一个，其余在名称前加“_”"
    ]


def test_a_missing_sheet_is_refused(tmp_path: Path) -> None:
    book = workbook()
    del book["stations"]
    assert refusal(lambda: read(book, tmp_path)) == [
        "data.xlsx: 缺少司法所表，应有名为“司法所”（或 stations）的工作表"
    ]


def test_a_misspelt_sheet_is_refused(tmp_path: Path) -> None:
    book = workbook()
    book["wishes"].title = "wishs"
    assert refusal(lambda: read(book, tmp_path)) == [
        "data.xlsx: 工作表“wishs”像是“处室申报”；请改名为“wishes”，或在名称前加“_”表示不读"
    ]


def test_a_sheet_with_a_default_name_and_chinese_headers_gets_a_chinese_name(
    tmp_path: Path,
) -> None:
    book = workbook()
    sheet = book["recusals"]
    sheet.title = "Sheet5"
    for cell, header in zip(sheet[1], ("单位", "层级", "地方", "理由"), strict=True):
        cell.value = header
    assert refusal(lambda: read(book, tmp_path)) == [
        "data.xlsx: 工作表“Sheet5”像是“回避”；请改名为“回避”，或在名称前加“_”表示不读"
    ]


def test_an_unknown_sheet_is_said(tmp_path: Path) -> None:
    book = workbook()
    book.create_sheet("说明")
    assert [fault.text() for fault in read(book, tmp_path).warnings] == [
        "data.xlsx: 工作表“说明”不在约定名称之列，未读取"
    ]


def test_blank_rows_of_a_sheet_are_skipped_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    book = workbook()
    book["leaders"].insert_rows(3, 2)
    assert read(book, tmp_path).leaders["row"].to_list() == [2, 5]


def test_an_identifier_stored_as_a_number_is_read_as_its_digits(tmp_path: Path) -> None:
    book = workbook()
    book["pins"]["B3"] = 360102001
    assert refusal(lambda: read(book, tmp_path)) == [
        "pins!B3 station_id: 发现“360102001”，应为 stations 中的编号"
    ]


def test_an_identifier_beyond_the_digits_of_a_number_is_refused(tmp_path: Path) -> None:
    book = workbook()
    book["pins"]["B3"] = 3.6010200112345678e17
    assert refusal(lambda: read(book, tmp_path)) == [
        (
            "pins!B3 station_id: 发现“3.601020011234568e+17”，"
            "是科学记数或超过 15 位的数字，编号已不准确，应为文本格式的原编号"
        )
    ]


def test_a_date_in_the_place_of_a_number_is_refused(tmp_path: Path) -> None:
    book = workbook()
    book["stations"]["K3"] = dt.date(2019, 1, 2)
    (said,) = refusal(lambda: read(book, tmp_path))
    assert said == (
        "stations!K3 hardship: 发现日期“2019-01-02”（去掉日期格式则为 43467），"
        "此列不应是日期，请改为常规或文本格式并核对"
    )


def test_a_formula_error_is_refused(tmp_path: Path) -> None:
    path = parts(tmp_path, replaced("B3", b'<c r="B3" t="e"><v>#N/A</v></c>'))
    assert refusal(lambda: read_dataset(path)) == [
        "leaders!B3 name: 发现公式错误“#N/A”，应为数值或文字"
    ]


def test_a_formula_without_a_computed_value_is_refused(tmp_path: Path) -> None:
    book = workbook()
    book["departments"]["C2"] = "=6+6"
    book["departments"]["C3"] = "=C2"
    book["departments"]["B4"] = ""
    assert refusal(lambda: read(book, tmp_path)) == [
        ("departments!C2 headcount: 此格的公式没有计算结果，应在电子表格软件中打开并保存后再用"),
        ("departments!C3 headcount: 此格的公式没有计算结果，应在电子表格软件中打开并保存后再用"),
        "departments!B4 name: 此格为空，应填写",
    ]


def test_a_formula_with_its_value_is_read(tmp_path: Path) -> None:
    path = parts(tmp_path, replaced("B3", b'<c r="B3" t="str"><f>A1</f><v>x</v></c>'))
    assert read_dataset(path).leaders["name"].to_list() == ["陈甲", "x"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "不是 .xlsx 工作簿，应为电子表格软件保存的 .xlsx 文件"),
        (b"leader_id,name\n", "不是 .xlsx 工作簿，应为电子表格软件保存的 .xlsx 文件"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
            "是旧版 .xls 或加密的工作簿，应另存为不加密的 .xlsx",
        ),
    ],
    ids=["empty", "text", "old or encrypted"],
)
def test_a_file_that_is_no_workbook_is_refused(data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    path.write_bytes(data)
    assert refusal(lambda: read_dataset(path)) == [f"data.xlsx: {says}"]


def test_an_archive_without_a_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("leaders.csv", SMALL["leaders"])
    assert refusal(lambda: read_dataset(path)) == [
        "data.xlsx: 压缩包中没有工作簿，应为电子表格软件保存的 .xlsx 文件"
    ]


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    path = parts(tmp_path, lambda name, data: data)
    path.write_bytes(path.read_bytes()[:-300])
    assert refusal(lambda: read_dataset(path)) == [
        "data.xlsx: 工作簿不完整或已损坏，应重新保存或重新传送一份"
    ]


def test_a_workbook_with_damaged_contents_is_refused(tmp_path: Path) -> None:
    path = parts(tmp_path, lambda name, data: data)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset + 80
    data[start : start + 20] = bytes(20)
    path.write_bytes(bytes(data))
    assert refusal(lambda: read_dataset(path)) == [
        "data.xlsx: 工作簿的压缩内容已损坏，应重新保存一份"
    ]


def test_a_workbook_whose_sheet_is_no_xml_is_refused(tmp_path: Path) -> None:
    path = parts(tmp_path, in_leaders(b"<sheetData>", b"<sheetData"))
    (line,) = refusal(lambda: read_dataset(path))
    assert line.startswith("data.xlsx: 工作簿无法打开（")


def test_a_workbook_that_unpacks_to_too_much_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(129):
                part.write(b" " * 2**20)
    assert refusal(lambda: read_dataset(path)) == [
        "data.xlsx: 工作簿解压后超过 128 MB，应删去多余的工作表和格式"
    ]


@pytest.mark.parametrize("place", ["XFD1048576", "XFD2", "A1048576"])
def test_a_workbook_with_a_cell_far_outside_is_refused(place: str, tmp_path: Path) -> None:
    book = workbook()
    book["leaders"][place] = "x"
    assert refusal(lambda: read(book, tmp_path)) == [
        "data.xlsx: 工作表用到了第 200000 行或第 702 列（ZZ）以外的单元格，应删去数据以外的内容"
    ]


def test_a_stated_size_that_is_too_large_does_no_harm(tmp_path: Path) -> None:
    path = parts(tmp_path, in_leaders(b'<dimension ref="A1:C3"', b'<dimension ref="A1:XFD1048576"'))
    assert read_dataset(path).leaders.height == 2


def test_a_workbook_that_defines_entities_is_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'
    path = parts(tmp_path, in_leaders(b"<worksheet", bomb))
    assert refusal(lambda: read_dataset(path)) == [
        "data.xlsx: 工作簿中有实体定义（DOCTYPE），应为电子表格软件保存的 .xlsx 文件"
    ]
