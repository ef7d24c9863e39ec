"""Tiny years without a plan, and their smallest repairs found by trying every change there is.

Nothing of the search is used: a change is made to the tables or the figures, and the year is made
anew. Two units or three, four stations, so that all sets of changes can be gone through.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, count, product
from random import Random

from planner.pairing.attempt import Year, clash_of
from planner.pairing.changes import Change, Nominate, Repair, SetFigure, drops_of
from planner.pairing.figures import scales_of
from planner.pairing.repairs import Repairs
from planner.pairing.units import PARTS, Part
from planner.policy import Policy
from tests.audit.world import World
from tests.pairing.middling import Size, drawn
from tests.pairing.tiny import DEPARTMENTS, LEADERS, dataset

Way = list[Change]
"""A single change, or a figure's values one way, the nearest first."""


@dataclass(frozen=True, eq=False)
class Tried:
    """A year and what is known of it with some changes made."""

    year: Year

    @cached_property
    def ways(self) -> list[Way]:
        """Every single change; those of a figure one way stand together."""
        tables, policy = self.year.dataset, self.year.policy
        found: list[Way] = [[drop] for drop in drops_of(tables)]
        for scale in scales_of(tables, policy):
            way: Way = [scale.change(at) for at in range(len(scale.values))]
            found.append(way)
        idle = tables.stations.filter(~tables.stations["nominated"])
        for station, city, county in idle.select("station_id", "city", "county").iter_rows():
            found.append([Nominate(station, f"{city}/{county}")])
        return found

    @cached_property
    def _known(self) -> dict[frozenset[Change], bool]:
        return {}

    def changed(self, changes: Sequence[Change]) -> Year:
        """Return the year with its tables and figures changed."""
        tables, policy = Repair(tuple(changes)).apply(self.year.dataset, self.year.policy)
        return replace(self.year, dataset=tables, policy=policy)

    def works(self, changes: Sequence[Change]) -> bool:
        """Return whether every part that is asked for is possible in the changed year."""
        key = frozenset(changes)
        if key not in self._known:
            self._known[key] = clash_of(self.changed(changes)) is None
        return self._known[key]

    def smallest(self, size: int) -> set[frozenset[Change]]:
        """Return the sets of so many changes that work, no figure in them farther than it must be.

        Which means: with one figure moved less, the others as they are, the set does not work.
        """
        if size == 1:
            nearest = (next(([one] for one in way if self.works([one])), []) for way in self.ways)
            return {frozenset(some) for some in nearest if some}
        found = set[frozenset[Change]]()
        for ways in combinations(self.ways, size):
            if len({entry(way[0]) for way in ways}) < size:  # one figure both ways is one change
                continue
            places = [
                places
                for places in product(*(range(len(way)) for way in ways))
                if self.works([way[at] for way, at in zip(ways, places, strict=True)])
            ]
            for some in places:
                if not any(_nearer(other, some) for other in places):
                    found.add(frozenset(way[at] for way, at in zip(ways, some, strict=True)))
        return found


def _nearer(one: Sequence[int], other: Sequence[int]) -> bool:
    """Return whether one differs from the other by a single figure that is moved less."""
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and pairs[0][0] < pairs[0][1]


def entry(change: Change) -> object:
    """Return whom a change is on, whatever a figure's new value is."""
    return (change.section, change.key) if isinstance(change, SetFigure) else change


def listed(found: Repairs) -> set[frozenset[Change]]:
    """Return the sets of changes that were found, stations alike one by one."""
    sets = set[frozenset[Change]]()
    for repair in found.found:
        ways = [
            [replace(change, station=at, alike=()) for at in (change.station, *change.alike)]
            if isinstance(change, Nominate)
            else [change]
            for change in repair.changes
        ]
        sets |= {frozenset(some) for some in product(*ways)}
    return {some for some in sets if len(some) == found.size}


def year_of(seed: int, crossing: bool, size: Size) -> Tried:
    """Return a random year, with rules that cut across the others or without."""
    rng = Random(f"{seed} {crossing}")
    world = drawn(rng, size, policy_of(rng, crossing))
    rows = [row for row in world.rows["stations"] if isinstance(row, dict)]
    anew = [
        row | {"nominated": rng.random() < 0.6, "travel_minutes": rng.randint(1, 4)} for row in rows
    ]
    world = world.but(
        stations=anew,
        recusals=world.rows["recusals"][: rng.randint(0, 2)],
        pins=world.rows["pins"][: rng.randint(0, 3)],
    )
    parts: tuple[Part, ...] = rng.choice([LEADERS, DEPARTMENTS, PARTS, PARTS])
    return Tried(Year(dataset(world), world.policy, world.year, parts))


def years(crossing: bool, size: Size, first: int = 0) -> Iterator[Tried]:
    """Yield random years without a plan."""
    for seed in count(first):
        tried = year_of(seed, crossing, size)
        if not tried.works(()):
            yield tried


def policy_of(rng: Random, crossing: bool) -> Policy:
    """Return figures that leave little room."""
    world = World(policy=Policy()).ruled(
        "leaders", stations=rng.choice([(1, 1), (1, 2), (2, 2)]), per_city=rng.randint(1, 2)
    )
    world = world.ruled("departments", stations=rng.choice([(0, 1), (1, 1), (1, 2)]))
    world = world.ruled("rotation", years=rng.randint(0, 2))
    world = world.ruled("stations", per_county=rng.randint(1, 2))
    if crossing:
        percent, minutes = rng.choice([(0, 3), (0, 5), (2, 0), (2, 5), (51, 0)])
        world = world.ruled("stations", hard_percent=percent).ruled("travel", unit_max=minutes)
    return world.policy
