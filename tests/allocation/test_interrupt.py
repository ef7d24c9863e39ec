"""Work that nobody waits for any more is given up."""

import numpy as np
import pytest

from planner.allocation.interrupt import Unwanted, go_on, interruptible
from planner.allocation.problem import Problem
from planner.allocation.solve import solve
from tests.allocation.small import random_problem


def hard(seed: int) -> Problem:
    """Return a problem of several steps."""
    return random_problem(np.random.default_rng(seed), 3, 14, crossing=True)


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
