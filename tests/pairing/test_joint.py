"""Both parts in one problem: what is chosen of it stands as two plans."""

from planner.allocation.soon import best_first
from planner.pairing.attempt import Year
from planner.pairing.case import Case
from planner.pairing.joint import some_plans
from planner.pairing.naming import picked
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS
from tests.audit.world import WORLD, department
from tests.pairing.middling import middling
from tests.pairing.tiny import dataset


def cases(year: Year) -> tuple[Case, Case]:
    """Return the leaders' and the departments' case, each before the other."""
    leaders, departments = (year.case(part, year.field(), None) for part in PARTS)
    return leaders, departments


def most(*both: Case) -> tuple[int, int]:
    """Return the most pairings of each case that the quotas that nest allow, 0 without any."""
    leaders, departments = (best_first(problem_of(case)) or 0 for case in both)
    return leaders, departments


def test_plans_made_at_once_stand_beside_each_other() -> None:
    found = 0
    for seed in range(20):
        world = middling(seed).ruled("travel", unit_max=300)
        year = Year(dataset(world), world.policy, world.year)
        leaders, departments = cases(year)
        chosen = some_plans(leaders, departments, most(leaders, departments))
        if chosen is None:
            continue
        assert problem_of(leaders).allows(chosen[0])
        stations = tuple(picked(leaders.field.ids, leaders.station[chosen[0]]))
        assert problem_of(year.case("departments", year.field(), stations)).allows(chosen[1])
        found += 1
    assert found > 10


def test_they_have_as_many_pairings_as_can_be() -> None:
    world = WORLD.ruled("travel", unit_max=200)
    leaders, departments = cases(Year(dataset(world), world.policy, world.year))
    chosen = some_plans(leaders, departments, most(leaders, departments))
    assert chosen is not None
    # L1 has three stations of 60 minutes each, D1 two, D2 one.
    assert [len(some) for some in chosen] == [3, 3]


def test_they_have_so_whatever_goal_is_the_first() -> None:
    order = ["travel", "coverage", "balance", "counties", "need", "tie"]
    world = WORLD.ruled("travel", unit_max=200).ruled("goals", leaders=order)
    leaders, departments = cases(Year(dataset(world), world.policy, world.year))
    chosen = some_plans(leaders, departments, (3, 3))
    assert chosen is not None
    # The best plan has the leader's two stations only, which take fewer minutes.
    assert [len(some) for some in chosen] == [3, 3]


def test_there_are_none_where_a_part_has_none() -> None:
    world = WORLD.but(departments=[department(f"D{n}", 12) for n in range(1, 99)])
    world = world.ruled("travel", unit_max=200)
    leaders, departments = cases(Year(dataset(world), world.policy, world.year))
    assert some_plans(leaders, departments, (3, 0)) is None
