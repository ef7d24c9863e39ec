"""Random tiny worlds with a plan that breaks no rule, the same for the same seed.

The plan is drawn first, within the quotas, and the tables are then drawn around it: 36 stations in
12 counties of 4 cities, 1 to 3 leaders, 2 to 5 departments and one on village duty.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import product
from random import Random
from typing import Any

from tests.audit.world import World, department, leader, station

IDS = tuple("".join(name) for name in product("ABCD", "123", "abc"))
TOPICS = ("调解", "普法", "戒毒")


@dataclass(frozen=True)
class Scene:
    """A world and a clean plan in it, as pairs of ids."""

    world: World
    pairs: tuple[tuple[str, str], ...]

    @property
    def lines(self) -> list[str]:
        """Return the plan as lines of text."""
        return [" ".join(pair) for pair in self.pairs]


@cache
def scene(seed: int) -> Scene:
    """Return the scene of a seed."""
    rng = Random(seed)
    leaders = [leader(f"L{n + 1}") for n in range(rng.randint(1, 3))]
    departments = [
        department(f"D{n + 1}", rng.randint(5, 15), topics=rng.choice(TOPICS))
        for n in range(rng.randint(2, 5))
    ]
    pairs = _plan(rng, len(leaders), [row["headcount"] for row in departments])
    units = [*(row["leader_id"] for row in leaders), *(row["department_id"] for row in departments)]
    required = {pair for pair in pairs if rng.random() < 0.2}
    world = World().but(
        leaders=leaders,
        departments=[*departments, department("D9", 12, duty=True)],
        stations=[_station(rng, id, pairs, required) for id in IDS],
        history=_history(rng, units, pairs, required),
        wishes=_wishes(rng, len(departments)),
        recusals=_recusals(rng, units, pairs),
        pins=_pins(rng, units, pairs, required),
    )
    return Scene(_ruled(rng, world, pairs), tuple(pairs))


def _plan(rng: Random, leaders: int, headcounts: list[int]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    counties: Counter[str] = Counter()

    def pair(unit: str, number: int, per_city: int) -> None:
        cities: Counter[str] = Counter()
        for id in rng.sample(IDS, len(IDS)):
            taken = any(id == other for _, other in pairs)
            room = counties[id[:2]] < 2 and cities[id[0]] < per_city
            if cities.total() < number and room and not taken:
                pairs.append((unit, id))
                counties[id[:2]] += 1
                cities[id[0]] += 1

    for n in range(leaders):
        pair(f"L{n + 1}", rng.randint(2, 3), 1)
    for n, headcount in enumerate(headcounts):
        pair(f"D{n + 1}", rng.randint(1, 2) if headcount >= 10 else 1, 2)
    return pairs


Pairs = list[tuple[str, str]]


def _station(rng: Random, id: str, pairs: Pairs, required: set[tuple[str, str]]) -> dict[str, Any]:
    chosen = any(id == other for pair in pairs if pair not in required for other in pair)
    return station(
        id,
        travel_minutes=rng.randint(10, 300),
        staff=rng.randint(0, 4),
        caseload=rng.randint(0, 400),
        hardship=rng.randint(0, 3),
        focus=rng.choice((*TOPICS, None)),
        nominated=chosen or rng.random() < 0.6,
    )


def _history(
    rng: Random, units: list[str], pairs: Pairs, required: set[tuple[str, str]]
) -> list[str]:
    drawn = [(rng.randint(2010, 2018), rng.choice([*units, "X1"]), rng.choice(IDS)) for _ in IDS]
    again = [(rng.randint(2010, 2015), *pair) for pair in pairs if rng.random() < 0.3]
    kept = set(pairs) - required
    past = [(year, *pair) for year, *pair in drawn if year < 2016 or tuple(pair) not in kept]
    return [f"{year} {unit} {id}" for year, unit, id in [*past, *again]]


def _place(rng: Random, id: str) -> str:
    return rng.choice(
        [f"station {id}", f"county {id[:2]}", f"county {id[0]}/{id[:2]}", f"city {id[0]}"]
    )


def _wishes(rng: Random, departments: int) -> list[str]:
    drawn = [(rng.randint(1, departments), rng.randint(1, 5), rng.choice(IDS)) for _ in range(12)]
    return [f"D{unit} {rank} {_place(rng, id)}" for unit, rank, id in drawn]


def _recusals(rng: Random, units: list[str], pairs: Pairs) -> list[str]:
    drawn = [(rng.choice(units), _place(rng, rng.choice(IDS))) for _ in range(8)]
    return [f"{unit} {place}" for unit, place in drawn if not _within(place, unit, pairs)]


def _within(place: str, unit: str, pairs: Pairs) -> bool:
    name = place.split()[1].split("/")[-1]
    return any(other == unit and id.startswith(name) for other, id in pairs)


def _pins(rng: Random, units: list[str], pairs: Pairs, required: set[tuple[str, str]]) -> list[str]:
    drawn = {(rng.choice(units), rng.choice(IDS)) for _ in range(6)} - set(pairs)
    lines = [f"{unit} {id} forbid" for unit, id in sorted(drawn)]
    return [*lines, *(f"{unit} {id} require" for unit, id in sorted(required))]


def _ruled(rng: Random, world: World, pairs: Pairs) -> World:
    """Return the world with the rules that are off by default on, and met exactly, in half."""
    if rng.random() < 0.5:
        return world
    figures = {row["station_id"]: row for row in world.rows["stations"] if isinstance(row, dict)}
    hard: Counter[str] = Counter()
    for unit, id in pairs:
        hard[unit[0]] += figures[id]["hardship"] >= 2
    case = world.case([" ".join(pair) for pair in pairs])
    shares = [100 * hard["L"] // case.most("leaders"), 100 * hard["D"] // case.most("departments")]
    farthest = max(figures[id]["travel_minutes"] for _, id in pairs)
    return world.ruled("stations", hard_percent=min(shares)).ruled("travel", most_minutes=farthest)
