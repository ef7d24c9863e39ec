"""The case of an exchange: everyone who may go from each start, and where to."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from planner.allocation.interrupt import go_on
from planner.allocation.problem import IntArray
from planner.dates import Day, end_of
from planner.policy import Policy
from planner.postings.batches import exchange_starts
from planner.postings.blocked import blocked
from planner.postings.exchange_verdict import of_cadre, of_chief
from planner.postings.facts import AT_STATIONS, Facts
from planner.postings.hosts import Hosts


@dataclass(frozen=True, slots=True)
class Move:
    """A secondment or an attachment that may be: who, from when, where to.

    `station` and `department` are the two that it is between.
    """

    person: str
    posting: str
    start: Day
    end: Day
    station: str
    department: str

    @property
    def host(self) -> str:
        """The id of the host."""
        return self.station if self.posting == "secondment" else self.department

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from others: the person, the kind, the start, the host."""
        return self.person, self.posting, str(self.start), self.host


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """What is chosen together: one move, or the two of a swap."""

    moves: tuple[Move, ...]


@dataclass(frozen=True, eq=False)
class Exchange:
    """All there is to know of an exchange before it is made.

    `options` are secondments, then attachments, then swaps; `stayed` the stations (and starts)
    whose chief may leave whoever comes: people stay, or someone posted is there throughout.
    """

    facts: Facts
    policy: Policy
    year: int
    starts: tuple[Day, ...]
    options: tuple[Option, ...]
    hosts: Hosts
    stayed: frozenset[tuple[str, Day]]

    def column(self, values: dict[Move, int]) -> IntArray:
        """Return the column of a value of each move, swaps having the sum of both."""
        return np.array([sum(values[m] for m in one.moves) for one in self.options], np.int64)

    @property
    def moves(self) -> list[Move]:
        """Every move that may be alone."""
        return [one.moves[0] for one in self.options if len(one.moves) == 1]


def exchange_case(
    facts: Facts, policy: Policy, year: int, people: Collection[str] | None = None
) -> Exchange:
    """Return the case of a year's exchange.

    `people` are the ids of those who may go, where not everyone is asked about; and others may as
    far as they stand in for one of them.
    """
    hosts, months = Hosts(facts, policy.training), policy.exchange.months
    starts = exchange_starts(policy.exchange, year)
    seconded: list[Move] = []
    attached: list[Move] = []
    for start in starts:
        go_on()
        end = end_of(start, months)
        seconded += _secondments(facts, policy, hosts, start, end)
        attached += _attachments(facts, start, end)
    if people is not None:
        manned = {chief.station_id for chief in facts.chiefs.values() if chief.id in people}
        seconded = [m for m in seconded if m.person in people or m.station in manned]
        attached = [move for move in attached if move.person in people]
    stayed = frozenset(
        (station.id, start)
        for station in facts.stations
        for start in starts
        if station.staff - 1 >= policy.exchange.staff_left
        or _covered(facts, station.id, start, end_of(start, months))
    )
    options = [Option((move,)) for move in seconded + attached] + _swaps(seconded, attached)
    return Exchange(facts, policy, year, tuple(starts), tuple(options), hosts, stayed)


def _secondments(facts: Facts, policy: Policy, hosts: Hosts, start: Day, end: Day) -> list[Move]:
    found: list[Move] = []
    opened = hosts.open(start, end)
    for person in sorted(facts.cadres):
        cadre = facts.cadres[person]
        verdict = of_cadre(cadre, facts.rows.get(person, ()), start, policy)
        if verdict.word == "yes" and blocked(facts, person, "secondment", start, end) is None:
            department = facts.department(cadre, start)
            fit = np.flatnonzero(hosts.fit(cadre, "secondment", start, opened))
            found += [
                Move(person, "secondment", start, end, facts.stations[at].id, department)
                for at in fit
            ]
    return found


def _attachments(facts: Facts, start: Day, end: Day) -> list[Move]:
    return [
        Move(person, "attachment", start, end, chief.station_id, department)
        for person, chief in sorted(facts.chiefs.items())
        if of_chief(chief).word == "yes"
        and blocked(facts, person, "attachment", start, end) is None
        for department in sorted(facts.departments)
        if not any(
            pin.decision == "forbid"
            and pin.place is not None
            and department in pin.place
            and pin.meets(person, "attachment", start)
            for pin in facts.pins
        )
    ]


def _covered(facts: Facts, station: str, start: Day, end: Day) -> bool:
    """Say whether a posted cadre is at a station from the first day to the last."""
    return any(
        row.posting in AT_STATIONS
        and row.host_id == station
        and row.start <= start
        and end <= row.end
        for several in facts.rows.values()
        for row in several
    )


def _swaps(seconded: list[Move], attached: list[Move]) -> list[Option]:
    """Return the pairs that go between the same two from the same day, each to the other's."""
    chiefs: dict[tuple[str, str, Day], list[Move]] = {}
    for move in attached:
        chiefs.setdefault((move.station, move.department, move.start), []).append(move)
    return [
        Option((cadre, chief))
        for cadre in seconded
        for chief in chiefs.get((cadre.station, cadre.department, cadre.start), ())
    ]
