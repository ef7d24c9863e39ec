"""What a summary claims of a goal: its place in the order, its sense, its bound, its status."""

from typing import Any

import pytest

from planner.audit.claims import GOALS as NAMES
from planner.audit.claims import Part
from planner.audit.goals import GOALS
from tests.audit.world import CHANGED, PLAN, WORLD, audited, claimed, violations

MAX = [goal for goal, (sense, _) in GOALS.items() if sense == "max"]
MIN = [goal for goal, (sense, _) in GOALS.items() if sense == "min"]


def told(goals: list[str], rule: str, status: str = "optimal", part: int = 0) -> list[str]:
    """Return what is broken of a goal when the summary lists the leaders' goals so."""
    summary = WORLD.summary("leaders", "departments")
    claims = {claim["goal"]: claim for claim in summary["plans"][part]["goals"]}
    extra = {"goal": "fit", "sense": "max", "value": 0, "bound": 0}
    summary["plans"][part] |= {
        "goals": [claims.get(goal, extra) for goal in goals],
        "status": status,
    }
    return violations(rule, audited(WORLD, PLAN, summary))


def test_every_goal_of_the_rulebook_has_a_value() -> None:
    assert tuple(GOALS) == NAMES


def part_of(goal: str) -> Part:
    """Return a part that has a goal."""
    return "leaders" if goal == "displaced" else "departments"


def test_fewer_is_better_for_changes_and_ways_and_the_tie_alone() -> None:
    assert MIN == ["balance", "stability", "displaced", "travel", "tie"]


@pytest.mark.parametrize("goal", NAMES)
def test_the_sense_of_a_goal_is_the_rulebook_s(goal: str) -> None:
    sense = GOALS[goal][0]
    other, part = "min" if sense == "max" else "max", part_of(goal)
    assert claimed(part, goal, CHANGED, sense=other) == [
        f"1 part={part} sense={other} expected={sense}"
    ]


@pytest.mark.parametrize(("goals", "beyond"), [(MAX, -1), (MIN, 1)])
def test_no_bound_lies_on_the_wrong_side_of_its_value(goals: list[str], beyond: int) -> None:
    for goal in goals:
        part = part_of(goal)
        value = GOALS[goal][1](CHANGED.case(), part)
        shown = f"value={value} bound={value + beyond}"
        assert claimed(part, goal, CHANGED, bound=value + beyond) == [
            f"1 part={part} status=optimal {shown}"
        ]


@pytest.mark.parametrize(("goals", "beyond"), [(MAX, 3), (MIN, -3)])
def test_a_plan_with_an_open_bound_is_not_called_optimal(goals: list[str], beyond: int) -> None:
    for goal in goals:
        part = part_of(goal)
        value = GOALS[goal][1](CHANGED.case(), part)
        shown = f"value={value} bound={value + beyond}"
        assert claimed(part, goal, CHANGED, bound=value + beyond) == [
            f"3 part={part} status=optimal {shown}"
        ]


def feasible(**change: Any) -> list[str]:
    summary = WORLD.summary("leaders")
    summary["plans"][0]["status"] = "feasible"
    summary["plans"][0]["goals"][0] |= change
    return violations("coverage", audited(WORLD, PLAN, summary))


def test_a_plan_called_feasible_may_have_an_open_bound() -> None:
    assert feasible(value=2, bound=3) == []
    assert feasible(value=2, bound=2) == []
    assert feasible(value=2, bound=1) == ["1 part=leaders status=feasible value=2 bound=1"]


def test_the_values_of_a_feasible_plan_are_true_as_well() -> None:
    assert feasible(value=3, bound=3) == ["1 part=leaders value=3 expected=2"]


LISTED = ["coverage", "balance", "counties", "need", "travel", "tie"]


def test_goals_stand_in_the_policy_s_order() -> None:
    assert told(LISTED, "need") == []
    swapped = ["coverage", "balance", "need", "counties", "travel", "tie"]
    assert told(swapped, "need") == ["1 part=leaders turn=2 expected=3"]
    assert told(swapped, "counties") == ["1 part=leaders turn=3 expected=2"]
    assert told(swapped, "travel") == []


def test_a_goal_of_the_policy_is_not_left_out() -> None:
    without = [goal for goal in LISTED if goal != "balance"]
    assert told(without, "balance") == ["1 part=leaders listed=0 expected=1"]
    assert told(without, "need") == []


def test_a_goal_the_policy_does_not_have_is_not_listed() -> None:
    assert told([*LISTED, "fit"], "fit") == ["1 part=leaders listed=1 expected=0"]


def test_a_goal_is_listed_once() -> None:
    assert told([*LISTED, "need"], "need") == ["1 part=leaders listed=2 expected=1"]


def test_only_the_plans_the_summary_lists_are_judged_by_their_goals() -> None:
    summary = WORLD.summary("leaders")
    shown = {one.rule: one.witness for one in audited(WORLD, PLAN, summary)}
    assert shown["coverage"] == "leaders=2"
