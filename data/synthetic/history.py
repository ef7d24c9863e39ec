"""Pairings of the three years before the plan year, made by the notice's own rules."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from synthetic.draws import pick
from synthetic.recusals import Recusal, is_recused
from synthetic.stations import Station
from synthetic.units import Unit

HISTORY_COLUMNS = ("year", "unit_id", "station_id")

_YEARS = 3
_PER_COUNTY = 2


class Pairing(NamedTuple):
    """A unit's station in a past year."""

    year: int
    unit_id: str
    station_id: str


def past_pairings(
    plan_year: int, units: Sequence[Unit], stations: Sequence[Station], recusals: Sequence[Recusal]
) -> list[Pairing]:
    """Return the pairings of the three years before the plan year, by year, unit and station."""
    nominated = [station for station in stations if station.nominated]
    pairings: list[Pairing] = []
    had: set[tuple[str, str]] = set()
    for year in range(plan_year - _YEARS, plan_year):
        taken = _TakenPlaces()
        for unit in units:
            for turn in range(unit.stations_in(year)):
                # Every second choice among this year's nominations, so that rotation matters.
                pool = stations if turn % 2 else nominated
                station = _choose(year, unit, turn, pool, taken, had, recusals)
                taken.take(unit, station)
                had.add((unit.unit_id, station.place.station_id))
                pairings.append(Pairing(year, unit.unit_id, station.place.station_id))
    return sorted(pairings)


class _TakenPlaces:
    """What one year has given out so far: stations, counties, and each unit's cities."""

    def __init__(self) -> None:
        self._stations: set[str] = set()
        self._counties: Counter[tuple[str, str]] = Counter()
        self._cities: Counter[tuple[str, str]] = Counter()

    def allows(self, unit: Unit, station: Station) -> bool:
        """Tell whether the station is free and neither its county nor the unit's city is full."""
        place = station.place
        return (
            place.station_id not in self._stations
            and self._counties[place.city, place.county] < _PER_COUNTY
            and self._cities[unit.unit_id, place.city] < unit.per_city
        )

    def take(self, unit: Unit, station: Station) -> None:
        place = station.place
        self._stations.add(place.station_id)
        self._counties[place.city, place.county] += 1
        self._cities[unit.unit_id, place.city] += 1


def _choose(
    year: int,
    unit: Unit,
    turn: int,
    pool: Sequence[Station],
    taken: _TakenPlaces,
    had: set[tuple[str, str]],
    recusals: Sequence[Recusal],
) -> Station:
    """Return the first of a row of drawn stations that the rules allow."""
    attempt = 0
    while True:
        station = pick(pool, "history", year, unit.unit_id, turn, attempt)
        repeated = (unit.unit_id, station.place.station_id) in had
        recused = is_recused(unit, station, recusals)
        if not repeated and not recused and taken.allows(unit, station):
            return station
        attempt += 1
