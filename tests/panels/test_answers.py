"""An answer gets better step by step, and says no more than is known."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from planner.errors import NoPlanError, SolverError
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.panels import answers as house
from planner.panels.answers import FIRST, Answer, Asked, answers
from planner.scenario import Scenario
from tests.audit.world import WORLD
from tests.pairing.tiny import dataset


def asked(path: str = "", value: object = None) -> Asked:
    scenario = Scenario("推演").with_value(path, value) if path else Scenario("推演")
    return Asked(dataset(WORLD), WORLD.policy, WORLD.year, scenario)


def states(question: Asked) -> list[str]:
    return [answer.state for answer in answers(question, Answer())]


def unproved(plan: Plan) -> Plan:
    """Return the plan with a bound that is one beyond its first goal's value."""
    first, *rest = plan.parts
    goal, *others = first.goals
    goal = replace(goal, bound=goal.value + 1)
    return replace(plan, parts=(replace(first, goals=(goal, *others)), *rest))


def searches(monkeypatch: pytest.MonkeyPatch, first: Callable, long: Callable) -> None:
    """Let the short search and the long one make of the plan what a test says."""

    def made(*args, seconds: float):
        return (first if seconds == FIRST else long)(make_plan(*args))

    monkeypatch.setattr(house, "make_plan", made)


def late(_: Plan) -> Plan:
    raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")


def same(plan: Plan) -> Plan:
    return plan


def test_a_plan_that_meets_every_bound_is_settled_and_then_proved() -> None:
    assert states(asked()) == ["settled", "proved"]


def test_only_a_proved_answer_has_a_checked_plan() -> None:
    checked = [answer.plan and answer.plan.checked for answer in answers(asked(), Answer())]
    assert checked == [False, True]


def test_a_short_search_that_leaves_a_goal_open_is_followed_by_a_long_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searches(monkeypatch, unproved, same)
    assert states(asked()) == ["found", "settled", "proved"]


def test_a_short_search_without_a_plan_is_no_answer_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    searches(monkeypatch, late, same)
    assert states(asked()) == ["unfound", "settled", "proved"]


def test_what_the_long_search_can_not_prove_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    searches(monkeypatch, unproved, unproved)
    assert states(asked()) == ["found", "open"]


def test_the_plan_of_the_short_search_stays_where_the_long_one_finds_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searches(monkeypatch, unproved, late)
    *_, last = answers(asked(), Answer())
    assert last.state == "open"
    assert last.plan is not None
    assert last.trouble is None


def test_time_that_ends_without_a_plan_does_not_mean_that_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searches(monkeypatch, late, late)
    *_, last = answers(asked(), Answer())
    assert isinstance(last.trouble, SolverError)
    assert last.repairs is None


def test_settings_without_a_plan_say_why_and_then_what_repairs_them() -> None:
    refused, explained = answers(asked("policy.leaders.stations", [6, 6]), Answer())
    assert isinstance(refused.trouble, NoPlanError)
    assert refused.repairs is None
    assert explained.repairs is not None


def test_a_contradiction_is_said_at_once() -> None:
    assert states(asked("policy.leaders.stations", [3, 2])) == ["explained"]


def test_what_goes_wrong_unexpectedly_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Plan) -> Plan:
        raise AssertionError("no such thing")

    searches(monkeypatch, broken, same)
    (answer,) = answers(asked(), Answer())
    assert answer.trouble is not None
    assert "no such thing" in answer.trouble.text("en")


def test_what_is_known_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    settled, _ = answers(asked(), Answer())
    searches(monkeypatch, late, late)
    assert [answer.state for answer in answers(asked(), settled)] == ["proved"]
