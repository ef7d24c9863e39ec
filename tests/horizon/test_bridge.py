"""A plan's tables over a crosswalk: what names a station under its old id in other shapes."""

from pathlib import Path

import pytest

from planner.crosswalk.bridge import read_bridge, read_bridged
from planner.errors import InputError
from tests.tables.small import SMALL, write

WALK = (
    "year,station_id,successor_id,name,city,county,township,lon,lat,travel_minutes,staff,"
    "caseload,hardship,focus,nominated\n"
    "2019,A0501,S0501,城关所,吉安市,城关区,,115.1,27.3,200,0,30,3,,true\n"
)


def history(folder: Path, station: str) -> list[str]:
    (folder / "walk.csv").write_text(WALK, "utf-8")
    rows = f"year,unit_id,station_id\n2018,D01,S0101\n2018,D02,{station}\n"
    data = write(folder / "data", SMALL | {"history": rows})
    read = read_bridged(data, 2019, read_bridge(folder / "walk.csv", 2019))
    return read.history["station_id"].to_list()


def test_history_under_an_old_id_binds_the_successor(tmp_path: Path) -> None:
    assert history(tmp_path, "A0501") == ["S0101", "S0501"]


@pytest.mark.parametrize("station", ["a0501", "A501", "A0501.0"])
def test_what_is_nearly_an_old_id_is_refused(station: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"history\.csv:3 .*A0501"):
        history(tmp_path, station)
