"""Finding the stations that a place of the tables means: a station, a county or a city."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray

from planner.errors import Sentence
from planner.tables.ledger import listed
from planner.tables.nearest import nearest_names

Stations = NDArray[np.intp]

COLUMNS = {
    "county": ("city/county", "county"),
    "city": ("city",),
    "station": ("station_id", "name"),
}
"""The columns in which a place of each level is looked up."""


NAMED = {
    "station": "place.station",
    "county": "place.county",
    "city": "place.city",
    "department": "place.department",
}
"""How a sentence calls what is expected of each level."""


class PlaceError(LookupError):
    """A place means no station, or could mean several; `key` and `values` make the sentence.

    `known` has the names of that level, for suggesting the nearest one; they are gathered when
    they are asked for.
    """

    def __init__(
        self, key: str, known: Callable[[], tuple[str, ...]] = tuple, **values: object
    ) -> None:
        self.key = key
        self._gather = known
        self.values = values
        super().__init__(key)

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The names of that level."""
        return self._gather()


Groups = dict[str, list[int]]
"""Row numbers by value."""


def _groups(values: pl.Series) -> Groups:
    groups: Groups = {}
    for at, value in enumerate(values.to_list()):
        if value is not None:
            groups.setdefault(value, []).append(at)
    return groups


@dataclass(slots=True)
class Places:
    """The stations by id, name, county and city; each index is made when it is first asked for."""

    stations: pl.DataFrame
    _index: dict[str, Groups] = field(default_factory=dict[str, Groups], init=False)

    def resolve(self, level: str, place: str) -> Stations:
        """Return the row numbers (0-based, ascending) of the stations that a place covers.

        `level` is `station` (an id or a name), `county` (a name, or `city/county`) or `city`.
        Raises PlaceError where nothing, or more than one thing, has that name.
        """
        if level == "city":
            found = self._by("city").get(place)
        elif level == "county":
            found = self._county(place)
        else:
            found = self._station(place)
        if found is None:
            raise self._unknown(level, place)
        return np.array(found, np.intp)

    def covered(self, level: str | None, place: str | None) -> list[str]:
        """Return the identifiers of all stations of that name at its level, one or several."""
        if level is None or place is None:
            return []
        found = (self._by(column).get(place, ()) for column in COLUMNS[level])
        return [self.stations["station_id"][at] for some in found for at in some]

    def _station(self, place: str) -> list[int] | None:
        found = self._by("station_id").get(place)
        if found is not None:
            return found
        found = self._by("name").get(place)
        if found is not None and len(found) > 1:
            ids = self.stations["station_id"].gather(found).to_list()
            raise PlaceError("place.ambiguous_station", count=len(ids), names=listed(ids))
        return found

    def _county(self, place: str) -> list[int] | None:
        found = self._by("city/county").get(place)
        if found is not None:
            return found
        found = self._by("county").get(place)
        if found is None:
            return None
        of_first = f"{self.stations['city'][found[0]]}/{place}"
        same = self._by("city/county").get(of_first)
        if same is not None and len(same) == len(found):
            return found
        cities = self.stations["city"].gather(found).unique(maintain_order=True).drop_nulls()
        if len(cities) > 1:
            names = [f"{city}/{place}" for city in cities]
            raise PlaceError("place.ambiguous_county", count=len(names), names=listed(names))
        return found

    def _unknown(self, level: str, place: str) -> PlaceError:
        """Return why a place is not found: it is one of another level, or of none."""
        for other, columns in COLUMNS.items():
            if other != level and any(len(self._by(c).get(place, ())) for c in columns):
                return PlaceError("place.other_level", other=Sentence(NAMED[other]))

        def known() -> tuple[str, ...]:
            return tuple(name for one in COLUMNS[level] for name in self._accepted(one, place))

        return PlaceError("place.unknown", known, level=Sentence(NAMED[level]))

    def _accepted(self, column: str, place: str) -> Iterator[str]:
        """Yield the names of a column that mean one thing, and not only share a city's name."""
        cities = self.stations["city"].to_list()
        for name, found in self._by(column).items():
            city = cities[found[0]] or ""
            stem = city.rstrip("市州盟区地") if column in ("county", "name") else ""
            alone = column != "name" or len(found) == 1
            if column == "county":
                alone = len({cities[at] for at in found}) == 1
            if stem and name.startswith(stem) and place.startswith(stem):
                alone = alone and bool(nearest_names(place[len(stem) :], [name[len(stem) :]]))
            if alone:
                yield name

    def _by(self, column: str) -> Groups:
        """Return the stations by each value of a column, or of `city/county`."""
        if column not in self._index:
            if column == "city/county":
                values = self.stations.select(
                    pl.concat_str("city", "county", separator="/")
                ).to_series()
            else:
                values = self.stations[column]
            self._index[column] = _groups(values)
        return self._index[column]
