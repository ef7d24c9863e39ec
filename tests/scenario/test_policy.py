"""What a scenario does to the policy and the order of goals."""

from dataclasses import replace

from planner.policy import Policy
from planner.scenario import Scenario
from tests.scenario.small import BASE, policy


def test_a_figure_is_changed_and_no_other() -> None:
    base = Policy()
    assert policy(stations={"per_county": 1}) == replace(
        base, stations=replace(base.stations, per_county=1)
    )


def test_bounds_may_be_a_list() -> None:
    assert policy(leaders={"stations": [1, 2]}).leaders.stations == (1, 2)


def test_a_rule_may_be_switched_off() -> None:
    assert policy(village_duty={"exempts": []}).village_duty.exempts == ()


def test_the_order_of_goals_is_a_figure() -> None:
    order = ["wishes", "coverage", "tie"]
    assert policy(goals={"departments": order}).goals.departments == tuple(order)


def test_what_the_scenario_leaves_out_stays_as_the_policy_has_it() -> None:
    strict = replace(Policy(), stations=replace(Policy().stations, units=2))
    changes = {"policy": {"stations": {"per_county": 1}}}
    changed = Scenario("试", changes).apply(BASE, strict)[1]
    assert (changed.stations.units, changed.stations.per_county) == (2, 1)
    assert strict.stations.per_county == 2
