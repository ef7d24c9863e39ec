"""A summary that is not of the form it should have is bad input, every field of it told."""

import re
from typing import Any

import pytest

from planner.audit.claims import GoalClaim, PlanClaim, read_claims
from planner.errors import InputError
from tests.audit.world import WORLD

GOALS = "coverage|balance|stability|displaced|counties|wishes|need|fit|travel|tie"
MISSING = ["year is null; expected int", "plans is null; expected […]"]
GOOD = {"goal": "coverage", "sense": "max", "value": 2, "bound": 3}


def faults(summary: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_claims(summary)
    assert caught.value.text("zh").count("\n") == caught.value.text("en").count("\n")
    return [re.sub("^summary.json: ", "", line) for line in caught.value.text("en").split("\n")]


def with_goal(**change: Any) -> dict[str, Any]:
    plan = {"part": "leaders", "status": "feasible", "goals": [GOOD | change]}
    return {"year": 2019, "plans": [plan]}


def test_a_summary_becomes_claims() -> None:
    claims = read_claims(with_goal())
    goal = GoalClaim("coverage", "max", 2, 3)
    assert claims.year == 2019
    assert claims.plans == (PlanClaim("leaders", "feasible", (goal,)),)
    assert claims.plan("leaders") == claims.plans[0]
    assert claims.plan("departments") is None


def test_what_else_a_summary_has_is_left_alone() -> None:
    summary = WORLD.summary("leaders") | {"inputs": {}, "policy": "", "versions": {}}
    summary["plans"][0]["engine"] = "flow"
    assert len(read_claims(summary).plans[0].goals) == 6


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        (7, ["/ is 7; expected {…}", *MISSING]),
        ([], ["/ is […]; expected {…}", *MISSING]),
        ({"year": 2019, "plans": {}}, ["plans is {…}; expected […]"]),
        ({"year": "2019", "plans": []}, ['year is "2019"; expected int']),
        ({"year": True, "plans": []}, ["year is true; expected int"]),
        ({"year": 2019.0, "plans": []}, ["year is 2019.0; expected int"]),
        (with_goal(goal="comfort"), [f'plans[0].goals[0].goal is "comfort"; expected {GOALS}']),
        (with_goal(sense="up"), ['plans[0].goals[0].sense is "up"; expected max|min']),
        (with_goal(value=None), ["plans[0].goals[0].value is null; expected int"]),
        (with_goal(bound=2**63), [f"plans[0].goals[0].bound is {2**63}; expected int"]),
    ],
)  # fmt: skip
def test_a_wrong_field_is_told_with_its_place(summary: Any, told: list[str]) -> None:
    assert faults(summary) == told


def test_every_fault_is_told_at_once() -> None:
    plan = {"part": "chiefs", "status": "perfect", "goals": [GOOD | {"value": "2"}, 7]}
    found = faults({"year": 2019, "plans": [plan]})
    assert found[:4] == [
        'plans[0].part is "chiefs"; expected leaders|departments',
        'plans[0].status is "perfect"; expected optimal|feasible',
        'plans[0].goals[0].value is "2"; expected int',
        "plans[0].goals[1] is 7; expected {…}",
    ]


def test_a_part_is_listed_once() -> None:
    summary = WORLD.summary("leaders", "leaders")
    assert faults(summary) == ["plans is leaders,leaders; expected leaders,departments"]


def test_a_long_value_is_cut_short() -> None:
    assert len(faults(with_goal(goal="x" * 10_000))[0]) < 200


def test_a_deep_value_is_not_repeated() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert faults({"year": deep, "plans": []}) == ["year is […]; expected int"]
    while deep:
        deep = deep.pop()
