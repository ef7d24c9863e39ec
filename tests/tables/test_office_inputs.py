"""The inputs that an office gives by mistake: each is refused, and the message holds what helps."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from planner import commands
from planner.errors import InputError
from planner.pairing.read import read_pairing
from planner.plans.given import sound_input
from tests.tables import book as b
from tests.tables.book import Book, merged, put, saved
from tests.tables.small import SMALL, write

Make = Callable[[Path], Path]


def sheet(change: Callable[[Book], None]) -> Make:
    return lambda folder: saved(folder, change)


def section_row(made: Book) -> None:
    made["司法所"].insert_rows(2)
    made["司法所"]["A2"] = "一、赣州市"
    made["司法所"].merge_cells("A2:M2")


def dated_year(made: Book) -> None:
    made["历年联系"].append([dt.date(1905, 7, 10), "L01", "S0102"])


def another_sheet(name: str, rows: list[list[object]]) -> Callable[[Book], None]:
    def change(made: Book) -> None:
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)

    return change


def two_of_one_name(made: Book) -> None:
    made["处室申报"]["D3"] = "城关所"


def padded_history(made: Book) -> None:
    made["历年联系"]["B3"] = "d01"


def external(folder: Path) -> Path:
    return b.parts(
        saved(folder), lambda _, part: part, {"xl/externalLinks/externalLink1.xml": b"<x/>"}
    )


def macros(folder: Path) -> Path:
    return b.parts(saved(folder), lambda _, part: part, {"xl/vbaProject.bin": b"x"})


def entities(folder: Path) -> Path:
    def change(name: str, part: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return part
        return b'<!DOCTYPE x [<!ENTITY a "b">]>' + part

    return b.parts(saved(folder), change, {})


def far_cell(folder: Path) -> Path:
    def change(name: str, part: bytes) -> bytes:
        far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        return part.replace(b"</sheetData>", far) if name.endswith("sheet1.xml") else part

    return b.parts(saved(folder), change, {})


def blanks(folder: Path) -> Path:
    path = saved(folder)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet9.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(260):
            part.write(b" " * 2**20)
    return path


def lying_sizes(folder: Path) -> Path:
    path = saved(folder)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = next(one for one in archive.infolist() if one.filename.endswith("sheet1.xml"))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(mark)
        while at >= 0:
            name = data[at + (46 if place == 24 else 30) :][: len(part.filename)]
            if name == part.filename.encode():
                data[at + place : at + place + 4] = (part.file_size // 2).to_bytes(4, "little")
            at = data.find(mark, at + 4)
    path.write_bytes(data)
    return path


def old_book(folder: Path) -> Path:
    path = folder / "data.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    return path


def cut_off(folder: Path) -> Path:
    path = saved(folder)
    path.write_bytes(path.read_bytes()[:-200])
    return path


def file_beside(name: str, text: str = "") -> Make:
    def make(folder: Path) -> Path:
        data = write(folder / "data")
        (data / name).write_text(text or SMALL["recusals"], "utf-8")
        return data

    return make


def book_alone(folder: Path) -> Path:
    (folder / "data").mkdir()
    saved(folder / "data", file="花名册.xlsx")
    return folder / "data"


def book_in_folder(folder: Path) -> Path:
    data = write(folder / "data")
    saved(data, file="pins.xlsx")
    return data


def unjoined(made: Book) -> None:
    for year in (2016, 2017, 2018):
        for number in range(4):
            made["历年联系"].append([year, f"单位{number}", f"所{number}"])


def many_digits(made: Book) -> None:
    made["司法所"]["A3"] = 360102001001234567


INPUTS: list[tuple[str, Make, list[str]]] = [
    ("1 a merged number", sheet(merged("司法所", "I5:I6")), ["司法所!I5", "合并"]),
    ("2 a merged identifier", sheet(merged("司法所", "A5:A6")), ["司法所!A5", "合并"]),
    ("3 a section row", sheet(section_row), ["司法所!A2", "跨列"]),
    ("4 a formula without value", sheet(put("处室", "C3", "=6+6")),
     ["处室!C3", "公式", "打开并保存"]),
    ("5 an error cell", sheet(put("司法所", "J7", "#N/A")), ["司法所!J7", "#N/A"]),
    ("6 a date as year", sheet(dated_year), ["历年联系!A4", "日期", "1905-07-10", "2018"]),
    ("7 a sheet that is like one", sheet(another_sheet("任职回避登记", [["x"]])),
     ["任职回避登记", "回避", "改名", "_"]),
    ("8 a sheet with the headers of one",
     sheet(another_sheet("厅长批示", [["单位编号", "司法所编号", "决定"], ["L01", "S0101"]])),
     ["厅长批示", "指定与否定"]),
    ("9 two sheets for one", sheet(another_sheet("回避表", [["单位编号"]])), ["“回避”", "回避表"]),
    ("10 another unit", sheet(put("司法所", "H1", "单程时间（小时）")),
     ["单程时间（小时）", "分钟"]),
    ("11 a blank among yes and no", sheet(put("司法所", "M4", None)), ["司法所!M4", "空"]),
    ("12 a unit that is not there", sheet(put("指定与否定", "A2", "法制处")),
     ["指定与否定!A2", "法制处", "法治处"]),
    ("13 a unit in another case", sheet(padded_history), ["历年联系!B3", "D01"]),
    ("14 a name that two have", sheet(two_of_one_name), ["处室申报!D3", "S0301", "S0501"]),
    ("15 eighteen digits", sheet(many_digits), ["司法所!A3", "位", "文本"]),
    ("16 two topics as one", sheet(put("司法所", "L3", "人民调解、社区矫正")),
     ["司法所!L3", "人民调解、社区矫正", "一项"]),
    ("17 a cell far outside", far_cell, ["200000", "702"]),
    ("18 entities", entities, ["实体"]),
    ("19 macros", macros, ["宏"]),
    ("20 an external link", external, ["外部"]),
    ("21 blanks without end", blanks, ["解压"]),
    ("22 sizes that lie", lying_sizes, ["损坏"]),
    ("23 an old workbook", old_book, [".xls"]),
    ("24 an archive cut off", cut_off, ["不完整"]),
    ("25 another ending", file_beside("recusals.csv.txt"), ["recusals.csv.txt", "回避"]),
    ("26 a file that is like one", file_beside("任职回避登记.csv"), ["任职回避登记.csv", "回避"]),
    ("27 a workbook among files", book_in_folder, ["pins.xlsx"]),
    ("28 two files for one", file_beside("回避.csv"), ["recusals.csv", "回避.csv"]),
    ("29 a workbook alone", book_alone, ["data/花名册.xlsx"]),
    ("30 history of others", sheet(unjoined), ["历年联系", "12", "轮换"]),
    ("31 a misspelt policy", file_beside("policy.toml", "[leaders]\nstatons = [1, 2]\n"),
     ["policy.toml", "statons", "stations"]),
]  # fmt: skip


def said(path: Path) -> list[str]:
    """Return all that a check of the year 2019 says is wrong."""
    return [fault.text() for fault in commands.check(path, 2019, None).faults]


@pytest.mark.parametrize(
    ("make", "holds"), [case[1:] for case in INPUTS], ids=[c[0] for c in INPUTS]
)
def test_an_input_that_must_not_pass_is_refused_in_words(
    make: Make, holds: list[str], tmp_path: Path
) -> None:
    text = "\n".join(said(make(tmp_path)))
    assert text, "it passed"
    assert [words for words in holds if words not in text] == []


def test_the_workbook_itself_is_in_order(tmp_path: Path) -> None:
    found = commands.check(saved(tmp_path), None, None)
    assert [fault.text() for fault in (*found.faults, *found.warnings)] == []


def test_hints_are_told_beside_what_is_wrong(tmp_path: Path) -> None:
    made = file_beside("备忘.csv", "x\n")(tmp_path)
    (made / "recusals.csv.txt").write_text("", "utf-8")
    with pytest.raises(InputError) as raised:
        sound_input(read_pairing, made, 2019, None)
    first, second = raised.value.text().splitlines()
    assert "recusals.csv.txt" in first
    assert second == "data: 提示：文件“备忘.csv”不在约定名称之列，未读取"


def test_very_many_faults_are_counted_and_not_all_said(tmp_path: Path) -> None:
    rows = "".join(f"S{n},甲所,甲市,甲县,,1,1,x,1,1,1,,true\n" for n in range(1, 3001))
    header = SMALL["stations"].splitlines()[0]
    data = write(tmp_path / "data", SMALL | {"stations": f"{header}\n{rows}"})
    with pytest.raises(InputError) as raised:
        sound_input(read_pairing, data, None, None)
    lines = [line for line in raised.value.text().splitlines() if "travel_minutes" in line]
    assert len(lines) == 6
    assert lines[-1] == "stations.csv travel_minutes: 同类问题另有 2995 处，未逐一列出"


def test_no_file_is_written_beside_the_tables(tmp_path: Path) -> None:
    data = file_beside("回避.csv")(tmp_path)
    before = sorted(path.name for path in data.iterdir())
    said(data)
    assert sorted(path.name for path in data.iterdir()) == before
    assert (data / "pins.csv").read_text("utf-8") == SMALL["pins"]
