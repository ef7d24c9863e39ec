"""The dataset of the ministry's size, generated on demand."""

from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest

from planner.tables.schema import TABLES

PAIRING = {table.name for table in TABLES}
Tables = dict[str, list[dict[str, str]]]


def test_two_builds_give_the_same_bytes(china_twice: tuple[Path, Path]):
    first, second = (
        {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
        for folder in china_twice
    )
    assert first == second


def test_it_has_the_ministrys_size(china: Tables):
    names = ("stations", "leaders", "departments")
    assert [len(china[name]) for name in names] == [38772, 10, 35]


def test_every_station_id_of_china_is_unique(china: Tables):
    assert len({row["station_id"] for row in china["stations"]}) == 38772


def test_no_field_of_a_station_but_focus_is_blank(china: Tables):
    for row in china["stations"]:
        assert all(value.strip() == value != "" for key, value in row.items() if key != "focus")


def test_no_two_provinces_share_a_citys_name(china: Tables):
    # The first two digits of a code are its province.
    provinces: dict[str, set[str]] = {}
    for row in china["stations"]:
        provinces.setdefault(row["city"], set()).add(row["station_id"][:2])
    assert all(len(codes) == 1 for codes in provinces.values())


def test_every_city_of_china_nominates_a_station(china: Tables):
    named = {row["city"] for row in china["stations"] if row["nominated"] == "true"}
    assert named == {row["city"] for row in china["stations"]}


def test_both_datasets_have_the_same_tables_of_the_pairing(china: Tables, jiangxi: Tables):
    assert {name: list(rows[0]) for name, rows in china.items()} == {
        name: list(rows[0]) for name, rows in jiangxi.items() if name in PAIRING
    }


def test_a_county_named_in_wishes_or_recusals_is_never_ambiguous(china: Tables):
    cities: dict[str, set[str]] = {}
    for row in china["stations"]:
        cities.setdefault(row["county"], set()).add(row["city"])
    for row in china["wishes"] + china["recusals"]:
        if row["level"] == "county":
            city, _, county = row["place"].rpartition("/")
            assert city in cities[county] if city else len(cities[county]) == 1, row


def test_counties_of_one_name_are_written_with_their_city(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.syspath_prepend(str(data_folder))
    places = import_module("synthetic.places")

    def place(city: str, county: str):
        return places.Place("1", "", city, county, "", "镇", "0", "0", 0, 0, 0, None)

    rows = [place("广州市", "白云区"), place("贵阳市", "白云区"), place("广州市", "天河区")]
    assert places.county_labels(rows) == {
        ("广州市", "白云区"): "广州市/白云区",
        ("贵阳市", "白云区"): "贵阳市/白云区",
        ("广州市", "天河区"): "天河区",
    }
