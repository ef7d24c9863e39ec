"""Changed years are tried quickly, and as they would be if everything were made anew."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from planner.pairing.attempt import Year, clash_of, leaders_of
from planner.pairing.changes import Change, Nominate, Repair, drops_of
from planner.pairing.elbow_room import has_elbow_room
from planner.pairing.figures import scales_of
from planner.pairing.shortage import shortage
from planner.pairing.trials import SpentError, Trials
from tests.audit.world import WORLD, World, department, leader
from tests.pairing.middling import Size, drawn
from tests.pairing.small_years import policy_of
from tests.pairing.tiny import case, dataset


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
            assert (trials.clash(changes) is None) == anew
            told.add(anew)
    assert told == {True, False}


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


ONE = WORLD.ruled("leaders", stations=(1, 1)).but(departments=[department("D1", 5)])


def test_a_department_with_more_counties_than_the_leaders_can_close_has_elbow_room() -> None:
    # The leader closes one county and D1 needs one: two are enough.
    assert room(ONE.but(recusals=["D1 city B", "D1 city C"]))
    assert not room(ONE.but(recusals=["D1 city B", "D1 city C", "D1 county A1"]))


def test_departments_that_come_first_close_counties_too() -> None:
    # D1 and D2 have A1 and A2 only, so that one of them could be left with nothing.
    both = [f"{unit} city {city}" for unit in ("D1", "D2") for city in "BC"]
    assert not room(ONE.but(departments=[department("D1", 5), department("D2", 5)], recusals=both))


def test_stations_that_are_too_far_give_no_elbow_room() -> None:
    assert room(ONE.ruled("travel", unit_max=60))
    assert not room(ONE.ruled("travel", unit_max=59))


def test_only_hard_stations_give_elbow_room_where_so_many_are_asked_for() -> None:
    world = ONE.ruled("stations", hard_percent=100).where("A1a", hardship=2)
    assert not room(world)
    assert room(world.where("B1a", hardship=2))


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
