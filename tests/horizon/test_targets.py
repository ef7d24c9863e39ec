"""What is to be visited: a list of counties or of stations."""

from pathlib import Path

import pytest

from planner.errors import InputError
from planner.horizon import Targets, county_targets, read_targets
from tests.audit.world import WORLD

STATIONS = WORLD.frames["stations"]


def targets(folder: Path, text: str) -> Targets:
    (folder / "list.csv").write_text(text, "utf-8")
    return read_targets(folder / "list.csv", STATIONS)


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as error:
        targets(folder, text)
    return [fault.text("en") for fault in error.value.faults]


def test_every_county_is_named_with_its_city() -> None:
    assert county_targets(STATIONS).names == ("A/A1", "A/A2", "B/B1", "B/B2", "C/C1", "C/C2")


def test_a_list_of_counties_may_leave_the_city_out(tmp_path: Path) -> None:
    assert targets(tmp_path, "city,county\n,B1\nA,A2\n") == Targets("county", ("A/A2", "B/B1"))


def test_a_list_of_stations_is_one_of_ids(tmp_path: Path) -> None:
    assert targets(tmp_path, "station_id,other\nB1a,x\nA1b,y\n").names == ("A1b", "B1a")


def test_every_unknown_name_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert faults(tmp_path, "station_id\nA1z\nA1a\nB2z\n") == [
        (
            "list.csv:2 station_id: found 'A1z', expected a station's identifier or name "
            "of stations, perhaps 'A1b'"
        ),
        (
            "list.csv:4 station_id: found 'B2z', expected a station's identifier or name "
            "of stations, perhaps 'B2b'"
        ),
    ]


def test_a_list_of_both_kinds_or_of_none_is_told(tmp_path: Path) -> None:
    (both,) = faults(tmp_path, "station_id,county\nA1a,\n,A1\n")
    (none,) = faults(tmp_path, "station_id\n")
    assert both.startswith("list.csv: has both station_id and county")
    assert none.startswith("list.csv: names nothing to visit")
