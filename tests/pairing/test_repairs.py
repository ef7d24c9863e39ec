"""Every smallest change that makes an impossible year possible: each works, none smaller exists."""

from dataclasses import dataclass, replace
from functools import cached_property

import pytest

from planner.errors import SolverError
from planner.pairing.case import Year
from planner.pairing.changes import ways_of
from planner.pairing.trials import YearTrials
from planner.pairing.units import Part
from planner.repairs import Repairs, repairs_of
from tests.audit.world import STATIONS, WORLD, World, department
from tests.pairing.tiny import DEPARTMENTS, LEADERS, dataset


@dataclass(frozen=True)
class Asked:
    """A tiny world and the parts that are asked of it."""

    world: World
    parts: tuple[Part, ...]

    @cached_property
    def year(self) -> Year:
        return Year(dataset(self.world), self.world.policy, self.world.year, self.parts)


def repairs(year: Year, effort: int | None = None) -> Repairs[Year]:
    return repairs_of(YearTrials(year, effort))


def first(found: Repairs[Year]) -> list[str]:
    """Return the repairs found, in English."""
    return [repair.text("en") for repair in found.found]


def recused(*cities: str) -> Year:
    """Return the departments' year of the audit's world with D2 recused from some cities."""
    world = WORLD.but(recusals=[f"D2 city {city}" for city in cities])
    return Asked(world, DEPARTMENTS).year


def test_a_unit_that_is_recused_from_everything() -> None:
    assert first(repairs(recused("A", "B", "C"))) == [
        "lift the recusal of 处室D2 (D2) from A (recusals:2)",
        "lift the recusal of 处室D2 (D2) from B (recusals:3)",
        "lift the recusal of 处室D2 (D2) from C (recusals:4)",
        "set departments.stations from [1, 2] to [0, 2] (N2 三-1 ¶2)",
    ]


def test_stations_that_are_alike_stand_on_one_line() -> None:
    world = WORLD
    for station in STATIONS:
        world = world.where(station, nominated=False)
    world = world.ruled("departments", stations=(0, 2)).but(pins=["D1 A1a require"])
    world = world.ruled("leaders", stations=(1, 1))
    assert first(repairs(Asked(world, LEADERS).year)) == [
        "set leaders.stations from [1, 1] to [0, 1] (N1 三-1 ¶1)",
        "nominate 司法所A1b (A1b) in A/A1",
        "nominate 司法所A2a (A2a) in A/A2 (1 more there are open to the same units)",
        "nominate 司法所B1a (B1a) in B/B1 (1 more there are open to the same units)",
        "nominate 司法所B2a (B2a) in B/B2 (1 more there are open to the same units)",
        "nominate 司法所C1a (C1a) in C/C1 (1 more there are open to the same units)",
        "nominate 司法所C2a (C2a) in C/C2 (1 more there are open to the same units)",
    ]


def test_what_only_nominations_undo_is_told_with_all_that_undoes_the_rest() -> None:
    # L1 needs A1a, or one of five other changes; D1 C1a, or one of five: any two of them do.
    barred = ["L1 city C", "L1 county A2", "L1 station A1b"]
    barred += ["D1 city A", "D1 city B", "D1 county C2", "D1 station C1b"]
    world = WORLD.but(departments=[department("D1", 5)], recusals=barred)
    world = world.where("A1a", nominated=False).where("C1a", nominated=False)
    found = repairs(Asked(world, ("leaders", "departments")).year)
    assert (found.size, found.complete, found.number) == (2, True, 36)
    told = first(found)
    assert sum("A1a" in one for one in told) == sum("C1a" in one for one in told) == 6
    assert sum("A1a" in one and "C1a" in one for one in told) == 1


