"""Only a plan that was re-added and audited is called optimal."""

from dataclasses import replace
from typing import Any

import pytest

from planner import prove
from planner.errors import SolverError, ViolationError
from planner.pairing.plan import Plan
from tests.audit.world import WORLD
from tests.pairing.tiny import dataset, plan


def checked(made: Plan) -> Plan:
    return prove(made, dataset(WORLD), WORLD.policy)


def test_a_plan_just_made_is_not_called_optimal() -> None:
    told = plan(WORLD)._repr_html_()
    for bound in ("理论最优值", "达到最优值"):  # What a value is held against is no claim.
        told = told.replace(bound, "")
    assert "最优" not in told


def test_a_plan_that_was_checked_is_called_optimal_and_is_otherwise_the_same() -> None:
    made = plan(WORLD)
    found = checked(made)
    assert "最优（已证）" in found._repr_html_()
    assert replace(found, checked=False) == replace(made, rows=found.rows)
    assert found.pairs.equals(made.pairs)


def test_the_goals_of_a_plan_just_made_are_settled_and_of_a_checked_one_optimal() -> None:
    made = plan(WORLD)
    assert set(made.goals()["status"]) == {"settled"}
    assert set(checked(made).goals()["status"]) == {"optimal"}


def test_a_part_with_a_bound_that_is_not_met_is_feasible_checked_or_not() -> None:
    made = plan(WORLD)
    first, *rest = made.parts
    goals = (replace(first.goals[0], bound=first.goals[0].bound + 1), *first.goals[1:])
    opened = replace(made, parts=(replace(first, goals=goals), *rest))
    for one in (opened, replace(opened, checked=True)):
        assert one.goals()["status"][0] == "feasible"


def test_a_plan_with_a_rule_broken_is_not() -> None:
    made = plan(WORLD)
    with pytest.raises(ViolationError):
        checked(replace(made, rows=made.rows[:1]))


def test_a_plan_whose_proof_fails_is_not() -> None:
    made = plan(WORLD)
    first, *rest = made.parts
    bounds: list[Any] = list(first.goals)
    bounds[3] = replace(bounds[3], proof=replace(bounds[3].proof, multipliers={}))
    with pytest.raises(SolverError):
        checked(replace(made, parts=(replace(first, goals=tuple(bounds)), *rest)))
