"""On random clean plans the audit is silent; with one violation planted it tells that rule."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import polars as pl
import pytest

from planner.audit import audit
from planner.audit.goals import GOALS
from planner.rulebook import RULES
from tests.audit.scenes import IDS, Scene, scene
from tests.audit.world import World
from tests.samples import ranges


@dataclass(frozen=True)
class Plan:
    """What a planner would have left: the world it was given, its plan and its summary."""

    world: World
    plan: pl.DataFrame
    summary: dict[str, Any]

    def broken(self) -> set[str]:
        world = self.world
        plan, summary = self.plan, self.summary
        findings = audit(world.frames, world.policy, world.year, plan, summary, world.standing)
        return {finding.rule for finding in findings if not finding.holds}


def made(world: World, pairs: list[str]) -> Plan:
    summary = world.summary("leaders", "departments", pairs=pairs)
    return Plan(world, world.plan(pairs), summary)


def chosen(rng: Random, scene: Scene, kind: str = "") -> tuple[str, str]:
    """Return a pairing that no pin requires, of one kind of unit if that is asked for."""
    required = scene.world.case().required
    pairs = [pair for pair in scene.pairs if pair not in required and pair[0].startswith(kind)]
    return rng.choice(pairs or [pair for pair in scene.pairs if pair[0].startswith(kind)])


def adding(scene: Scene, table: str, line: str) -> Plan:
    rows: list[Any] = [*scene.world.rows[table], line]
    return made(scene.world.but(**{table: rows}), scene.lines)


def free(rng: Random, scene: Scene) -> str:
    return rng.choice(sorted(set(IDS) - {station for _, station in scene.pairs}))


def loosened(scene: Scene, *stations: str, **figures: Any) -> Scene:
    """Return the scene with stations changed and nothing pinned or recused."""
    world = scene.world.but(recusals=[], pins=[], history=[])
    for station in stations:
        world = world.where(station, **figures)
    return replace(scene, world=world)


def rows(rng: Random, scene: Scene) -> Plan:
    plan = made(scene.world, scene.lines)
    lines = plan.plan.rows(named=True)
    row = rng.choice(lines)
    column = rng.choice([*plan.plan.columns, "twice"])
    if column == "twice":
        lines.append(row)
    elif isinstance(row[column], bool):
        row[column] = not row[column]
    elif isinstance(row[column], int):
        row[column] += rng.choice([-1, 1])
    else:
        row[column] = {"wish": 9, "fit": False}.get(column, "不明")
    return replace(plan, plan=pl.DataFrame(lines, schema=plan.plan.schema))


def exempt(rng: Random, scene: Scene) -> Plan:
    unit = chosen(rng, scene, "D")[0]
    departments: list[Any] = [
        row | {"village_duty": True} if row["department_id"] == unit else row
        for row in scene.world.rows["departments"]
        if isinstance(row, dict)
    ]
    return made(scene.world.but(departments=departments), scene.lines)


def nominated(rng: Random, scene: Scene) -> Plan:
    loose = loosened(scene, *(station for _, station in scene.pairs), nominated=True)
    return made(loose.world.where(chosen(rng, loose)[1], nominated=False), scene.lines)


def recusal(rng: Random, scene: Scene) -> Plan:
    unit, station = chosen(rng, scene)
    place = rng.choice([f"station {station}", f"county {station[:2]}", f"city {station[0]}"])
    return adding(scene, "recusals", f"{unit} {place}")


def rotation(rng: Random, scene: Scene) -> Plan:
    loose = loosened(scene, *(station for _, station in scene.pairs), nominated=True)
    unit, station = chosen(rng, loose)
    return adding(loose, "history", f"{rng.randint(2016, 2018)} {unit} {station}")


def forbid(rng: Random, scene: Scene) -> Plan:
    return adding(scene, "pins", f"{' '.join(chosen(rng, scene))} forbid")


def unit_quota(rng: Random, scene: Scene) -> Plan:
    unit = rng.choice([unit for unit, _ in scene.pairs])
    lines = [line for line in scene.lines if line.split()[0] != unit]
    if rng.random() < 0.5:
        return made(scene.world, lines)
    stations = rng.sample(IDS, 4)
    return made(scene.world, lines + [f"{unit} {station}" for station in stations])


def unit_city(rng: Random, scene: Scene) -> Plan:
    unit = chosen(rng, scene, "L")[0]
    first, second = [station for other, station in scene.pairs if other == unit][:2]
    loose = loosened(scene, second, city=first[0])
    return made(loose.world, scene.lines)


def station_capacity(rng: Random, scene: Scene) -> Plan:
    (unit, station), (_, other) = rng.sample(list(scene.pairs), 2)
    lines = [line for line in scene.lines if line != f"{unit} {station}"]
    lines.append(f"{unit} {other}")
    if len(set(lines)) < len(lines):
        return station_capacity(rng, scene)
    return made(scene.world, lines)


def county_cap(rng: Random, scene: Scene) -> Plan:
    stations = rng.sample([station for _, station in scene.pairs], 3)
    return made(loosened(scene, *stations, city="Z", county="Z1").world, scene.lines)


def pin(rng: Random, scene: Scene) -> Plan:
    return adding(scene, "pins", f"{chosen(rng, scene)[0]} {free(rng, scene)} require")


def hard_share(rng: Random, scene: Scene) -> Plan:
    world = scene.world.ruled("stations", hard_percent=rng.randint(1, 100))
    for unit, station in scene.pairs:
        world = world.where(station, hardship=rng.randint(0, 1)) if unit[0] == "D" else world
    return made(world, scene.lines)


def travel_limit(rng: Random, scene: Scene) -> Plan:
    loose = loosened(scene, *(station for _, station in scene.pairs), nominated=True)
    world = loose.world.where(chosen(rng, loose)[1], travel_minutes=300 + rng.randint(1, 9))
    return made(world.ruled("travel", most_minutes=300), scene.lines)


def goal(name: str) -> Callable[[Random, Scene], Plan]:
    def plant(rng: Random, scene: Scene) -> Plan:
        in_force = rng.sample(scene.lines, 2) if name in ("stability", "displaced") else None
        plan = made(replace(scene.world, in_force=in_force), scene.lines)
        parts = plan.summary["plans"]
        claims = rng.choice([p["goals"] for p in parts if name in [g["goal"] for g in p["goals"]]])
        claim = next(claim for claim in claims if claim["goal"] == name)
        worse = -1 if GOALS[name][0] == "max" else 1
        changes = ["value", "both", "worse bound", "open bound", "sense", "left out"]
        # The leaders' part made before the departments' one has no goal `displaced`.
        change = rng.choice(changes[:-1] if name == "displaced" else changes)
        if change == "left out":
            claims.remove(claim)
        elif change == "sense":
            claim["sense"] = {"max": "min", "min": "max"}[claim["sense"]]
        else:
            by = rng.randint(1, 9)
            claim["bound"] += {"value": 0, "worse bound": worse * by}.get(change, -worse * by)
            claim["value"] += by if change == "value" else 0
            claim["value"] += -worse * by if change == "both" else 0
        return plan

    return plant


PLANTS: dict[str, Callable[[Random, Scene], Plan]] = {
    "rows": rows,
    "exempt": exempt,
    "nominated": nominated,
    "recusal": recusal,
    "rotation": rotation,
    "forbid": forbid,
    "unit_quota": unit_quota,
    "unit_city": unit_city,
    "station_capacity": station_capacity,
    "county_cap": county_cap,
    "pin": pin,
    "hard_share": hard_share,
    "travel_limit": travel_limit,
    **{name: goal(name) for name in GOALS},
}

ALONE = {"exempt", "nominated", "recusal", "rotation", "forbid", "travel_limit", "pin", *GOALS}
"""Rules that can be broken without breaking another."""


def test_every_rule_has_a_violation_to_plant() -> None:
    assert set(PLANTS) == {rule.id for rule in RULES}


@pytest.mark.parametrize("some", ranges(25, 100))
def test_a_clean_plan_is_clean(some: range) -> None:
    for seed in some:
        drawn = scene(seed)
        assert made(drawn.world, drawn.lines).broken() == set(), f"seed {seed}"


@pytest.mark.parametrize("some", ranges(15, 60))
@pytest.mark.parametrize("rule", PLANTS)
def test_a_planted_violation_is_reported(rule: str, some: range) -> None:
    for seed in some:
        broken = PLANTS[rule](Random(seed), scene(seed)).broken()
        assert rule in broken, f"seed {seed}"
        assert rule not in ALONE or broken == {rule}, f"seed {seed}"
