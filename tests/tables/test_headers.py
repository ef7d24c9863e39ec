from pathlib import Path

import pytest

from planner.dataset import read_dataset
from planner.errors import InputError
from planner.tables import CROSSWALK, EVERY, HEADERS, IN_FORCE, INDICATORS, PLAN, TABLE, TABLES
from tests.tables.small import SMALL, write


def chinese(name: str) -> str:
    header, _, body = SMALL[name].partition("\n")
    return ",".join(HEADERS[column] for column in header.split(",")) + "\n" + body


def test_chinese_headers_read_as_the_english_ones(tmp_path: Path) -> None:
    english = read_dataset(write(tmp_path / "english"))
    dataset = read_dataset(write(tmp_path / "chinese", {name: chinese(name) for name in SMALL}))
    assert dataset.warnings == ()
    assert all(frame.equals(english.tables()[name]) for name, frame in dataset.tables().items())


def test_a_fault_points_at_the_header_as_it_is_written(tmp_path: Path) -> None:
    text = chinese("departments").replace("法治处,6", "法治处,六")
    with pytest.raises(InputError) as raised:
        read_dataset(write(tmp_path / "data", SMALL | {"departments": text}))
    assert raised.value.text() == "departments.csv:3 人数: 发现“六”，应为整数"


def test_a_header_said_twice_is_named_as_it_is_written(tmp_path: Path) -> None:
    text = SMALL["leaders"].replace("leader_id,name,principal", "leader_id,名称,name")
    with pytest.raises(InputError) as raised:
        read_dataset(write(tmp_path / "data", SMALL | {"leaders": text}))
    assert raised.value.text().splitlines() == [
        "leaders.csv:1 name: 与列“名称”重复，应只留一列",
        "leaders.csv:1 principal: 缺少这一列（主要领导）",
    ]


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    text = "principal,name,leader_id\ntrue,陈甲,L01\nfalse,李乙,L02\n"
    dataset = read_dataset(write(tmp_path / "data", SMALL | {"leaders": text}))
    assert dataset.leaders.rows() == [(2, "L01", "陈甲", True), (3, "L02", "李乙", False)]


def test_case_width_and_blanks_of_a_header_do_not_matter(tmp_path: Path) -> None:
    text = SMALL["leaders"].replace("leader_id,name,", " Leader_ID ,ＮＡＭＥ,")
    dataset = read_dataset(write(tmp_path / "data", SMALL | {"leaders": text}))
    assert dataset.leaders["name"].to_list() == ["陈甲", "李乙"]


def test_every_column_has_a_header_in_both_languages() -> None:
    tables = (*EVERY, PLAN, IN_FORCE, INDICATORS, CROSSWALK)
    columns = {column.name for table in tables for column in table.columns}
    assert columns == set(HEADERS)
    assert len(set(HEADERS.values())) == len(HEADERS)


def test_tables_are_those_of_the_dataset_in_reading_order() -> None:
    assert list(TABLE) == list(SMALL)
    assert [table.name for table in TABLES if table.required] == [
        "leaders",
        "departments",
        "stations",
    ]


def test_the_small_dataset_uses_every_column() -> None:
    headers = {name: text.splitlines()[0].split(",") for name, text in SMALL.items()}
    assert headers == {table.name: [column.name for column in table.columns] for table in TABLES}
