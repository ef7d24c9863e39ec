"""What stands at the foot of a table, what is lost in one, and tables that are wrong throughout."""

from pathlib import Path

import pytest

from planner.dataset import read_dataset
from planner.errors import InputError
from planner.tables.ledger import MOST_WRONG
from tests.tables.book import saved
from tests.tables.small import SMALL, write
from tests.tables.test_kinds import dataset, hints, keys


@pytest.mark.parametrize(
    "foot",
    [
        "制表人：张三 审核：李四 填报日期：2019年1月10日,,",
        "制表人：张三,审核人：李四,填报日期：2019.1.10",
        "制表人：,张三,",
        "填报单位（盖章）：,,2019年1月",
        "负责人：,复核：,日期：2019-01-10",
        "填报日期：2019年1月10日,,",
        ",单位负责人：王五,",
        "联系电话：,0791-1234567,",
        "以下空白,,",
        "（以下空白）,,",
    ],
)
def test_what_is_signed_is_no_data_and_said(foot: str, tmp_path: Path) -> None:
    read = dataset(tmp_path, leaders=f"{SMALL['leaders']}{foot}\n")
    assert read.leaders["leader_id"].to_list() == ["L01", "L02"]
    assert hints(read) in (["rows.signed"], ["rows.total"])


def test_a_signature_beside_other_text_is_one_fault(tmp_path: Path) -> None:
    text = SMALL["leaders"] + "填报人：张三,分管领导,true\n"
    assert keys(tmp_path, leaders=text) == ["rows.unsigned"]


def test_a_department_that_is_called_as_a_signature_is_data(tmp_path: Path) -> None:
    text = SMALL["departments"] + "审批,行政审批处,5,L01,false,\n"
    read = dataset(tmp_path, departments=text)
    assert read.departments["department_id"].to_list()[3] == "审批"


def test_what_is_signed_in_a_workbook_is_no_data(tmp_path: Path) -> None:
    import datetime as dt

    foot = ["制表人：张三", None, "审核：李四", "填报日期：", dt.date(2019, 1, 10)]
    path = saved(tmp_path, lambda book: book["司法所"].append(foot))
    assert read_dataset(path).stations.height == 8


@pytest.mark.parametrize("name", ["history", "wishes", "recusals", "pins"])
@pytest.mark.parametrize("text", ["", "\ufeff", "\n \n", ",,\n"])
def test_an_optional_file_without_a_header_is_refused(name: str, text: str, tmp_path: Path) -> None:
    assert keys(tmp_path, **{name: text}) == ["table.no_header"]


def test_a_file_of_another_duty_without_a_byte_is_refused(tmp_path: Path) -> None:
    from planner.commands import check

    data = write(tmp_path / "data", SMALL | {"holds": ""})
    assert [fault.key for fault in check(data, None, None).faults] == ["table.no_header"]


def test_a_blank_sheet_is_a_table_without_rows_and_said(tmp_path: Path) -> None:
    def blank(book: object) -> None:
        book["回避"].delete_rows(1, 9)  # type: ignore[index]

    read = read_dataset(saved(tmp_path, blank))
    assert read.recusals.is_empty()
    assert "sheet.blank" in hints(read)


@pytest.mark.parametrize("lost", ["陈\ufffd", "锟斤拷"])
@pytest.mark.parametrize("name", ["leaders", "recusals"])
def test_text_that_was_lost_in_decoding_is_refused(lost: str, name: str, tmp_path: Path) -> None:
    old = {"leaders": "陈甲", "recusals": "籍贯"}[name]
    text = SMALL[name].replace(old, lost)
    assert keys(tmp_path, **{name: text}) == ["cell.lost"]


def test_a_column_that_is_wrong_throughout_is_not_read_to_its_end(tmp_path: Path) -> None:
    rows = "".join(f"S{n},{n}所,甲市,乙县,,,,x{n},1,1,1,,true\n" for n in range(3 * MOST_WRONG))
    text = SMALL["stations"] + rows
    with pytest.raises(InputError) as raised:
        dataset(tmp_path, stations=text)
    told = [fault for fault in raised.value.faults if fault.column == "travel_minutes"]
    assert [fault.key for fault in told] == [
        *["cell.not_whole"] * 5,
        "ledger.more",
        "column.stopped",
    ]
    assert told[-1].row == 10 + MOST_WRONG


def test_references_to_a_column_that_was_not_read_to_its_end_are_not_judged(
    tmp_path: Path,
) -> None:
    rows = "".join(f"1E+{n},{n}所,甲市,乙县,,,,1,1,1,1,,true\n" for n in range(MOST_WRONG + 9))
    text = SMALL["stations"] + rows + "S9,九所,甲市,乙县,,,,1,1,1,1,,true\n"
    with pytest.raises(InputError) as raised:
        dataset(
            tmp_path, stations=text, pins="unit_id,station_id,decision,reason\nD01,S9,forbid,\n"
        )
    assert {fault.file for fault in raised.value.faults} == {"stations.csv"}


def test_references_that_are_wrong_throughout_are_not_read_to_their_end(tmp_path: Path) -> None:
    rows = "".join(f"X{n},county,章贡区,\n" for n in range(3 * MOST_WRONG))
    with pytest.raises(InputError) as raised:
        dataset(tmp_path, recusals="unit_id,level,place,reason\n" + rows)
    assert [fault.key for fault in raised.value.faults][-1] == "column.stopped"
