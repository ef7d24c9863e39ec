"""Why there is no plan, in a sentence with the numbers and the clauses, in both languages."""

from collections.abc import Sequence

import pytest

from planner.errors import NoPlanError
from planner.pairing.units import Part
from tests.audit.world import STATIONS, WORLD, World, department, leader
from tests.pairing.tiny import DEPARTMENTS, LEADERS, plan


def only(*nominated: str, world: World = WORLD) -> World:
    """Return the world with only these stations nominated."""
    for station in STATIONS:
        world = world.where(station, nominated=station in nominated)
    return world


def said(world: World, *parts: Part) -> tuple[str, str]:
    """Return the sentence in Chinese and in English."""
    with pytest.raises(NoPlanError) as caught:
        plan(world, *parts)
    assert caught.value.exit_code == 3
    return caught.value.text("zh"), caught.value.text("en")


def has(sentence: str, parts: Sequence[str]) -> None:
    for part in parts:
        assert part in sentence, sentence


CASES: dict[str, tuple[World, tuple[Part, ...]]] = {
    "one city": (only("A1a", "A2a"), LEADERS),
    "two leaders": (
        only("A1a", "B1a", "C1a", world=WORLD.but(leaders=[leader("L1"), leader("L2")])),
        LEADERS,
    ),
    "one county": (
        only("A1a", "A1b", world=WORLD.ruled("stations", per_county=1)),
        DEPARTMENTS,
    ),
    "leaders in the way": (only("A1a", "B1a", "C1a"), ()),
    "two pins": (WORLD.but(pins=["D1 A1a require", "D2 A1a require"]), DEPARTMENTS),
    "travel": (WORLD.ruled("travel", unit_max=119), LEADERS),
    "hard share": (WORLD.ruled("stations", hard_percent=50), LEADERS),
    "nothing nominated": (only(), LEADERS),
    "leader's pin on a department's": (WORLD.but(pins=["L1 A1a require", "D1 A1a require"]), ()),
}


@pytest.mark.parametrize("name", CASES)
def test_print(name: str) -> None:
    world, parts = CASES[name]
    zh, en = said(world, *parts)
    print(name); print('   ', zh); print('   ', en)
