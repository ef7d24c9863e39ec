"""Quota and check of every rule say the same: of every possible plan of random tiny years."""

from typing import Any

import numpy as np
import pytest

from planner.plans.verify import failures
from planner.postings.training.make import make_training
from planner.postings.training.problem import Problems
from tests.postings.tiny import broken, case_of, every_plan, plan_rows, random_year

SEEDS = range(20)
FEW = range(10)
MANY = range(20, 220)


def options_of(problems: Problems, chosen: np.ndarray[Any, Any]) -> list[tuple[int, int]]:
    options = problems.options
    return [(int(options.departure[at]), int(options.station[at])) for at in chosen]


@pytest.mark.parametrize("seed", FEW)
def test_the_problem_allows_a_plan_where_the_audit_is_clean_and_only_there(seed: int) -> None:
    rows, figures = random_year(seed)
    problems = Problems(case_of(rows, figures))
    for chosen in every_plan(len(problems.options), 3):
        plan = plan_rows(problems.case, options_of(problems, chosen))
        assert problems.joint.allows(chosen) == (broken(rows, figures, plan) == []), (
            plan, broken(rows, figures, plan),
        )  # fmt: skip


def best(problems: Problems) -> tuple[int, ...] | None:
    """Return the best values of any plan, goals in order, by looking at every one."""
    problem, found = problems.joint, None
    for chosen in every_plan(len(problems.options), 4):
        if problem.allows(chosen):
            values = tuple(goal.value(chosen) for goal in problem.goals)
            better = [
                v if g.sense == "min" else -v for v, g in zip(values, problem.goals, strict=True)
            ]
            if found is None or better < found[0]:
                found = (better, values)
    return None if found is None else found[1]


def agree(seed: int) -> None:
    rows, figures = random_year(seed)
    case = case_of(rows, figures)
    staged, joint = make_training(case), make_training(case, staged=False)
    expected = best(Problems(case))
    if expected is None:
        assert staged is None
        assert joint is None
        return
    assert staged is not None
    assert joint is not None
    assert tuple(goal.value for goal in staged.claims.goals) == expected
    assert tuple(goal.value for goal in joint.claims.goals) == expected
    assert staged.chosen.tolist() == joint.chosen.tolist()
    if staged.staged:
        options = staged.problems.options
        departures = np.unique(options.departure[staged.chosen])
        chosen = np.r_[departures, len(case.departures) + staged.chosen]
        assert failures(staged.problems.whole, chosen, staged.claims.goals) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_staged_and_joint_are_the_best_of_every_plan(seed: int) -> None:
    agree(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", MANY)
def test_staged_and_joint_are_the_best_of_every_plan_of_many_years(seed: int) -> None:
    agree(seed)
