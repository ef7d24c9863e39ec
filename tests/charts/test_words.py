"""Every goal has the words that a chart needs."""

from planner.charts.theme import GOALS
from planner.policy import Policy
from planner.words.charts import CHARTS


def test_every_goal_has_an_axis_and_a_colour() -> None:
    goals = Policy().goals
    assert {*goals.leaders, *goals.departments} - {"tie"} <= {*GOALS}
    assert all(f"axis.{goal}" in CHARTS for goal in GOALS)
