"""Tiny years without a plan, and their smallest repairs found by trying every change there is.

Nothing of the search is used: a change is made to the tables or the figures, and the year is made
anew. Two units or three, four stations, so that all sets of changes can be gone through.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, count, islice, product
from random import Random

from planner.allocation.feasible import feasible
from planner.allocation.solve import solve
from planner.pairing.case import Year
from planner.pairing.changes import nomination, ways_of
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS, Part
from planner.policy import Policy
from planner.repairs import Change, Repair, Repairs, Way
from tests.audit.world import World
from tests.pairing.middling import Size, drawn
from tests.pairing.tiny import DEPARTMENTS, LEADERS, dataset

Changes = Sequence[Change[Year]]


def possible(year: Year) -> bool:
    """Return whether every part has a plan, the departments around the leaders' best one."""
    field, standing = year.field(), year.standing
    if len(year.parts) > 1:
        leaders = year.case("leaders", field, None)
        best = solve(problem_of(leaders))
        if best is None:
            return False
        assert best.optimal
        standing = tuple(field.ids[at] for at in leaders.station[best.chosen])
    return feasible(problem_of(year.case(year.parts[-1], field, standing)))


@dataclass(frozen=True, eq=False)
class Tried:
    """A year and what is known of it with some changes made."""

    year: Year

    @cached_property
    def ways(self) -> list[Way[Year]]:
        """Every single change; those of a figure one way stand together."""
        stations = self.year.dataset.stations
        columns = ("station_id", "name", "city", "county")
        idle = stations.filter(~stations["nominated"]).select(columns).iter_rows()
        nominations = [nomination(at, name, f"{a}/{b}") for at, name, a, b in idle]
        return [*ways_of(self.year), *nominations]

    @cached_property
    def _known(self) -> dict[frozenset[Change[Year]], bool]:
        return {}

    def changed(self, changes: Changes) -> Year:
        """Return the year with its tables and figures changed."""
        return Repair(tuple(changes)).apply(self.year)

    def works(self, changes: Changes) -> bool:
        """Return whether every part that is asked for is possible in the changed year."""
        key = frozenset(changes)
        if key not in self._known:
            self._known[key] = possible(self.changed(changes))
        return self._known[key]

    def smallest(self, size: int, share: int = 1) -> set[frozenset[Change[Year]]]:
        """Return the sets of so many changes that work, no figure in them farther than it must be.

        Which means: with one figure moved less, the others as they are, the set does not work. Of
        all that can be taken together, one in `share` is tried.
        """
        if size == 1:
            nearest = (
                next(([one] for one in way.changes if self.works([one])), []) for way in self.ways
            )
            return {frozenset(some) for some in nearest if some}
        found = set[frozenset[Change[Year]]]()
        for ways in islice(combinations(self.ways, size), 0, None, share):
            if len({way.name for way in ways}) < size:  # one figure both ways is one change
                continue
            places = [
                places
                for places in product(*(range(len(way.changes)) for way in ways))
                if self.works(_at(ways, places))
            ]
            for some in places:
                if not any(_nearer(other, some) for other in places):
                    found.add(frozenset(_at(ways, some)))
        return found


def _at(ways: Sequence[Way[Year]], places: Sequence[int]) -> list[Change[Year]]:
    return [way.changes[at] for way, at in zip(ways, places, strict=True)]


def _nearer(one: Sequence[int], other: Sequence[int]) -> bool:
    """Return whether one differs from the other by a single figure that is moved less."""
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and pairs[0][0] < pairs[0][1]


def listed(found: Repairs[Year]) -> set[frozenset[Change[Year]]]:
    """Return the sets of changes that were found, stations alike one by one."""
    sets = set[frozenset[Change[Year]]]()
    for repair in found.found:
        ways = [
            [replace(change, name=name, alike=()) for name in change.names]
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
        percent, minutes = rng.choice([(0, 2), (2, 0), (2, 3), (51, 0)])
        world = world.ruled("stations", hard_percent=percent).ruled("travel", most_minutes=minutes)
    return world.policy
