"""Every smallest change that makes an impossible year possible: each works, none smaller exists."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from random import Random

import pytest

from planner.dataset import Dataset
from planner.errors import SolverError
from planner.pairing.attempt import Year, clash_of
from planner.pairing.changes import Change, Nominate, Repair, SetFigure, drops_of
from planner.pairing.figures import scales_of
from planner.pairing.make import make_plan
from planner.pairing.repairs import LISTED, Repairs, repairs_of
from planner.pairing.units import PARTS, Part
from planner.policy import Policy
from tests.audit.world import STATIONS, WORLD, World
from tests.pairing.middling import Size, drawn
from tests.pairing.tiny import DEPARTMENTS, LEADERS, dataset

Key = tuple[object, ...]


@dataclass(frozen=True)
class Asked:
    """A tiny world and the parts that are asked of it."""

    world: World
    parts: tuple[Part, ...]

    @cached_property
    def year(self) -> Year:
        return Year(dataset(self.world), self.world.policy, self.world.year, self.parts)

    def changed(self, changes: Sequence[Change]) -> Year:
        tables, policy = Repair(tuple(changes)).apply(self.year.dataset, self.year.policy)
        return replace(self.year, dataset=tables, policy=policy)

    @property
    def catalogue(self) -> dict[Key, list[Change]]:
        return catalogue(self.year.dataset, self.year.policy)


def impossible(seed: int, crossing: bool) -> Asked | None:
    """Return a random tiny year with little room, None where it has a plan."""
    rng = Random(seed)
    world = drawn(rng, Size(2, 2, 5, 3, 2), _policy(rng, crossing))
    rows = [row for row in world.rows["stations"] if isinstance(row, dict)]
    nominated = [row | {"nominated": rng.random() < 0.6} for row in rows]
    world = world.but(stations=nominated, recusals=world.rows["recusals"][: rng.randint(0, 3)])
    parts: tuple[Part, ...] = rng.choice([LEADERS, DEPARTMENTS, PARTS, PARTS])
    return None if works(Asked(world, parts), ()) else Asked(world, parts)


def _policy(rng: Random, crossing: bool) -> Policy:
    world = World(policy=Policy()).ruled(
        "leaders", stations=rng.choice([(1, 1), (1, 2), (2, 2)]), per_city=rng.randint(1, 2)
    )
    world = world.ruled("departments", stations=rng.choice([(0, 1), (1, 1), (1, 2)]))
    percent = rng.choice([40, 80]) if crossing else 0
    world = world.ruled("stations", per_county=rng.randint(1, 2), hard_percent=percent)
    unit_max = rng.choice([0, 150]) if crossing else 0
    return (
        world.ruled("rotation", years=rng.randint(0, 3)).ruled("travel", unit_max=unit_max).policy
    )


def works(asked: Asked, changes: Sequence[Change]) -> bool:
    """Return whether every part that is asked for is possible in the changed year."""
    return clash_of(asked.changed(changes)) is None


def made(asked: Asked, repair: Repair) -> bool:
    """Return whether the plan of the repaired year is made."""
    year = asked.changed(repair.changes)
    return bool(make_plan(year.dataset, year.policy, year.year, parts=year.parts).parts)


def catalogue(tables: Dataset, policy: Policy) -> dict[Key, list[Change]]:
    """Return every single change; those of a figure one way stand together, the nearest first."""
    found: dict[Key, list[Change]] = {(drop,): [drop] for drop in drops_of(tables)}
    for scale in scales_of(tables, policy):
        changes: list[Change] = [scale.change(at) for at in range(len(scale.values))]
        found[scale.section, scale.key, scale.values[0]] = changes
    idle = tables.stations.filter(~tables.stations["nominated"])
    for station, city, county in idle.select("station_id", "city", "county").iter_rows():
        found[(station,)] = [Nominate(station, f"{city}/{county}")]
    return found


def brute(asked: Asked, known: dict[Key, list[Change]]) -> dict[Key, Change]:
    """Return every single change that works, of each figure the nearest value (of many: halved)."""
    found = dict[Key, Change]()
    for key, changes in known.items():
        if len(changes) > 10:
            at = bisect(range(len(changes)), 0, key=lambda at: works(asked, [changes[at]]))
            nearest = changes[at] if at < len(changes) else None
        else:
            nearest = next((change for change in changes if works(asked, [change])), None)
        if nearest is not None:
            found[key] = nearest
    return found


def assert_singles(asked: Asked, found: Repairs, known: dict[Key, list[Change]]) -> None:
    """The single changes found are those that work; of stations alike one stands for all."""
    best = brute(asked, known)
    if found.size != 1 or not found.found:
        assert not best
        return
    singles = [repair.changes[0] for repair in found.found]
    stations = [change for change in best.values() if isinstance(change, Nominate)]
    others = {change for change in best.values() if not isinstance(change, Nominate)}
    assert {change for change in singles if not isinstance(change, Nominate)} == others
    named = [change for change in singles if isinstance(change, Nominate)]
    assert {change.station for change in named} <= {change.station for change in stations}
    assert sum(1 + change.alike for change in named) == len(stations)


def years(crossing: bool, number: int) -> Iterator[Asked]:
    """Yield so many random years without a plan."""
    seed = 1000 * crossing
    while number:
        seed += 1
        asked = impossible(seed, crossing)
        if asked is not None:
            number -= 1
            yield asked


@pytest.mark.parametrize(("crossing", "number"), [(False, 8), (True, 3)])
def test_the_single_changes_found_are_those_that_work(crossing: bool, number: int) -> None:
    """And larger sets work, too, where no single change does."""
    sizes = set[int]()
    for asked in years(crossing, number):
        found = repairs_of(asked.year, None)
        assert found.complete
        for repair in found.found[:LISTED]:
            assert len(repair.changes) == found.size
            assert made(asked, repair)
        assert_singles(asked, found, asked.catalogue)
        sizes.add(found.size)
    assert sizes >= {1, 2}


def entry(change: Change) -> Key:
    """Return whom a change is on, whatever a figure's new value is."""
    if isinstance(change, SetFigure):
        return (change.section, change.key)
    return (change.station,) if isinstance(change, Nominate) else (change,)


