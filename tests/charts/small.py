"""A province of four stations in two cities, and a plan for two of them."""

import polars as pl

from planner.pairing.plan import SCHEMA, Plan
from planner.plans.claims import GoalResult, PartPlan, Proof

HOSTILE = "</script><b>x</b><!--&amp;"

STATIONS = pl.DataFrame(
    {
        "station_id": ["1", "2", "3", "4"],
        "name": ["甲所", "乙所", "丙所", "丁所"],
        "city": ["南昌市", "南昌市", "赣州市", "赣州市"],
        "county": ["东湖区", "进贤县", "寻乌县", "寻乌县"],
        "lon": [115.9, 116.2, 115.7, 115.6],
        "lat": [28.7, 28.4, 24.9, 25.1],
        "caseload": [777001, 777002, 777003, 777004],
        "focus": ["不显示的列"] * 4,
    }
)

ROWS = [
    (2019, "leader", "L1", "厅长", "2", "乙所", "南昌市", "进贤县", 60, 45, None, None),
    (2019, "department", "D1", "办公室", "3", "丙所", "赣州市", "寻乌县", 80, 400, 2, True),
]
PAIRS = pl.DataFrame(ROWS, SCHEMA, orient="row")


def plan(
    pairs: pl.DataFrame = PAIRS, need: tuple[int, int] = (60, 60), leaders: bool = True
) -> Plan:
    """The plan, its leaders' need as (value, bound); without `leaders` their part is standing."""
    parts = (
        PartPlan(
            "leaders",
            "flow",
            (_goal("coverage", 1, 1), _goal("need", *need)),
        ),
        PartPlan("departments", "flow", (_goal("coverage", 1, 1),)),
    )
    return Plan(2019, pairs, parts if leaders else parts[1:], {}, "", {}, checked=True)


def named(name: str) -> pl.DataFrame:
    """The pairings with `name` for every name in them."""
    return PAIRS.with_columns(pl.lit(name).alias(c) for c in ("unit", "station", "city", "county"))


def _goal(name: str, value: int, bound: int) -> GoalResult:
    """Return a goal whose bound was re-added."""
    return GoalResult(name, "max", value, bound, Proof("flow", 1, {}))
