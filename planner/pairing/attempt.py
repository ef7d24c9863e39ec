"""Whether a year is possible: its plans one after the other, as far as that needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.allocation.feasible import feasible
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import solve
from planner.dataset import Dataset
from planner.errors import SolverError
from planner.pairing.case import Case, case_of
from planner.pairing.field import Field, field_of
from planner.pairing.naming import picked
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS, Part
from planner.policy import Policy

PATIENCE = 1.0
"""How long a solver may search before a year counts as unanswered, in its deterministic time
(about seconds): the same answer on any machine."""

BEST = 2.0
"""How long each search for the leaders' best plan may take."""

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
    parts: Sequence[Part] = PARTS
    standing: Stations | None = None
    leaders: Stations | None = None

    def field(self) -> Field:
        """Return the year's stations."""
        return field_of(self.dataset, self.policy, self.year)

    def case(self, part: Part, field: Field, around: Stations | None) -> Case:
        """Return the case of one part around the other's stations."""
        return case_of(self.dataset, self.policy, self.year, part, field, around)


def clash_of(year: Year) -> Case | None:
    """Return the case of the first part that has no plan; None where all have one.

    Raises `SolverError` where a solver gives no answer, or no best plan of the leaders', in time.
    """
    field, standing = year.field(), year.standing
    if len(year.parts) > 1:
        made = leaders_of(year.case("leaders", field, None))
        if isinstance(made, Case):
            return made
        standing = made
    case = year.case(year.parts[-1], field, standing)
    return None if feasible(problem_of(case), PATIENCE) else case


def leaders_of(case: Case) -> Stations | Case:
    """Return the stations of the leaders' best plan, or its case where there is none.

    Raises `SolverError` where the time ends before that is sure.
    """
    return Leaders().of(case)


class Leaders:
    """The leaders' best plans of some cases: one is made once."""

    def __init__(self) -> None:
        self._made = list[tuple[Problem, IntArray]]()

    def kept(self, case: Case) -> Stations | None:
        """Return the stations of a case's best plan where that is known."""
        problem = problem_of(case)
        for other, chosen in self._made:
            if problem is other:
                return _stations(case, chosen)
        return None

    def of(self, case: Case) -> Stations | Case:
        """Return the stations of a case's best plan, made anew, or the case where there is none.

        Raises `SolverError` where the time ends before that is sure.
        """
        problem = problem_of(case)
        if not feasible(problem, PATIENCE):
            return case
        solution = solve(problem, patience=BEST)
        if solution is None or not solution.optimal:
            raise SolverError("solver.no_answer", solver="CP-SAT", status="FEASIBLE")
        self._made.append((problem, solution.chosen))
        return _stations(case, solution.chosen)


def _stations(case: Case, chosen: IntArray) -> Stations:
    return tuple(picked(case.field.ids, case.station[chosen]))
