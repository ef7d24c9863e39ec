"""Systems over whole sets, and the rows in them that matter."""

import numpy as np

from planner.allocation.matrix import System
from planner.allocation.packing import yielding
from planner.allocation.problem import IntArray, Problem
from planner.allocation.sets import Sets
from planner.allocation.split import Split, blocks_of, shared_by
from tests.allocation.by_eye import problem, quota, total

PAIRS = [np.array([[-1, 0, 1], [-1, 0, 2], [-1, 1, 2]]), np.array([[-1, 4, 5], [-1, 3, 5]])]
"""Sets of two units' stations x, y, z: xy, xz, yz for A (columns 0 to 2), yz, xz for B."""


def pool_of(some: Problem) -> tuple[Sets, IntArray]:
    """Return the pool of those sets, whose shared rows yield, and what its columns cost."""
    system = System.of(some)
    blocks = blocks_of(some, system)
    assert blocks is not None
    wide, cost = yielding(system, shared_by(system, blocks)[0])
    pool = Sets.of(Split.of(wide, blocks), PAIRS)
    return pool, pool.cost(cost)


def two_units(most_of_county: int) -> Problem:
    """Return two units with two stations each; x and y are of a county, and shared as is z."""
    return problem(
        quota("unit", "AAABBB", 2, 2),
        quota("county", "cc.cc.", 0, most_of_county),
        quota("station", "xyzxyz", 0, 2),
        quota("minutes", "AAABBB", 0, 9, weight=[1, 2, 3] * 2),
        total("any", "min", [0] * 6),
    )


def rules(pool: Sets) -> list[int]:
    """Return the shared rows that still have entries: 2 is the county's, 3 to 5 the stations'."""
    row = pool.system.row
    return pool.shared[np.unique(row[row < len(pool.shared)])].tolist()


def test_a_row_that_no_choice_of_sets_can_break_is_left_out() -> None:
    pool, cost = pool_of(two_units(most_of_county=3))
    assert rules(pool) == [2, 3, 4, 5]
    # A has two of the county at most and B one: 3 in all. A station has two places.
    assert rules(pool.binding(cost)) == []


def test_a_row_that_some_choice_of_sets_breaks_stays() -> None:
    pool, cost = pool_of(two_units(most_of_county=2))
    assert rules(pool.binding(cost)) == [2]


def test_what_makes_up_for_a_row_that_is_left_out_is_closed() -> None:
    pool, cost = pool_of(two_units(most_of_county=3))
    # Of single options there are four in the county.
    assert (pool.system.upper[cost > 0] > 0).tolist() == [True]
    assert (pool.binding(cost).system.upper[cost > 0] > 0).tolist() == [False]


def test_only_a_row_that_can_be_broken_has_what_makes_up_for_it() -> None:
    system = System.of(problem(quota("unit", "AA", 1, 3), total("any", "min", [0, 0])))
    wide, cost = yielding(system, np.array([0]))
    assert cost.tolist() == [0, 0, 1]  # A may have none; more than three it never has.
    assert wide.value.tolist() == [1, 1, 1]
