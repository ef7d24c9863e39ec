"""Every goal's change, in order."""

from typing import Any

import polars as pl

from planner.comparison.goals import goals as goals_of
from planner.comparison.sides import side
from planner.pairing.plan import Plan
from planner.plans.claims import GoalResult
from tests.comparison.small import goal, plan

COLUMNS = ("goal", "before", "after", "difference", "better", "first")


def goals(before: Plan, after: Plan) -> pl.DataFrame:
    """Return the frame of goals of two plans made from the same input."""
    return goals_of(side(before, "1"), side(after, "2"))[0]


def table(before: list[GoalResult], after: list[GoalResult]) -> list[tuple[Any, ...]]:
    """Return goal, before, after, difference, better, first."""
    return goals(plan(goals=before), plan(goals=after)).select(COLUMNS).rows()


def test_the_first_goal_that_differs_is_marked() -> None:
    before = [goal("coverage", 3), goal("balance", 1, sense="min"), goal("need", 50)]
    after = [goal("coverage", 3), goal("balance", 0, sense="min"), goal("need", 40)]
    assert table(before, after) == [
        ("coverage", 3, 3, 0, None, False),
        ("balance", 1, 0, -1, True, True),
        ("need", 50, 40, -10, False, False),
    ]


def test_a_hash_is_neither_better_nor_worse() -> None:
    (row,) = table([goal("tie", 5, sense="min")], [goal("tie", 4, sense="min")])
    assert row == ("tie", 5, 4, -1, None, True)


def test_a_goal_that_one_plan_lacks_has_no_difference_and_stands_in_its_place() -> None:
    before = [goal("coverage", 3), goal("wishes", 5), goal("travel", 60, sense="min")]
    after = [goal("coverage", 3), goal("need", 9), goal("travel", 50, sense="min")]
    assert table(before, after) == [
        ("coverage", 3, 3, 0, None, False),
        ("need", None, 9, None, None, False),
        ("wishes", 5, None, None, None, False),
        ("travel", 60, 50, -10, True, True),
    ]


def test_a_value_of_nothing_is_a_value() -> None:
    assert table([goal("wishes", 0)], [goal("wishes", 0)]) == [("wishes", 0, 0, 0, None, False)]


def test_a_value_that_does_not_meet_its_bound_is_said() -> None:
    frame = goals(plan(goals=[goal("need", 40, bound=50)]), plan(goals=[goal("need", 40)]))
    assert frame["settled"].to_list() == [False]


def test_a_part_that_one_plan_lacks_has_its_goals_still() -> None:
    frame = goals(plan(), plan(goals=[goal("need", 40)]))
    assert frame.select("part", "before", "after").rows() == [("departments", None, 40)]
