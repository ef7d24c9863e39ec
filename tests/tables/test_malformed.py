from pathlib import Path

import pytest

from planner.dataset import read_dataset
from planner.errors import InputError
from tests.tables.malformed import CASE, CASES, Case
from tests.tables.small import SMALL, write


def refusal(texts: dict[str, str], folder: Path) -> InputError:
    with pytest.raises(InputError) as raised:
        read_dataset(write(folder / "data", texts), 2019)
    return raised.value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_malformed_dataset_is_refused_with_its_sentences(case: Case, tmp_path: Path) -> None:
    error = refusal(case.texts(), tmp_path)
    assert error.text("zh").splitlines() == list(case.zh)
    assert error.text("en").splitlines() == list(case.en)
    assert error.exit_code == 2


def test_there_are_at_least_eighty_malformed_datasets() -> None:
    assert len(CASE) == len(CASES) >= 80


def test_the_small_dataset_itself_is_in_order(tmp_path: Path) -> None:
    assert read_dataset(write(tmp_path / "data"), 2019).warnings == ()


def test_nothing_is_written_where_a_dataset_is_refused(tmp_path: Path) -> None:
    refusal(CASE["word for number"].texts(), tmp_path)
    assert {file.name for file in tmp_path.rglob("*")} == {"data"} | {f"{t}.csv" for t in SMALL}


def test_faults_of_different_tables_are_told_all_at_once(tmp_path: Path) -> None:
    texts = dict(SMALL)
    for name in ("blank name", "word for number", "hardship four", "history later", "level"):
        texts = CASE[name].apply(texts)
    assert refusal(texts, tmp_path).text().splitlines() == [
        "leaders.csv:3 name: 此格为空，应填写",
        "departments.csv:3 headcount: 发现“六”，应为整数",
        "stations.csv:3 hardship: 发现“4”，应在 0 与 3 之间",
        "history.csv:3 year: 发现 2020 年，应早于方案年度 2019",
        "wishes.csv:2 level: 发现“省”，应为下列之一：station/司法所, county/县, city/市",
    ]


def test_a_fault_of_one_table_does_not_hide_an_unknown_reference_of_another(
    tmp_path: Path,
) -> None:
    texts = CASE["pin unknown station"].apply(CASE["zero headcount"].texts())
    assert refusal(texts, tmp_path).text().splitlines() == [
        "departments.csv:3 headcount: 发现“0”，应在 1 与 1000000 之间",
        "pins.csv:3 station_id: 发现“S0403”，应为 stations.csv 中的编号，是否为“S0402”？",
    ]


def test_references_into_a_missing_table_are_not_faults_of_their_own(tmp_path: Path) -> None:
    texts = {name: text for name, text in SMALL.items() if name != "stations"}
    assert refusal(texts, tmp_path).text().splitlines() == [
        "stations.csv: 缺少司法所表，应有文件 stations.csv"
    ]


def test_zeros_that_a_spreadsheet_dropped_are_suggested(tmp_path: Path) -> None:
    texts = {name: text.replace("S0", "0") for name, text in SMALL.items()}
    texts["pins"] = texts["pins"].replace("0201", "201")
    assert refusal(texts, tmp_path).text() == (
        "pins.csv:2 station_id: 发现“201”，应为 stations.csv 中的编号“0201”，"
        "两者只差零，可能被电子表格改过"
    )


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    error = refusal(SMALL | {"departments": ""}, tmp_path)
    assert error.text() == "departments.csv: 文件是空的，应有一行表头"
