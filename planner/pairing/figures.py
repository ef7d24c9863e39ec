"""How far, and which way, the policy's figures could be moved to make a plan possible."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import polars as pl

from planner.dataset import Dataset
from planner.pairing.changes import SetFigure, Value
from planner.policy import Policy

_BEYOND = 3
"""So far above its figure an upper quota is tried; for required pairs as far as they need."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A figure and the values it could get one way, the nearest first.

    `eases` has the bounds, `rule.side`, that this moves.
    """

    section: str
    key: str
    before: Value
    values: Sequence[Value]
    eases: frozenset[str]

    @property
    def eases_only(self) -> bool:
        """Whether a farther value allows all that a nearer one does."""
        return self.change(0).eases_only

    def change(self, at: int) -> SetFigure:
        """Return the change to one of the values."""
        return SetFigure(self.section, self.key, self.before, self.values[at])


def scales_of(dataset: Dataset, policy: Policy) -> list[Scale]:
    """Return every figure that could be moved, one entry for each way, in the policy's order."""
    scales = [
        *_leaders(dataset, policy),
        *_departments(dataset, policy),
        *_stations(dataset, policy),
        *_off_by_default(dataset, policy),
        _scale("rotation", "years", policy.rotation.years, _down(policy.rotation.years, 0)),
    ]
    return [scale for scale in scales if scale.values]


def reached(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """Return the least place from `low` on for which something holds, as it does at `high`.

    It is asked near `low` first, then farther and farther off: it is mostly there, and halving
    would begin far off (Bentley, Yao, An almost optimal algorithm for unbounded searching, 1976).
    """
    failed, at = low - 1, low
    while at < high and not holds(at):
        failed, at = at, min(high, low + 4 * (at - low) + 1)
    return halved(failed, at, holds)


def halved(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """Return the least place after `low` for which something holds, as it does at `high`."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _leaders(dataset: Dataset, policy: Policy) -> list[Scale]:
    """Fewer or more stations a leader, more in one city."""
    low, high = before = policy.leaders.stations
    per_city, most = policy.leaders.per_city, _most(dataset, high)
    return [
        _scale("leaders", "stations", before, [(v, high) for v in _down(low, 0)],
               "unit_quota.lower"),
        _scale("leaders", "stations", before, [(low, v) for v in _down(high, max(low, 1))],
               "hard_share.lower"),
        _scale("leaders", "stations", before, [(low, v) for v in range(high + 1, most + 1)],
               "unit_quota.upper", "hard_share.upper"),
        _scale("leaders", "per_city", per_city, range(per_city + 1, most + 1), "unit_city.upper"),
    ]  # fmt: skip


def _departments(dataset: Dataset, policy: Policy) -> list[Scale]:
    """Fewer or more stations a department, more in one city, another headcount for two."""
    low, high = before = policy.departments.stations
    per_city, most = policy.departments.per_city, _most(dataset, high)
    two = policy.departments.two_from_headcount
    sizes = sorted(set(dataset.departments["headcount"].to_list()))
    fewer = [size for size in reversed(sizes) if size < two]
    more = [size + 1 for size in sizes if size >= two]
    name = "departments"
    return [
        _scale(name, "stations", before, [(v, high) for v in _down(low, 0)],
               "unit_quota.lower", "hard_share.lower"),
        _scale(name, "stations", before, [(v, high) for v in range(low + 1, high + 1)],
               "unit_quota.upper", "hard_share.upper"),
        _scale(name, "stations", before, [(low, v) for v in _down(high, max(low, 1))],
               "hard_share.lower"),
        _scale(name, "stations", before, [(low, v) for v in range(high + 1, most + 1)],
               "unit_quota.upper", "hard_share.upper"),
        _scale(name, "two_from_headcount", two, fewer, "unit_quota.upper", "hard_share.upper"),
        _scale(name, "two_from_headcount", two, more, "hard_share.lower"),
        _scale(name, "per_city", per_city, range(per_city + 1, most + 1), "unit_city.upper"),
    ]  # fmt: skip


def _stations(dataset: Dataset, policy: Policy) -> list[Scale]:
    """More units at a station, more pairings in a county: at most all there are."""
    units, per_county = policy.stations.units, policy.stations.per_county
    leaders, departments = dataset.leaders.height, dataset.departments.height
    every = leaders * policy.leaders.stations[1] + departments * policy.departments.stations[1]
    return [
        _scale("stations", "units", units, range(units + 1, leaders + departments + 1),
               "station_capacity.upper", "nominated.upper"),
        _scale("stations", "per_county", per_county, range(per_county + 1, every + 1),
               "county_cap.upper"),
    ]  # fmt: skip


def _off_by_default(dataset: Dataset, policy: Policy) -> list[Scale]:
    """A smaller share of hard stations, farther stations."""
    percent, most = policy.stations.hard_percent, policy.travel.most_minutes
    found = [_scale("stations", "hard_percent", percent, _down(percent, 0), "hard_share.lower")]
    if most:
        farther = set(dataset.stations["travel_minutes"].to_list())
        minutes = sorted(minutes for minutes in farther if minutes > most)
        found.append(_scale("travel", "most_minutes", most, minutes))
    return found


def _scale(
    section: str, key: str, before: Value, values: Sequence[int] | Sequence[Value], *eases: str
) -> Scale:
    return Scale(section, key, before, cast("Sequence[Value]", values), frozenset(eases))


def _most(dataset: Dataset, high: int) -> int:
    """Return the most stations of one unit that could be asked for."""
    required = dataset.pins.filter(pl.col("decision") == "require")
    pairs = required.unique(["unit_id", "station_id"]).group_by("unit_id").len()
    most = pairs["len"].max()
    return max(high + _BEYOND, cast("int", most or 0))


def _down(before: int, least: int) -> range:
    return range(before - 1, least - 1, -1)
