"""The options of a training plan: departures alone, or each with a station to go to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.allocation.problem import IntArray
from planner.postings.training.case import Departure, Training


@dataclass(frozen=True, eq=False)
class Options:
    """Options by departure, then station; `station` is None where places do not matter yet.

    `departure` and `station` are positions in `case.departures` and in `case.facts.stations`.
    """

    case: Training
    departure: IntArray
    station: IntArray | None

    def __len__(self) -> int:
        return len(self.departure)

    @cached_property
    def of(self) -> list[Departure]:
        """The departure of each option."""
        return [self.case.departures[at] for at in self.departure]

    @cached_property
    def kept(self) -> list[int]:
        """The departures with an option, ascending."""
        return np.unique(self.departure).tolist()

    def members(self, departures: Iterable[int]) -> IntArray:
        """Return the options of some departures, ascending."""
        chosen = np.array(sorted(departures), np.int64)
        first = np.searchsorted(self.departure, chosen, "left")
        last = np.searchsorted(self.departure, chosen, "right")
        spans = [np.arange(a, b) for a, b in zip(first, last, strict=True)]
        return np.concatenate([np.zeros(0, np.int64), *spans])

    def column(self, values: Sequence[int]) -> IntArray:
        """Return a column from one value per departure."""
        return np.array(values, np.int64)[self.departure]

    def find(self, rows: Sequence[tuple[str, str, str]]) -> tuple[list[int], list[str]]:
        """Return the options of rows (person, start, station id), and the rows that are none.

        A row that is there twice is none the second time.
        """
        assert self.station is not None, "rows have stations"
        stations = self.case.facts.stations
        place = {
            (one.person, str(one.start), stations[at].id): position
            for position, (one, at) in enumerate(zip(self.of, self.station, strict=True))
        }
        found = [place.pop(row, None) for row in rows]
        unknown = [" ".join(row) for row, at in zip(rows, found, strict=True) if at is None]
        return sorted(at for at in found if at is not None), unknown


def who_and_when(case: Training) -> Options:
    """Return an option for every departure."""
    return Options(case, np.arange(len(case.departures)), None)


def where(case: Training, departures: Sequence[int]) -> Options:
    """Return an option for every station of some departures."""
    kept = sorted(departures)
    stations = [case.departures[at].stations for at in kept]
    counts = [len(some) for some in stations]
    return Options(
        case,
        np.repeat(np.array(kept, np.int64), counts),
        np.concatenate([np.zeros(0, np.int64), *stations]),
    )


def everything(case: Training) -> Options:
    """Return an option for every departure and station."""
    return where(case, range(len(case.departures)))
