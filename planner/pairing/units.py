"""The units of a plan: who takes part, and between how many stations each has."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.allocation.problem import IntArray
from planner.dataset import Dataset, rows_of
from planner.policy import Policy

Part = Literal["leaders", "departments"]
PARTS: tuple[Part, ...] = ("leaders", "departments")
KIND: Mapping[str, str] = {"leaders": "leader", "departments": "department"}
"""The `kind` of a part's rows."""


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


def other_part(part: str) -> Part:
    """Return the part that is made beside one."""
    return "departments" if part == "leaders" else "leaders"


def units_of(dataset: Dataset, policy: Policy, part: Part) -> Units:
    """Return the units of one plan."""
    return _leaders(dataset, policy) if part == "leaders" else _departments(dataset, policy)


def _leaders(dataset: Dataset, policy: Policy) -> Units:
    """Each leader has 2 to 3 stations (三-1 ¶1)."""
    rows = sorted(rows_of(dataset.leaders, "leader_id", "name"))
    bounds = [policy.leaders.stations] * len(rows)
    return _units(rows, bounds, policy.leaders.per_city, [()] * len(rows))


def _departments(dataset: Dataset, policy: Policy) -> Units:
    """Each department has 1 to 2 stations by its headcount, on village duty none (三-1 ¶2)."""
    columns = ("department_id", "name", "headcount", "village_duty", "expertise")
    exempts = "pairing" in policy.village_duty.exempts
    rows = [
        row for row in sorted(rows_of(dataset.departments, *columns)) if not (exempts and row[3])
    ]
    low, high = policy.departments.stations
    large = [row[2] >= policy.departments.two_from_headcount for row in rows]
    bounds = [(low, high if two else low) for two in large]
    names = [(row[0], row[1]) for row in rows]
    return _units(names, bounds, policy.departments.per_city, [row[4] or () for row in rows])


def _units(
    rows: Sequence[tuple[str, ...]],
    bounds: Sequence[tuple[int, int]],
    per_city: int,
    expertise: Sequence[Iterable[str]],
) -> Units:
    ids = tuple(row[0] for row in rows)
    position = {unit: at for at, unit in enumerate(ids)}
    lower = np.array([low for low, _ in bounds], np.int64)
    upper = np.array([high for _, high in bounds], np.int64)
    topics = tuple(map(frozenset, expertise))
    return Units(ids, tuple(row[1] for row in rows), position, lower, upper, per_city, topics)
