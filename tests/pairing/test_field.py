"""The stations of a year as arrays."""

from dataclasses import replace

from planner.pairing.field import field_of
from planner.policy.figures import Need
from tests.audit.world import WORLD
from tests.pairing.tiny import dataset


def test_stations_that_were_changed_in_place_are_seen_as_they_are() -> None:
    tables = dataset(WORLD)
    before = field_of(tables, WORLD.policy, WORLD.year)
    tables.stations[0, "travel_minutes"] = 61
    after = field_of(tables, WORLD.policy, WORLD.year)
    assert (before.travel == 60).all()
    assert sorted(after.travel.tolist())[-2:] == [60, 61]


def test_the_same_stations_have_another_need_under_other_weights() -> None:
    tables = dataset(WORLD)
    before = field_of(tables, WORLD.policy, WORLD.year)
    only_unvisited = Need(hardship=0, staff=0, caseload=0, unvisited=1)
    after = field_of(tables, replace(WORLD.policy, need=only_unvisited), WORLD.year)
    assert set(before.need.tolist()) == {15}
    assert set(after.need.tolist()) == {100}
    assert (field_of(tables, WORLD.policy, WORLD.year).need == before.need).all()
