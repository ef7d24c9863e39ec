"""Reading indicators: every fault at once, with its row."""

from pathlib import Path

import pytest

from planner.dataset import read_dataset
from planner.errors import InputError
from planner.office.exchange import export_data
from planner.outcomes import read_indicators
from tests.outcomes.small import world
from tests.tables.small import write

HEAD = "station_id,year,mediations,mediations_settled,corrections,legal_aid,satisfaction\n"
TABLES = world({"A1": 1, "A2": 2})


def written(folder: Path, *rows: str, head: str = HEAD) -> Path:
    file = folder / "indicators.csv"
    file.write_text(head + "".join(f"{row}\n" for row in rows), "utf-8")
    return file


def test_rows_come_by_station_and_year(tmp_path: Path) -> None:
    file = written(tmp_path, "A2,2018,9,8,1,0,70", "A1,2019,9,8,1,0,80", "A1,2018,9,8,1,0,90")
    frame = read_indicators(file, TABLES)
    keys = frame.select("station_id", "year").rows()
    assert keys == [("A1", 2018), ("A1", 2019), ("A2", 2018)]
    assert frame["satisfaction"].to_list() == [90, 80, 70]


def test_chinese_headers_are_read(tmp_path: Path) -> None:
    head = "司法所编号,年度,调解件数,调解成功件数,社区矫正对象数,法律援助件数,群众满意度\n"
    assert read_indicators(written(tmp_path, "A1,2018,9,8,1,0,90", head=head), TABLES).height == 1


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    rows = ("A11,2018,9,8,1,0,70", "A1,2018,9,10,1,0,70", "A1,2018,9,9,1,0,70")
    with pytest.raises(InputError) as raised:
        read_indicators(written(tmp_path, *rows), TABLES)
    assert raised.value.text("en").splitlines() == [
        "indicators.csv:2 station_id: there is no station 'A11'; is it 'A1'?",
        "indicators.csv:3 mediations_settled: 10 settled, expected at most the 9 mediations",
        "indicators.csv:4 year: 2018 of station A1 is in row 3 already, expected one row a year",
    ]


def test_satisfaction_is_at_most_a_hundred(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_indicators(written(tmp_path, "A1,2018,9,8,1,0,101"), TABLES)
    assert "satisfaction" in raised.value.text("en")


def test_a_dataset_s_indicators_are_read_from_its_folder_or_workbook(tmp_path: Path) -> None:
    data = write(tmp_path / "data")
    assert read_indicators(data, read_dataset(data)).is_empty()
    written(data, "解放所,2018,9,8,1,0,90")
    export_data(data, tmp_path / "book.xlsx")
    for source in (data, tmp_path / "book.xlsx"):
        assert read_indicators(source, read_dataset(data))["station_id"].to_list() == ["S0101"]


def test_a_dataset_does_not_mind_the_table_in_its_folder(data_folder: Path) -> None:
    assert not any("indicators" in str(odd) for odd in read_dataset(data_folder).warnings)
