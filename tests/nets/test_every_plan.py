"""The third net: of every plan of random tiny worlds, the problem says what the audit says."""

from itertools import product
from random import Random

import numpy as np
import pytest

from planner.audit.facts import read_facts
from planner.pairing.case import Case
from planner.pairing.problem import problem_of
from planner.pairing.units import Part
from planner.policy import Policy
from tests.allocation.small import allowed_choices
from tests.audit.world import World
from tests.nets.verdicts import broken
from tests.pairing.middling import Size, drawn
from tests.pairing.tiny import case
from tests.samples import seeds

Plans = set[frozenset[str]]


def tiny(seed: int) -> World:
    """Return a world of two leaders, two departments and five stations, with roomy quotas."""
    rng = Random(seed)
    world = drawn(rng, Size(2, 2, 5, 3, 2), _policy(rng))
    rows = [row for row in world.rows["stations"] if isinstance(row, dict)]
    nominated = [row | {"nominated": rng.random() < 0.85} for row in rows]
    return world.but(stations=nominated, recusals=world.rows["recusals"][: rng.randint(0, 3)])


def _policy(rng: Random) -> Policy:
    policy = World(policy=Policy())
    policy = policy.ruled(
        "leaders", stations=rng.choice([(0, 1), (0, 2), (1, 2)]), per_city=rng.randint(1, 2)
    )
    policy = policy.ruled(
        "departments", stations=rng.choice([(0, 1), (0, 2), (1, 2)]), per_city=rng.randint(1, 2)
    )
    policy = policy.ruled("village_duty", exempts=rng.choice([(), ("days",), ("pairing",)]))
    percent = rng.choice([0, 0, 20, 40])
    policy = policy.ruled(
        "stations", units=rng.randint(1, 2), per_county=rng.randint(1, 3), hard_percent=percent
    )
    policy = policy.ruled("rotation", years=rng.randint(0, 4))
    return policy.ruled("travel", most_minutes=rng.choice([0, 0, 150, 250])).policy


def grid(world: World, part: Part) -> list[str]:
    """Return every pair of a unit of one part, taking part or not, and a station: at most ten."""
    table, column = (
        ("leaders", "leader_id") if part == "leaders" else ("departments", "department_id")
    )
    units, stations = world.frames[table][column], world.frames["stations"]["station_id"]
    found = [f"{unit} {station}" for unit, station in product(units, stations)]
    assert len(found) <= 10
    return found


def every_plan(pairs: list[str]) -> list[frozenset[str]]:
    return [
        frozenset(pair for at, pair in enumerate(pairs) if number >> at & 1)
        for number in range(2 ** len(pairs))
    ]


def by_problem(some: Case) -> Plans:
    """Return every plan that the problem allows."""
    problem = problem_of(some)
    names = [
        f"{some.units.ids[unit]} {some.field.ids[station]}"
        for unit, station in zip(some.unit, some.station, strict=True)
    ]
    return {frozenset(names[at] for at in np.flatnonzero(row)) for row in allowed_choices(problem)}


def by_audit(world: World, part: Part, standing: frozenset[str], *made: Part) -> Plans:
    """Return every plan of one part that the audit finds clean beside what stands."""
    facts = read_facts(world.frames)
    return {
        plan
        for plan in every_plan(grid(world, part))
        if not broken(world, sorted(standing | plan), *made, facts=facts)
    }


def stations(plan: frozenset[str]) -> list[str]:
    return [pair.split()[1] for pair in sorted(plan)]


@pytest.mark.parametrize("batch", seeds(2, 10))
def test_the_problem_allows_exactly_the_plans_that_the_audit_finds_clean(batch: int) -> None:
    """Leaders alone; departments alone; departments around leaders; leaders around departments."""
    seen = 0
    for seed in range(4 * batch, 4 * batch + 4):
        world, rng = tiny(seed), Random(seed)
        leaders = by_problem(case(world, "leaders"))
        assert leaders == by_audit(world, "leaders", frozenset(), "leaders")
        departments = by_problem(case(world, "departments"))
        assert departments == by_audit(world, "departments", frozenset(), "departments")
        seen += len(leaders) + len(departments)
        if leaders:
            standing = rng.choice(sorted(leaders, key=sorted))
            around = by_problem(case(world, "departments", stations(standing)))
            assert around == by_audit(world, "departments", standing, "leaders", "departments")
            seen += len(around)
        if departments:
            standing = rng.choice(sorted(departments, key=sorted))
            around = by_problem(case(world, "leaders", stations(standing)))
            assert around == by_audit(world, "leaders", standing, "leaders", "departments")
            seen += len(around)
    assert seen > 8, "the net has something to catch"
