"""The units of a plan: who takes part, and between how many stations each has."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import polars as pl

from planner.allocation.problem import IntArray
from planner.dataset import Dataset
from planner.policy import Policy

Part = Literal["leaders", "departments"]
PARTS: tuple[Part, ...] = ("leaders", "departments")


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The units that take part, by ascending id, with their quotas of stations.

    `expertise` has the topics of each; leaders have none.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    position: dict[str, int]
    lower: IntArray
    upper: IntArray
    per_city: int
    expertise: tuple[frozenset[str], ...]


def units_of(dataset: Dataset, policy: Policy, part: Part) -> Units:
    """Return the units of one plan."""
    return _leaders(dataset, policy) if part == "leaders" else _departments(dataset, policy)


def _leaders(dataset: Dataset, policy: Policy) -> Units:
    """Each leader has 2 to 3 stations (三-1 ¶1)."""
    frame = dataset.leaders.sort("leader_id")
    low, high = policy.leaders.stations
    lower, upper = np.full(frame.height, low), np.full(frame.height, high)
    topics = (frozenset[str](),) * frame.height
    return _units(frame, "leader_id", lower, upper, policy.leaders.per_city, topics)


def _departments(dataset: Dataset, policy: Policy) -> Units:
    """Each department has 1 to 2 stations by its headcount, on village duty none (三-1 ¶2)."""
    frame = dataset.departments.sort("department_id")
    if "pairing" in policy.village_duty.exempts:
        frame = frame.filter(~pl.col("village_duty"))
    low, high = policy.departments.stations
    large = frame["headcount"].to_numpy() >= policy.departments.two_from_headcount
    topics = tuple(frozenset[str](some or ()) for some in frame["expertise"].to_list())
    lower, upper = np.full(frame.height, low), np.where(large, high, low)
    return _units(frame, "department_id", lower, upper, policy.departments.per_city, topics)


def _units(
    frame: pl.DataFrame, key: str, lower: IntArray, upper: IntArray, per_city: int,
    expertise: tuple[frozenset[str], ...],
) -> Units:  # fmt: skip
    ids = tuple(frame[key].to_list())
    position = {unit: at for at, unit in enumerate(ids)}
    names = tuple(frame["name"].to_list())
    return Units(ids, names, position, lower, upper, per_city, expertise)
