"""Sifting: few options at a time lead to what all of them together lead to."""

from collections.abc import Iterator

import numpy as np
import pytest

from planner.allocation import flow, sift
from planner.allocation.problem import Problem
from planner.allocation.solve import Solution, solve
from tests.allocation.by_eye import distinct, problem, quota, total
from tests.allocation.small import brute_force, random_problem


@pytest.fixture
def two_at_once() -> Iterator[None]:
    """Sift however few the options are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sift, "_AT_ONCE", 2)
        patch.setattr(sift, "_FEW", 0)
        yield


def all_at_once(some: Problem) -> Solution | None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flow, "sifted", lambda whole, *_: whole.cheapest())
        return solve(some, "flow")


@pytest.mark.usefixtures("two_at_once")
def test_the_best_is_found_though_it_is_not_seen_at_first() -> None:
    # A may have any one of six, each in some place; the fifth gains most.
    gain = total("gain", "max", [1, 2, 3, 1, 9, 5])
    solution = solve(problem(quota("unit", "AAAAAA", 1, 1), distinct("place", "aabbcc"), gain))
    assert solution is not None
    assert solution.chosen.tolist() == [4]
    assert solution.optimal


@pytest.mark.usefixtures("two_at_once")
@pytest.mark.parametrize("seed", range(60))
def test_sifted_problems_have_the_solution_and_the_proof_of_whole_ones(seed: int) -> None:
    some = random_problem(np.random.default_rng(seed), 6, 12)
    sifted, whole = solve(some, "flow"), all_at_once(some)
    assert (sifted is None) == (whole is None)
    if sifted is None or whole is None:
        return
    assert sifted.optimal
    assert sifted.values == whole.values
    for mine, theirs in zip(sifted.multipliers, whole.multipliers, strict=True):
        assert all(map(np.array_equal, mine.rows, theirs.rows))


@pytest.mark.usefixtures("two_at_once")
@pytest.mark.parametrize("seed", range(60))
def test_sifted_problems_have_the_best_values_there_are(seed: int) -> None:
    some = random_problem(np.random.default_rng(seed), 3, 4)
    sifted, best = solve(some, "flow"), brute_force(some)
    assert (None if sifted is None else sifted.values) == (None if best is None else best[0])


@pytest.mark.usefixtures("two_at_once")
def test_a_required_option_is_had_wherever_it_stands() -> None:
    some = problem(
        quota("unit", "AAAABBBB", 1, 2),
        quota("item", "wxyzwxyz", 0, 1),
        quota("pin", "......p.", 1, 1),
        total("gain", "max", [4, 3, 9, 1, 4, 3, 9, 1]),
    )
    solution = solve(some, "flow")
    assert solution is not None
    # B has y (option 6); with two each, all four items are had: 4 + 3 + 9 + 1.
    assert 6 in solution.chosen
    assert solution.values == (17,)


@pytest.mark.usefixtures("two_at_once")
def test_what_is_impossible_stays_so() -> None:
    # Three units that need one each, and two items.
    some = problem(
        quota("unit", "AABBCC", 1, 1), quota("item", "xyxyxy", 0, 1), total("gain", "max", [1] * 6)
    )
    assert solve(some, "flow") is None
