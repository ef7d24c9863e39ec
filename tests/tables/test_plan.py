"""Writing tables and reading them back."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.dataset import Dataset, read_dataset
from planner.errors import InputError
from planner.tables import PLAN, read_plan, write_csv
from planner.tables.cells import BLANKS
from tests.tables.small import write

ROWS = {
    "year": [2019, 2019],
    "kind": ["leader", "department"],
    "unit_id": ["L01", "D01"],
    "unit": ["陈甲", "办公室"],
    "station_id": ["S0101", "S0401"],
    "station": ["解放所", "古南所"],
    "city": ["赣州市", "吉安市"],
    "county": ["章贡区", "吉州区"],
    "need": [40, 12],
    "travel_minutes": [300, 180],
    "wish": [None, 2],
    "fit": [None, False],
}
TEXT = (
    "year,kind,unit_id,unit,station_id,station,city,county,need,travel_minutes,wish,fit\n"
    "2019,leader,L01,陈甲,S0101,解放所,赣州市,章贡区,40,300,,\n"
    "2019,department,D01,办公室,S0401,古南所,吉安市,吉州区,12,180,2,false\n"
)


def plan(**changed: object) -> pl.DataFrame:
    return pl.DataFrame(ROWS | changed, schema_overrides=PLAN.schema())


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as raised:
        read_plan(path)
    return raised.value.text()


def test_a_plan_is_written_plainly() -> None:
    assert write_csv(plan()) == TEXT.encode("utf-8-sig")


def test_a_plan_reads_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(write_csv(plan()))
    frame = read_plan(path)
    assert frame.schema == PLAN.schema()
    assert frame["row"].to_list() == [2, 3]
    assert frame.drop("row").equals(plan())


def test_a_plan_without_rows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(write_csv(plan().head(0)))
    assert read_plan(path).height == 0


def test_a_plan_without_headers_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(b"")
    assert refusal(path) == "plan.csv: 文件是空的，应有一行表头"


def test_a_plan_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "plan.csv") == ("plan.csv: 没有这个文件，应为 CSV 文件")


def test_faults_of_a_plan_are_told_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(TEXT.replace("leader,", "boss,").replace("2,false", "0,perhaps"), "utf-8")
    assert refusal(path).splitlines() == [
        "plan.csv:2 kind: 发现“boss”，应为下列之一：leader/厅领导, department/处室",
        "plan.csv:3 wish: 发现“0”，应在 1 与 1000000 之间",
        "plan.csv:3 fit: 发现“perhaps”，应为 true/false、是/否、有/无、√/× 或 1/0",
    ]


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "'=", "''@"])
def test_text_that_would_be_a_formula_gets_a_quote_in_front(first: str) -> None:
    written = write_csv(pl.DataFrame({"name": [f"{first}1"]})).decode("utf-8-sig")
    assert written.removeprefix("name\n").strip('"').startswith(f"'{first}1"[:2])


def test_numbers_are_not_protected() -> None:
    frame = pl.DataFrame({"lon": [-1.5], "staff": [-2]})
    assert write_csv(frame) == b"\xef\xbb\xbflon,staff\n-1.5,-2\n"


def test_the_row_that_a_table_was_read_from_is_not_written() -> None:
    assert write_csv(pl.DataFrame({"row": [2], "a": ["x"]})) == b"\xef\xbb\xbfa\nx\n"


texts = st.text(st.sampled_from("=+-@'\",;#甲a1 "), min_size=1).filter(
    lambda text: text == text.strip(BLANKS) and not text.startswith("#")
)


@given(st.lists(texts, min_size=2, max_size=2))
def test_any_text_reads_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    path = tmp_path_factory.mktemp("plan") / "plan.csv"
    path.write_bytes(write_csv(plan(unit=names)))
    assert read_plan(path)["unit"].to_list() == names


def test_a_whole_dataset_reads_back_as_it_was(tmp_path: Path) -> None:
    dataset = read_dataset(write(tmp_path / "data"))
    copy = tmp_path / "copy"
    copy.mkdir()
    for name, frame in dataset.tables().items():
        (copy / f"{name}.csv").write_bytes(write_csv(frame))
    again = read_dataset(copy)
    assert all(frame.equals(again.tables()[name]) for name, frame in dataset.tables().items())


def test_frames_make_the_same_dataset_as_files(tmp_path: Path) -> None:
    dataset = read_dataset(write(tmp_path / "data"))
    again = Dataset.from_frames(**dataset.tables())
    assert sorted(again.inputs) == sorted(dataset.tables())
    assert all(frame.equals(again.tables()[name]) for name, frame in dataset.tables().items())
