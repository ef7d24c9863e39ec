from pathlib import Path

import pytest

from planner.dataset import read_dataset
from planner.places import PlaceError, Places
from planner.tables.ledger import Ledger
from tests.tables.small import write


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(read_dataset(write(tmp_path / "data")).stations)


@pytest.mark.parametrize(
    ("level", "place", "rows"),
    [
        ("station", "S0301", [4]),
        ("station", "古南所", [5]),
        ("county", "章贡区", [0, 1]),
        ("county", "吉安市/城关区", [7]),
        ("county", "赣州市/章贡区", [0, 1]),
        ("city", "吉安市", [5, 6, 7]),
    ],
)
def test_a_place_covers_its_stations(
    places: Places, level: str, place: str, rows: list[int]
) -> None:
    assert places.resolve(level, place).tolist() == rows


@pytest.mark.parametrize(
    ("level", "place", "key"),
    [
        ("station", "城关所", "place.ambiguous_station"),
        ("county", "城关区", "place.ambiguous_county"),
        ("county", "于都县", "place.unknown"),
        ("city", "章贡区", "place.other_level"),
        ("county", "吉安市/章贡区", "place.unknown"),
        ("station", "吉安市", "place.other_level"),
    ],
)
def test_a_place_that_is_not_one_thing_is_refused(
    places: Places, level: str, place: str, key: str
) -> None:
    with pytest.raises(PlaceError) as raised:
        places.resolve(level, place)
    assert raised.value.key == key


def test_an_ambiguous_county_names_what_it_could_be(places: Places) -> None:
    with pytest.raises(PlaceError) as raised:
        places.resolve("county", "城关区")
    assert raised.value.values == {"count": 2, "names": "赣州市/城关区, 吉安市/城关区"}


def test_every_name_that_is_equally_near_is_suggested() -> None:
    known = ["上饶县", "上高县", "南昌县", "上饶市/上饶县"]
    assert Ledger().equally_near("上绕县", known) == ["上饶县", "上高县"]
    assert Ledger().equally_near("上绕市", ["上饶市", "上饶县"]) == ["上饶市"]
    assert Ledger().equally_near("赣县区", ["上饶县"]) == []


def test_a_name_of_the_same_characters_in_another_order_is_the_one() -> None:
    known = [f"D{number:02}" for number in range(1, 24)]
    assert Ledger().equally_near("D70", known) == ["D07"]
