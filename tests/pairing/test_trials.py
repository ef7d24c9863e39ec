"""Changed years are tried quickly, and as they would be if everything were made anew."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from planner.errors import SolverError
from planner.pairing.attempt import Year, clash_of, leaders_of
from planner.pairing.changes import Change, Nominate, Repair, drops_of
from planner.pairing.effort import SpentError
from planner.pairing.elbow_room import elbow_room, has_elbow_room
from planner.pairing.figures import scales_of
from planner.pairing.shortage import shortage
from planner.pairing.trials import Trials
from tests.audit.world import WORLD, World, department, leader
from tests.pairing.middling import Size, drawn
from tests.pairing.small_years import policy_of
from tests.pairing.tiny import case, dataset

ONE = WORLD.ruled("leaders", stations=(1, 1)).but(departments=[department("D1", 5)])


def year_of(seed: int, size: Size, crossing: bool) -> Year:
    rng = Random(seed)
    world = drawn(rng, size, policy_of(rng, crossing))
    return Year(dataset(world), world.policy, world.year)


def some_changes(rng: Random, year: Year) -> tuple[Change, ...]:
    """Return up to three changes of any kind, no figure twice."""
    scales = scales_of(year.dataset, year.policy)
    figures = {(s.section, s.key): s.change(rng.randrange(len(s.values))) for s in scales}
    idle = year.dataset.stations.filter(~year.dataset.stations["nominated"])["station_id"]
    every: list[Change] = [
        *drops_of(year.dataset), *figures.values(), *(Nominate(one, "") for one in idle)
    ]  # fmt: skip
    return tuple(rng.sample(every, min(len(every), rng.randint(0, 3))))


@pytest.mark.parametrize("crossing", [False, True])
def test_a_trial_says_what_making_everything_anew_would(crossing: bool) -> None:
    told = set[bool]()
    for seed in range(8 if crossing else 40):
        year = year_of(seed, Size(2, 3, 14, 7, 3), crossing)
        trials, rng = Trials(year, None), Random(seed)
        for _ in range(6):
            changes = some_changes(rng, year)
            tables, policy = Repair(changes).apply(year.dataset, year.policy)
            anew = clash_of(replace(year, dataset=tables, policy=policy)) is None
            assert trials.works(changes) == anew
            assert (trials.clash(changes) is None) == anew
            told.add(anew)
    assert told == {True, False}


def hard(*stations: str, departments: int = 1) -> Trials:
    """Return trials of a year in which every pairing is to be at a hard station: these."""
    rows = [department(f"D{n}", 5) for n in range(1, departments + 1)]
    world = ONE.ruled("stations", hard_percent=100).but(departments=rows)
    for station in stations:
        world = world.where(station, hardship=2)
    world = world.where("C1a", nominated=False).where("C2a", nominated=False)
    return Trials(Year(dataset(world), world.policy, world.year), None)


def test_parts_that_need_the_same_station_are_at_odds_whatever_the_leaders_have() -> None:
    assert hard("A1a").at_odds(())
    assert not hard("A1a", "B1a").at_odds(())
    assert not hard("A1a").works(())


def test_a_nomination_brings_one_station_however_many_are_looked_at_together() -> None:
    more = [Nominate("C1a", "C/C1"), Nominate("C2a", "C/C2")]
    assert not hard("A1a", "C1a", "C2a").at_odds((), more)
    assert hard("A1a", "C1a", "C2a", departments=2).at_odds((), more)
    assert not hard("A1a", "C1a", "C2a", departments=2).at_odds((more[0],), more[1:])


def test_a_year_that_is_at_odds_has_no_plans() -> None:
    told = set[bool]()
    for seed in range(60):
        year = year_of(seed, Size(2, 3, 8, 4, 2), True)
        trials = Trials(year, None)
        if trials.alone(()) is None:
            told.add(trials.at_odds(()))
            assert not trials.at_odds(()) or clash_of(year) is not None
    assert told == {True, False}


def test_a_leaders_plan_that_was_not_found_is_not_looked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = list[object]()

    def silent(problem: object, patience: float) -> None:
        calls.append((problem, patience))
        raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")

    monkeypatch.setattr("planner.pairing.attempt.solve", silent)
    world = WORLD.but(departments=[department(f"D{n}", 5) for n in range(1, 11)])
    trials = Trials(Year(dataset(world), world.policy, world.year), None)
    for _ in range(2):
        with pytest.raises(SolverError):
            trials.clash(())
    assert len(calls) == 1


def test_a_trial_is_not_made_where_no_effort_is_left() -> None:
    year = Year(dataset(WORLD), WORLD.policy, WORLD.year)
    with pytest.raises(SpentError):
        Trials(year, 0).clash(())


def test_what_is_known_is_not_tried_again() -> None:
    year = Year(dataset(WORLD), WORLD.policy, WORLD.year, ("departments",))
    trials = Trials(year, 100)
    first = trials.clash(())
    assert trials.clash(()) is first


def room(world: World) -> bool:
    """Return whether departments find places beside any plan of one leader with one station."""
    return has_elbow_room(case(world, "departments"), 1)


ONLY_A = ["D1 city B", "D1 city C"]


def test_a_department_with_more_places_than_the_leaders_can_take_has_elbow_room() -> None:
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


def test_stations_that_are_too_far_give_no_elbow_room() -> None:
    assert room(ONE.ruled("travel", unit_max=60))
    assert not room(ONE.ruled("travel", unit_max=59))


def test_only_hard_stations_give_elbow_room_where_so_many_are_asked_for() -> None:
    world = ONE.ruled("stations", hard_percent=100).where("A1a", hardship=2)
    assert not room(world)
    assert room(world.where("B1a", hardship=2))


def test_of_several_departments_those_with_the_most_hard_stations_are_to_have_them() -> None:
    # One of two pairings is to be hard. D1 has two hard stations and D2 none.
    world = ONE.but(departments=[department("D1", 5), department("D2", 5)])
    world = world.ruled("stations", hard_percent=50).but(recusals=["D2 county A1"])
    world = world.where("A1a", hardship=2).where("A1b", hardship=2)
    assert room(world)
    assert not room(world.ruled("stations", hard_percent=51))


def test_departments_that_may_have_two_have_two_hard_ones_where_one_each_is_too_few() -> None:
    # D1 may have two: both are to be hard, and the leader can take one of three.
    world = ONE.ruled("stations", hard_percent=100).but(departments=[department("D1", 12)])
    world = world.where("A1a", hardship=2).where("B1a", hardship=2)
    assert not room(world)
    assert room(world.where("C1a", hardship=2))


def test_the_room_is_in_the_counties_where_places_are_few() -> None:
    narrow = ONE.but(recusals=[*ONLY_A, "D1 county A2", "D1 station A1b"])
    found = elbow_room(case(narrow, "departments"), 1)
    counties = case(narrow, "departments").field.counties
    named = [name for name, few in zip(counties, found.counties, strict=True) if few]
    assert (found.pairings, named) == (0, ["A/A1"])


def test_the_shortage_is_what_the_leaders_leave_too_little_of() -> None:
    # Four stations: the leaders have 2, each of three departments needs 1.
    world = WORLD.but(departments=[department(f"D{n}", 5) for n in (1, 2, 3)])
    for row in world.rows["stations"]:
        assert isinstance(row, dict)
        world = world.where(row["station_id"], nominated=row["station_id"][1:] == "1a")
    world = world.where("A2a", nominated=True).but(leaders=[leader("L1")])
    leaders, departments = case(world, "leaders"), case(world, "departments")
    assert [shortage(leaders, departments, number) for number in (1, 2, 3)] == [0, 1, 2]


def test_the_shortage_is_never_too_much() -> None:
    seen = 0
    for seed in range(40):
        year = year_of(seed, Size(2, 3, 10, 5, 3), False)
        leaders, departments = (
            year.case(part, year.field(), None) for part in ("leaders", "departments")
        )
        made = leaders_of(leaders)
        if clash_of(year) is None and isinstance(made, tuple):
            assert shortage(leaders, departments, len(made)) == 0
            seen += 1
    assert seen > 5


def test_elbow_room_means_a_plan_beside_every_leaders_plan() -> None:
    """By trying stations for the leaders at random, as many as they may have."""
    seen = 0
    for seed in range(40):
        year = year_of(seed, Size(1, 2, 14, 8, 3), False)
        field = year.field()
        leaders, departments = (year.case(part, field, None) for part in ("leaders", "departments"))
        upper = int(leaders.units.upper.sum())
        alone = replace(year, parts=("departments",))
        if not has_elbow_room(departments, upper) or clash_of(alone) is not None:
            continue
        required = departments.pairs.required.any(axis=0)
        free = np.flatnonzero(~required)
        for n in range(5):
            taken = Random(n).sample(free.tolist(), upper)
            counties = [int(field.county[at]) for at in (*taken, *np.flatnonzero(required))]
            if max(map(counties.count, counties)) > year.policy.stations.per_county:
                continue
            standing = tuple(field.ids[at] for at in taken)
            assert clash_of(replace(alone, standing=standing)) is None
            seen += 1
    assert seen > 10
