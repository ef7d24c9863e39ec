"""Departments' applications (申报): mostly to be met, a few that no plan can meet."""

from collections.abc import Sequence
from typing import NamedTuple

from synthetic.draws import draw, pick
from synthetic.history import Pairing
from synthetic.recusals import Recusal, is_recused, place_at
from synthetic.stations import Station
from synthetic.units import Department

WISH_COLUMNS = ("department_id", "rank", "level", "place")

_LEVELS = ("station", "station", "county", "county", "city")
_RANKS = 3


class Wish(NamedTuple):
    """A department's wish for a station, a county or a city; rank 1 is dearest."""

    department_id: str
    rank: int
    level: str
    place: str


def file_wishes(
    departments: Sequence[Department],
    stations: Sequence[Station],
    history: Sequence[Pairing],
    recusals: Sequence[Recusal],
) -> list[Wish]:
    """Return one to three wishes of every department that is not on village duty."""
    nominated = [station for station in stations if station.nominated]
    others = [station for station in stations if not station.nominated]
    wishes: dict[tuple[str, str], Wish] = {}
    for department in departments:
        if department.village_duty:
            continue
        last = max(pairing for pairing in history if pairing.unit_id == department.unit_id)
        for rank in range(1, 2 + draw(_RANKS, "wishes", department.unit_id)):
            whim = draw(12, "whim", department.unit_id, rank)
            if whim == 0:
                # Last year's station again: rotation stands against it.
                wish = Wish(department.unit_id, rank, "station", last.station_id)
            elif whim == 1:
                # A station its city did not put forward.
                station = pick(others, "wish", department.unit_id, rank)
                wish = Wish(department.unit_id, rank, "station", station.place.station_id)
            else:
                wish = _likely_wish(department, rank, nominated, recusals)
            wishes.setdefault((wish.department_id, wish.place), wish)
    return list(wishes.values())


def _likely_wish(
    department: Department, rank: int, nominated: Sequence[Station], recusals: Sequence[Recusal]
) -> Wish:
    """Return a wish for a nominated station, or its county or city, that no recusal covers."""
    level = pick(_LEVELS, "level", department.unit_id, rank)
    attempt = 0
    while True:
        station = pick(nominated, "wish", department.unit_id, rank, attempt)
        if not is_recused(department, station, recusals):
            # Two applicants in three write a station's name, not its number.
            by_name = level == "station" and draw(3, "by name", department.unit_id, rank) > 0
            place = station.label if by_name else place_at(station, level)
            return Wish(department.unit_id, rank, level, place)
        attempt += 1
