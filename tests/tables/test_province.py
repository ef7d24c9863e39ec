"""Another province's workbook, as its office made it: accepted in one round, planned rightly."""

from pathlib import Path
from typing import Any

import openpyxl

from planner import commands

CITIES = {"东州市": ("东一县", "东二县"), "西州市": ("西一县", "西二县"), "南州市": ("南一县",)}


def stations(sheet: Any) -> None:
    """A title, headers over two rows, cities and counties merged down, ticks, a total."""
    sheet.append(["某省司法所情况（2026年12月）"])
    sheet.append(
        ["编号", "司法所名称", "所在地", None, "单程时间", "基本情况", None, None, "市局推荐"]
    )
    sheet.append(
        [None, None, "设区市", "县（市、区）", "（分钟）", "在岗人数（人）", "年办件数", "困难程度"]
    )
    sheet["E2"], sheet["E3"] = "单程时间（分钟）", None
    for area in ("A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:H2", "I2:I3"):
        sheet.merge_cells(area)
    row = 3
    for city, counties in CITIES.items():
        first = row + 1
        for county in counties:
            start = row + 1
            for number in range(1, 5):
                row += 1
                name = f"{county}{number}号镇司法所"
                tick = "√" if number < 4 else None
                sheet.append([row, name, city, county, f"{60 + row}分钟", "2人", 100, 1, tick])
                sheet.cell(row, 1).number_format = "000000"
                if number > 1:
                    sheet.cell(row, 4).value = None
            sheet.merge_cells(start_row=start, end_row=row, start_column=4, end_column=4)
        sheet.merge_cells(start_row=first, end_row=row, start_column=3, end_column=3)
    sheet.append(["合计", None, None, None, None, 40, 2000])
    sheet.append(["注：困难程度按 0 至 3 填写"])
    sheet.column_dimensions["B"].width = 30


def workbook(path: Path) -> Path:
    book: Any = openpyxl.Workbook()
    del book["Sheet"]
    leaders = book.create_sheet("厅领导名单")
    leaders.append(["编号", "姓名（职务）", "是否主要领导"])
    leaders.append([1, "厅长", "√"])
    leaders.append([2, "副厅长", None])
    departments = book.create_sheet("部门")
    departments.append(["编号", "处室名称", "人数（人）", "分管厅领导", "驻村帮扶"])
    departments.append([101, "办公室", 12, "厅长", "否"])
    departments.append([102, "法治处", "6人", "副厅长", "否"])
    stations(book.create_sheet("司法所一览表"))
    history = book.create_sheet("历年对口联系")
    history.append(["年份", "单位", "司法所"])
    for unit, station in HISTORY:
        history.append(["2026年", unit, station])
    recusals = book.create_sheet("回避表")
    recusals.append(["单位", "回避层级", "回避地点", "原因"])
    recusals.append(["法治处", "市", "西州市", "籍贯"])
    book.create_sheet("_草稿").append(["单位编号", "司法所编号"])
    book.save(path)
    return path


HISTORY = [
    ("厅长", "东一县1号镇司法所"),
    ("副厅长", "南一县/南一县1号镇司法所"),
    ("办公室", "西州市/西一县/西一县1号镇司法所"),
    ("法治处", "东二县1号镇司法所"),
]


def test_the_workbook_is_accepted_in_one_round(tmp_path: Path) -> None:
    found = commands.check(workbook(tmp_path / "某省.xlsx"), 2027, None)
    assert [fault.text() for fault in found.faults] == []
    assert found.rows["stations"] == 20
    told = "\n".join(warning.text() for warning in found.warnings)
    for words in ("标题", "合计或说明", "合并单元格", "打勾 15 格为“是”，空白 5 格为“否”"):
        assert words in told


def test_a_hint_names_the_cell_and_the_header_as_they_are_written(tmp_path: Path) -> None:
    path = workbook(tmp_path / "某省.xlsx")
    book: Any = openpyxl.load_workbook(path)
    wishes = book.create_sheet("申报表")
    wishes.append(["处室", "志愿", "层级", "地方"])
    wishes.append(["法治处", "第一志愿", "市", "西州市"])
    book.save(path)
    told = [warning.text() for warning in commands.check(path, 2027, None).warnings]
    assert any(
        line.startswith("申报表!D2 地方: 法治处（102）的第 1 志愿“西州市”不可能满足")
        for line in told
    )


def test_its_plan_keeps_the_rotation_and_the_recusal(tmp_path: Path) -> None:
    data = workbook(tmp_path / "某省.xlsx")
    made = commands.plan(commands.Request(data, 2027, tmp_path / "out"))
    pairs = set(made.plan.pairs.select("unit", "station").rows())
    assert pairs
    had = {(unit, station.rpartition("/")[2]) for unit, station in HISTORY}
    assert not pairs & had
    cities = made.plan.pairs.select("unit", "city").rows()
    assert ("法治处", "西州市") not in cities
    assert all(len(station) == 6 for station in made.plan.pairs["station_id"])
    judged = commands.verify(data, tmp_path / "out", None)
    assert judged.wrong == ()
    assert not any(part.failures for part in judged.proofs)
