"""The stations of a year as arrays: what every pair with one of them shares."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from planner.allocation.problem import IntArray
from planner.dataset import Dataset
from planner.pairing.need import need_index
from planner.pairing.tie import hashes
from planner.places import Places
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


def field_of(dataset: Dataset, policy: Policy, year: int) -> Field:
    """Return the stations of a dataset as one year's plan sees them."""
    frame = dataset.stations.sort("station_id")
    ids = tuple(frame["station_id"].to_list())
    position = {station: at for at, station in enumerate(ids)}
    label = pl.concat_str("city", "county", separator="/")
    cities, city = _axis(frame["city"])
    counties, county = _axis(frame.select(label).to_series())
    return Field(
        frame, ids, position, cities, counties, city, county,
        need_index(frame, _last_visit(dataset, frame), policy, year),
        frame["travel_minutes"].to_numpy().astype(np.int64),
        frame["hardship"].to_numpy() >= HARD,
        frame["nominated"].to_numpy().astype(bool),
        hashes(ids),
        Places(frame),
    )  # fmt: skip


def _axis(labels: pl.Series) -> tuple[tuple[str, ...], IntArray]:
    """Return the distinct labels in order, and each entry's position among them."""
    axis = labels.unique().sort()
    place = labels.to_frame("label").join(
        axis.to_frame("label").with_row_index("place"), on="label", maintain_order="left"
    )
    return tuple(axis.to_list()), place["place"].to_numpy().astype(np.int64)


def _last_visit(dataset: Dataset, stations: pl.DataFrame) -> IntArray:
    """Return the year of each station's last pairing, whoever had it; 0 for none."""
    last = dataset.history.group_by("station_id").agg(pl.col("year").max())
    joined = stations.select("station_id").join(
        last, on="station_id", how="left", maintain_order="left"
    )
    return joined["year"].fill_null(0).to_numpy().astype(np.int64)
