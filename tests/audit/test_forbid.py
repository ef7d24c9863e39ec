"""三-1: the pairings are for the leaders to decide, who may rule one out (N1, N2)."""

from tests.audit.world import WORLD, broken


def test_a_pair_nobody_ruled_out_may_be_made() -> None:
    assert broken("forbid", WORLD.but(pins=["D1 B2a forbid", "D2 A2a forbid"])) == []


def test_a_pair_that_was_ruled_out_is_not_made() -> None:
    world = WORLD.but(pins=["D1 A2a forbid"])
    assert broken("forbid", world) == ["1 unit=D1 station=A2a"]


def test_a_pair_both_required_and_ruled_out_is_still_ruled_out() -> None:
    world = WORLD.but(pins=["D1 A2a forbid", "D1 A2a require"])
    assert broken("forbid", world) == ["1 unit=D1 station=A2a"]