def test_a_figure_is_moved_no_further_than_it_must_be() -> None:
    # The nearest stations are 50, 60 and 90 minutes away, one in each city: two are needed.
    world = WORLD.ruled("travel", most_minutes=40)
    for station, minutes in (("A1a", 60), ("B1a", 90), ("C1a", 50)):
        world = world.where(station, travel_minutes=minutes)
    for station in set(STATIONS) - {"A1a", "B1a", "C1a"}:
        world = world.where(station, nominated=False)
    assert "set travel.most_minutes from 40 to 60 (N7 四)" in first(
        repairs(Asked(world, LEADERS).year)
    )


def test_figures_moved_together_reach_farther_than_either_could_alone() -> None:
    # L1 is required at five stations of one county: up to 5 of them, and D1 makes 6 in it.
    stations = ["A1a", "A1b", "A2a", "A2b", "B1a"]
    world = WORLD.ruled("leaders", per_city=6).but(departments=[department("D1", 12)])
    world = world.but(pins=[f"L1 {station} require" for station in stations])
    for station in STATIONS:
        world = world.where(station, city="A", county="A1", nominated=station in (*stations, "B1b"))
    found = repairs(Asked(world, ("leaders", "departments")).year)
    assert found.size == 2
    (only,) = first(found)
    assert "set leaders.stations from [2, 3] to [2, 5]" in only
    assert "set stations.per_county from 2 to 6" in only


def test_a_figure_beyond_all_that_is_tried_is_left_as_it_is() -> None:
    world = WORLD.ruled("stations", units=99, per_county=99).but(recusals=["D2 city A"])
    world = world.ruled("departments", per_city=99)
    for station in STATIONS:
        world = world.where(station, nominated=station[0] == "A")
    assert first(repairs(Asked(world, DEPARTMENTS).year))[0].startswith(
        "lift the recusal of 处室D2 (D2)"
    )


def test_rows_that_say_the_same_are_dropped_together() -> None:
    found = repairs(recused("A", "A", "B", "C"), None)
    assert first(found)[0] == "lift the recusal of 处室D2 (D2) from A (recusals:2, 3)"


def test_a_search_without_effort_says_that_it_is_not_complete() -> None:
    found = repairs(recused("A", "B", "C"), 0)
    assert not found.found
    assert not found.complete
    assert "was found with the work allowed" in found.text("en")


def test_a_search_that_ends_early_says_how_many_it_found_so_far() -> None:
    # Each question costs 2,000 and the pairs it looks at, so that some can be asked.
    found = repairs(recused("A", "B", "C"), 12_000)
    assert 0 < len(found.found) < 4
    assert not found.complete
    assert "found so far" in found.text("en")
    assert "已找到" in found.text("zh")


def test_the_same_effort_finds_the_same() -> None:
    for effort in (2_500, 10_000, 20_000):
        once, again = (repairs(recused("A", "B", "C"), effort) for _ in range(2))
        assert once == again


def test_a_solver_without_an_answer_is_no_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object) -> bool:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")

    monkeypatch.setattr("planner.pairing.trials.feasible", silent)
    found = repairs(recused("A", "B", "C"), None)
    assert not found.found
    assert not found.complete


def test_it_is_told_apart_what_to_change_and_how_far() -> None:
    every = repairs(recused("A", "B", "C"), None)
    assert (every.complete, every.nearest) == (True, True)
    farther = replace(every, nearest=False)
    assert "What to change is complete; how far is not" in farther.text("en")
    assert "改哪几处已经查全" in farther.text("zh")
    assert "complete; how far" not in every.text("en")
    assert "There may be more, and smaller ones" in replace(farther, complete=False).text("en")


def test_two_stations_are_for_more_or_for_fewer_departments_by_the_sizes_there_are() -> None:
    # From 9 people on one of 9 has two as well; from 13 on the one of exactly 12 has no longer two.
    heads = [department(unit, size) for unit, size in (("D1", 9), ("D2", 12))]
    world = WORLD.but(departments=heads).ruled("departments", two_from_headcount=12)
    ways = ways_of(Asked(world, DEPARTMENTS).year)
    mine = [way for way in ways if way.name == "departments.two_from_headcount"]
    names = [("departments.two_from_headcount", size) for size in (9, 13)]
    assert [change.name for way in mine for change in way.changes] == names
