"""A choice soon: near the best one under the quotas that nest."""

from dataclasses import replace

import numpy as np

from planner.allocation.leaning import leaning
from planner.allocation.problem import Problem
from planner.allocation.solve import Solution, solve
from planner.allocation.soon import as_found, best_first, light, nested_best, soon
from tests.allocation.by_eye import problem, quota, steps, total
from tests.allocation.tight import tight_problem


def one_of_each(budget: int) -> Problem:
    """Return a problem of one of two options for A and for B, which take 6, 3, 2 and 1 minutes."""
    return problem(
        quota("unit", "AABB", 1, 1),
        quota("minutes", "AABB", 0, budget, [6, 3, 2, 1]),
        steps("even", "min", "mnmn", (1, 0), (1, 1)),
        total("gain", "max", [5, 4, 1, 3]),
    )


def near(some: Problem) -> Solution | None:
    """Return a choice near the best one under the quotas that nest."""
    best = nested_best(some)
    return None if best is None else soon(some, best)


def test_it_is_the_best_choice_where_that_keeps_all_quotas() -> None:
    solution = near(one_of_each(6))
    assert solution is not None
    assert (solution.chosen.tolist(), solution.values, solution.bounds) == ([0, 3], (0, 8), (0, 8))


def test_who_breaks_a_quota_chooses_anew_so_that_an_even_spread_stays() -> None:
    some = problem(
        quota("unit", "AAAB", 1, 1),
        quota("minutes", "AAAB", 0, 5, [6, 1, 3, 2]),
        steps("even", "min", "mnmn", (1, 0), (1, 1)),
        total("gain", "max", [9, 1, 1, 1]),
    )
    solution = near(some)
    assert solution is not None
    assert (solution.chosen.tolist(), solution.values) == ([2, 3], (0, 2))


def test_a_bound_is_never_passed_by_the_best_choice() -> None:
    some = one_of_each(5)
    best = solve(some)
    assert best is not None
    early = as_found(some, np.array([1, 3]))
    assert early.values == (1, 7)
    assert early.bounds[0] <= best.values[0]
    assert early.bounds[1] >= best.values[1]
    assert early.provers == ("none", "none")


def test_there_is_no_best_one_where_no_choice_keeps_the_quotas_that_nest() -> None:
    assert nested_best(problem(quota("unit", "AAB", 2, 2), total("gain", "max", [1, 1, 1]))) is None


def test_there_is_none_where_nothing_keeps_the_others() -> None:
    assert near(one_of_each(0)) is None


def test_where_a_quota_that_counts_breaks_nothing_is_near() -> None:
    # The best choice is options 0 and 2, both within the minutes; yet both that are far have to be
    # taken.
    some = problem(
        quota("unit", "AABB", 1, 1),
        quota("minutes", "AABB", 0, 9, weight=[1, 2, 1, 1]),
        quota("hard", ".hh.", 1, 9),
        quota("far", ".f.f", 2, 9),
        total("gain", "max", [5, 1, 3, 1]),
    )
    assert near(some) is None


def test_it_keeps_every_quota() -> None:
    found = 0
    for seed in range(40):
        some = tight_problem(np.random.default_rng(seed), units=3, items=8, most=2)
        early, best = near(some), solve(some)
        if early is not None:
            assert best is not None
            assert some.allows(early.chosen)
            assert early.values == tuple(goal.value(early.chosen) for goal in some.goals)
            assert early.values != best.values or early.chosen.tolist() == best.chosen.tolist()
            found += 1
    assert found > 20


def test_the_first_goal_is_as_good_as_the_quotas_that_nest_allow() -> None:
    assert best_first(one_of_each(6)) == 0
    assert best_first(problem(quota("unit", "AAB", 2, 2), total("gain", "max", [1, 1, 1]))) is None


def test_a_light_choice_keeps_every_quota_where_who_weighs_too_much_chooses_anew() -> None:
    found = anew = 0
    for seed in range(120):
        rng = np.random.default_rng(seed)
        some = tight_problem(rng, units=4, items=12, most=3)
        *others, hard = some.quotas
        hard = replace(hard, lower=rng.integers(2, 8, size=1))
        some = replace(some, quotas=(*others, hard))
        chosen = light(some)
        if chosen is not None:
            assert some.allows(chosen)
            found += 1
            leant = leaning(some)
            anew += leant is not None and not some.allows(leant)
    assert found > 20
    assert anew > 5
