"""The stations of a year as arrays: what every pair with one of them shares."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import polars as pl
from numpy.typing import NDArray

from planner.allocation.problem import IntArray
from planner.dataset import Dataset, rows_of
from planner.need import need_index
from planner.places import Places
from planner.plans.tie import hashes
from planner.policy import Policy

HARD = 2
"""From this hardship on a station is a hard one (困难艰苦)."""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The stations by ascending id; every array has one entry per station.

    `city` and `county` are positions on the axes `cities` and `counties` (a county's label is
    `city/county`). `need` is 0 to 100, `travel` minutes one way, `hashes` are the ids' for `tie`.
    """

    frame: pl.DataFrame
    ids: tuple[str, ...]
    position: dict[str, int]
    cities: tuple[str, ...]
    counties: tuple[str, ...]
    city: IntArray
    county: IntArray
    need: IntArray
    travel: IntArray
    hard: NDArray[np.bool_]
    nominated: NDArray[np.bool_]
    hashes: NDArray[np.uint64]
    places: Places


@dataclass(frozen=True, slots=True, eq=False)
class _Content:
    """What a frame holds, as the key of what is known of it."""

    frame: pl.DataFrame

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content) and self.frame.equals(other.frame)

    def __hash__(self) -> int:
        return hash(self.frame.shape)


def field_of(dataset: Dataset, policy: Policy, year: int) -> Field:
    """Return the stations of a dataset as one year's plan sees them."""
    # A clone: where the frame is changed in place, what is remembered stays as it was.
    field = _without_need(_Content(dataset.stations.clone()))
    last = _last_visit(dataset, field.ids)
    return replace(field, need=need_index(field.frame, last, policy, year))


@lru_cache(maxsize=4)
def _without_need(stations: _Content) -> Field:
    """Return what no figure of a policy changes; made once while a panel's settings do."""
    frame = stations.frame.sort("station_id")
    ids = tuple(frame["station_id"].to_list())
    position = {station: at for at, station in enumerate(ids)}
    in_city, in_county = frame["city"].to_list(), frame["county"].to_list()
    cities, city = _axis(in_city)
    counties, county = _axis([f"{a}/{b}" for a, b in zip(in_city, in_county, strict=True)])
    field = Field(
        frame, ids, position, cities, counties, city, county,
        np.zeros(len(ids), np.int64),
        frame["travel_minutes"].to_numpy().astype(np.int64),
        frame["hardship"].to_numpy() >= HARD,
        frame["nominated"].to_numpy().astype(bool),
        hashes(ids),
        Places(frame),
    )  # fmt: skip
    for column in (city, county, field.travel, field.hard, field.nominated, field.hashes):
        column.setflags(write=False)  # It is given to everyone who asks.
    return field


def _axis(labels: list[str]) -> tuple[tuple[str, ...], IntArray]:
    """Return the distinct labels in order, and each entry's position among them."""
    axis = tuple(sorted(set(labels)))
    place = {label: at for at, label in enumerate(axis)}
    return axis, np.array([place[label] for label in labels], np.int64)


def _last_visit(dataset: Dataset, ids: tuple[str, ...]) -> IntArray:
    """Return the year of each station's last pairing, whoever had it; 0 for none."""
    last: dict[str, int] = {}
    for station, year in rows_of(dataset.history, "station_id", "year"):
        last[station] = max(year, last.get(station, 0))
    return np.array([last.get(station, 0) for station in ids], np.int64)
