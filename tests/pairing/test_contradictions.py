"""Input that contradicts itself is bad input, not an impossible plan."""

import pytest

from planner.dataset import Dataset
from planner.errors import InputError
from planner.pairing.make import make_plan
from tests.audit.world import DEPARTMENT_ROWS, WORLD, World, department
from tests.pairing.tiny import dataset, plan

WITH_DUTY = WORLD.but(departments=[*DEPARTMENT_ROWS, department("D3", 12, duty=True)])


def faults(world: World) -> list[tuple[str, int | None, str | None]]:
    """Return where the input is wrong: file, row and column."""
    with pytest.raises(InputError) as caught:
        plan(world)
    assert caught.value.exit_code == 2
    return [(fault.file, fault.row, fault.column) for fault in caught.value.faults]


def test_a_required_pair_of_an_exempt_department() -> None:
    world = WITH_DUTY.but(pins=["D1 A1a require", "D3 B1a require"])
    assert faults(world) == [("pins", 3, "unit_id")]


def test_a_forbidden_pair_of_an_exempt_department_says_nothing_new() -> None:
    assert plan(WITH_DUTY.but(pins=["D3 B1a forbid"])).pairs.height == 6


def test_a_required_pair_of_a_department_that_the_policy_does_not_exempt() -> None:
    world = WITH_DUTY.but(pins=["D3 B1a require"]).ruled("village_duty", exempts=("days",))
    assert "B1a" in set(plan(world).of("departments").filter(unit_id="D3")["station_id"])


@pytest.mark.parametrize("place", ["station B1a", "county B1", "county B/B1", "city B"])
def test_a_required_pair_of_a_recusal(place: str) -> None:
    world = WORLD.but(pins=["D1 B1a require"], recusals=[f"D1 {place}"])
    assert [(file, row) for file, row, _ in faults(world)] == [("pins", 2)]


def test_a_pair_required_and_forbidden() -> None:
    world = WORLD.but(pins=["D1 B1a require", "D1 B1a forbid"])
    assert [(file, row) for file, row, _ in faults(world)] == [("pins", 3)]


def test_every_contradiction_is_said_at_once() -> None:
    world = WITH_DUTY.but(pins=["D3 A1a require", "D3 B1a require"])
    assert [row for _, row, _ in faults(world)] == [2, 3]


def test_history_of_the_plan_year_or_later() -> None:
    world = WORLD.but(history=["2018 D1 A1a", "2019 D1 A1a", "2020 D1 A1a"])
    assert [(file, row) for file, row, _ in faults(world)] == [("history", 3), ("history", 4)]


def test_history_of_the_plan_year_of_a_dataset_that_was_read_for_no_year() -> None:
    world = WORLD.but(history=["2019 D1 A1a"])
    tables = Dataset.from_frames(**world.frames)
    with pytest.raises(InputError, match="2019"):
        make_plan(tables, world.policy, 2019)


def test_the_tables_are_left_as_they_were() -> None:
    tables = dataset(WORLD)
    before = {name: frame.clone() for name, frame in tables.tables().items()}
    make_plan(tables, WORLD.policy, 2019)
    assert all(frame.equals(before[name]) for name, frame in tables.tables().items())
