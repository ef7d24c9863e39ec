"""Which pairs of a unit and a station are allowed, and which rule bars the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from planner.dataset import Dataset, rows_of
from planner.pairing.field import Field
from planner.pairing.units import Units
from planner.policy import Policy

Mask = NDArray[np.bool_]
Barring = Literal["nominated", "recusal", "rotation", "forbid", "travel_limit"]
BARRING: tuple[Barring, ...] = get_args(Barring)
"""The rules that bar single pairs, in the order of the rulebook."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """One entry per unit and station (units down, stations across): barred by what, or required."""

    nominated: Mask
    recusal: Mask
    rotation: Mask
    forbid: Mask
    travel_limit: Mask
    required: Mask

    @property
    def allowed(self) -> Mask:
        """The pairs that may be made: a required one whatever bars it."""
        return ~np.logical_or.reduce([getattr(self, rule) for rule in BARRING]) | self.required

    def barred_by(self, unit: int, station: int) -> tuple[str, ...]:
        """Return the ids of the rules that bar a pair; none where it is allowed."""
        if self.allowed[unit, station]:
            return ()
        return tuple(rule for rule in BARRING if getattr(self, rule)[unit, station])


def pairs_of(dataset: Dataset, policy: Policy, year: int, units: Units, field: Field) -> Pairs:
    """Return what is barred and required in one plan."""
    shape = (len(units.ids), len(field.ids))
    return Pairs(
        np.broadcast_to(~field.nominated, shape),
        _recused(dataset, units, field),
        _recent(dataset, policy, year, units, field),
        _pinned(dataset, "forbid", units, field),
        np.broadcast_to(_too_far(policy, field), shape),
        _pinned(dataset, "require", units, field),
    )


def _recused(dataset: Dataset, units: Units, field: Field) -> Mask:
    """A unit is not paired with a station it is recused from."""
    mask = np.zeros((len(units.ids), len(field.ids)), bool)
    for unit, level, place in rows_of(dataset.recusals, "unit_id", "level", "place"):
        if unit in units.position:
            mask[units.position[unit], field.places.resolve(level, place)] = True
    return mask


def _recent(dataset: Dataset, policy: Policy, year: int, units: Units, field: Field) -> Mask:
    """A unit does not return to a station it had in the last `rotation.years` years."""
    rows = rows_of(dataset.history, "unit_id", "station_id", "year")
    years = range(year - policy.rotation.years, year)
    return _marked([(unit, station) for unit, station, had in rows if had in years], units, field)


def _too_far(policy: Policy, field: Field) -> Mask:
    """A station is too far where the way there takes more than `travel.most_minutes`."""
    most = policy.travel.most_minutes
    return (field.travel > most) & bool(most)


def _pinned(dataset: Dataset, decision: str, units: Units, field: Field) -> Mask:
    """A pair that was decided: required, or ruled out."""
    rows = rows_of(dataset.pins, "unit_id", "station_id", "decision")
    decided = [(unit, station) for unit, station, what in rows if what == decision]
    return _marked(decided, units, field)


def _marked(rows: Iterable[tuple[str, str]], units: Units, field: Field) -> Mask:
    """Mark the pairs that rows name, but for units of the other plan and vanished stations."""
    mask = np.zeros((len(units.ids), len(field.ids)), bool)
    for unit, station in rows:
        if unit in units.position and station in field.position:
            mask[units.position[unit], field.position[station]] = True
    return mask
