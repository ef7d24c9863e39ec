"""The options of a training plan: who goes when, and which station each of these may have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.allocation.problem import IntArray
from planner.postings.training.case import Training


@dataclass(frozen=True, eq=False)
class Hosting:
    """A departure at a station, for all of them: by departure, then station.

    `departure` and `station` are positions in `case.departures` and in `case.facts.stations`.
    """

    case: Training
    departure: IntArray
    station: IntArray

    def __len__(self) -> int:
        return len(self.departure)

    def members(self, departures: Iterable[int]) -> IntArray:
        """Return the options of some departures, ascending."""
        chosen = np.array(sorted(departures), np.int64)
        first = np.searchsorted(self.departure, chosen, "left")
        last = np.searchsorted(self.departure, chosen, "right")
        spans: list[IntArray] = [
            np.arange(a, b, dtype=np.int64)
            for a, b in zip(first.tolist(), last.tolist(), strict=True)
        ]
        return np.concatenate([np.zeros(0, np.int64), *spans])

    @cached_property
    def place(self) -> dict[tuple[str, str], int]:
        """The position of each departure, by person and first day."""
        return {(d.person, str(d.start)): at for at, d in enumerate(self.case.departures)}

    def find(self, rows: Sequence[tuple[str, str, str]]) -> tuple[IntArray, list[str]]:
        """Return the options of rows (person, start, host id), and the rows that are none.

        A row that is there twice is none the second time.
        """
        found, unknown = set[int](), list[str]()
        for person, start, host in rows:
            departure = self.place.get((person, start))
            station = self.case.hosts.position.get(host)
            options = np.zeros(0, np.int64) if departure is None else self.members([departure])
            at = options[self.station[options] == station] if station is not None else options[:0]
            if len(at) and int(at[0]) not in found:
                found.add(int(at[0]))
            else:
                unknown.append(f"{person} {start} {host}")
        return np.array(sorted(found), np.int64), unknown


def hostings(case: Training) -> Hosting:
    """Return every departure at every station it may have."""
    stations = [one.stations for one in case.departures]
    counts = [len(some) for some in stations]
    return Hosting(
        case,
        np.repeat(np.arange(len(stations)), counts),
        np.concatenate([np.zeros(0, np.int64), *stations]),
    )
