"""Whether blocks can take whole sets: held against every choice there is."""

import numpy as np

from planner.allocation.feasible import feasible, without_goals
from planner.allocation.matrix import System
from planner.allocation.packing import pack
from planner.allocation.problem import Problem
from tests.allocation.by_eye import problem, quota, total
from tests.allocation.small import allowed_choices, random_problem
from tests.allocation.tight import tight_problem

NOTHING = total("any", "min", [0, 0])


def packed(some: Problem) -> bool | None:
    """Return whether there is a choice, checked where there is one; None if not told."""
    some = without_goals(some)
    found = pack(some, System.of(some))
    if found is None or found.x is None:
        return None if found is None else False
    assert some.allows(np.flatnonzero(found.x))
    return True


def two_each(budget: int, last: int) -> Problem:
    """Return two units that have two of four stations each, of 1, 2, 3 and `last` minutes."""
    return problem(
        quota("unit", "AAAABBBB", 2, 2),
        quota("station", "wxyzwxyz", 0, 1),
        quota("minutes", "AAAABBBB", 0, budget, weight=[1, 2, 3, last] * 2),
        total("any", "min", [0] * 8),
    )


def test_whole_sets_fit_where_the_far_one_goes_with_the_near_one() -> None:
    assert packed(two_each(5, 4)) is True  # 1 + 4 and 2 + 3


def test_fractions_would_fit_and_whole_sets_do_not() -> None:
    # In all there are 10 minutes for 1 + 2 + 3 + 4, but of each unit's own 5 none can have 4 and 2.
    assert packed(two_each(4, 2)) is True  # 1 + 3 and 2 + 2
    assert packed(two_each(5, 5)) is False  # who has the 5 could have nothing else


def test_where_the_first_sets_come_from_changes_nothing_of_what_is_told() -> None:
    told = list[bool | None]()
    for seed in range(200):
        rng = np.random.default_rng(seed)
        some = without_goals(tight_problem(rng, 3, 5, int(rng.integers(2, 4)), alike=seed % 2 == 0))
        found = pack(some, System.of(some), rng.random(some.options) * (rng.random() < 0.8))
        told.append(None if found is None else found.x is not None)
        assert told[-1] in (None, len(allowed_choices(some)) > 0)
    assert (told.count(True), told.count(False)) > (60, 12)


def test_blocks_without_a_weight_are_not_looked_at() -> None:
    some = problem(quota("unit", "AB", 1, 1), NOTHING)
    assert pack(some, System.of(some)) is None


def test_what_is_told_is_true_of_tight_budgets() -> None:
    told = list[bool | None]()
    for seed in range(300):
        rng = np.random.default_rng(seed)
        some = tight_problem(rng, 3, 5, int(rng.integers(2, 4)), alike=seed % 2 == 0)
        told.append(packed(some))
        assert told[-1] in (None, len(allowed_choices(some)) > 0)
    assert (told.count(True), told.count(False)) > (100, 20)
    assert told.count(None) < 10


def test_problems_are_feasible_exactly_where_they_have_a_choice() -> None:
    told = list[bool]()
    for seed in range(200):
        rng = np.random.default_rng(seed)
        some = tight_problem(rng, 3, 5, 3) if seed % 2 else random_problem(rng, 4, 4, crossing=True)
        told.append(feasible(some))
        assert told[-1] == (len(allowed_choices(some)) > 0)
    assert set(told) == {True, False}


def test_where_every_station_is_full_nothing_can_be_asked_for() -> None:
    full = (quota("station", "xy", 0, 0), quota("county", "PP", 0, 1))
    minutes = quota("minutes", "AA", 0, 5, weight=[1, 2])
    assert not feasible(problem(quota("unit", "AA", 1, 1), *full, minutes, NOTHING))
    assert feasible(problem(quota("unit", "AA", 0, 1), *full, minutes, NOTHING))


def test_the_same_choice_is_packed_again() -> None:
    some = tight_problem(np.random.default_rng(1), 3, 5, 3)
    once, again = (pack(some, System.of(some)) for _ in range(2))
    assert once is not None
    assert again is not None
    assert np.array_equal(once.x, again.x)  # pyright: ignore[reportArgumentType]
