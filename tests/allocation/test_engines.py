"""The engines against slower and other ones, on random problems, for every goal in order."""

import numpy as np
import pytest

from planner.allocation.face import levels_of
from planner.allocation.nest import Order, nest_of
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import Engine, Solution, solve
from tests.allocation.highs import solve_by_highs
from tests.allocation.small import brute_force, random_problem
from tests.samples import seeds

Best = tuple[tuple[int, ...], IntArray] | None


def assert_same(mine: Solution | None, best: Best) -> bool:
    """Hold a solution against the best there is; return whether there is one at all."""
    if mine is None or best is None:
        assert mine is None
        assert best is None
        return False
    values, chosen = best
    assert mine.values == mine.bounds == values
    assert mine.chosen.tolist() == chosen.tolist()
    return True


def nested(some: Problem) -> bool:
    levels = levels_of(some)
    return nest_of(levels, Order(levels)) is not None


@pytest.mark.parametrize("engine", ["flow", "cpsat"])
@pytest.mark.parametrize("seed", seeds(2, 4))
def test_every_goal_of_a_tiny_nested_problem_is_as_by_brute_force(
    seed: int, engine: Engine
) -> None:
    solved = 0
    for number in range(25):
        some = random_problem(np.random.default_rng([seed, number]), 2, 6)
        assert nested(some)
        solved += assert_same(solve(some, engine), brute_force(some))
    assert solved > 0


@pytest.mark.parametrize("engine", [None, "cpsat"])
@pytest.mark.parametrize("seed", seeds(2, 4))
def test_every_goal_of_a_tiny_crossing_problem_is_as_by_brute_force(
    seed: int, engine: Engine | None
) -> None:
    solved = crossing = 0
    for number in range(20):
        some = random_problem(np.random.default_rng([seed, number]), 2, 6, crossing=True)
        crossing += not nested(some)
        solved += assert_same(solve(some, engine), brute_force(some))
    assert solved > 0
    assert crossing == 20


@pytest.mark.parametrize("seed", seeds(2, 4))
def test_options_in_many_groups_and_weights_below_nothing_are_as_by_brute_force(seed: int) -> None:
    solved = 0
    for number in range(20):
        some = random_problem(np.random.default_rng([seed, number]), 2, 6, days=3)
        solved += assert_same(solve(some), brute_force(some))
    assert solved > 0


@pytest.mark.parametrize("crossing", [False, True], ids=["nested", "crossing"])
@pytest.mark.parametrize("seed", seeds(2, 10))
def test_every_goal_of_a_middling_problem_is_as_by_a_second_solver(
    seed: int, crossing: bool
) -> None:
    solved = 0
    for number in range(11):
        days = 6 if crossing and number % 2 else 0
        rng = np.random.default_rng([seed, number])
        some = random_problem(rng, 3, 14, crossing=crossing, days=days)
        engine: Engine | None = "cpsat" if crossing else None
        solved += assert_same(solve(some, engine), solve_by_highs(some))
    assert solved > 0


@pytest.mark.parametrize("seed", range(4))
def test_both_engines_choose_the_same(seed: int) -> None:
    for number in range(10):
        some = random_problem(np.random.default_rng([seed, number]), 5, 24)
        flow, other = solve(some, "flow"), solve(some, "cpsat")
        assert (flow is None) is (other is None)
        if flow is not None and other is not None:
            assert flow.chosen.tolist() == other.chosen.tolist()
            assert flow.values == other.values
            assert (flow.engine, other.engine) == ("flow", "cpsat")


def test_the_order_of_the_options_does_not_matter() -> None:
    for seed in range(12):
        rng = np.random.default_rng(seed)
        some = random_problem(rng, 4, 16, crossing=seed % 2 == 1)
        order = rng.permutation(some.options)
        first, again = solve(some), solve(some.take(order))
        assert (first is None) is (again is None)
        if first is not None and again is not None:
            assert sorted(order[again.chosen].tolist()) == first.chosen.tolist()
            assert again.values == first.values
