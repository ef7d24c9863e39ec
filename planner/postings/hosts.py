"""Which stations may host a person from one day to another, and how many places are free there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.dates import Day
from planner.policy import TrainingFigures
from planner.postings.facts import AT_STATIONS, Cadre, Facts, Row

Mask = NDArray[np.bool_]
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Hosts:
    """The stations as hosts, in the order of `facts.stations`: ascending ids."""

    facts: Facts
    figures: TrainingFigures

    @cached_property
    def position(self) -> dict[str, int]:
        """Each station's position."""
        return {station.id: at for at, station in enumerate(self.facts.stations)}

    @cached_property
    def places(self) -> Counts:
        """Places for posted people at each station, 0 where it offers none."""
        offered = self.facts.hosts
        every = self.figures.places
        counts = [
            every if offered is None else offered.get(station.id, 0)
            for station in self.facts.stations
        ]
        return np.array(counts, np.int64)

    @cached_property
    def rows(self) -> tuple[tuple[int, Row], ...]:
        """The postings at stations that are still there, each with its station's position."""
        return tuple(
            (self.position[row.host_id], row)
            for several in self.facts.rows.values()
            for row in several
            if row.posting in AT_STATIONS and row.host_id in self.position
        )

    def free(self, day: Day) -> Counts:
        """Return the places of each station that nobody holds on a day; none is below 0."""
        taken = np.zeros(len(self.places), np.int64)
        for at, row in self.rows:
            gone = self.facts.stations[at].gone_on
            if row.start <= day <= row.end and (gone is None or day < gone):
                taken[at] += 1
        return np.maximum(0, self.places - taken)

    def free_throughout(self, start: Day, end: Day) -> Mask:
        """Return where a place is free on every day of a span."""
        days = {start, *(row.start for _, row in self.rows if start < row.start <= end)}
        return np.all([self.free(day) > 0 for day in sorted(days)], axis=0)

    @cached_property
    def _staffed(self) -> Mask:
        staff = [station.staff >= self.figures.host_staff for station in self.facts.stations]
        return np.array(staff, np.bool_) & (self.places > 0)

    def open(self, start: Day, end: Day) -> Mask:
        """Return which stations may host anyone: offered, staffed, there to the end, a place free.

        A station is there to the end where it is neither merged nor closed by then.
        """
        gone = [
            station.gone_on is not None and station.gone_on <= end
            for station in self.facts.stations
        ]
        return self._staffed & ~np.array(gone, np.bool_) & self.free_throughout(start, end)

    def native(self, cadre: Cadre) -> Mask:
        """Return which stations lie in a cadre's native county; none where that is not known."""
        mask = np.zeros(len(self.facts.stations), np.bool_)
        mask[self._by_county.get(cadre.native_county or "", [])] = True
        return mask

    @cached_property
    def _by_county(self) -> dict[str, list[int]]:
        """The positions of each county's stations, it being named alone or as `city/county`."""
        found: dict[str, list[int]] = {}
        for at, station in enumerate(self.facts.stations):
            for county in {station.county, "/".join(station.place)}:
                found.setdefault(county, []).append(at)
        return found

    def fit(self, cadre: Cadre, posting: str, start: Day, opened: Mask) -> Mask:
        """Return which of the opened stations may host a cadre's posting from a day."""
        fit = opened.copy()
        if self.figures.native_county == "forbid" and cadre.native_county is not None:
            fit &= ~self.native(cadre)
        for pin in self.facts.pins:
            if pin.decision == "forbid" and pin.place and pin.meets(cadre.id, posting, start):
                fit[self.positions(sorted(pin.place))] = False
        return fit

    def positions(self, ids: Sequence[str]) -> list[int]:
        """Return the positions of stations by their ids."""
        return [self.position[one] for one in ids if one in self.position]
