"""What is tidied up on the way in, and said."""

from pathlib import Path

import pytest

from planner.dataset import Dataset, read_dataset
from planner.errors import InputError
from tests.tables.small import SMALL, write


def changed(folder: Path, table: str, old: str, new: str) -> Dataset:
    assert old in SMALL[table]
    return read_dataset(write(folder / "data", SMALL | {table: SMALL[table].replace(old, new)}))


def said(dataset: Dataset, language: str = "zh") -> list[str]:
    return [warning.text("en" if language == "en" else "zh") for warning in dataset.warnings]


def test_full_width_digits_are_read_and_said(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "departments", "法治处,6", "法治处,１６")
    assert dataset.departments["headcount"].to_list() == [12, 16, 5]
    assert said(dataset) == ["departments.csv:3 headcount: 1 格有全角字符，已按半角读取（第 3 行）"]


def test_full_width_letters_of_an_identifier_are_read_and_said(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "pins", "D02,S0201", "Ｄ０２,S0201")
    assert dataset.pins["unit_id"].to_list() == ["D02", "L01"]
    assert said(dataset, "en") == [
        "pins.csv:2 unit_id: full-width characters in 1 cell(s) were read as ordinary ones (rows 2)"
    ]


def test_full_width_brackets_of_a_name_stay(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "leaders", "陈甲", "陈甲（兼）")
    assert dataset.leaders["name"][0] == "陈甲（兼）"
    assert dataset.warnings == ()


def test_blanks_around_cells_are_taken_off_and_said_once_a_column(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "stations", "赣州市,", " 赣州市\u3000,")
    assert set(dataset.stations["city"]) == {"赣州市", "吉安市"}
    assert said(dataset) == ["stations.csv:2 city: 5 格首尾有空白，已去掉（第 2, 3, 4, 5, 6 行）"]


def test_blanks_around_an_identifier_are_taken_off_and_said(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "leaders", "L02,", " L02\u00a0,")
    assert dataset.leaders["leader_id"].to_list() == ["L01", "L02"]
    assert said(dataset) == ["leaders.csv:3 leader_id: 1 格首尾有空白，已去掉（第 3 行）"]


@pytest.mark.parametrize("written", ["6.0", "6.", "+6", "006"])
def test_whole_numbers_may_be_written_as_spreadsheets_do(written: str, tmp_path: Path) -> None:
    dataset = changed(tmp_path, "departments", "法治处,6", f"法治处,{written}")
    assert dataset.departments["headcount"][1] == 6
    assert dataset.warnings == ()


def test_thousands_separators_are_taken_off_and_said(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "stations", "3,120,0", '3,"1,120",0')
    assert dataset.stations["caseload"][0] == 1120
    assert said(dataset) == ["stations.csv:2 caseload: 1 格有千位分隔符，已去掉（第 2 行）"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("TRUE", True), ("是", True), ("1", True), ("False", False), ("否", False), ("0", False)],
)
def test_yes_and_no_may_be_written_in_three_ways(written: str, meant: bool, tmp_path: Path) -> None:
    dataset = changed(
        tmp_path, "departments", "D03,装备处,5,L02,true", f"D03,装备处,5,L02,{written}"
    )
    assert dataset.departments["village_duty"].to_list() == [False, False, meant]


def test_choices_may_be_written_in_chinese(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "pins", "forbid", "否定")
    assert dataset.pins["decision"].to_list() == ["require", "forbid"]


def test_topics_are_split_trimmed_and_told_once(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "departments", "人民调解;社区矫正", "人民调解； 社区矫正;;人民调解")
    assert dataset.departments["expertise"].to_list() == [["人民调解", "社区矫正"], [], []]


def test_blank_text_is_null(tmp_path: Path) -> None:
    dataset = read_dataset(write(tmp_path / "data"))
    assert dataset.stations["focus"].to_list() == ["人民调解", None, "社区矫正", *[None] * 5]
    assert dataset.pins["reason"].to_list() == ["定点", None]


def test_blank_lines_are_skipped_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "leaders", "L02", "\n,,\nL02")
    assert dataset.leaders["row"].to_list() == [2, 5]


