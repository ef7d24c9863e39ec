"""Plans as rows written by hand, and two made of the tiny world."""

from collections.abc import Sequence
from functools import cache

import polars as pl

from planner.pairing.make import make_plan
from planner.pairing.plan import SCHEMA, Plan
from planner.plans.claims import GoalResult, PartPlan
from planner.scenario import Scenario
from tests.scenario.small import BASE, POLICY

DUTY = Scenario("D1 驻村", {"departments": {"set": {"D1": {"village_duty": True}}}})


def rows(*pairs: str) -> pl.DataFrame:
    """Return pairings `unit station` as a plan's rows; `B2a` lies in city B."""
    lines = [
        {
            "year": 2019,
            "kind": "leader" if unit.startswith("L") else "department",
            "unit_id": unit, "unit": f"单位{unit}",
            "station_id": station, "station": f"司法所{station}",
            "city": station[0], "county": station[:2],
        }
        for unit, station in (pair.split() for pair in pairs)
    ]  # fmt: skip
    return pl.DataFrame(lines, SCHEMA)


def plan(*pairs: str, year: int = 2019, goals: Sequence[GoalResult] = (), **more: object) -> Plan:
    """Return a plan of these pairings, its departments' goals as given."""
    parts = (PartPlan("departments", "flow", tuple(goals)),) if goals else ()
    return Plan(year, rows(*pairs), parts, {}, POLICY.digest(), {}, **more)  # pyright: ignore[reportArgumentType]


def goal(name: str, value: int, bound: int | None = None, sense: str = "max") -> GoalResult:
    """Return a goal's value in a plan, proved unless another bound is given."""
    return GoalResult(name, sense, value, value if bound is None else bound)  # pyright: ignore[reportArgumentType]


@cache
def made() -> tuple[Plan, Plan]:
    """Return the plan of the tiny world, and that with D1 on village duty."""
    return make_plan(BASE, POLICY, 2019), make_plan(*DUTY.apply(BASE, POLICY), 2019)
