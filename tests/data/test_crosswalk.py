"""The crosswalk from 2018 to 2023 and the list of poverty counties, as built from the sources."""

import csv
from pathlib import Path

import pytest

from tests.data.conftest import Rows, _build

FILES = ("crosswalk_2018_2023.csv", "poverty_counties_2018.csv")


def read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def crosswalk(data_folder: Path) -> Rows:
    return read(data_folder / FILES[0])


def test_rebuilding_gives_the_committed_bytes(data_folder: Path, tmp_path: Path):
    rebuilt = _build("build_crosswalk.py", tmp_path, "1")
    assert {path.name for path in rebuilt.iterdir()} == set(FILES)
    for name in FILES:
        assert (rebuilt / name).read_bytes() == (data_folder / name).read_bytes()


def test_it_has_the_sources_changes_and_no_others(data_folder: Path, crosswalk: Rows):
    source = read(data_folder / "sources" / "jiangxi_station_crosswalk_2018_2023.csv")
    changed = {(r["id_2018"], r["id_2023"]) for r in source if r["status"] != "same"}
    assert {(row["station_id"], row["successor_id"]) for row in crosswalk} == changed
    assert len(crosswalk) == 75 + 13 + 27


def test_stations_of_2018_become_those_of_2023(data_folder: Path, crosswalk: Rows):
    before = {r["station_id"] for r in read(data_folder / "sources" / "jiangxi_stations_2018.csv")}
    after = {r["station_id"] for r in read(data_folder / "sources" / "jiangxi_stations_2023.csv")}
    moved = {r["station_id"] for r in crosswalk} | {""}
    assert (before - moved) | ({r["successor_id"] for r in crosswalk} - {""}) == after


def test_only_new_stations_have_figures_of_their_own(crosswalk: Rows):
    with_figures = [r["station_id"] == "" for r in crosswalk if r["staff"]]
    assert (len(with_figures), all(with_figures)) == (27, True)


def test_the_poverty_counties_are_24_of_the_example(data_folder: Path, jiangxi: dict[str, Rows]):
    known = {(row["city"], row["county"]) for row in jiangxi["stations"]}
    listed = {(row["city"], row["county"]) for row in read(data_folder / FILES[1])}
    assert len(listed) == 24
    assert listed <= known
