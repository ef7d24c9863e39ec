"""The crosswalk: what it may say, and every fault of it at once."""

from pathlib import Path

import pytest

from planner.errors import InputError
from planner.horizon import Crosswalk, read_crosswalk
from tests.audit.world import WORLD

HEADER = (
    "year,station_id,successor_id,name,city,county,township,lon,lat,"
    "travel_minutes,staff,caseload,hardship,focus,nominated"
)
NEW = "九号所,A,A1,,115.9,28.7,60,3,0,0,,true"


def crosswalk(folder: Path, *rows: str, first: int = 2019) -> Crosswalk:
    width = HEADER.count(",")
    lines = [row + "," * (width - row.count(",")) for row in rows]
    (folder / "moves.csv").write_text("\n".join([HEADER, *lines]) + "\n", "utf-8")
    return read_crosswalk(folder / "moves.csv", WORLD.frames["stations"], first)


def faults(folder: Path, *rows: str) -> list[str]:
    with pytest.raises(InputError) as error:
        crosswalk(folder, *rows)
    return [fault.text("en") for fault in error.value.faults]


def test_stations_merge_close_and_are_new(tmp_path: Path) -> None:
    found = crosswalk(tmp_path, "2020,A1a,A1b", "2021,B1a,", f"2021,,A9a,{NEW}")
    assert [(m.year, m.before, m.after) for m in found.moves] == [
        (2020, "A1a", "A1b"),
        (2021, "B1a", None),
        (2021, None, "A9a"),
    ]


def test_a_chain_over_the_years_is_sound(tmp_path: Path) -> None:
    assert len(crosswalk(tmp_path, "2020,A1a,A1b", "2022,A1b,A2a").moves) == 2


def test_an_unknown_station_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert faults(tmp_path, "2020,A1z,A1b") == [
        (
            "moves.csv:2 station_id: found 'A1z', expected the id of a station that is still there "
            "in 2020, perhaps 'A1b'"
        )
    ]


def test_a_station_that_left_earlier_is_unknown_later(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "2020,A1a,A1b", "2021,A1a,A2a")
    assert fault.startswith("moves.csv:3 station_id: found 'A1a'")


def test_a_circle_of_successors_is_told_once(tmp_path: Path) -> None:
    found = faults(tmp_path, "2020,A1a,B1a", "2021,B1a,A1a,x")
    assert [fault for fault in found if "circle" in fault] == [
        (
            "moves.csv:2 successor_id: the successors go in a circle (A1a, B1a, A1a), "
            "expected each to end somewhere"
        )
    ]


def test_a_station_both_same_and_gone_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path, "2020,A1a,A1a", "2020,A1a,") == [
        "moves.csv:3 station_id: row 2 says already what becomes of 'A1a', expected one row a year"
    ]


def test_a_successor_must_be_there_or_be_described(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "2020,A1a,A9a")
    assert "the successor 'A9a' is not in the tables in 2020, nor is it described" in fault


def test_a_new_station_must_be_described_whole(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "2020,,A9a,九号所,A")
    assert fault.endswith(
        "the new station 'A9a' lacks county, travel_minutes, staff, caseload, hardship, nominated"
    )


def test_all_faults_come_at_once_by_row(tmp_path: Path) -> None:
    found = faults(
        tmp_path, "2018,A1a,A1b", "2020,,", "2020,B1a,,named", f"2020,,B1b,{NEW}", "2021,X,"
    )
    assert [fault.split(" ")[0] for fault in found] == [
        "moves.csv:2",
        "moves.csv:3:",
        "moves.csv:4",
        "moves.csv:5",
        "moves.csv:6",
    ]
