"""The case of a training plan: everyone who may go, each with the batches and stations they fit."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.allocation.interrupt import go_on
from planner.allocation.problem import IntArray
from planner.dates import Day, age, end_of
from planner.policy import Policy
from planner.postings.batches import after_horizon, batches
from planner.postings.blocked import blocked
from planner.postings.facts import Facts
from planner.postings.hosts import Hosts
from planner.postings.verdict import months_of, verdict


@dataclass(frozen=True, slots=True, eq=False)
class Departure:
    """A person who may go with a batch: on which route, for how long, to which stations.

    `stations` are positions in `facts.stations`, ascending; there is at least one.
    """

    person: str
    batch: int
    start: Day
    end: Day
    route: str
    stations: IntArray


@dataclass(frozen=True, eq=False)
class Training:
    """All there is to know of a training plan before it is made.

    `departures` are by person, then batch.
    """

    facts: Facts
    policy: Policy
    year: int
    starts: tuple[Day, ...]
    departures: tuple[Departure, ...]
    hosts: Hosts

    @cached_property
    def candidates(self) -> dict[str, int]:
        """Everyone with a departure, by id, and their first possible batch."""
        first: dict[str, int] = {}
        for one in self.departures:
            first.setdefault(one.person, one.batch)
        return first

    @cached_property
    def lapsing(self) -> frozenset[str]:
        """The candidates who may no longer go after the horizon."""
        day = after_horizon(self.policy.training, self.year)
        return frozenset(
            person for person in self.candidates
            if not verdict(
                self.facts.cadres[person], self.facts.rows.get(person, ()), day,
                self.policy.training,
            ).eligible
        )  # fmt: skip

    @cached_property
    def ages(self) -> dict[str, int]:
        """The candidates' ages on 1 January of the plan year; a verdict needs a birth date."""
        day, found = Day(self.year, 1, 1), dict[str, int]()
        for person in self.candidates:
            birth = self.facts.cadres[person].birth
            found[person] = 0 if birth is None else age(birth, day)
        return found


def training_case(
    facts: Facts, policy: Policy, year: int, people: Collection[str] | None = None
) -> Training:
    """Return the case of the batches of a plan year and the years after it.

    `people` are the ids of those who may go at all, where not everyone is asked about.
    """
    figures, hosts = policy.training, Hosts(facts, policy.training)
    starts = batches(figures, year)
    opened = {
        (start, route): hosts.open(start, end_of(start, months_of(route, figures)))
        for start in starts
        for route in ("A", "B")
    }
    departures: list[Departure] = []
    for person in sorted(facts.cadres if people is None else facts.cadres.keys() & people):
        go_on()
        cadre, rows = facts.cadres[person], facts.rows.get(person, ())
        for batch, start in enumerate(starts):
            route = verdict(cadre, rows, start, figures).word
            if route not in ("A", "B"):
                continue
            end = end_of(start, months_of(route, figures))
            if blocked(facts, person, "training", start, end) is None:
                fit = hosts.fit(cadre, "training", start, opened[start, route])
                if fit.any():
                    stations = np.flatnonzero(fit).astype(np.int64)
                    departures.append(Departure(person, batch, start, end, route, stations))
    return Training(facts, policy, year, tuple(starts), tuple(departures), hosts)