def test_the_pairs_of_changes_found_are_those_that_work() -> None:
    """By trying all pairs; each figure at its farthest, which is the most that it can do."""
    tried = 0
    for asked in years(False, 12):
        found = repairs_of(asked.year, None)
        if found.size != 2 or len(asked.parts) < 2:
            continue
        known = asked.catalogue
        far = [changes[-1] for changes in known.values()]
        pairs = {frozenset(map(entry, pair)) for pair in combinations(far, 2) if works(asked, pair)}
        pairs = {pair for pair in pairs if len(pair) == 2}  # one figure both ways is one change
        assert {frozenset(map(entry, repair.changes)) for repair in found.found} == pairs
        tried += 1
        if tried == 2:
            return
    raise AssertionError("two of the years need two changes")


def first(found: Repairs) -> list[str]:
    """Return the repairs found, in English."""
    return [repair.text("en") for repair in found.found]


def recused(*cities: str) -> Year:
    """Return the departments' year of the audit's world with D2 recused from some cities."""
    world = WORLD.but(recusals=[f"D2 city {city}" for city in cities])
    return Asked(world, DEPARTMENTS).year


def test_a_unit_that_is_recused_from_everything() -> None:
    assert first(repairs_of(recused("A", "B", "C"), None)) == [
        "lift the recusal of D2 from A (recusals:2)",
        "lift the recusal of D2 from B (recusals:3)",
        "lift the recusal of D2 from C (recusals:4)",
        "set departments.stations from [1, 2] to [0, 2] (N2 三-1 ¶2)",
    ]


def test_stations_that_are_alike_stand_on_one_line() -> None:
    world = WORLD
    for station in STATIONS:
        world = world.where(station, nominated=False)
    world = world.ruled("departments", stations=(0, 2)).but(pins=["D1 A1a require"])
    world = world.ruled("leaders", stations=(1, 1))
    assert first(repairs_of(Asked(world, LEADERS).year, None)) == [
        "set leaders.stations from [1, 1] to [0, 1] (N1 三-1 ¶1)",
        "nominate A1b (A/A1)",
        "nominate A2a (A/A2; 1 more there are open to the same units)",
        "nominate B1a (B/B1; 1 more there are open to the same units)",
        "nominate B2a (B/B2; 1 more there are open to the same units)",
        "nominate C1a (C/C1; 1 more there are open to the same units)",
        "nominate C2a (C/C2; 1 more there are open to the same units)",
    ]


def test_a_figure_is_moved_no_further_than_it_must_be() -> None:
    # Two stations of 60 minutes each.
    world = WORLD.ruled("travel", unit_max=100)
    assert "set travel.unit_max from 100 to 120 (N7 四)" in first(
        repairs_of(Asked(world, LEADERS).year, None)
    )


def test_rows_that_say_the_same_are_dropped_together() -> None:
    found = repairs_of(recused("A", "A", "B", "C"), None)
    assert first(found)[0] == "lift the recusal of D2 from A (recusals:2, 3)"


def test_a_search_without_time_says_that_it_is_not_complete() -> None:
    found = repairs_of(recused("A", "B", "C"), 0)
    assert not found.found
    assert not found.complete
    assert "was found in time" in found.text("en")


def test_a_solver_without_an_answer_is_no_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object) -> bool:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")

    monkeypatch.setattr("planner.pairing.attempt.feasible", silent)
    found = repairs_of(recused("A", "B", "C"), None)
    assert not found.found
    assert not found.complete
