"""`planner record` as a user calls it: exit codes, sentences, where the record is."""

from pathlib import Path

import pytest

from planner.dataset import read_dataset
from planner.errors import InputError
from planner.record.folder import content_of
from tests.commands.conftest import Call
from tests.commands.conftest import call as call
from tests.record.years import OFFICE, Year

SECRET = "geheim"
TRIP = """\
year,kind,unit_id,person_id,station_id,start_date,end_date,days,week,month
2019,leader,L1,L1,361129200,2019-07-15,2019-07-17,3,2019-W29,2019-07
"""


def test_the_record_lies_beside_the_tables(call: Call, year: Year) -> None:
    added = call("record", "draft", year.data, year.out, "--part", "leaders", "--by", OFFICE)
    assert (added.code, added.err) == (0, "")
    assert (year.data / "record.db").exists()
    assert "第 1 条" in call("record", "log", year.data).out
    assert "征求意见" in call("record", "status", year.data).out
    assert "1 条记录前后相符" in call("record", "verify", year.data).out


def test_the_environment_may_name_another_place(
    call: Call, year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANNER_RECORD", str(tmp_path / "other.db"))
    call("record", "draft", year.data, year.out, "--part", "leaders", "--by", OFFICE)
    assert (tmp_path / "other.db").exists()
    assert not (year.data / "record.db").exists()


def test_a_refusal_is_exit_2_and_adds_nothing(call: Call, year: Year) -> None:
    added = call("record", "amend", year.data, "--part", "leaders", "--by", OFFICE, "--note", "x")
    assert added.code == 2
    assert "尚未审定" in added.err
    assert not (year.data / "record.db").exists()


def test_trips_of_leaders_are_no_draft_of_their_pairing(year: Year) -> None:
    """A calendar tells leaders from others in a column that is called as a plan's."""
    for file in ("summary.json", "proof.json", "plan.csv"):
        (year.out / file).unlink()
    (year.out / "calendar.csv").write_text(TRIP, "utf-8")
    with pytest.raises(InputError) as told:
        content_of(read_dataset(year.data), year.out, "leaders")
    assert [(one.file, one.key) for one in told.value.faults] == [
        ("calendar.csv", "record.no_part")
    ]


def test_the_record_of_data_that_are_not_there_is_not_empty(call: Call, year: Year) -> None:
    told = call("record", "log", year.data.parent / "dada")
    assert told.code == 2
    assert "dada" in told.err


def test_tables_are_read_with_a_record_beside_them(call: Call, year: Year) -> None:
    call("record", "draft", year.data, year.out, "--part", "leaders", "--by", OFFICE)
    checked = call("check", year.data)
    assert checked.code == 0
    assert "record.db" not in checked.out


def test_a_head_that_is_cut_off_is_exit_4(call: Call, year: Year) -> None:
    call("record", "draft", year.data, year.out, "--part", "leaders", "--by", OFFICE)
    found = call("record", "verify", year.data, "--head", "0123456789ab")
    assert found.code == 4
    assert "0123456789ab" in found.err


def test_the_status_of_a_record_that_was_changed_says_so(call: Call, year: Year) -> None:
    call("record", "draft", year.data, year.out, "--part", "leaders", "--by", OFFICE)
    file = year.data / "record.db"
    file.write_bytes(file.read_bytes().replace(OFFICE.encode(), "厅秘书室".encode(), 1))
    found = call("record", "status", year.data)
    assert found.code == 4
    assert "第 1 条" in found.err


def test_a_record_that_is_not_there_is_not_verified(call: Call, year: Year) -> None:
    assert call("record", "verify", year.data).code == 2


def test_a_server_that_is_down_is_exit_1_without_the_password(call: Call, year: Year) -> None:
    address = f"postgresql://u:{SECRET}@127.0.0.1:1/none"
    arguments = ("record", "draft", year.data, year.out, "--part", "leaders", "--by", OFFICE)
    added = call(*arguments, "--record", address)
    assert added.code == 1
    assert "未写入" in added.err
    assert SECRET not in added.out + added.err


def test_history_of_a_workbook_asks_where_to(call: Call, year: Year, tmp_path: Path) -> None:
    book = tmp_path / "厅.xlsx"
    assert call("export", year.data, book, "--quiet").code == 0
    where = year.data / "record.db"
    call("record", "draft", year.data, year.out, "--part", "leaders", "--by", OFFICE)
    told = call("record", "history", book, "--record", where)
    assert told.code == 2
    assert "--out" in told.err


@pytest.mark.parametrize("name", ["next", "next.xlsx"])
def test_history_goes_into_a_copy_with_all_tables(
    call: Call, year: Year, tmp_path: Path, name: str
) -> None:
    year.leaders_approved()
    (year.data / "policy.toml").write_text("[leaders]\ndays = 12\n", "utf-8")
    new = tmp_path / name
    assert call("record", "history", year.data, "--out", new).code == 0
    history = read_dataset(new).history
    lines = (year.out / "plan.csv").read_text("utf-8-sig").splitlines()
    assert history.height == sum(",leader," in line for line in lines)
    assert call("check", new).code == 0
