"""六-2: a unit keeps away from the places it is recused from (N8)."""

import pytest

from tests.audit.world import STATIONS, WORLD, broken, station


def test_a_recusal_from_elsewhere_forbids_nothing() -> None:
    world = WORLD.but(recusals=["D1 city B", "D1 county A1", "D1 station A2b", "D2 station A2a"])
    assert broken("recusal", world) == []


@pytest.mark.parametrize(
    ("level", "place"),
    [
        ("station", "A2a"),
        ("station", "司法所A2a"),
        ("county", "A2"),
        ("county", "A/A2"),
        ("city", "A"),
    ],
)
def test_a_unit_keeps_away_from_its_station_county_or_city(level: str, place: str) -> None:
    world = WORLD.but(recusals=[f"D1 {level} {place}"])
    assert broken("recusal", world) == [f"1 unit=D1 station=A2a level={level} place={place}"]


def test_a_pin_does_not_lift_a_recusal() -> None:
    world = WORLD.but(recusals=["D1 city A"], pins=["D1 A2a require"])
    assert broken("recusal", world) == ["1 unit=D1 station=A2a level=city place=A"]


def test_a_county_of_two_cities_is_named_with_its_city() -> None:
    stations = [station(id) for id in STATIONS]
    twins = WORLD.but(stations=stations).where("A2a", county="西湖").where("B2a", county="西湖")
    pairs = ["D1 A2a", "D2 B2a"]
    assert broken("recusal", twins.but(recusals=["D1 county B/西湖"]), pairs) == []
    assert broken("recusal", twins.but(recusals=["D1 county A/西湖"]), pairs) == [
        "1 unit=D1 station=A2a level=county place=A/西湖"
    ]


def test_a_place_that_is_an_id_is_no_other_station_s_name() -> None:
    world = WORLD.where("A2a", name="B1b").but(recusals=["D1 station B1b"])
    assert broken("recusal", world) == []
