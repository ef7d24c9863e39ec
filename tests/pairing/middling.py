"""Random worlds with every table and rule in use; the same for the same seed.

Drawn so that most have a plan. A required pin never meets a recusal or a pin that forbids, which
would be contradictory input; all else may get in each other's way.
"""

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from planner.policy import Goals, Policy
from planner.policy.figures import DEPARTMENT_GOALS, LEADER_GOALS
from tests.audit.world import World, department, leader, station

TOPICS = ("调解", "普法", "戒毒", "安置")
CITIES = "ABCD"


@dataclass(frozen=True)
class Size:
    """How many of everything there are."""

    leaders: int
    departments: int
    stations: int
    counties: int
    cities: int


MIDDLING = Size(3, 6, 50, 10, 4)


def middling(seed: int) -> World:
    """Return a world of 3 leaders, 6 departments and 40 to 60 stations in 8 to 12 counties."""
    rng = Random(seed)
    size = replace(MIDDLING, stations=rng.randint(40, 60), counties=rng.randint(8, 12))
    return drawn(rng, size, _policy(rng))


def drawn(rng: Random, size: Size, policy: Policy) -> World:
    """Return a random world of a size."""
    leaders = [f"L{n + 1}" for n in range(size.leaders)]
    departments = [
        department(
            f"D{n + 1}",
            rng.randint(5, 15),
            duty=rng.random() < 0.15,
            topics=";".join(rng.sample(TOPICS, rng.randint(0, 2))),
        )
        for n in range(size.departments)
    ]
    stations = _stations(rng, size)
    units = leaders + [row["department_id"] for row in departments]
    exempt = {row["department_id"] for row in departments if row["village_duty"]}
    if "pairing" not in policy.village_duty.exempts:
        exempt = set[str]()
    free = [unit for unit in units if unit not in exempt]
    required = _pairs(rng, free, stations, rng.choice([0, 0, 1, 2]))
    forbidden = _pairs(rng, units, stations, 2 * size.departments) - required
    pins = [f"{u} {s} require" for u, s in sorted(required)]
    pins += [f"{u} {s} forbid" for u, s in sorted(forbidden)]
    return World(
        {
            "leaders": [leader(unit) for unit in leaders],
            "departments": departments,
            "stations": stations,
            "history": _joined(_twice(rng, _history(rng, units, stations))),
            "wishes": _twice(rng, _wishes(rng, size, stations)),
            "recusals": _twice(rng, _recusals(rng, units, stations, required)),
            "pins": _twice(rng, pins),
        },
        policy,
    )


