"""Changed years are tried quickly, and as they would be if everything were made anew."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from planner.errors import SolverError
from planner.pairing.case import Year
from planner.pairing.changes import nominated, nomination, ways_of
from planner.pairing.relaxation import served
from planner.pairing.trials import YearTrials
from planner.repairs import Change, Repair, SpentError, Way
from tests.audit.world import WORLD, World, department
from tests.pairing.middling import Size, drawn
from tests.pairing.small_years import policy_of, possible
from tests.pairing.tiny import case, dataset
from tests.samples import long

ONE = WORLD.ruled("leaders", stations=(1, 1)).but(departments=[department("D1", 5)])


def year_of(seed: int, size: Size, crossing: bool) -> Year:
    rng = Random(seed)
    world = drawn(rng, size, policy_of(rng, crossing))
    return Year(dataset(world), world.policy, world.year)


def every_way(year: Year) -> list[Way[Year]]:
    idle = year.dataset.stations.filter(~year.dataset.stations["nominated"])["station_id"]
    return [*ways_of(year), *(nomination(one, "", "") for one in idle)]


def drawn_of(rng: Random, ways: list[Way[Year]], number: int) -> tuple[Change[Year], ...]:
    """Return changes of any kind, no figure twice."""
    some = {way.name: rng.choice(way.changes) for way in rng.sample(ways, min(len(ways), number))}
    return tuple(some.values())


@pytest.mark.parametrize(("crossing", "number"), [(False, 8), (True, 6), *long((False, 24))])
def test_a_trial_says_what_making_everything_anew_would(crossing: bool, number: int) -> None:
    told = set[bool]()
    for seed in range(number):
        year = year_of(seed, Size(2, 3, 14, 7, 3), crossing)
        trials, rng = YearTrials(year, None), Random(seed)
        for _ in range(6):
            changes = drawn_of(rng, every_way(year), rng.randint(0, 3))
            anew = possible(Repair(changes).apply(year))
            assert trials.works(changes) == anew
            assert trials.stands(changes) or not anew
            told.add(anew)
    assert told == {True, False}


@pytest.mark.parametrize(("crossing", "number"), [(False, 10), (True, 10), *long((False, 30))])
def test_what_does_not_touch_a_conflict_makes_no_plan(crossing: bool, number: int) -> None:
    vain = with_nomination = 0
    for seed in range(number):
        rng = Random(seed)
        year = year_of(seed, Size(2, 2, 9, 4, 3), crossing)
        every, trials = every_way(year), YearTrials(year, None)
        for many in (0, 1, 1):
            changes = drawn_of(rng, every, many)
            if trials.works(changes):
                continue
            names = {
                name for way in trials.ways(changes, 1) for one in way.changes for name in one.names
            }
            taken = {way.name for way in every if set(way.changes) & set(changes)}
            left = [
                way for way in every if way.name not in taken and way.changes[-1].name not in names
            ]
            for way in rng.sample(left, min(len(left), 5)):
                assert not possible(Repair((*changes, rng.choice(way.changes))).apply(year))
                vain += 1
                with_nomination += any(nominated(one) for one in changes)
    assert vain > 30
    assert with_nomination > 4


def lonely(departments: int, *, units: int = 1) -> YearTrials:
    """Return trials of departments recused from all but one station, not nominated: A1a."""
    numbers = range(1, departments + 1)
    places = ("city B", "city C", "county A2", "station A1b")
    world = WORLD.but(
        departments=[department(f"D{n}", 5) for n in numbers],
        recusals=[f"D{n} {place}" for n in numbers for place in places],
    )
    for station in ("A1a", "C1a", "C2a"):
        world = world.where(station, nominated=False)
    world = world.ruled("stations", units=units, per_county=3)
    return YearTrials(Year(dataset(world), world.policy, world.year, ("departments",)), None)


def asked(trials: YearTrials, *nominations: str) -> set[str]:
    """Return the stations whose nomination could help beside some that do not help alone."""
    changes = tuple(nomination(one, "", "").changes[0] for one in nominations)
    first = (way.changes[0] for way in trials.ways(changes, 1))
    return {station for one in first if (station := nominated(one))}


def test_a_nomination_that_could_help_is_asked_for() -> None:
    assert asked(lonely(1)) == {"A1a"}
    assert asked(lonely(1), "C1a") == {"A1a"}


def test_none_is_asked_for_where_one_station_has_no_room_for_all_that_need_one() -> None:
    # Two departments, and one station that both may have: nominated, it serves one of them.
    assert asked(lonely(2)) == set()
    assert asked(lonely(2), "C1a") == set()


def test_a_station_serves_as_many_as_it_takes_units() -> None:
    assert asked(lonely(2, units=2)) == {"A1a"}
    assert asked(lonely(3, units=2)) == set()
    assert asked(lonely(3, units=2), "C1a") == set()
    assert asked(lonely(3, units=3), "C1a") == {"A1a"}


def test_a_leaders_plan_that_was_not_found_is_not_looked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = list[object]()

    def silent(problem: object, patience: float) -> None:
        calls.append((problem, patience))
        raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")

    monkeypatch.setattr("planner.pairing.trials.solve", silent)
    world = WORLD.but(departments=[department(f"D{n}", 5) for n in range(1, 11)])
    trials = YearTrials(Year(dataset(world), world.policy, world.year), None)
    for _ in range(2):
        with pytest.raises(SolverError):
            trials.works(())
    assert len(calls) == 1


def test_a_trial_is_not_made_where_no_effort_is_left() -> None:
    year = Year(dataset(WORLD), WORLD.policy, WORLD.year)
    with pytest.raises(SpentError):
        YearTrials(year, 0).works(())


def test_what_is_known_is_not_tried_again() -> None:
    trials = YearTrials(Year(dataset(WORLD), WORLD.policy, WORLD.year, ("departments",)), 3_000)
    assert trials.works(())
    assert trials.works(())


def room(world: World) -> bool:
    """Return whether departments find places beside any plan of one leader with one station."""
    return served(case(world, "departments"), 1)


ONLY_A = ["D1 city B", "D1 city C"]


def test_a_department_with_more_places_than_the_leaders_can_take_is_served() -> None:
    # The leader takes one place and D1 needs one: two are enough, be they in one county.
    assert room(ONE.but(recusals=[*ONLY_A, "D1 county A2"]))
    assert not room(ONE.but(recusals=[*ONLY_A, "D1 county A2", "D1 station A1b"]))


def test_a_county_has_no_more_places_than_its_cap() -> None:
    world = ONE.but(recusals=[*ONLY_A, "D1 county A2"])
    assert not room(world.ruled("stations", per_county=1))


def test_departments_that_come_first_take_places_too() -> None:
    # D1 and D2 have A1a and A1b only, so that one of them could be left with nothing.
    both = [f"{u} {at}" for u in ("D1", "D2") for at in ("city B", "city C", "county A2")]
    assert not room(ONE.but(departments=[department("D1", 5), department("D2", 5)], recusals=both))


def test_under_a_share_of_hard_stations_counting_does_not_tell() -> None:
    assert room(ONE)
    assert not room(ONE.ruled("stations", hard_percent=1))


def test_those_who_are_served_have_a_plan_beside_every_leaders_plan() -> None:
    """By trying stations for the leaders at random, as many as they may have."""
    seen = 0
    for seed in range(40):
        year = year_of(seed, Size(1, 2, 14, 8, 3), False)
        field = year.field()
        leaders, departments = (year.case(part, field, None) for part in ("leaders", "departments"))
        upper = int(leaders.units.upper.sum())
        alone = replace(year, parts=("departments",))
        if not served(departments, upper) or not possible(alone):
            continue
        required = departments.pairs.required.any(axis=0)
        free = np.flatnonzero(~required)
        for n in range(5):
            taken = Random(n).sample(free.tolist(), upper)
            counties = [int(field.county[at]) for at in (*taken, *np.flatnonzero(required))]
            if max(map(counties.count, counties)) > year.policy.stations.per_county:
                continue
            standing = tuple(field.ids[at] for at in taken)
            assert possible(replace(alone, standing=standing))
            seen += 1
    assert seen > 10
