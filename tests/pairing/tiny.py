"""Tiny datasets and what is made of them, in words short enough for a test.

The world is the audit's: stations named by their place (`B2a` is station a of county B2 in city B),
one leader L1 with 2 to 3 stations, D1 of 12 people with 1 to 2, D2 of 6 people with exactly 1.
Every station is nominated, 60 minutes away, and has the need 15 (never visited).
"""

from collections.abc import Sequence

import numpy as np

from planner.dataset import Dataset
from planner.pairing.case import Case, case_of
from planner.pairing.field import field_of
from planner.pairing.in_force import put_in_force
from planner.pairing.make import make_plan
from planner.pairing.plan import Plan
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS, Part
from tests.audit.world import World

LEADERS: tuple[Part, ...] = ("leaders",)
DEPARTMENTS: tuple[Part, ...] = ("departments",)


def dataset(world: World) -> Dataset:
    """Return the world's tables as a checked dataset, with the plan in force."""
    tables = Dataset.from_frames(world.year, **world.frames)
    return tables if world.standing is None else put_in_force(tables, world.standing, world.year)


def plan(world: World, *parts: Part, standing: Plan | None = None) -> Plan:
    """Return the plan of the world, of both parts unless some are named."""
    return make_plan(
        dataset(world), world.policy, world.year, parts=parts or PARTS, standing=standing
    )


def pairs(made: Plan, part: Part | None = None) -> list[str]:
    """Return a plan's rows as `unit station`."""
    rows = made.pairs if part is None else made.of(part)
    return [f"{unit} {station}" for unit, station in rows.select("unit_id", "station_id").rows()]


def values(made: Plan, part: Part) -> dict[str, int]:
    """Return the value of each goal of one part."""
    (proved,) = (one for one in made.parts if one.part == part)
    return {goal.goal: goal.value for goal in proved.goals}


def case(world: World, part: Part, standing: Sequence[str] | None = None) -> Case:
    """Return the case of one part around the other's stations."""
    tables = dataset(world)
    field = field_of(tables, world.policy, world.year)
    return case_of(tables, world.policy, world.year, part, field, standing)


def allowed(some: Case) -> set[str]:
    """Return the allowed pairs as `unit station`."""
    return {
        f"{some.units.ids[unit]} {some.field.ids[station]}"
        for unit, station in zip(some.unit, some.station, strict=True)
    }


def allows(some: Case, wanted: Sequence[str]) -> bool:
    """Return whether pairs `unit station` are all allowed and together satisfy every quota."""
    known = {
        f"{some.units.ids[unit]} {some.field.ids[station]}": at
        for at, (unit, station) in enumerate(zip(some.unit, some.station, strict=True))
    }
    if not set(wanted) <= set(known):
        return False
    return problem_of(some).allows(np.array(sorted(known[one] for one in wanted), np.int64))


def worth(some: Case, goal: str, wanted: Sequence[str]) -> int:
    """Return the value of a goal for pairs `unit station`."""
    known = {
        f"{some.units.ids[unit]} {some.field.ids[station]}": at
        for at, (unit, station) in enumerate(zip(some.unit, some.station, strict=True))
    }
    (meant,) = (one for one in problem_of(some).goals if one.name == goal)
    return meant.value(np.array(sorted(known[one] for one in wanted), np.int64))
