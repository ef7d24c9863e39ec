"""Whether a year is possible: its plans one after the other, as far as that needs them."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from planner.allocation.conflict import feasible
from planner.allocation.solve import solve
from planner.dataset import Dataset
from planner.errors import SolverError
from planner.pairing.case import Case, case_of
from planner.pairing.field import field_of
from planner.pairing.naming import picked
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS, Part
from planner.policy import Policy

Stations = tuple[str, ...]
"""The stations of a plan, one for each pairing."""


@dataclass(frozen=True, slots=True, eq=False)
class Year:
    """What was asked for: the input, the parts to be made, and the other part's stations.

    `standing` is None where the other part is made too, or not there. `leaders` are the stations of
    the leaders' plan that is made, where these are known.
    """

    dataset: Dataset
    policy: Policy
    year: int
    parts: tuple[Part, ...] = PARTS
    standing: Stations | None = None
    leaders: Stations | None = None


def clash_of(
    year: Year,
    leaders: Callable[[], Stations | Case] | None = None,
    seconds: float | None = None,
) -> Case | None:
    """Return the case of the first part that has no plan; None where all have one.

    `leaders` gives what `leaders_of` would, where that is known. Raises `SolverError` where a
    solver gives no answer, or no best plan of the leaders', in the time.
    """
    standing, last = year.standing, year.parts[-1]
    if len(year.parts) > 1:
        made = leaders_of(year, seconds) if leaders is None else leaders()
        if isinstance(made, Case):
            return made
        standing = made
    field = field_of(year.dataset, year.policy, year.year)
    case = case_of(year.dataset, year.policy, year.year, last, field, standing)
    return None if feasible(problem_of(case), seconds) else case


def leaders_of(year: Year, seconds: float | None = None) -> Stations | Case:
    """Return the stations of the leaders' best plan, or its case where there is none.

    Raises `SolverError` where the time ends before that is sure.
    """
    field = field_of(year.dataset, year.policy, year.year)
    case = case_of(year.dataset, year.policy, year.year, "leaders", field, None)
    problem = problem_of(case)
    end = None if seconds is None else time.monotonic() + seconds
    solution = solve(problem, None, seconds) if feasible(problem, seconds) else None
    if solution is None:
        return case
    if not solution.optimal and end is not None and time.monotonic() >= end:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="FEASIBLE")
    return tuple(picked(field.ids, case.station[solution.chosen]))