def test_an_unknown_column_is_said_and_goes_nowhere(tmp_path: Path) -> None:
    text = "leader_id,name,principal,电话\nL01,陈甲,true,1\nL02,李乙,false,\n"
    dataset = read_dataset(write(tmp_path / "data", SMALL | {"leaders": text}))
    assert dataset.leaders.columns == ["row", "leader_id", "name", "principal"]
    assert said(dataset) == ["leaders.csv:1 电话: 列名不在约定之列，未读取"]


def test_an_unknown_table_is_said_and_those_of_other_duties_are_not(tmp_path: Path) -> None:
    folder = write(tmp_path / "data", SMALL | {"cadres": "", "节假日": ""})
    assert said(read_dataset(folder)) == ["data: 文件“节假日.csv”不在约定名称之列，未读取"]


def test_columns_that_may_be_blank_may_be_missing(tmp_path: Path) -> None:
    texts = SMALL | {"recusals": "unit_id,level,place\nL02,city,吉安市\n"}
    dataset = read_dataset(write(tmp_path / "data", texts))
    assert dataset.recusals["reason"].to_list() == [None]


def test_optional_tables_may_be_missing_or_without_rows(tmp_path: Path) -> None:
    texts = {name: SMALL[name] for name in ("leaders", "departments", "stations")}
    texts["wishes"] = "department_id,rank,level,place\n"
    texts["pins"] = SMALL["pins"].splitlines()[0]
    dataset = read_dataset(write(tmp_path / "data", texts))
    assert [dataset.tables()[name].height for name in ("history", "wishes", "pins")] == [0, 0, 0]
    assert (
        dataset.tables()["history"].schema == read_dataset(write(tmp_path / "all")).history.schema
    )


def test_units_and_stations_that_are_gone_from_the_tables_are_said_once_each(
    tmp_path: Path,
) -> None:
    text = SMALL["history"] + "2017,L09,S0101\n2016,L09,S0102\n2016,D01,S9999\n"
    dataset = read_dataset(write(tmp_path / "data", SMALL | {"history": text}), 2019)
    assert dataset.history.height == 5
    assert said(dataset) == [
        (
            "history.csv:4 unit_id: "
            "“L09”（2 行）在今年名单 leaders.csv / departments.csv 中查不到，不参与轮换判断"
        ),
        "history.csv:6 station_id: “S9999”（1 行）在今年名单 stations.csv 中查不到，不参与轮换判断",
    ]


@pytest.mark.parametrize("table", ["history", "wishes", "recusals", "pins"])
def test_a_row_said_twice_is_a_warning(table: str, tmp_path: Path) -> None:
    text = SMALL[table] + SMALL[table].splitlines()[1] + "\n"
    row = len(text.splitlines())
    dataset = read_dataset(write(tmp_path / "data", SMALL | {table: text}))
    assert said(dataset)[0] == f"{table}.csv:{row}: 与第 2 行重复，只算一次"


def test_two_wishes_of_one_rank_are_a_warning(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "wishes", "D01,2", "D01,1")
    assert said(dataset) == ["wishes.csv:3 rank: 与第 2 行是同一处室的同一志愿序号，两者并列"]


def test_history_of_the_plan_year_is_allowed_where_no_year_is_given(tmp_path: Path) -> None:
    assert changed(tmp_path, "history", "2018", "2019").history["year"].to_list() == [2016, 2019]


def test_a_text_that_was_protected_against_spreadsheets_loses_its_quote(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "leaders", "陈甲", "'=陈甲")
    assert dataset.leaders["name"][0] == "=陈甲"


def test_an_ordinary_quote_before_a_name_stays(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "leaders", "陈甲", "'陈甲")
    assert dataset.leaders["name"][0] == "'陈甲"


def test_a_long_list_of_odd_rows_is_cut(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "stations", "true", "true ")
    assert said(dataset) == [
        "stations.csv:2 nominated: 7 格首尾有空白，已去掉（第 2, 3, 4, 6, 7, … 行）"
    ]


def test_warnings_do_not_hide_faults(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected a whole number"):
        changed(tmp_path, "departments", "法治处,6", "法治处, 六")
