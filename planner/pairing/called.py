"""How a sentence calls the units, stations and pairs of a year: by name, the ids in brackets."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.dataset import Dataset, rows_of
from planner.errors import Sentence
from planner.naming import called


@dataclass(frozen=True, slots=True)
class Called:
    """The names of a year's units and stations by id; an id without a name is said alone."""

    units: dict[str, str]
    stations: dict[str, str]

    @classmethod
    def of(cls, dataset: Dataset) -> "Called":
        """Return the names in a dataset's tables."""
        units = dict(rows_of(dataset.leaders, "leader_id", "name"))
        units |= rows_of(dataset.departments, "department_id", "name")
        return cls(units, dict(rows_of(dataset.stations, "station_id", "name")))

    def unit(self, unit: str) -> Sentence:
        """Return a unit as it is called."""
        return called(unit, self.units.get(unit))

    def station(self, station: str) -> Sentence:
        """Return a station as it is called."""
        return called(station, self.stations.get(station))

    def all_stations(self, stations: Iterable[str]) -> list[Sentence]:
        """Return stations as they are called."""
        return [self.station(station) for station in stations]

    def pair(self, unit: str, station: str) -> Sentence:
        """Return a pair as it is called: its unit, then its station."""
        values = {"unit": self.unit(unit), "station": self.station(station)}
        return Sentence("called.pair", values)
