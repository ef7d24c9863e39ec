"""One year less is impossible by a second solver too, rotation and all, on middling worlds."""

from zlib import crc32

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from planner.horizon import Targets, fewest_years
from tests.audit.world import World, department, leader, station
from tests.horizon.tiny import outlook

UNITS = {"L1": (2, 3, 1), "L2": (2, 3, 1), "D1": (1, 2, 2), "D2": (1, 1, 2), "D3": (1, 2, 2)}
"""Least, most, and most in one city."""


def middling(seed: int) -> World:
    """Return five units and 30 stations in 15 counties of three cities, some not nominated."""
    ids = [f"{city}{county}{s}" for city in "ABC" for county in "12345" for s in "ab"]
    draw = [crc32(f"{seed} {at}".encode()) % 10 for at in range(100)]
    return World(
        {
            "leaders": [leader("L1"), leader("L2")],
            "departments": [department("D1", 12), department("D2", 6), department("D3", 15)],
            "stations": [station(s, nominated=draw[n] > 1) for n, s in enumerate(ids)],
            "recusals": [f"{unit} station {ids[draw[40 + n] * 3]}" for n, unit in enumerate(UNITS)],
            "history": [f"2018 {unit} {ids[draw[60 + n] * 3 + 1]}" for n, unit in enumerate(UNITS)],
        }
    )


def possible(world: World, targets: Targets, years: int) -> bool:
    """Return whether the years' plans can visit every target, by mixed-integer programming."""
    frames = world.frames
    recused = {(u, s) for u, _, s in frames["recusals"].rows()}
    had = {(u, s) for _, u, s in frames["history"].rows()}
    rows = frames["stations"].filter("nominated")["station_id"].to_list()
    options = [
        (u, s, t)
        for t in range(years)
        for u in UNITS
        for s in rows
        if (u, s) not in recused and ((u, s) not in had or t >= world.policy.rotation.years)
    ]
    found: dict[tuple[object, ...], list[int]] = {}
    bounds: dict[tuple[object, ...], tuple[int, int]] = {}

    def rule(key: tuple[object, ...], at: int, low: int, high: int) -> None:
        found.setdefault(key, []).append(at)
        bounds[key] = (low, high)

    for at, (u, s, t) in enumerate(options):
        low, high, per_city = UNITS[u]
        rule(("unit", u, t), at, low, high)
        rule(("city", u, t, s[0]), at, 0, per_city)
        rule(("station", s, t), at, 0, 1)
        rule(("county", s[:2], t), at, 0, world.policy.stations.per_county)
        for start in range(max(0, t - world.policy.rotation.years), t + 1):
            rule(("rotation", u, s, start), at, 0, 1)
        name = s if targets.level == "station" else f"{s[0]}/{s[:2]}"
        if name in targets.names:
            rule(("visit", name), at, 1, years * len(UNITS))
    return solvable(list(found.values()), [bounds[key] for key in found], len(options))


def solvable(groups: list[list[int]], bounds: list[tuple[int, int]], options: int) -> bool:
    """Return whether options can be chosen so that each group's number lies within its bounds."""
    row = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    column = np.concatenate([np.array(group) for group in groups])
    matrix = csr_array((np.ones(len(row)), (row, column)), shape=(len(groups), options))
    low, high = np.array(bounds).T
    constraint = LinearConstraint(matrix, low, high)  # pyright: ignore[reportArgumentType]
    result = milp(
        np.zeros(options),
        constraints=constraint,
        integrality=np.ones(options),
        bounds=Bounds(0, 1),
    )
    assert result.status in (0, 2), "solved, or proved impossible"
    return result.status == 0


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("level", ["county", "station"])
def test_the_second_solver_agrees_on_the_fewest_years(seed: int, level: str) -> None:
    world = middling(seed)
    ids = world.frames["stations"].filter("nominated")["station_id"].to_list()
    names = ids if level == "station" else sorted({f"{s[0]}/{s[:2]}" for s in ids})
    targets = Targets("station" if level == "station" else "county", tuple(names))
    schedule = fewest_years(outlook(world), targets, 8)
    assert schedule.years > 1
    assert not schedule.unreachable
    assert possible(world, targets, schedule.years)
    assert not possible(world, targets, schedule.years - 1)
