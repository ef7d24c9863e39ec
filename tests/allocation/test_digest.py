"""A problem is told from others by its numbers, and what was solved of it is remembered."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from planner.allocation.digest import digest_of
from planner.allocation.interrupt import Unwanted, interruptible
from planner.allocation.problem import Count, Problem
from planner.allocation.solve import solve, solved
from tests.allocation.by_eye import problem, quota, steps, total
from tests.allocation.small import random_problem


def given() -> Problem:
    """Return one of two options for A and for B, made anew."""
    return problem(
        quota("unit", "AABB", 1, 1),
        quota("minutes", "AABB", 0, 6, [6, 3, 2, 1]),
        steps("even", "min", "mnmn", (1, 0), (1, 1)),
        total("gain", "max", [5, 4, 1, 3]),
    )


def with_quota(at: int, **figures: object) -> Problem:
    some = given()
    quotas = [*some.quotas]
    quotas[at] = replace(quotas[at], **figures)
    return replace(some, quotas=tuple(quotas))


def with_goal(at: int, **figures: object) -> Problem:
    some = given()
    goals = [*some.goals]
    goals[at] = replace(goals[at], **figures)
    return replace(some, goals=tuple(goals))


def with_count(**figures: object) -> Problem:
    count = given().goals[0].measure
    assert isinstance(count, Count)
    return with_goal(0, measure=replace(count, **figures))


CHANGES: dict[str, Callable[[], Problem]] = {
    "a group": lambda: with_quota(0, group=np.array([0, 1, 1, 1])),
    "a lower bound": lambda: with_quota(0, lower=np.array([1, 0])),
    "an upper bound": lambda: with_quota(1, upper=np.array([6, 5])),
    "a weight": lambda: with_quota(1, weight=np.array([6, 3, 2, 2])),
    "no weight": lambda: with_quota(1, weight=None),
    "a column": lambda: with_goal(1, measure=np.array([5, 4, 1, 2])),
    "a sense": lambda: with_goal(1, sense="min"),
    "a constant": lambda: with_goal(1, constant=1),
    "a count's group": lambda: with_count(group=np.array([0, 1, 1, 1])),
    "a step's width": lambda: with_count(step_width=np.array([1, 1, 1, 2])),
    "a step's value": lambda: with_count(step_value=np.array([0, 1, 0, 2])),
    "fewer quotas": lambda: replace(given(), quotas=given().quotas[:1]),
    "fewer goals": lambda: replace(given(), goals=given().goals[:1]),
    "goals in another order": lambda: replace(given(), goals=given().goals[::-1]),
}


def test_the_same_numbers_made_anew_are_the_same_problem() -> None:
    assert digest_of(given()) == digest_of(given())


def test_names_do_not_count() -> None:
    assert digest_of(with_quota(0, rule="another", axes=(("X", "Y"),))) == digest_of(given())


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_other_number_makes_another_problem(change: Callable[[], Problem]) -> None:
    assert digest_of(change()) != digest_of(given())


@pytest.mark.parametrize("seed", range(20))
def test_what_is_remembered_is_what_is_solved(seed: int) -> None:
    some, again = (random_problem(np.random.default_rng(seed), 3, 8) for _ in range(2))
    first, second, known = solve(some), solved(some), solved(again)
    assert second is known
    assert (first is None) == (known is None)
    if first is not None and known is not None:
        assert first.chosen.tolist() == known.chosen.tolist()
        assert (first.values, first.bounds) == (known.values, known.bounds)


def test_what_is_remembered_takes_no_work() -> None:
    known = solved(given())
    with interruptible(lambda: False):
        assert solved(given()) is known


def test_work_that_was_given_up_is_not_remembered() -> None:
    some = with_goal(1, measure=np.array([5, 4, 1, 7]))
    with interruptible(lambda: False), pytest.raises(Unwanted):
        solved(some)
    assert solved(some) is not None


def test_nobody_can_change_what_is_remembered() -> None:
    known = solved(given())
    assert known is not None
    with pytest.raises(ValueError, match="read-only"):
        known.chosen[0] = 1


def test_a_problem_that_was_solved_is_not_kept() -> None:
    some = random_problem(np.random.default_rng(99), 3, 8)
    group = weakref.ref(some.quotas[0].group)
    solved(some)
    del some
    gc.collect()
    assert group() is None
