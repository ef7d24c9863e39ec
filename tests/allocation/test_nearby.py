"""A choice near another: only who breaks a budget chooses anew."""

from planner.allocation.budget import Budget
from planner.allocation.matrix import System
from planner.allocation.nearby import nearby
from tests.allocation.by_eye import array, problem, quota, total

BUDGET = Budget.of(None, 1.0)


def chosen_near(near: list[int], budget: int) -> list[int] | None:
    """Return what is chosen near some of A's three options and B's two: 6, 3, 2 and 4, 1 minutes.

    Each takes one; the cost of the options is 0, 1, 2, 3, 4.
    """
    some = problem(
        quota("unit", "AAABB", 1, 1),
        quota("minutes", "AAABB", 0, budget, [6, 3, 2, 4, 1]),
        total("cost", "min", [0, 1, 2, 3, 4]),
    )
    cost = array([0, 1, 2, 3, 4])
    x = nearby(some, System.of(some), array(near), cost, BUDGET)
    return None if x is None else x.tolist()


def test_who_keeps_the_budget_keeps_the_choice() -> None:
    assert chosen_near([1, 0, 0, 0, 1], budget=5) == [0, 1, 0, 0, 1]


def test_of_what_could_take_the_place_the_best_for_the_next_goal_does() -> None:
    assert chosen_near([1, 0, 0, 1, 0], budget=2) == [0, 0, 1, 0, 1]
    assert chosen_near([1, 0, 0, 1, 0], budget=3) == [0, 1, 0, 0, 1]


def test_there_is_none_where_what_is_kept_leaves_no_room() -> None:
    # B keeps the minute it has, and for A there is nothing of one minute.
    assert chosen_near([1, 0, 0, 0, 1], budget=1) is None
