"""One problem tightens another where it only asks more of the same options for the same goals."""

from dataclasses import replace

import numpy as np

from planner.allocation.problem import Problem
from planner.allocation.solve import solve
from planner.allocation.tighter import tightens
from tests.allocation.by_eye import distinct, problem, quota, total
from tests.allocation.small import random_problem

WORTH = total("worth", "max", [3, 2, 1])
WIDE = problem(quota("unit", "AAB", 0, 2), WORTH)


def test_a_problem_tightens_itself() -> None:
    assert tightens(WIDE, WIDE)


def test_narrower_bounds_tighten_and_wider_ones_do_not() -> None:
    narrow = problem(quota("unit", "AAB", 1, 1), WORTH)
    assert tightens(narrow, WIDE)
    assert not tightens(WIDE, narrow)


def test_one_quota_more_tightens_and_one_less_does_not() -> None:
    more = problem(quota("unit", "AAB", 0, 2), quota("pin", "..x", 1, 1), WORTH)
    assert tightens(more, WIDE)
    assert not tightens(WIDE, more)


def test_other_groups_weights_or_options_are_another_problem() -> None:
    assert not tightens(problem(quota("unit", "ABB", 0, 2), WORTH), WIDE)
    assert not tightens(problem(quota("unit", "ABC", 0, 2), WORTH), WIDE)
    assert not tightens(problem(quota("unit", "AAB", 0, 2, weight=[1, 1, 2]), WORTH), WIDE)
    assert not tightens(WIDE.take(np.array([0, 1])), WIDE)


def test_other_goals_are_another_problem() -> None:
    units = quota("unit", "AAB", 0, 2)
    assert not tightens(problem(units, total("worth", "max", [3, 2, 2])), WIDE)
    assert not tightens(problem(units, total("worth", "min", [3, 2, 1])), WIDE)
    assert not tightens(problem(units, WORTH, distinct("units", "AAB")), WIDE)
    assert not tightens(problem(units, distinct("worth", "AAB")), WIDE)


def test_goals_that_count_the_same_are_the_same() -> None:
    units = quota("unit", "AAB", 0, 2)
    counted = problem(units, distinct("units", "AAB"))
    assert tightens(problem(units, distinct("units", "AAB")), counted)
    assert not tightens(problem(units, distinct("units", "ABB")), counted)


def tighter(rng: np.random.Generator, some: Problem) -> Problem:
    """Return the problem with some upper bounds lower by one."""
    quotas = [
        replace(q, upper=np.maximum(q.lower, q.upper - (rng.random(len(q.upper)) < 0.1)))
        for q in some.quotas
    ]
    return replace(some, quotas=tuple(quotas))


def test_a_best_choice_that_a_tighter_problem_allows_is_best_there_too() -> None:
    kept = 0
    for seed in range(120):
        rng = np.random.default_rng(seed)
        wide = random_problem(rng, 3, 5, crossing=seed % 3 == 0)
        narrow = tighter(rng, wide)
        best, again = solve(wide), solve(narrow)
        assert tightens(narrow, wide)
        if best is not None and narrow.allows(best.chosen):
            assert again is not None
            assert again.values == best.values
            kept += 1
    assert kept > 20
