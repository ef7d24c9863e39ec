"""Recusals: places a unit keeps away from, with the kind of reason an office would file."""

from collections.abc import Sequence
from typing import NamedTuple

from synthetic.draws import pick
from synthetic.stations import Station
from synthetic.units import Leader, Unit

RECUSAL_COLUMNS = ("unit_id", "level", "place", "reason")

_LEADER_CASES = (
    ("county", "原籍地回避"),
    ("city", "曾任该市司法行政机关职务，离任未满三年"),
    ("county", "近亲属在该县（市、区）司法局任职"),
)
_DEPARTMENT_CASES = (
    ("station", "处室干部近亲属在该所工作"),
    ("county", "处室负责人原任职地回避"),
    ("station", "该所当年由本处室组织验收"),
    ("county", "本处室正在该县（市、区）开展专项检查"),
)


class Recusal(NamedTuple):
    """A place of level station, county or city that a unit keeps away from."""

    unit_id: str
    level: str
    place: str
    reason: str


def file_recusals(units: Sequence[Unit], stations: Sequence[Station]) -> list[Recusal]:
    """Return one recusal for about one leader in two and one department in three."""
    recusals: list[Recusal] = []
    leaders = departments = 0
    for unit in units:
        if isinstance(unit, Leader):
            leaders += 1
            if leaders % 2 == 0:
                level, reason = _LEADER_CASES[(leaders // 2 - 1) % len(_LEADER_CASES)]
                recusals.append(_file(unit, level, reason, stations))
        else:
            departments += 1
            if departments % 3 == 0:
                level, reason = _DEPARTMENT_CASES[(departments // 3 - 1) % len(_DEPARTMENT_CASES)]
                recusals.append(_file(unit, level, reason, stations))
    return recusals


def is_recused(unit: Unit, station: Station, recusals: Sequence[Recusal]) -> bool:
    """Tell whether any recusal keeps the unit away from the station."""
    return any(
        recusal.unit_id == unit.unit_id and place_at(station, recusal.level) == recusal.place
        for recusal in recusals
    )


def place_at(station: Station, level: str) -> str:
    """Return what a table writes for the station at a level: its id, its county or its city."""
    if level == "station":
        return station.place.station_id
    return station.county_label if level == "county" else station.place.city


def _file(unit: Unit, level: str, reason: str, stations: Sequence[Station]) -> Recusal:
    """Return the unit's recusal from the place of a nominated station, where it bites."""
    nominated = [station for station in stations if station.nominated]
    station = pick(nominated, "recusal", unit.unit_id, reason)
    return Recusal(unit.unit_id, level, place_at(station, level), reason)
