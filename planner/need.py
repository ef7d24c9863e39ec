"""The need index of a station: how much it would gain from a visit, 0 to 100."""

import numpy as np
import polars as pl

from planner.allocation.problem import IntArray
from planner.policy import Policy


def need_index(stations: pl.DataFrame, last_visit: IntArray, policy: Policy, year: int) -> IntArray:
    """Return the need of each station, every division floored.

    `last_visit` is the year of each station's last pairing before the plan year, 0 for none. The
    weights and references are the policy's (`need`).
    """
    need = policy.need
    hardship = stations["hardship"].to_numpy().astype(np.int64)
    staff = stations["staff"].to_numpy().astype(np.int64)
    caseload = stations["caseload"].to_numpy().astype(np.int64)
    full = np.maximum(staff, 1) * need.caseload_full
    since = np.minimum(need.unvisited_years, year - last_visit)
    parts = (
        (need.hardship, 100 * hardship // 3),
        (need.staff, 100 * np.maximum(0, need.staff_standard - staff) // need.staff_standard),
        (need.caseload, np.minimum(100, 100 * caseload // full)),
        (need.unvisited, np.where(last_visit > 0, 100 * since // need.unvisited_years, 100)),
    )
    total = sum((weight * part for weight, part in parts), np.zeros(len(hardship), np.int64))
    return total // sum(weight for weight, _ in parts)
