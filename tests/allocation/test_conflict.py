"""Why there is no choice: bounds that can't hold together, and none too many."""

import numpy as np
import pytest

from planner.allocation.conflict import Bound, blame, minimal_conflict, possible
from planner.allocation.problem import Problem
from planner.errors import SolverError
from tests.allocation.by_eye import problem, quota, total
from tests.allocation.highs import possible_by_highs, solve_by_highs
from tests.allocation.small import random_problem
from tests.samples import seeds


def said(some: Problem) -> list[str]:
    """Return the conflict as `rule subject side amount`."""
    blames = [blame(some, bound) for bound in minimal_conflict(some).bounds]
    return sorted(f"{b.rule} {'/'.join(b.subject)} {b.side} {b.amount}" for b in blames)


def test_two_units_that_can_only_have_the_same_station() -> None:
    # C is well off with y and z, and is not named.
    some = problem(
        quota("unit", "ABCC", 1, 1), quota("station", "xxyz", 0, 1), total("gain", "max", [1] * 4)
    )
    assert said(some) == ["station x upper 1", "unit A lower 1", "unit B lower 1"]


def test_a_unit_that_asks_for_more_than_it_can_choose() -> None:
    some = problem(quota("unit", "AAB", 3, 3), total("gain", "max", [1] * 3))
    (only,) = said(some)
    assert only in ("unit A lower 3", "unit B lower 3")  # either is impossible alone


def test_a_county_that_is_full() -> None:
    # A and B need one each, both in county P, which takes one.
    some = problem(
        quota("unit", "AABB", 1, 2),
        quota("station", "wxyz", 0, 1),
        quota("county", "PPPP", 0, 1),
        total("gain", "max", [1] * 4),
    )
    assert said(some) == ["county P upper 1", "unit A lower 1", "unit B lower 1"]


def test_bounds_that_cut_across() -> None:
    # A must have one; by minutes it can have neither.
    some = problem(
        quota("unit", "AA", 1, 1),
        quota("minutes", "AA", 0, 5, weight=[6, 7]),
        total("gain", "max", [1, 1]),
    )
    assert said(some) == ["minutes A upper 5", "unit A lower 1"]


def test_a_problem_with_a_solution_has_no_conflict() -> None:
    some = problem(quota("unit", "AB", 1, 1), total("gain", "max", [1, 1]))
    with pytest.raises(ValueError, match="has a solution"):
        minimal_conflict(some)


def test_bounds_are_possible_or_not_whatever_the_others_say() -> None:
    some = problem(
        quota("unit", "AB", 1, 1), quota("station", "xx", 0, 1), total("gain", "max", [1, 1])
    )
    a, b, x = Bound(0, 0, "lower"), Bound(0, 1, "lower"), Bound(1, 0, "upper")
    assert not possible(some, [a, b, x])
    for pair in ([a, b], [a, x], [b, x]):
        assert possible(some, pair)


def test_what_no_search_tells_stays_and_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    # A and B must have one each, and by minutes neither can: the rows added up prove it.
    some = problem(
        quota("unit", "AABB", 1, 1),
        quota("minutes", "AABB", 0, 5, weight=[6, 7, 8, 9]),
        total("gain", "max", [1] * 4),
    )
    asked = list[int]()

    def silent(part: Problem, _: float) -> bool:
        asked.append(part.options)
        raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")

    monkeypatch.setattr("planner.allocation.conflict.feasible", silent)
    hasty = minimal_conflict(some, 1.0)
    kept = {(bound.quota, bound.group, bound.side) for bound in hasty.bounds}
    assert not hasty.minimal
    assert not possible_by_highs(some, kept)
    assert len(asked) == 1


def infeasible(crossing: bool, seed: int, wanted: int) -> list[Problem]:
    """Return so many random problems that a second solver finds no choice for."""
    found, rng = list[Problem](), np.random.default_rng([crossing, seed])
    while len(found) < wanted:
        some = random_problem(rng, 4, 4, crossing=crossing)
        if solve_by_highs(problem(*some.quotas, total("any", "min", [0] * some.options))) is None:
            found.append(some)
    return found


@pytest.mark.parametrize(("crossing", "wanted"), [(False, 22), (True, 14)])
@pytest.mark.parametrize("seed", seeds(1, 3))
def test_a_conflict_is_impossible_and_possible_without_any_one_of_its_bounds(
    seed: int, crossing: bool, wanted: int
) -> None:
    """Judged by a second solver, on 22 + 14 = 36 random problems; three times as many if long."""
    for some in infeasible(crossing, seed, wanted):
        found = {(b.quota, b.group, b.side) for b in minimal_conflict(some).bounds}
        assert found
        assert not possible_by_highs(some, set(found))
        for one in found:
            assert possible_by_highs(some, set(found - {one}))
