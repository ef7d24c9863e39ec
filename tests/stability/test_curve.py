"""The exchange curve: each point against every plan, and against solving with that limit."""

from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest

from planner.allocation.build import between
from planner.allocation.problem import OUTSIDE
from planner.allocation.solve import solve
from planner.errors import NoPlanError
from planner.pairing.case import Year
from planner.pairing.curve import Curve, exchange_curve
from planner.pairing.goals import names_of
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS, Part
from tests.audit.world import CHANGED, WORLD, World
from tests.pairing.tiny import case, dataset, pairs, plan
from tests.samples import seeds
from tests.stability.every import Every, around, drawn


def curve(world: World, part: Part) -> Curve:
    tables = dataset(world)
    assert tables.in_force is not None
    return exchange_curve(tables, world.policy, world.year, tables.in_force, part)


def goals(every: Every) -> list[str]:
    year = Year(dataset(every.world), every.world.policy, every.world.year)
    order = names_of(year.case(every.part, year.field(), None))
    return [goal for goal in order if goal not in ("stability", "tie")]


def matches(every: Every, seed: int) -> int:
    """Hold every number of changes against all plans; return how many have one."""
    found, seen = curve(every.world, every.part), 0
    for changes in range(found.total + 1):
        best, point = every.best(goals(every), changes), found.at(changes)
        assert (point is None) == (best is None), f"seed {seed}, {changes} changes"
        if point is not None:
            worth = [g.value if g.sense == "min" else -g.value for g in point.goals]
            assert worth == best, f"seed {seed}, {changes} changes"
            seen += 1
    return seen


@pytest.mark.parametrize("batch", seeds(2, 5))
def test_every_number_allowed_is_worth_the_best_of_all_plans(batch: int) -> None:
    drawings = [(seed, drawn(seed, "leaders")) for seed in range(8 * batch, 8 * batch + 8)]
    seen = sum(matches(every, seed) for seed, every in drawings if every.plans)
    assert seen > 3, "the net has something to catch"


def test_every_number_allowed_to_the_departments_is_worth_the_best_around_the_leaders() -> None:
    seen = 0
    for seed in range(24):
        every = drawn(seed, "departments")
        with suppress(NoPlanError):
            every = around(every, pairs(plan(every.world), "leaders"))
            seen += matches(every, seed)
    assert seen > 8, "the net has something to catch"


def test_a_point_s_changes_are_the_fewest_that_reach_it() -> None:
    for seed in range(20):
        every = drawn(seed, "leaders")
        if not every.plans:
            continue
        for point in curve(every.world, "leaders").points:
            fewest = every.best([*goals(every), "stability"], point.changes)
            assert fewest is not None
            assert fewest[-1] == point.changes


def test_every_number_allowed_is_worth_what_solving_with_that_limit_gives() -> None:
    year = Year(dataset(CHANGED), CHANGED.policy, CHANGED.year)
    found, some = curve(CHANGED, "leaders"), year.case("leaders", year.field(), None)
    problem = problem_of(some)
    wanted = tuple(g for g in problem.goals if g.name not in ("stability", "tie"))
    weight = np.append(some.kept, np.zeros(problem.options - len(some.kept), np.int64))
    group, most = np.where(weight > 0, 0, OUTSIDE), int(weight.sum())
    for changes in range(found.total + 1):
        least = found.total - changes
        if least > most:
            assert found.at(changes) is None
            continue
        kept = between("kept", group, (("kept",),), least, most, weight)
        again = solve(replace(problem, goals=wanted, quotas=(*problem.quotas, kept)), "cpsat")
        point = found.at(changes)
        assert (again is None) == (point is None)
        if again is not None and point is not None:
            assert again.optimal
            assert again.values == tuple(goal.value for goal in point.goals)


def test_the_departments_curve_stands_around_the_leaders_plan_made_beside_the_same_plan() -> None:
    made, found = plan(CHANGED), curve(CHANGED, "departments")
    beside = case(CHANGED, "departments", made.of("leaders")["station_id"].to_list())
    problem = problem_of(beside)
    wanted = tuple(g for g in problem.goals if g.name not in ("stability", "tie"))
    best = solve(replace(problem, goals=wanted))
    assert best is not None
    assert best.values == tuple(goal.value for goal in found.points[-1].goals)


WISHED = replace(
    WORLD.but(wishes=["D1 1 county C1", "D2 1 station B2a"]),
    in_force=("L1 B1a", "L1 C2a", "D1 A1a", "D1 A2a", "D2 A2b"),
).ruled("goals", leaders=("tie",), departments=("coverage", "wishes", "tie"))
"""L1 keeps what it has. None of the departments' three is wished for: D1 has room for two in C1, D2
for B2a, so that each change can meet a first wish."""


def test_a_step_says_what_one_more_change_gains() -> None:
    found = curve(WISHED, "departments")
    wishes = [(one.changes, one.goals[1].value) for one in found.points]
    assert wishes == [(0, 0), (1, 3), (2, 6), (3, 9)]
    head, *steps = [sentence.text("en") for sentence in found.sentences()]
    assert head.startswith("departments: 3 in force, 0 must change at least; with 3 changes every")
    assert steps == [
        f"  one more change ({before} to {before + 1}): points of wishes met: 3 more"
        for before in (0, 1, 2)
    ]


def test_a_step_over_several_changes_says_from_where_to_where() -> None:
    # D1's pairings weigh 2 each: a wish of D2's comes first, at 1, then 3 and 5.
    lines = ("L1 B1a", "L1 C2a", "D1 A1a 2", "D1 A2a 2", "D2 A2b")
    found = curve(replace(WISHED, in_force=lines), "departments")
    assert [sentence.text("en") for sentence in found.sentences()][1:] == [
        "  one more change (0 to 1): points of wishes met: 3 more",
        "  changes from 1 to 3: points of wishes met: 3 more",
        "  changes from 3 to 5: points of wishes met: 3 more",
    ]


def test_a_plan_that_is_the_best_has_one_point_without_changes() -> None:
    made = plan(WORLD)
    for part in PARTS:
        found = exchange_curve(dataset(WORLD), WORLD.policy, 2019, made.pairs, part)
        assert [point.changes for point in found.points] == [0]
        (sentence,) = found.sentences()
        assert "then every goal is as good as without a limit" in sentence.text("en")


def test_the_frame_has_a_row_for_each_point_and_goal() -> None:
    frame = curve(WISHED, "departments").frame()
    assert frame.columns == ["part", "changes", "goal", "sense", "value", "bound", "status"]
    assert frame.filter(goal="wishes").rows() == [
        ("departments", changes, "wishes", "max", 3 * changes, 3 * changes, "settled")
        for changes in (0, 1, 2, 3)
    ]
