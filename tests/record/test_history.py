"""Approved pairings become history, each once."""

from pathlib import Path

import pytest

from planner.dataset import read_dataset, rows_of
from planner.errors import InputError
from planner.record import place_of, store_of
from planner.record.history import add_in_place, approved_rows, with_rows
from planner.record.sound import judge
from tests.record.years import OFFICE, Year


def approved(year: Year) -> list[tuple[int, str, str]]:
    return approved_rows(store_of(place_of(year.data)).entries(), read_dataset(year.data))


def planned(year: Year) -> set[tuple[int, str, str]]:
    lines = (year.out / "plan.csv").read_text("utf-8-sig").splitlines()[1:]
    cells = [line.split(",") for line in lines if ",leader," in line]
    return {(int(row[0]), row[2], row[4]) for row in cells}


def test_what_is_only_drafted_is_no_history(year: Year) -> None:
    year.act("draft", "leaders", OFFICE)
    assert approved(year) == []


def test_what_is_approved_is_added_once(year: Year) -> None:
    year.leaders_approved()
    rows = approved(year)
    assert set(rows) == planned(year)
    add_in_place(year.data, rows)
    history = read_dataset(year.data).history
    assert set(rows_of(history, "year", "unit_id", "station_id")) == planned(year)
    assert approved(year) == []


def test_a_plan_whose_pairings_are_history_already_says_so(year: Year) -> None:
    year.leaders_approved()
    add_in_place(year.data, approved(year))
    with pytest.raises(InputError) as raised:
        judge(year.data, year.out)
    assert "history.csv:2" in raised.value.text("zh")
    assert "2019 年方案" in raised.value.text("zh")


def test_a_history_of_people_s_own_headers_is_added_to_as_it_is(year: Year) -> None:
    year.leaders_approved()
    file = year.data / "history.csv"
    file.write_bytes("年度,备注,司法所编号,单位编号\r\n2017,老,A1a,L2\r\n".encode("gb18030"))
    rows = approved(year)
    add_in_place(year.data, rows)
    first, kept, *added = file.read_bytes().decode("gb18030").split("\r\n")
    assert (first, kept) == ("年度,备注,司法所编号,单位编号", "2017,老,A1a,L2")
    assert added[:-1] == [f"{row[0]},,{row[2]},{row[1]}" for row in rows]


def test_rows_are_added_in_order(year: Year) -> None:
    year.leaders_approved()
    history = with_rows(read_dataset(year.data).history, approved(year))
    assert set(rows_of(history, "year", "unit_id", "station_id")) == planned(year)
    assert history.equals(history.sort("year", "unit_id", "station_id"))


def test_a_workbook_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        add_in_place(tmp_path / "厅.xlsx", [])
    assert "--out" in raised.value.text("zh")
