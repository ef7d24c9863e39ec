"""Whatever is made, in whatever order of the parts, the audit finds it and its claims true."""

import pytest

from planner.audit import audit
from planner.pairing.plan import Plan
from tests.audit.world import WORLD, World
from tests.pairing.middling import middling
from tests.pairing.tiny import DEPARTMENTS, LEADERS, plan

WORLDS = {"tiny": WORLD, **{str(seed): middling(seed) for seed in (0, 2, 3, 6, 13, 15, 19)}}


def wrong(world: World, made: Plan) -> list[str]:
    """Return what the audit has to say against a plan and its summary."""
    findings = audit(world.frames, world.policy, world.year, made.pairs, made.summary())
    return [f"{one.rule}: {one.witness}" for one in findings if not one.holds]


@pytest.mark.parametrize("name", WORLDS)
def test_both_parts_at_once(name: str) -> None:
    assert wrong(WORLDS[name], plan(WORLDS[name])) == []


@pytest.mark.parametrize("name", WORLDS)
def test_departments_after_leaders(name: str) -> None:
    world = WORLDS[name]
    leaders = plan(world, *LEADERS)
    assert wrong(world, leaders) == []
    assert wrong(world, plan(world, *DEPARTMENTS, standing=leaders)) == []


@pytest.mark.parametrize("name", WORLDS)
def test_leaders_after_departments_and_departments_again(name: str) -> None:
    # Departments that are planned first may take what a leader's pin needs: these are left out.
    world = WORLDS[name]
    pins = [pin for pin in world.rows.get("pins", ()) if not str(pin).startswith("L")]
    world = world.but(pins=pins)
    departments = plan(world, *DEPARTMENTS)
    assert wrong(world, departments) == []
    around = plan(world, *LEADERS, standing=departments)
    assert wrong(world, around) == []
    assert wrong(world, plan(world, *DEPARTMENTS, standing=around)) == []
