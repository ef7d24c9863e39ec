"""Leaders planned again leave departments their room: against every plan of tiny worlds."""

from dataclasses import replace

import pytest

from planner.audit.displaced import displaced
from planner.errors import NoPlanError
from planner.pairing.case import Year
from planner.pairing.goals import names_of
from planner.pairing.make import make_plan
from planner.pairing.prices import case_of_plan, price_table
from planner.pairing.problem import problem_of
from tests.audit.world import WORLD, World
from tests.pairing.tiny import dataset, pairs, plan, values
from tests.samples import long
from tests.stability.every import Every, drawn, drawn_of_both


def order_of(every: Every) -> tuple[str, ...]:
    world = every.world
    year = Year(dataset(world), world.policy, world.year)
    return names_of(year.case("leaders", year.field(), None))


@pytest.mark.parametrize("some", [range(24), *long(range(24, 64))])
def test_no_leaders_plan_of_a_tiny_world_is_better(some: range) -> None:
    solved = counted = 0
    for seed in some:
        every = drawn_of_both(seed)
        order = order_of(every)
        best = every.best(order)
        if best is None:
            continue
        world = every.world
        try:
            made = make_plan(dataset(world), world.policy, world.year)
        except NoPlanError:  # the departments' part
            continue
        proved = made.parts[0]
        worth = [goal.value if goal.sense == "min" else -goal.value for goal in proved.goals]
        assert [goal.goal for goal in proved.goals] == list(order)
        assert (worth, proved.status) == (best, "optimal"), f"seed {seed}"
        solved += 1
        counted += worth[order.index("displaced")] > 0
    assert solved > 5, "the net has something to catch"
    assert counted > 1


def test_a_leader_takes_no_department_s_station_where_a_free_one_is_as_good() -> None:
    made = plan(WORLD)
    taken = pairs(made, "leaders")[0].split()[1]
    rows = [row for row in WORLD.rows["stations"] if isinstance(row, dict)]
    world = WORLD.but(stations=[row for row in rows if row["station_id"] != taken])
    again = make_plan(dataset(world), world.policy, 2019, in_force=made.pairs)
    assert values(again, "leaders")["displaced"] == 0
    assert values(again, "departments")["stability"] == 0


def test_a_goal_before_it_is_not_given_up() -> None:
    # The leader may have B2b alone in city B, which is due one; D1 has it in force.
    world = World(WORLD.rows, WORLD.policy)
    for station in ("B1a", "B1b", "B2a"):
        world = world.where(station, nominated=False)
    world = replace(world, in_force=("D1 B2b 2",))
    made = plan(world)
    assert values(made, "leaders")["displaced"] == 2
    assert "L1 B2b" in pairs(made)


def test_it_is_no_goal_where_the_departments_part_is_not_made() -> None:
    world = replace(WORLD, in_force=("D1 A1a",))
    assert "displaced" in values(plan(world), "leaders")
    assert "displaced" not in values(plan(world, "leaders"), "leaders")
    assert "displaced" not in values(plan(world), "departments")


def test_the_prices_of_pairs_tell_what_they_displace() -> None:
    world = replace(WORLD.ruled("goals", leaders=("coverage", "tie")), in_force=("D1 A1a 3",))
    made = plan(world)
    assert "L1 A1a" not in pairs(made)
    table = price_table(dataset(world), world.policy, made, "leaders")
    row = table.filter(station_id="A1a").row(0, named=True)
    assert (row["first_goal"], row["by"]) == ("displaced", 3)
    case, chosen = case_of_plan(dataset(world), world.policy, made, "leaders")
    assert problem_of(case).goals[2].value(chosen) == 0


def test_what_the_solver_counts_is_what_the_audit_counts() -> None:
    for seed in range(40):
        every = drawn(seed, "departments")
        try:
            made = plan(every.world)
        except NoPlanError:
            continue
        case = every.world.case(pairs(made, "leaders"))
        assert values(made, "leaders")["displaced"] == displaced(case, "leaders")
