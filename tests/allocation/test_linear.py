"""The linear relaxation: its vertex and its multipliers, believed only as far as they re-add."""

from fractions import Fraction

import numpy as np
import pytest

from planner.allocation.face import cost_of
from planner.allocation.linear import Relaxed, relax
from planner.allocation.matrix import System, columns_of
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import solve
from tests.allocation.by_eye import problem, quota, total
from tests.allocation.small import brute_force, random_problem

# Of three options any two exclude each other: one can be chosen, though halves come to 1½.
TRIANGLE = problem(
    quota("ab", "xx.", 0, 1),
    quota("bc", ".xx", 0, 1),
    quota("ca", "x.x", 0, 1),
    total("gain", "max", [1, 1, 1]),
)


def relaxed(some: Problem) -> tuple[System, IntArray, Relaxed]:
    system, cost = System.of(some), columns_of(cost_of(some, some.goals[0]))
    found = relax(system, cost)
    assert found is not None
    return system, cost, found


def test_an_integral_vertex_and_its_prices_add_up_to_the_value() -> None:
    some = problem(
        quota("unit", "AABB", 1, 1), quota("item", "xyxy", 0, 1), total("gain", "max", [5, 1, 1, 2])
    )
    system, cost, found = relaxed(some)
    assert found.vertex is not None
    assert found.vertex.tolist() == [1, 0, 0, 1]
    scaled = system.floor(system.prices(cost, found.rows, found.scale), found.rows)
    assert scaled == -7 * found.scale


def test_a_vertex_of_halves_is_no_choice_but_proves_a_bound() -> None:
    system, cost, found = relaxed(TRIANGLE)
    assert found.vertex is None
    scaled = system.floor(system.prices(cost, found.rows, found.scale), found.rows)
    assert 2 * scaled == -3 * found.scale  # 1½ at most, so 1


@pytest.mark.parametrize("number", range(20))
def test_presolve_changes_nothing_of_the_bound(number: int) -> None:
    some = random_problem(np.random.default_rng(number), 6, 12, crossing=True)
    system, cost = System.of(some), columns_of(cost_of(some, some.goals[0]))
    with_it, without = relax(system, cost), relax(system, cost, presolve=False)
    assert (with_it is None) == (without is None)
    if with_it is not None and without is not None:
        first, second = (
            Fraction(system.floor(system.prices(cost, x.rows, x.scale), x.rows), x.scale)
            for x in (with_it, without)
        )
        assert first == second


def test_a_system_that_nothing_satisfies_has_no_relaxation() -> None:
    some = problem(
        quota("unit", "AB", 1, 1), quota("item", "xx", 0, 1), total("gain", "max", [1, 1])
    )
    assert relax(System.of(some), np.zeros(2, np.int64)) is None


def test_what_the_relaxation_leaves_open_is_searched() -> None:
    solution = solve(TRIANGLE)
    assert solution is not None
    assert (solution.values, solution.bounds, solution.provers) == ((1,), (1,), ("CP-SAT",))
    assert not solution.multipliers


def test_the_relaxation_is_never_worse_than_the_best_choice() -> None:
    for seed in range(25):
        some = random_problem(np.random.default_rng(seed), 2, 4, crossing=True)
        best = brute_force(some)
        if best is not None:
            system, cost, found = relaxed(some)
            scaled = system.floor(system.prices(cost, found.rows, found.scale), found.rows)
            # The first goal is the number of options, to make large: its cost is its negative.
            assert scaled <= -best[0][0] * found.scale
