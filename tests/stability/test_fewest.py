"""The fewest changes: against every plan of tiny worlds, in both engines, after a closure."""

from dataclasses import replace

import pytest

from planner.allocation.prices import price_of
from planner.allocation.solve import ENGINES, Engine
from planner.errors import InputError, NoPlanError
from planner.pairing.make import make_plan
from planner.pairing.prices import case_of_plan, price_table
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS, Part
from planner.policy import Goals
from tests.audit.world import CHANGED, PLAN, WORLD, World
from tests.pairing.middling import middling
from tests.pairing.tiny import case, dataset, pairs, plan, values
from tests.samples import seeds
from tests.stability.every import drawn


def goals(world: World, part: Part) -> tuple[str, ...]:
    return getattr(case(world, part).policy.goals, part)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("batch", seeds(2, 5))
def test_no_plan_of_a_tiny_world_is_better(batch: int, part: Part) -> None:
    solved = 0
    for seed in range(8 * batch, 8 * batch + 8):
        every = drawn(seed, part)
        order = goals(every.world, part)
        best = every.best(order)
        if best is None:
            continue
        made = make_plan(dataset(every.world), every.world.policy, every.world.year, parts=(part,))
        (proved,) = made.parts
        worth = [goal.value if goal.sense == "min" else -goal.value for goal in proved.goals]
        assert (worth, proved.status) == (best, "optimal"), f"seed {seed}"
        solved += 1
    assert solved > 2, "the net has something to catch"


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_makes_the_same_changes(engine: Engine) -> None:
    first = make_plan(dataset(CHANGED), CHANGED.policy, 2019)
    again = make_plan(dataset(CHANGED), CHANGED.policy, 2019, engine=engine)
    assert again.pairs.equals(first.pairs)
    assert again.goals().equals(first.goals())


@pytest.mark.parametrize("seed", range(6))
def test_every_engine_agrees_where_rules_cut_across_as_well(seed: int) -> None:
    world = middling(seed)
    other = replace(world.policy, goals=Goals(("coverage", "tie"), ("coverage", "tie")))
    try:
        before = make_plan(dataset(world), other, 2019).pairs
        first = make_plan(dataset(world), world.policy, 2019, in_force=before)
    except NoPlanError:
        return
    again = make_plan(dataset(world), world.policy, 2019, in_force=before, engine="cpsat")
    assert again.pairs.equals(first.pairs)


def test_the_price_of_every_pair_is_that_of_planning_again_with_it() -> None:
    made = plan(CHANGED, "departments")
    table = price_table(dataset(CHANGED), CHANGED.policy, made, "departments")
    some, chosen = case_of_plan(dataset(CHANGED), CHANGED.policy, made, "departments")
    problem = problem_of(some)
    names = [goal.name for goal in problem.goals]
    for option, row in enumerate(table.select(names).rows()):
        price = price_of(problem, chosen, option)
        assert row == (price or (None,) * len(names))
    assert (table["stability"] > 0).any()


def test_a_plan_that_is_still_the_best_is_kept_whole() -> None:
    made = plan(WORLD)
    again = make_plan(dataset(WORLD), WORLD.policy, 2019, in_force=made.pairs)
    assert again.pairs.equals(made.pairs)
    assert values(again, "leaders")["stability"] == values(again, "departments")["stability"] == 0


def test_a_worse_plan_in_force_is_kept_as_far_as_the_goals_before_allow() -> None:
    # Every station is alike, so that PLAN is as good as any other but for the tie, with 3 places
    # of the leader, one of which PLAN leaves free: coverage adds it, and nothing else changes.
    world = replace(WORLD, in_force=PLAN)
    made = plan(world)
    assert set(PLAN) < set(pairs(made))
    assert len(pairs(made)) == len(PLAN) + 1


def test_it_stands_where_the_order_has_it() -> None:
    # All three in A: with balance before it, B and C are due one each, so two must change.
    world = replace(WORLD, in_force=("D1 A2a", "D1 A2b", "D2 A1a"))
    assert values(plan(world, "departments"), "departments")["stability"] == 2
    first = world.ruled("goals", departments=("stability", "coverage", "balance", "tie"))
    assert pairs(plan(first, "departments")) == ["D1 A2a", "D1 A2b", "D2 A1a"]


def test_an_approval_of_more_weight_is_kept_first() -> None:
    # Of two departments that were both at A2a only one can stay.
    for heavier, lighter in (("D1", "D2"), ("D2", "D1")):
        world = replace(WORLD, in_force=(f"{heavier} A2a 3", f"{lighter} A2a 2"))
        made = plan(world.ruled("goals", departments=("stability", "tie")), "departments")
        assert f"{heavier} A2a" in pairs(made)
        assert values(made, "departments")["stability"] == 2


def test_a_station_that_closes_changes_its_pairing_and_no_other() -> None:
    made = plan(WORLD)
    closed = pairs(made, "departments")[0].split()[1]
    rows = [row for row in WORLD.rows["stations"] if isinstance(row, dict)]
    world = WORLD.but(stations=[row for row in rows if row["station_id"] != closed])
    world = world.ruled("goals", leaders=("coverage", "tie"), departments=("coverage", "tie"))
    again = make_plan(dataset(world), world.policy, 2019, in_force=made.pairs)
    assert values(again, "leaders")["stability"] == 0
    assert values(again, "departments")["stability"] == 1
    assert set(pairs(made)) - set(pairs(again)) == {pairs(made, "departments")[0]}


def test_a_unit_that_leaves_counts_its_pairings_as_changed() -> None:
    # CHANGED has D9, whom the tables don't know, at A1a.
    assert values(plan(CHANGED), "departments")["stability"] >= 1
    without = replace(CHANGED, in_force=[one for one in CHANGED.in_force or () if one[:2] != "D9"])
    changed = [values(plan(world), "departments")["stability"] for world in (CHANGED, without)]
    assert changed[0] == changed[1] + 1


def test_by_default_it_stands_after_balance_or_coverage_or_first() -> None:
    for order, expected in (
        (("coverage", "balance", "tie"), ("coverage", "balance", "stability", "tie")),
        (("need", "coverage", "tie"), ("need", "coverage", "stability", "tie")),
        (("need", "tie"), ("stability", "need", "tie")),
        (("need", "stability", "balance", "tie"), ("need", "stability", "balance", "tie")),
    ):
        world = CHANGED.ruled("goals", leaders=order)
        assert goals(world, "leaders") == expected


def test_a_part_without_pairings_in_force_has_nothing_to_change() -> None:
    world = replace(WORLD, in_force=("L1 A1a",))
    assert values(plan(world), "departments")["stability"] == 0


def test_without_a_plan_in_force_an_order_can_t_name_it() -> None:
    world = WORLD.ruled("goals", leaders=("stability", "tie"), departments=("stability", "tie"))
    with pytest.raises(InputError) as raised:
        plan(world)
    assert raised.value.text("en").splitlines() == [
        f"policy goals.{part}: the goals name stability, but no plan in force is given; "
        "expected one (--in-force), or an order without stability"
        for part in PARTS
    ]


def test_only_the_orders_of_the_parts_that_are_made_count() -> None:
    world = WORLD.ruled("goals", departments=("stability", "tie"))
    assert pairs(plan(world, "leaders"), "leaders")


def test_a_year_without_a_plan_is_explained_beside_a_plan_in_force() -> None:
    world = replace(CHANGED, rows={**WORLD.rows, "recusals": ["L1 city A", "L1 city B"]})
    with pytest.raises(NoPlanError) as raised:
        plan(world)
    assert "L1" in raised.value.text("en")
