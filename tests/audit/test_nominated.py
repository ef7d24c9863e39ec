"""三-1: stations are put forward with the city bureaus (N1, N2)."""

from tests.audit.world import WORLD, broken


def test_nominated_stations_may_be_chosen() -> None:
    assert broken("nominated", WORLD) == []


def test_a_station_that_was_not_put_forward_may_not_be_chosen() -> None:
    world = WORLD.where("A2a", nominated=False)
    assert broken("nominated", world) == ["1 unit=D1 station=A2a"]


def test_a_required_pair_needs_no_nomination() -> None:
    world = WORLD.where("A2a", nominated=False).but(pins=["D1 A2a require"])
    assert broken("nominated", world) == []


def test_a_pin_lifts_nomination_for_its_own_unit_only() -> None:
    world = WORLD.where("A2a", nominated=False).but(pins=["D2 A2a require"])
    assert broken("nominated", world) == ["1 unit=D1 station=A2a"]
