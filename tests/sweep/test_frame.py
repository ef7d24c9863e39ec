"""One tidy frame: a row a scenario, each column of one plain type."""

import polars as pl

from planner.pairing.duty import PAIRING
from planner.policy import Policy
from planner.sweep.frame import frame_of
from planner.sweep.work import Outcome

FINE = Outcome("settled", {"leaders.coverage": 3, "departments.tie": 7}, 1, 2, {}, 0.25)
NONE = Outcome("infeasible", sentences={"zh": "无法安排", "en": "no plan"})


def test_columns_stand_in_order() -> None:
    frame = frame_of([("a", {"x": 1}, FINE)], PAIRING, Policy(), "zh")
    assert frame.columns[:5] == ["name", "x", "status", "sentence", "leaders.coverage"]
    assert frame.columns[-4:] == ["departments.tie", "changes", "new", "seconds"]
    assert frame.width == 4 + 6 + 8 + 3  # six goals of the leaders, eight of the departments


def test_a_scenario_without_a_plan_has_its_sentence_and_no_values() -> None:
    frame = frame_of([("a", {}, FINE), ("b", {}, NONE)], PAIRING, Policy(), "en")
    assert frame["sentence"].to_list() == [None, "no plan"]
    assert frame["leaders.coverage"].to_list() == [3, None]
    assert frame["changes"].to_list() == [1, None]


def test_the_sentence_is_in_the_language_asked_for() -> None:
    assert frame_of([("b", {}, NONE)], PAIRING, Policy(), "zh")["sentence"].to_list() == [
        "无法安排"
    ]


def test_an_axis_keeps_its_type_and_is_null_off_it() -> None:
    points = [{"flag": True}, {"number": 2}, {"text": "a"}, {"share": 0.5}, {}]
    frame = frame_of([("n", point, FINE) for point in points], PAIRING, Policy(), "zh")
    kinds = [frame.schema[name] for name in ("flag", "number", "text", "share")]
    assert kinds == [pl.Boolean, pl.Int64, pl.String, pl.Float64]
    assert frame["number"].to_list() == [None, 2, None, None, None]


def test_an_axis_of_lists_is_told_as_json() -> None:
    points = [{"goals": ["coverage", "tie"]}, {"goals": []}, {}]
    frame = frame_of([("n", point, FINE) for point in points], PAIRING, Policy(), "zh")
    assert frame["goals"].to_list() == ['["coverage", "tie"]', "[]", None]


def test_an_axis_of_mixed_values_is_told_as_json() -> None:
    frame = frame_of([("n", {"x": value}, FINE) for value in (True, 2)], PAIRING, Policy(), "zh")
    assert frame["x"].to_list() == ["true", "2"]


def test_goals_that_only_some_scenarios_have_are_columns_too() -> None:
    odd = Outcome("settled", {"leaders.stability": 4})
    frame = frame_of([("a", {}, FINE), ("b", {}, odd)], PAIRING, Policy(), "zh")
    assert frame["leaders.stability"].to_list() == [None, 4]
