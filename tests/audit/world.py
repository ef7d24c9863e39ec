"""A tiny world one can audit by eye, and the words to change one thing of it.

Twelve stations named by their place: `B2a` is station a of county B2 in city B, `B1b` station b of
county B1. One leader L1 (2 to 3 stations), a department D1 of 12 people (1 to 2), and D2 of 6
people (exactly 1). Every station is nominated, and 60 minutes away.

PLAN, which breaks no rule:   L1: A1a B1a   D1: A2a C1a   D2: B2a
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import Any

import polars as pl

from planner.audit import Finding, audit
from planner.audit.case import Case, read_case
from planner.audit.claims import Claims, Part
from planner.audit.goals import GOALS
from planner.audit.rows import expected_columns
from planner.policy import Policy

PLAN = ("L1 A1a", "L1 B1a", "D1 A2a", "D1 C1a", "D2 B2a")
LEADERS = PLAN[:2]
DEPARTMENTS = PLAN[2:]
Rows = Sequence[dict[str, Any] | str]

SCHEMAS: dict[str, dict[str, Any]] = {
    "leaders": {"leader_id": pl.String, "name": pl.String, "principal": pl.Boolean},
    "departments": {
        "department_id": pl.String,
        "name": pl.String,
        "headcount": pl.Int64,
        "leader_id": pl.String,
        "village_duty": pl.Boolean,
        "expertise": pl.List(pl.String),
    },
    "stations": {
        "station_id": pl.String,
        "name": pl.String,
        "city": pl.String,
        "county": pl.String,
        "township": pl.String,
        "lon": pl.Float64,
        "lat": pl.Float64,
        "travel_minutes": pl.Int64,
        "staff": pl.Int64,
        "caseload": pl.Int64,
        "hardship": pl.Int64,
        "focus": pl.String,
        "nominated": pl.Boolean,
    },
    "history": {"year": pl.Int64, "unit_id": pl.String, "station_id": pl.String},
    "wishes": {
        "department_id": pl.String,
        "rank": pl.Int64,
        "level": pl.String,
        "place": pl.String,
    },
    "recusals": {"unit_id": pl.String, "level": pl.String, "place": pl.String},
    "pins": {"unit_id": pl.String, "station_id": pl.String, "decision": pl.String},
}
PLAN_SCHEMA = {
    "year": pl.Int64,
    "kind": pl.String,
    "unit_id": pl.String,
    "unit": pl.String,
    "station_id": pl.String,
    "station": pl.String,
    "city": pl.String,
    "county": pl.String,
    "need": pl.Int64,
    "travel_minutes": pl.Int64,
    "wish": pl.Int64,
    "fit": pl.Boolean,
}


IN_FORCE_SCHEMA = {
    "year": pl.Int64,
    "kind": pl.String,
    "unit_id": pl.String,
    "station_id": pl.String,
    "approval": pl.Int64,
}


def leader(id: str) -> dict[str, Any]:
    """Return the row of a leader."""
    return {"leader_id": id, "name": f"厅领导{id}", "principal": id == "L1"}


def department(id: str, headcount: int, duty: bool = False, topics: str = "") -> dict[str, Any]:
    """Return the row of a department, its topics joined by `;`."""
    return {
        "department_id": id,
        "name": f"处室{id}",
        "headcount": headcount,
        "leader_id": "L1",
        "village_duty": duty,
        "expertise": topics.split(";") if topics else [],
    }


def station(id: str, **figures: Any) -> dict[str, Any]:
    """Return the row of a station that lies where its id says, unless `figures` say otherwise."""
    usual = {"travel_minutes": 60, "staff": 3, "caseload": 0, "hardship": 0, "focus": None}
    place = {"name": f"司法所{id}", "city": id[0], "county": id[:2], "nominated": True}
    place |= {"township": id, "lon": 115.9, "lat": 28.7}
    return {"station_id": id, **usual, **place, **figures}


DEPARTMENT_ROWS = [department("D1", 12), department("D2", 6)]
STATIONS = tuple("".join(name) for name in product("ABC", "12", "ab"))
TABLES: dict[str, Rows] = {
    "leaders": [leader("L1")],
    "departments": DEPARTMENT_ROWS,
    "stations": [station(id) for id in STATIONS],
}


@dataclass(frozen=True)
class World:
    """Tables and policy; `rows` may give a table as lines of text, `2018 D1 A2a`.

    `in_force` is a plan in force, `D1 A2a` or `D1 A2a 3` where its approval weighs 3.
    """

    rows: Mapping[str, Rows] = field(default_factory=lambda: dict(TABLES))
    policy: Policy = field(default_factory=Policy)
    year: int = 2019
    in_force: Sequence[str] | None = None

    @cached_property
    def frames(self) -> dict[str, pl.DataFrame]:
        """Return the typed frames, those of tables not given being empty."""
        return {name: _frame(schema, self.rows.get(name, ())) for name, schema in SCHEMAS.items()}

    @cached_property
    def standing(self) -> pl.DataFrame | None:
        """Return the plan in force as `in_force.csv` has it."""
        if self.in_force is None:
            return None
        words = [[*line.split(), "1"][:3] for line in self.in_force]
        rows = [
            (self.year, "leader" if unit[0] == "L" else "department", unit, id, int(weight))
            for unit, id, weight in words
        ]
        return pl.DataFrame(rows, IN_FORCE_SCHEMA, orient="row")

    def but(self, **rows: Rows) -> "World":
        """Return the world with some tables replaced."""
        return replace(self, rows={**self.rows, **rows})

    def where(self, id: str, **figures: Any) -> "World":
        """Return the world with one station changed."""
        stations = [row for row in self.rows["stations"] if isinstance(row, dict)]
        changed = [row | figures if row["station_id"] == id else row for row in stations]
        return self.but(stations=changed)

    def ruled(self, section: str, **figures: Any) -> "World":
        """Return the world with figures of one section of the policy changed."""
        changed = replace(getattr(self.policy, section), **figures)
        return replace(self, policy=replace(self.policy, **{section: changed}))

    def case(self, pairs: Sequence[str] = PLAN, claims: Claims | None = None) -> Case:
        """Return the case of a plan given as `unit station`, with the derived columns blank."""
        ids = [pair.split() for pair in pairs]
        plan = pl.DataFrame(
            [{"unit_id": unit, "station_id": station} for unit, station in ids],
            schema={"unit_id": pl.String, "station_id": pl.String},
        )
        claims = claims or Claims()
        return read_case(self.frames, self.policy, self.year, plan, claims, self.standing)

    def plan(self, pairs: Sequence[str] = PLAN) -> pl.DataFrame:
        """Return the plan of the pairs as the plan's file has it, sorted and with every column."""
        case = self.case(pairs)
        rows = [
            expected_columns(case, pairing)
            | {"unit_id": pairing.unit.id, "station_id": pairing.station.id}
            for pairing in case.pairings
        ]
        frame = pl.DataFrame(rows, schema=PLAN_SCHEMA)
        return frame.sort(pl.col("kind") != "leader", "unit_id", "station_id")

    def summary(self, *parts: Part, pairs: Sequence[str] = PLAN) -> dict[str, Any]:
        """Return a true summary of the plan of the pairs, every goal proved.

        Beside a plan in force the leaders' goals have `displaced` where both parts are listed.
        """
        case, both = self.case(pairs), len(parts) > 1 and self.in_force is not None
        inputs = {} if self.in_force is None else {"in_force.csv": ""}
        plans = [self._claims(part, case, both=both) for part in parts]
        return {"year": self.year, "plans": plans, "inputs": inputs}

    def _claims(self, part: Part, case: Case, *, both: bool) -> dict[str, Any]:
        goals: list[dict[str, Any]] = []
        names = list(getattr(case.policy.goals, part))
        if both and part == "leaders":
            names.insert(names.index("stability") + 1, "displaced")
        for goal in names:
            sense, value = GOALS[goal]
            worth = value(case, part)
            goals.append({"goal": goal, "sense": sense, "value": worth, "bound": worth})
        return {"part": part, "status": "optimal", "goals": goals}


