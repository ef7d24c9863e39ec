"""Work that nobody waits for any more is given up."""

import numpy as np
import pytest

from planner.allocation.blocks import Block
from planner.allocation.interrupt import Unwanted, go_on, interruptible
from planner.allocation.problem import Problem
from planner.allocation.solve import solve
from tests.allocation.tight import tight_problem


def hard(seed: int) -> Problem:
    """Return a problem of several steps; each test has its own, as what is solved is remembered."""
    return tight_problem(np.random.default_rng(seed), units=4, items=12, most=3)


def test_work_goes_on_where_nobody_can_give_it_up() -> None:
    go_on()


def test_work_goes_on_while_it_is_wanted() -> None:
    with interruptible(lambda: True):
        assert solve(hard(3)) is not None


def test_the_engine_gives_up_what_is_not_wanted() -> None:
    with interruptible(lambda: False), pytest.raises(Unwanted):
        solve(hard(4))


def test_every_step_asks_again() -> None:
    asked = iter([True, True, True, False])
    with interruptible(lambda: next(asked)), pytest.raises(Unwanted):
        solve(hard(5))
    assert next(asked, None) is None


def test_what_follows_is_not_given_up() -> None:
    with pytest.raises(Unwanted), interruptible(lambda: False):
        go_on()
    go_on()


def test_sets_are_not_looked_for_any_more_block_by_block() -> None:
    one_of_two = Block(np.arange(2), np.ones((1, 2), np.int64), np.array([1]), np.array([1]))
    with interruptible(lambda: False), pytest.raises(Unwanted):
        one_of_two.best(np.array([3, 4]), 1)
    with interruptible(lambda: False), pytest.raises(Unwanted):
        one_of_two.within(np.array([3, 4]), 4, 2)
