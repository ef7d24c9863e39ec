"""四-1: visits are official trips, none of which is too far (off unless the policy says so; N7)."""

from tests.audit.world import PLAN, WORLD, audited, broken

# Every station is 60 minutes away, one way.


def test_it_is_off_by_default() -> None:
    far = WORLD.where("A1a", travel_minutes=900)
    assert broken("travel_limit", far) == []
    off = [one for one in audited(far, PLAN, None) if one.rule == "travel_limit"]
    assert [one.witness for one in off] == ["off"]


def test_a_station_may_be_as_far_as_the_limit() -> None:
    assert broken("travel_limit", WORLD.ruled("travel", most_minutes=60)) == []


def test_a_station_is_not_farther() -> None:
    world = WORLD.where("B2a", travel_minutes=61).ruled("travel", most_minutes=60)
    assert broken("travel_limit", world) == ["1 unit=D2 station=B2a minutes=61 bound=60"]


def test_the_amount_is_the_minutes_over() -> None:
    world = WORLD.where("B2a", travel_minutes=200).ruled("travel", most_minutes=150)
    assert broken("travel_limit", world) == ["50 unit=D2 station=B2a minutes=200 bound=150"]


def test_what_a_unit_travels_in_all_is_not_limited() -> None:
    # L1 and D1 travel 120 minutes each for two stations.
    assert broken("travel_limit", WORLD.ruled("travel", most_minutes=119)) == []


def test_a_required_pair_may_be_farther() -> None:
    world = WORLD.where("B2a", travel_minutes=61).ruled("travel", most_minutes=60)
    assert broken("travel_limit", world.but(pins=["D2 B2a require"])) == []
    assert len(broken("travel_limit", world.but(pins=["D1 B2a require"]))) == 1
