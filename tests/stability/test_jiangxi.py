"""The example in mid-year: stations close, and the plan in force is made again."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

import planner
from planner.allocation.build import between
from planner.allocation.problem import OUTSIDE, Problem
from planner.allocation.solve import Solution, solve
from planner.dataset import Dataset, read_dataset
from planner.pairing.case import Case, case_of
from planner.pairing.curve import exchange_curve
from planner.pairing.field import field_of
from planner.pairing.in_force import put_in_force
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.pairing.problem import problem_of
from planner.policy import Policy
from planner.scenario import Scenario

DATA = Path(planner.__file__).parents[1] / "data" / "jiangxi"
CLOSURES = ((3,), (40,), (0, 12, 30, 33, 50))
"""Rows of the plan in force whose stations close: a leader's, a department's, five."""


@cache
def baseline() -> tuple[Dataset, Plan]:
    dataset = read_dataset(DATA)
    return dataset, make_plan(dataset, Policy(), 2019)


@cache
def closed(rows: tuple[int, ...]) -> tuple[Dataset, Plan]:
    """Return the example after stations of its plan have closed, and the plan made again."""
    dataset, plan = baseline()
    stations = [plan.pairs["station_id"][row] for row in rows]
    changed, _ = Scenario("closed", {"stations": {"remove": stations}}).apply(dataset, Policy())
    return changed, make_plan(changed, Policy(), 2019, in_force=plan.pairs)


def departments(dataset: Dataset, made: Plan) -> Case:
    """Return the departments' case around the leaders' plan as made."""
    _, plan = baseline()
    tables = put_in_force(dataset, plan.pairs, 2019)
    around = made.of("leaders")["station_id"].to_list()
    field = field_of(tables, Policy(), 2019)
    return case_of(tables, Policy(), 2019, "departments", field, around)


def within(problem: Problem, case: Case, goals: list[str], changes: int) -> Solution | None:
    """Return the best choice for some goals with at most so many pairings changed."""
    assert case.in_force is not None
    group = np.where(case.kept > 0, 0, OUTSIDE)
    least, all_ = case.in_force - changes, int(case.kept.sum())
    if least > all_:
        return None
    wanted = tuple(goal for goal in problem.goals if goal.name in goals)
    kept = between("kept", group, (("kept",),), least, all_)
    return solve(replace(problem, goals=wanted, quotas=(*problem.quotas, kept)))


@pytest.mark.parametrize("rows", CLOSURES)
def test_no_plan_as_good_before_changes_fewer_pairings(rows: tuple[int, ...]) -> None:
    dataset, made = closed(rows)
    for part in made.parts:
        assert part.status == "optimal"
    values = {goal.goal: goal.value for goal in made.parts[1].goals}
    case = departments(dataset, made)
    fewer = within(problem_of(case), case, ["coverage", "balance"], values["stability"] - 1)
    assert fewer is None or fewer.values != (values["coverage"], values["balance"])


@pytest.mark.parametrize("rows", CLOSURES)
def test_the_changes_counted_are_the_pairings_that_are_gone(rows: tuple[int, ...]) -> None:
    _, plan = baseline()
    _, made = closed(rows)
    pairs = [set(one.pairs.select("unit_id", "station_id").rows()) for one in (plan, made)]
    counted = [goal.value for part in made.parts for goal in part.goals if goal.goal == "stability"]
    assert sum(counted) == len(pairs[0] - pairs[1])


@pytest.mark.parametrize("rows", CLOSURES)
def test_each_point_of_the_curve_is_what_solving_with_that_limit_gives(
    rows: tuple[int, ...],
) -> None:
    _, plan = baseline()
    dataset, made = closed(rows)
    curve = exchange_curve(dataset, Policy(), 2019, plan.pairs, "departments")
    assert curve.settled
    case = departments(dataset, made)
    problem = problem_of(case)
    goals = [goal.goal for goal in curve.points[0].goals]
    for changes in range(curve.points[-1].changes + 2):
        again, point = within(problem, case, goals, changes), curve.at(changes)
        assert (again is None) == (point is None)
        if again is not None and point is not None:
            assert again.values == tuple(goal.value for goal in point.goals)
