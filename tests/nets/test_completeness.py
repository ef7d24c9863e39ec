"""The first net: every rule of the rulebook is made, checked and tested, and nothing else is."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from planner.audit import CHECKS
from planner.pairing import goals, quotas
from planner.pairing.case import Case, Year
from planner.pairing.goals import goals_of
from planner.pairing.pairs import Pairs
from planner.pairing.quotas import quotas_of
from planner.policy import DISPLACED, STABILITY, Policy
from planner.policy.figures import DEPARTMENT_GOALS, LEADER_GOALS
from planner.rulebook import RULES
from tests.audit.world import CHANGED, WORLD, World
from tests.pairing.tiny import case, dataset

TESTS = Path(__file__).parents[1]


def ids(kind: str) -> list[str]:
    return [rule.id for rule in RULES if rule.kind == kind]


def test_every_rule_is_checked_by_the_audit_under_its_own_name() -> None:
    assert [check.rule for check in CHECKS] == [rule.id for rule in RULES]


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_has_a_test_file_of_its_own(rule: str) -> None:
    assert (TESTS / "audit" / f"test_{rule}.py").is_file()


@pytest.mark.parametrize("rule", ids("quota"))
def test_every_quota_is_a_function_of_its_name(rule: str) -> None:
    world = WORLD.ruled("stations", hard_percent=10)
    assert getattr(quotas, rule)(case(world, "departments")).rule == rule


def test_the_quotas_in_force_are_the_rulebook_s_in_its_order() -> None:
    world = WORLD.ruled("stations", hard_percent=10)
    for part in ("leaders", "departments"):
        assert [quota.rule for quota in quotas_of(case(world, part))] == ids("quota")


@pytest.mark.parametrize("rule", ids("goal"))
def test_every_goal_is_a_function_of_its_name(rule: str) -> None:
    assert getattr(goals, rule)(case(CHANGED, "departments")).name == rule


def first(world: World) -> Case:
    """Return the leaders' case where the departments' part is made after it."""
    year = Year(dataset(world), world.policy, world.year)
    return year.case("leaders", year.field(), None)


def test_the_goals_by_default_are_the_rulebook_s_in_its_order() -> None:
    unforced = [goal for goal in ids("goal") if goal not in (STABILITY, DISPLACED)]
    assert [goal.name for goal in goals_of(case(WORLD, "departments"))] == unforced
    assert set(LEADER_GOALS) <= set(unforced) == set(DEPARTMENT_GOALS)
    assert [goal.name for goal in goals_of(case(WORLD, "leaders"))] == list(LEADER_GOALS)


def test_beside_a_plan_in_force_the_goals_by_default_are_all_of_the_rulebook_s() -> None:
    every = ids("goal")
    departments = [goal for goal in every if goal != DISPLACED]
    leaders = [goal for goal in every if goal in (*LEADER_GOALS, STABILITY, DISPLACED)]
    assert [goal.name for goal in goals_of(case(CHANGED, "departments"))] == departments
    assert [goal.name for goal in goals_of(first(CHANGED))] == leaders


def test_goals_have_the_sense_that_the_audit_gives_them() -> None:
    from planner.audit.goals import GOALS

    cases = (case(CHANGED, "departments"), first(CHANGED))
    senses = {goal.name: goal.sense for some in cases for goal in goals_of(some)}
    assert senses == {name: sense for name, (sense, _) in GOALS.items()}


BARRED: dict[str, World] = {
    "nominated": WORLD.where("A1a", nominated=False),
    "recusal": WORLD.but(recusals=["D1 station A1a"]),
    "rotation": WORLD.but(history=["2018 D1 A1a"]),
    "forbid": WORLD.but(pins=["D1 A1a forbid"]),
    "travel_limit": WORLD.where("A1a", travel_minutes=61).ruled("travel", most_minutes=60),
}


def test_every_rule_of_pairs_is_a_filter_of_its_name() -> None:
    """Village duty leaves the unit out; the others bar single pairs."""
    masks = {field.name for field in fields(Pairs)} - {"required"}
    assert set(ids("pair")) == masks | {"exempt"} == set(BARRED) | {"exempt"}


@pytest.mark.parametrize("rule", sorted(BARRED))
def test_a_pair_is_barred_by_the_rule_that_is_broken(rule: str) -> None:
    some = case(BARRED[rule], "departments")
    assert some.pairs.barred_by(some.units.position["D1"], some.field.position["A1a"]) == (rule,)


def test_a_policy_can_switch_every_goal_off_but_the_tie() -> None:
    policy = replace(
        Policy(), goals=replace(Policy().goals, leaders=("tie",), departments=("tie",))
    )
    some = case(World(WORLD.rows, policy), "departments")
    assert [goal.name for goal in goals_of(some)] == ["tie"]
