"""What a plan of postings or exchange is worth by each goal, from its rows and the tables alone."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from zlib import crc32

from planner.audit.finding import Violation, misclaimed, witness
from planner.audit.postings.case import Case, Record, at_station
from planner.audit.postings.dates import birthdays
from planner.audit.postings.people import length
from planner.audit.postings.rules import fits, swapped
from planner.audit.values import GOLDEN, WORD, mix


class Candidates:
    """Everyone who could be sent for training, and what came of it."""

    def __init__(self, case: Case) -> None:
        self._case, self._register = case, case.register
        self.sent = {row["person_id"]: row["start_date"] for row in case.rows}

    @cached_property
    def first(self) -> dict[str, int]:
        """The number of each one's first possible batch, from 0."""
        found: dict[str, int] = {}
        for person in self._register.cadres:
            for number, start in enumerate(self._case.starts):
                if person not in found and self._possible(person, start):
                    found[person] = number
        return found

    def _possible(self, person: str, start: object) -> bool:
        day, register = next(d for d in self._case.starts if d == start), self._register
        route = register.verdict(person, day)
        if route not in ("A", "B"):
            return False
        end = length(route, register.policy, day)
        if register.hindrance(person, "training", day, end) is not None:
            return False
        banned = [
            pin for pin in register.pins("forbid", person, "training", day)
            if pin["level"] is not None
        ]  # fmt: skip
        figures = register.policy.training
        return any(
            station["staff"] >= figures.host_staff
            and register.stays(host, end)
            and self._free(host, day, end)
            and not (figures.native_county == "forbid" and register.native(person, host))
            and not any(register.covers(pin, host) for pin in banned)
            for host, station in register.stations.items()
        )

    def _free(self, host: str, start: object, end: object) -> bool:
        """Say whether a place is free at a station from one day to another."""
        register = self._register
        there = [
            one for one in register.postings
            if one["host_id"] == host and at_station(one)
            and one["start_date"] <= end and start <= one["end_date"]
        ]  # fmt: skip
        days = [start, *(one["start_date"] for one in there if one["start_date"] > start)]
        most = max(
            sum(one["start_date"] <= day <= one["end_date"] for one in there) for day in days
        )
        return register.places(host) > most

    def waited(self, person: str) -> int:
        """Return the batches that someone waits, to the end of the plan where they do not go.

        Who goes on a day that is no batch's, which is found elsewhere, goes with none.
        """
        starts = self._case.starts
        gone = self.sent.get(person)
        when = next((at for at, day in enumerate(starts) if day == gone), len(starts))
        return when - self.first[person]


@lru_cache(maxsize=2)
def candidates(case: Case) -> Candidates:
    """Return the candidates of a case, found once for all goals that ask for them."""
    return Candidates(case)


def lapsed(case: Case) -> int:
    """Return the candidates not sent who may no longer go after the last batch."""
    figures, who = case.register.policy.training, candidates(case)
    after = case.starts[0].replace(year=case.register.year + figures.years)
    return sum(
        case.register.verdict(person, after) not in ("A", "B")
        for person in who.first
        if person not in who.sent
    )


def waiting(case: Case) -> int:
    """Return the batches waited by all candidates."""
    who = candidates(case)
    return sum(map(who.waited, who.first))


def elders(case: Case) -> int:
    """Return the batches waited, each times the age on 1 January of the plan year."""
    who, day = candidates(case), case.starts[0].replace(month=1, day=1)
    births = {person: case.register.cadres[person]["birth_date"] for person in who.first}
    return sum(who.waited(person) * birthdays(births[person], day) for person in who.first)


def turn(case: Case) -> int:
    """Return the sum of the lots on who and when."""
    return sum(_lot(row) for row in case.rows)


def tie(case: Case) -> int:
    """Return the sum of the lots on who, when and where."""
    return sum(_lot(row, crc32(row["host_id"].encode())) for row in case.rows)


def _lot(row: Record, host: int = 0) -> int:
    month = row["start_date"].year * 100 + row["start_date"].month
    word = crc32(row["person_id"].encode()) * 2**32 + month * GOLDEN + host
    return mix(word % WORD) >> 40


def counties(case: Case) -> int:
    """Return the number of counties that receive someone."""
    stations = case.register.stations
    hosts = [stations[row["host_id"]] for row in case.known]
    return len({(one["city"], one["county"]) for one in hosts})


def need(case: Case) -> int:
    """Return the sum of the stations' needs."""
    return sum(case.register.need(row["host_id"]) for row in case.known if at_station(row))


def travel(case: Case) -> int:
    """Return the sum of the minutes, one way."""
    return sum(case.register.stations[row["host_id"]]["travel_minutes"] for row in case.known)


def swaps(case: Case) -> int:
    """Return the attachments with a cadre who goes the other way."""
    return sum(swapped(case, row) for row in case.known if not at_station(row))


def fit(case: Case) -> int:
    """Return the exchanges whose station's focus the department is expert in."""
    return sum(fits(case, row) for row in case.known)


def number(case: Case) -> int:
    """Return the number of rows."""
    return len(case.rows)


GOALS: dict[str, dict[str, tuple[str, Callable[[Case], int]]]] = {
    "postings": {
        "lapsed": ("min", lapsed), "sent": ("max", number), "waiting": ("min", waiting),
        "elders": ("min", elders), "turn": ("min", turn), "counties": ("max", counties),
        "need": ("max", need), "travel": ("min", travel), "tie": ("min", tie),
    },
    "exchange": {
        "exchanges": ("max", number), "swaps": ("max", swaps), "need": ("max", need),
        "fit": ("max", fit), "turn": ("min", turn), "tie": ("min", tie),
    },
}  # fmt: skip
"""Every goal by duty: which way is better, and what a plan is worth by it."""


def check_goal(goal: str, case: Case) -> list[Violation]:
    """Return what is untrue of one goal's claimed value."""
    if goal not in case.claims:
        return []
    value = GOALS[case.duty][goal][1](case)
    if case.claims[goal] == value:
        return []
    claimed = case.claims[goal]
    return [misclaimed(claimed, value, witness(value=claimed, expected=value))]
