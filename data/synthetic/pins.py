"""Two decisions that were taken before planning: one pairing required, one forbidden."""

from collections.abc import Sequence
from typing import NamedTuple

from synthetic.draws import pick
from synthetic.history import Pairing
from synthetic.recusals import Recusal, is_recused
from synthetic.stations import Station
from synthetic.units import Department, Leader, Unit

PIN_COLUMNS = ("unit_id", "station_id", "decision", "reason")


class Pin(NamedTuple):
    """A pairing that the plan must have (`require`) or must not have (`forbid`)."""

    unit_id: str
    station_id: str
    decision: str
    reason: str


def decide_pins(
    required_for: Department,
    forbidden_for: Leader,
    stations: Sequence[Station],
    history: Sequence[Pairing],
    recusals: Sequence[Recusal],
) -> list[Pin]:
    """Return the two pins, both at stations of hardship 3 that the unit has never had.

    The required station was not put forward, so that the pin is what makes it possible; the
    forbidden one was, so that the pin is what stands against it.
    """
    required = _free(required_for, False, stations, history, recusals)
    forbidden = _free(forbidden_for, True, stations, history, recusals)
    return [
        Pin(required_for.unit_id, required, "require", "省级示范司法所创建联系点，延续帮建一年"),
        Pin(forbidden_for.unit_id, forbidden, "forbid", "该所当年整体搬迁，不具备蹲点条件"),
    ]


def _free(
    unit: Unit,
    nominated: bool,
    stations: Sequence[Station],
    history: Sequence[Pairing],
    recusals: Sequence[Recusal],
) -> str:
    had = {pairing.station_id for pairing in history if pairing.unit_id == unit.unit_id}
    free = [
        station.place.station_id
        for station in stations
        if station.hardship == 3
        and station.nominated == nominated
        and station.place.station_id not in had
        and not is_recused(unit, station, recusals)
    ]
    return pick(free, "pin", unit.unit_id)