def _stations(rng: Random, size: Size) -> list[dict[str, Any]]:
    """Draw stations; the first county of each city has the same name in every city."""
    counties = [(CITIES[n % size.cities], n // size.cities) for n in range(size.counties)]
    found: list[dict[str, Any]] = []
    for n in range(size.stations):
        city, number = rng.choice(counties)
        found.append(
            station(
                f"{n:03d}",
                city=city,
                county="城关" if number == 0 else f"{city}{number}",
                travel_minutes=rng.randint(10, 300),
                staff=rng.randint(0, 4),
                caseload=rng.randint(0, 400),
                hardship=rng.choice([0, 0, 1, 1, 2, 3]),
                focus=rng.choice((*TOPICS, None)),
                nominated=rng.random() < 0.7,
            )
        )
    return found


Stations = list[dict[str, Any]]
Pair = tuple[str, str]


def _pairs(rng: Random, units: list[str], stations: Stations, number: int) -> set[Pair]:
    if not units:
        return set()
    return {(rng.choice(units), rng.choice(stations)["station_id"]) for _ in range(number)}


def _twice(rng: Random, lines: list[str]) -> list[str]:
    """Say some lines twice, which is odd but does no harm."""
    return [*lines, *rng.sample(lines, min(len(lines), 2))]


def _history(rng: Random, units: list[str], stations: Stations) -> list[str]:
    ids = [*(row["station_id"] for row in stations), "GONE"]
    everyone = [*units, "GONE"]
    return [
        f"{rng.randint(2012, 2018)} {rng.choice(everyone)} {rng.choice(ids)}"
        for _ in range(len(stations))
    ]


def _joined(rows: list[str]) -> list[str]:
    """Leave out rows of what is gone where they would be most of any last years' rows.

    Such tables are refused: their identifiers are other ones.
    """
    there, kept = 0, list[int]()
    for at in sorted(range(len(rows)), key=lambda at: (-int(rows[at][:4]), "GONE" in rows[at])):
        there += "GONE" not in rows[at]
        if "GONE" not in rows[at] or len(kept) < 2 * there:
            kept.append(at)
    return [rows[at] for at in sorted(kept)]


def _place(rng: Random, stations: Stations) -> tuple[str, set[str]]:
    """Return a place as `level place`, and the stations it covers."""
    row = rng.choice(stations)
    where = (row["city"], row["county"])
    level = rng.choice(("station", "name", "county", "county", "city"))
    if level in ("station", "name"):
        return f"station {row['station_id' if level == 'station' else 'name']}", {row["station_id"]}
    if level == "city":
        return f"city {where[0]}", {
            one["station_id"] for one in stations if one["city"] == where[0]
        }
    bare = len({one["city"] for one in stations if one["county"] == where[1]}) == 1
    name = where[1] if bare and rng.random() < 0.5 else "/".join(where)
    covered = {one["station_id"] for one in stations if (one["city"], one["county"]) == where}
    return f"county {name}", covered


def _wishes(rng: Random, size: Size, stations: Stations) -> list[str]:
    units = [f"D{n + 1}" for n in range(size.departments) for _ in range(3)]
    return [f"{unit} {rng.randint(1, 5)} {_place(rng, stations)[0]}" for unit in units]


def _recusals(rng: Random, units: list[str], stations: Stations, required: set[Pair]) -> list[str]:
    found: list[str] = []
    for unit in units:
        place, covered = _place(rng, stations)
        if not any((unit, one) in required for one in covered):
            found.append(f"{unit} {place}")
    return found


def _policy(rng: Random) -> Policy:
    """Draw the figures: the notice's own in a third, others near them elsewhere."""
    policy = Policy()
    if rng.random() < 2 / 3:
        leaders = replace(
            policy.leaders,
            stations=rng.choice([(2, 3), (1, 2), (2, 2)]),
            per_city=rng.randint(1, 2),
        )
        departments = replace(
            policy.departments,
            stations=rng.choice([(1, 2), (1, 3), (0, 2)]),
            two_from_headcount=rng.randint(6, 14),
            per_city=rng.randint(1, 2),
        )
        duty = replace(policy.village_duty, exempts=rng.choice([(), ("days",), ("pairing",)]))
        stations = replace(policy.stations, units=rng.randint(1, 2), per_county=rng.randint(1, 3))
        rotation = replace(policy.rotation, years=rng.randint(0, 5))
        need = replace(
            policy.need,
            hardship=rng.randint(0, 40),
            staff_standard=rng.randint(1, 4),
            unvisited_years=rng.randint(1, 6),
            unvisited=rng.randint(1, 20),
        )
        policy = replace(
            policy, leaders=leaders, departments=departments, village_duty=duty, stations=stations,
            rotation=rotation, need=need, goals=_goals(rng),
        )  # fmt: skip
    if rng.random() < 0.35:
        percent = rng.choice([10, 25, 34, 50])
        policy = replace(policy, stations=replace(policy.stations, hard_percent=percent))
    if rng.random() < 0.35:
        policy = replace(policy, travel=replace(policy.travel, most_minutes=rng.randint(250, 300)))
    return policy


def _goals(rng: Random) -> Goals:
    """Draw the orders of the goals, some left out, `tie` last."""
    orders: list[tuple[str, ...]] = []
    for goals in (LEADER_GOALS, DEPARTMENT_GOALS):
        first = [goal for goal in goals if goal != "tie"]
        orders.append((*rng.sample(first, rng.randint(len(first) - 2, len(first))), "tie"))
    return Goals(orders[0], orders[1])
