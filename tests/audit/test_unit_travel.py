"""四-1: visits are official trips, whose length may be limited (off unless the policy says so)."""

from tests.audit.world import PLAN, WORLD, audited, broken

# Every station is 60 minutes away: L1 and D1 travel 120 minutes, D2 60.


def test_it_is_off_by_default() -> None:
    far = WORLD.where("A1a", travel_minutes=900)
    assert broken("unit_travel", far) == []
    off = [one for one in audited(far, PLAN, None) if one.rule == "unit_travel"]
    assert [one.witness for one in off] == ["off"]


def test_a_unit_travels_up_to_the_limit() -> None:
    assert broken("unit_travel", WORLD.ruled("travel", unit_max=120)) == []


def test_a_unit_does_not_travel_further() -> None:
    world = WORLD.ruled("travel", unit_max=119)
    assert broken("unit_travel", world) == [
        "1 unit=D1 minutes=120 bound=119",
        "1 unit=L1 minutes=120 bound=119",
    ]


def test_the_amount_is_the_minutes_over() -> None:
    world = WORLD.where("B2a", travel_minutes=200).ruled("travel", unit_max=150)
    assert broken("unit_travel", world) == ["50 unit=D2 minutes=200 bound=150"]
