"""The fewest years, by eye and against every possible plan of every year."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.crosswalk.moves import Move
from planner.errors import InputError, NoPlanError
from planner.horizon import Crosswalk, fewest_years
from planner.horizon.fewest import Schedule
from planner.scenario import Scenario
from tests.audit.world import World
from tests.horizon.tiny import counties, needed, outlook, pairs, stations, world

SIX = ("A1a", "A1b", "A2a", "B1a", "B1b", "B2a")


def fewest(some: World, *names: str, most: int = 5) -> Schedule:
    targets = counties(*names) if len(names[0]) == 2 else stations(*names)
    return fewest_years(outlook(some), targets, most)


def sentence(schedule: Schedule) -> str:
    assert schedule.too_few is not None
    return schedule.too_few.sentence("en")


def test_two_units_visit_two_counties_in_one_year() -> None:
    schedule = fewest(world(["A1a", "B1a"]), "A1", "B1")
    assert (schedule.years, schedule.too_few) == (1, None)


def test_two_units_need_two_years_for_four_counties() -> None:
    schedule = fewest(world(SIX), "A1", "A2", "B1", "B2")
    visited = {pair.split()[1][:2] for year in pairs(schedule.horizon) for pair in year}
    assert schedule.years == 2
    assert visited == {"A1", "A2", "B1", "B2"}


def test_the_sentence_has_the_numbers_of_the_cut_and_its_clauses() -> None:
    # L1 and D1 have one station each: 2 pairings a year for 4 counties.
    assert sentence(fewest(world(SIX), "A1", "A2", "B1", "B2")) == (
        "One year, 2019, is not enough: counties to visit: 4, a pairing each at least "
        "(A/A1, A/A2, B/B1, B/B2); 厅领导L1 (L1) may have at most 1 in all (N1 三-1 ¶1); "
        "处室D1 (D1) may have at most 1 in all (N2 三-1 ¶2); so at most 2 of these can be visited."
    )


def test_a_crowded_county_needs_years_of_its_own() -> None:
    # A1 takes one pairing a year, and three of its stations are on the list.
    schedule = fewest(world(["A1a", "A1b", "A1c", "B1a"], per_county=1), "A1a", "A1b", "A1c")
    assert schedule.years == 3
    assert "counties: 1, at most 2 in all (N8 六-2; A/A1)" in sentence(schedule)


def test_a_unit_that_may_not_return_makes_it_longer() -> None:
    # Only D1 may have B1a, and had it last year: rotation bars it in 2019.
    some = world(["A1a", "A2a", "B1a"]).but(
        recusals=["L1 station B1a"], history=["2018 D1 B1a"]
    )  # fmt: skip
    assert fewest(some, "B1a").years == 2


def test_a_county_without_a_nominated_station_is_said_and_left_out() -> None:
    some = world(["A1a", "A2a", "B1a"]).where("B1a", nominated=False)
    schedule = fewest(some, "A1", "B1")
    assert (schedule.years, schedule.unreachable) == (1, ("B/B1",))


def test_where_nothing_can_be_visited_there_is_no_schedule() -> None:
    some = world(["A1a", "A2a", "B1a"]).where("B1a", nominated=False)
    with pytest.raises(NoPlanError, match="no nominated station"):
        fewest(some, "B1")


def test_a_county_whose_stations_are_nominated_later_waits_for_it() -> None:
    known = outlook(world(["A1a", "A2a", "B1a"]).where("B1a", nominated=False))
    later = Scenario("2020", {"stations": {"set": {"B1a": {"nominated": True}}}})
    schedule = fewest_years(replace(known, changes={2020: later}), counties("B1"), 3)
    assert schedule.years == 2
    assert "no nominated station to choose, so none can be visited" in sentence(schedule)


def test_a_listed_station_may_be_visited_as_its_successor() -> None:
    # B1a can't be had in 2019, and goes on as C1a from 2020.
    some = world(["A1a", "A2a", "B1a", "C1a"]).where("B1a", nominated=False)
    known = outlook(some, Crosswalk((Move(2, 2020, "B1a", "C1a", {}),)))
    assert fewest_years(known, stations("B1a"), 3).years == 2


def test_two_listed_stations_that_merge_are_bad_input() -> None:
    moves = (Move(2, 2020, "A1a", "C1a", {}), Move(3, 2020, "B1a", "C1a", {}))
    known = outlook(world(["A1a", "A2a", "B1a", "C1a"]), Crosswalk(moves))
    with pytest.raises(InputError, match="A1a, B1a of the list merge into 'C1a'"):
        fewest_years(known, stations("A1a", "B1a"), 3)


def test_more_years_than_allowed_are_no_answer_but_a_sentence() -> None:
    with pytest.raises(NoPlanError, match=r"2019–2020 .* are not enough"):
        fewest(world(SIX, per_county=1), *SIX, most=2)


def test_rotation_from_year_to_year_is_blamed_where_it_stands_in_the_way() -> None:
    # D1 needs two years for two stations, but L1 has one station only and may not return to it.
    some = world(["A1a", "B1a", "C1a"]).but(recusals=["L1 station B1a", "L1 station C1a"])
    with pytest.raises(NoPlanError, match="does not return to a station"):
        fewest(some, "B1a", "C1a", most=2)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    some = world(
        SIX,
        rotation=draw(st.integers(0, 2)),
        per_county=draw(st.integers(1, 2)),
        most=draw(st.integers(1, 2)),
    )
    closed = draw(st.sets(st.sampled_from(SIX), max_size=2))
    for id in sorted(closed):
        some = some.where(id, nominated=False)
    barred = st.tuples(st.sampled_from(("L1", "D1")), st.sampled_from(SIX))
    recusals = sorted(draw(st.sets(barred, max_size=3)))
    had = sorted(draw(st.sets(barred, max_size=2)))
    return some.but(
        recusals=[f"{unit} station {id}" for unit, id in recusals],
        history=[f"2018 {unit} {id}" for unit, id in had],
    )


@given(worlds(), st.booleans(), st.sets(st.sampled_from(SIX), min_size=1))
def test_it_is_what_trying_every_plan_gives(some: World, whole: bool, wanted: set[str]) -> None:
    names = {id[:2] for id in wanted} if whole else wanted
    targets = counties(*names) if whole else stations(*names)
    try:
        schedule = fewest_years(outlook(some), targets, 4)
    except NoPlanError:
        assert needed(some, targets, 4) is None
        return
    assert schedule.years == needed(some, schedule.targets, 4)
    assert set(schedule.targets.names) | set(schedule.unreachable) == set(targets.names)
