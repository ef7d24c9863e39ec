import hashlib
from pathlib import Path

import pytest

from planner.dataset import read_dataset
from planner.errors import InputError
from planner.tables import read_table_frames
from tests.tables.small import SMALL, write


def refusal(path: Path | str) -> str:
    with pytest.raises(InputError) as raised:
        read_dataset(path)
    return raised.value.text()


def test_a_path_to_nothing_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere") == (
        "nowhere: 没有这个文件或文件夹，应为数据文件夹或 .xlsx 工作簿"
    )


def test_a_workbook_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.xlsx") == (
        "no.xlsx: 没有这个文件或文件夹，应为数据文件夹或 .xlsx 工作簿"
    )


def test_a_file_that_is_no_dataset_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "data") / "leaders.csv"
    assert refusal(path) == "leaders.csv: 不是可读的数据，应为 CSV 文件夹或 .xlsx 工作簿"


def test_an_empty_folder_lacks_the_three_required_tables(tmp_path: Path) -> None:
    assert refusal(tmp_path).splitlines() == [
        "leaders.csv: 缺少厅领导表，应有文件 leaders.csv",
        "departments.csv: 缺少处室表，应有文件 departments.csv",
        "stations.csv: 缺少司法所表，应有文件 stations.csv",
    ]


def test_a_folder_in_the_place_of_a_table_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "data")
    (path / "pins.csv").unlink()
    (path / "pins.csv").mkdir()
    assert refusal(path) == "pins.csv: 无法读取（是文件夹，不是文件），应为可读的文件"


def test_the_inputs_are_the_digests_of_the_files_read(tmp_path: Path) -> None:
    dataset = read_dataset(str(write(tmp_path / "data", SMALL | {"notes": "x"})))
    assert dataset.inputs == {
        f"{name}.csv": hashlib.sha256(text.encode()).hexdigest() for name, text in SMALL.items()
    }


def test_frames_alone_are_read_without_checks_between_rows(tmp_path: Path) -> None:
    texts = SMALL | {"leaders": SMALL["leaders"].replace("false", "true")}
    frames = read_table_frames(write(tmp_path / "data", texts))
    assert list(frames) == list(SMALL)
    assert frames["leaders"]["principal"].to_list() == [True, True]


def test_frames_alone_are_refused_for_a_cell(tmp_path: Path) -> None:
    texts = SMALL | {"pins": SMALL["pins"].replace("forbid", "no")}
    with pytest.raises(InputError) as raised:
        read_table_frames(write(tmp_path / "data", texts))
    assert raised.value.text() == (
        "pins.csv:3 decision: 发现“no”，应为下列之一：require/指定, forbid/否定"
    )
