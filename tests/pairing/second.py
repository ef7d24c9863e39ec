"""The whole yearly plan a second time: from the tables' rows to a program for SciPy's HiGHS.

Written from the statement of the rules alone; it shares no line with the planner. Rows are read as
they are, sets of pairs are Python sets, and every goal is solved as a program of its own, the goals
before it being kept as rows.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np

from tests.allocation.highs import NONE, Rows, minimum
from tests.audit.world import World

Row = dict[str, Any]
Pair = tuple[str, str]
SENSE = {"coverage": -1, "balance": 1, "counties": -1, "wishes": -1, "need": -1, "fit": -1,
         "travel": 1, "tie": 1}  # fmt: skip
"""1 where less is better, -1 where more is."""


@dataclass
class Best:
    """The best plan of one part: its goals' values in the policy's order, and its pairs."""

    values: list[int]
    pairs: list[Pair]


def tables_of(world: World) -> dict[str, list[Row]]:
    """Return the tables as rows."""
    return {name: frame.rows(named=True) for name, frame in world.frames.items()}


def best_plan(world: World) -> tuple[Best | None, Best | None]:
    """Return the best leaders' plan and the best departments' plan around it, None for none."""
    tables = tables_of(world)
    leaders = Part(world, tables, "leaders", []).solve()
    if leaders is None:
        return None, None
    return leaders, Part(world, tables, "departments", leaders.pairs).solve()


class Part:
    """One part of the plan as a program: a column per allowed pair, then helpers."""

    def __init__(
        self, world: World, tables: dict[str, list[Row]], part: str, standing: list[Pair]
    ) -> None:
        self.policy, self.year, self.part, self.tables = world.policy, world.year, part, tables
        self.stations = {row["station_id"]: row for row in tables["stations"]}
        self.standing = [self.stations[station] for _, station in standing]
        self.quota = self._quotas()
        pins = tables["pins"]
        self.required = {
            (p["unit_id"], p["station_id"]) for p in pins if p["decision"] == "require"
        }
        self.pairs = [(u, s) for u in self.quota for s in self.stations if self._allowed(u, s)]
        self.upper = [1] * len(self.pairs)
        self.rows = Rows()

    def solve(self) -> Best | None:
        """Return the best plan, goal by goal."""
        self._hard_rules()
        goals = getattr(self.policy.goals, self.part)
        costs = [self._cost(goal) for goal in goals]
        values, x = list[int](), np.zeros(len(self.pairs), np.int64)
        for goal, (cost, constant) in zip(goals, costs, strict=True):
            column = np.zeros(len(self.upper), np.int64)
            column[list(cost)] = [SENSE[goal] * value for value in cost.values()]
            found = minimum(self.rows, np.array(self.upper), column)
            if found is None:
                assert not values
                return None
            x, value = found, int(column @ found)
            self.rows.add({at: SENSE[goal] * v for at, v in cost.items()}, NONE, value)
            values.append(SENSE[goal] * value + constant)
        return Best(values, [pair for pair, chosen in zip(self.pairs, x, strict=False) if chosen])

    def _quotas(self) -> dict[str, tuple[int, int]]:
        """Each unit that takes part, with its fewest and most stations."""
        if self.part == "leaders":
            return {
                row["leader_id"]: self.policy.leaders.stations for row in self.tables["leaders"]
            }
        low, high = self.policy.departments.stations
        large = self.policy.departments.two_from_headcount
        spared = "pairing" in self.policy.village_duty.exempts
        return {
            row["department_id"]: (low, high if row["headcount"] >= large else low)
            for row in self.tables["departments"]
            if not (spared and row["village_duty"])
        }

    def _allowed(self, unit: str, station: str) -> bool:
        if (unit, station) in self.required:
            return True
        first = self.year - self.policy.rotation.years
        back = any(
            (past["unit_id"], past["station_id"]) == (unit, station) and past["year"] >= first
            for past in self.tables["history"]
        )
        forbidden = any(
            (p["unit_id"], p["station_id"]) == (unit, station) for p in self.tables["pins"]
        )
        recused = any(
            row["unit_id"] == unit and self._covers(row, station) for row in self.tables["recusals"]
        )
        most = self.policy.travel.most_minutes
        far = bool(most) and self.stations[station]["travel_minutes"] > most
        return self.stations[station]["nominated"] and not (back or forbidden or recused or far)

    def _covers(self, row: Row, station: str) -> bool:
        here = self.stations[station]
        names = {
            "station": {station, here["name"]},
            "county": {here["county"], f"{here['city']}/{here['county']}"},
            "city": {here["city"]},
        }
        return row["place"] in names[row["level"]]

    def _where(self, **wanted: Any) -> list[int]:
        """Return the columns of the pairs with this unit, or stations with these figures."""
        found: list[int] = []
        for at, (unit, station) in enumerate(self.pairs):
            row = self.stations[station] | {"unit": unit}
            if all(row[key] == value for key, value in wanted.items()):
                found.append(at)
        return found

    def _bound(self, columns: Sequence[int], lower: float, upper: float) -> None:
        self.rows.add(dict.fromkeys(columns, 1), lower, upper)

    def _hard_rules(self) -> None:
        policy, kind = (
            self.policy,
            self.policy.leaders if self.part == "leaders" else self.policy.departments,
        )
        there = list(self.standing)
        if self.part == "leaders":
            there = [
                self.stations[station] for unit, station in self.required if unit not in self.quota
            ]
        at_station = Counter(row["station_id"] for row in there)
        in_county = Counter((row["city"], row["county"]) for row in there)
        for unit, (low, high) in self.quota.items():
            self._bound(self._where(unit=unit), low, high)
            for city in {row["city"] for row in self.stations.values()}:
                self._bound(self._where(unit=unit, city=city), 0, kind.per_city)
        for station in self.stations:
            self._bound(
                self._where(station_id=station),
                0,
                max(0, policy.stations.units - at_station[station]),
            )
        for city, county in {(row["city"], row["county"]) for row in self.stations.values()}:
            free = max(0, policy.stations.per_county - in_county[city, county])
            self._bound(self._where(city=city, county=county), 0, free)
        for at, pair in enumerate(self.pairs):
            if pair in self.required:
                self._bound([at], 1, 1)
        if policy.stations.hard_percent:
            places = sum(high for _, high in self.quota.values())
            hard = self._where(hardship=2) + self._where(hardship=3)
            self._bound(hard, -(-policy.stations.hard_percent * places // 100), NONE * -1)

    def _cost(self, goal: str) -> tuple[dict[int, int], int]:
        """Return what each column adds to a goal, and what is added whatever is chosen."""
        if goal == "balance":
            return self._balance()
        if goal == "counties":
            return self._counties()
        each = {
            "coverage": lambda _unit, _station: 1,
            "wishes": self._wish,
            "need": lambda _unit, station: self._need(station),
            "fit": self._fit,
            "travel": lambda _unit, station: self.stations[station]["travel_minutes"],
            "tie": self._tie,
        }[goal]
        return {at: each(*pair) for at, pair in enumerate(self.pairs)}, 0

    def _helper(self, most: int) -> int:
        self.upper.append(most)
        return len(self.upper) - 1

    def _balance(self) -> tuple[dict[int, int], int]:
        """A helper for what each city misses and one for what it has too much."""
        nominated = Counter(row["city"] for row in self.stations.values() if row["nominated"])
        everywhere = max(1, sum(nominated.values()))
        places = sum(high for _, high in self.quota.values()) + len(self.standing)
        cost: dict[int, int] = {}
        for city in {row["city"] for row in self.stations.values()}:
            low, high = (
                places * nominated[city] // everywhere,
                -(-places * nominated[city] // everywhere),
            )
            has = sum(row["city"] == city for row in self.standing)
            columns = dict.fromkeys(self._where(city=city), 1)
            short, over = self._helper(999), self._helper(999)
            self.rows.add(columns | {short: 1}, low - has, -NONE)
            self.rows.add(columns | {over: -1}, NONE, high - has)
            cost |= {short: 1, over: 1}
        return cost, 0

    def _counties(self) -> tuple[dict[int, int], int]:
        """A helper for each county that nobody has been to yet."""
        seen = {(row["city"], row["county"]) for row in self.standing}
        cost: dict[int, int] = {}
        for city, county in {(row["city"], row["county"]) for row in self.stations.values()} - seen:
            reached = self._helper(1)
            columns = dict.fromkeys(self._where(city=city, county=county), -1)
            self.rows.add(columns | {reached: 1}, NONE, 0)
            cost[reached] = 1
        return cost, len(seen)

    def _wish(self, unit: str, station: str) -> int:
        ranks = [
            row["rank"]
            for row in self.tables["wishes"]
            if row["department_id"] == unit and self._covers(row, station)
        ]
        return max(0, 4 - min(ranks)) if ranks else 0

    def _need(self, station: str) -> int:
        need, row = self.policy.need, self.stations[station]
        last = [past["year"] for past in self.tables["history"] if past["station_id"] == station]
        unvisited = 100
        if last:
            unvisited = (
                100 * min(need.unvisited_years, self.year - max(last)) // need.unvisited_years
            )
        parts = [
            (need.hardship, 100 * row["hardship"] // 3),
            (need.staff, 100 * max(0, need.staff_standard - row["staff"]) // need.staff_standard),
            (
                need.caseload,
                min(100, 100 * row["caseload"] // (max(row["staff"], 1) * need.caseload_full)),
            ),
            (need.unvisited, unvisited),
        ]
        return sum(weight * part for weight, part in parts) // sum(weight for weight, _ in parts)

    def _fit(self, unit: str, station: str) -> int:
        topics = next(
            (
                row["expertise"]
                for row in self.tables["departments"]
                if row["department_id"] == unit
            ),
            [],
        )
        return int(self.stations[station]["focus"] in (topics or []))

    def _tie(self, unit: str, station: str) -> int:
        x = (crc32(unit.encode()) << 32) + crc32(station.encode()) + self.year * 0x9E3779B97F4A7C15
        z = (x + 0x9E3779B97F4A7C15) % 2**64
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
        return (z ^ z >> 31) >> 40