WORLD = World()
CHANGED = World(in_force=("L1 A1a 5", "L1 C1a", "D1 A2a 2", "D1 B2b 3", "D2 C2b", "D9 A1a"))
"""PLAN changes L1's C1a (1); D1's B2b (3), D2's C2b (1) and what D9, who left, had (1)."""


def audited(world: World, pairs: Sequence[str], summary: dict[str, Any] | None) -> list[Finding]:
    """Return the findings on the plan of the pairs."""
    plan = world.plan(pairs)
    return audit(world.frames, world.policy, world.year, plan, summary, world.standing)


def broken(rule: str, world: World, pairs: Sequence[str] = PLAN, *parts: Part) -> list[str]:
    """Return the violations of one rule as `amount witness`.

    `parts` are the plans a summary lists; with none there is no summary.
    """
    summary = world.summary(*parts, pairs=pairs) if parts else None
    return violations(rule, audited(world, pairs, summary))


def violations(rule: str, findings: Sequence[Finding]) -> list[str]:
    """Return the violations of one rule among findings as `amount witness`."""
    return [f"{one.amount} {one.witness}" for one in findings if one.rule == rule and not one.holds]


def claimed(part: Part, goal: str, world: World | None = None, **change: Any) -> list[str]:
    """Return what is broken of a goal of PLAN when its true claim is changed so."""
    world = world or WORLD
    summary = world.summary(*(("leaders", "departments") if goal == "displaced" else (part,)))
    for claim in summary["plans"][0]["goals"]:
        if claim["goal"] == goal:
            claim.update(change)
    return violations(goal, audited(world, PLAN, summary))


def _frame(schema: dict[str, Any], rows: Rows) -> pl.DataFrame:
    lines = [_parsed(schema, row) if isinstance(row, str) else row for row in rows]
    return pl.DataFrame(lines, schema=schema)


def _parsed(schema: dict[str, Any], line: str) -> dict[str, Any]:
    words = zip(schema, line.split(), strict=True)
    return {name: int(word) if schema[name] == pl.Int64 else word for name, word in words}
