"""Trying changed years: quickly, each part once, and with the work counted.

The work is counted in pairs looked at and not in seconds, and solvers search in deterministic time,
so that what is found is the same on any machine.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import numpy as np

from planner.allocation.feasible import feasible
from planner.allocation.problem import OUTSIDE, Problem, Quota
from planner.errors import SolverError
from planner.pairing.attempt import PATIENCE, Stations, Year, leaders_of
from planner.pairing.candidates import moves
from planner.pairing.case import Case
from planner.pairing.changes import Change, DropPin, DropRecusal, Nominate, Repair, SetFigure
from planner.pairing.elbow_room import has_elbow_room
from planner.pairing.field import Field
from planner.pairing.problem import problem_of
from planner.pairing.shortage import shortage
from planner.pairing.units import Part

_OPENING = 2_000
"""What making a case costs, in pairs looked at."""

_SEARCHED, _BEST = 4, 6
"""How often pairs are looked at where rules cut across, and where the best plan is made."""

_GLANCE, _LOOK = 0.1, 900_000
"""How long a solver searches first, in deterministic time; what it costs to search longer."""

_HALVINGS, _SINGLY = 64, 4
"""So often changes are tried together, and so few are not worth it."""

Key = frozenset[Change]


class SpentError(Exception):
    """The work that was allowed is done."""


class Trials:
    """Tries changed years; what is known of one is not worked out again.

    `effort` is how many pairs may be looked at, None for any number.
    """

    def __init__(self, year: Year, effort: int | None) -> None:
        self._year, self._effort = year, effort
        self._field = year.field()
        self._departments = frozenset(year.dataset.departments["department_id"].to_list())
        self._wide: dict[tuple[Part, Key], Case] = {}
        self._alone: dict[tuple[Part, Key], Case | None] = {}
        self._leaders: dict[Key, Stations | Case] = {}
        if year.leaders is not None:
            self._leaders[frozenset()] = year.leaders
        self._known: dict[Key, Case | None] = {}

    def changed(self, changes: Sequence[Change]) -> Year:
        """Return the year after some changes."""
        dataset, policy = Repair(tuple(changes)).apply(self._year.dataset, self._year.policy)
        return replace(self._year, dataset=dataset, policy=policy, leaders=None)

    def clash(self, changes: Sequence[Change]) -> Case | None:
        """Return the case of a part that has no plan after some changes; None where all have one.

        Raises `SpentError` where no effort is left, `SolverError` where a solver gives no answer.
        """
        key = frozenset(changes)
        if key not in self._known:
            self._known[key] = self._tried(changes)
        return self._known[key]

    def known(self, changes: Sequence[Change]) -> Case | None:
        """Return the case that fails after some changes, as far as that was tried."""
        return self._known.get(frozenset(changes))

    def roomy(self, changes: Sequence[Change]) -> bool:
        """Return whether it does not matter to the last part which plan the leaders make."""
        if len(self._year.parts) == 1:
            return True
        upper = int(self._case("leaders", changes).units.upper.sum())
        return has_elbow_room(self._case("departments", changes), upper)

    def alone(self, changes: Sequence[Change]) -> Case | None:
        """Return the case of a part that has no plan even by itself, which is quickly told."""
        if len(self._year.parts) == 1:
            return None
        for part in self._year.parts:
            key = part, self._mattering(part, changes)
            if key not in self._alone:
                self._alone[key] = self._possible(self._case(part, changes))
            if self._alone[key] is not None:
                return self._alone[key]
        return None

    def hopeful(
        self, changes: Sequence[Change], part: Part, more: Sequence[Change]
    ) -> frozenset[Change]:
        """Return which of more changes could make a part possible, that fails before the other.

        All are nominations, or all lift what forbids pairs. Of many it is asked whether they help
        together, stations with no more places than one of them has; if so, of either half.
        """
        groups, hopeful = [tuple(more)] if more else [], frozenset[Change]()
        for _ in range(_HALVINGS):
            if not groups or len(groups[0]) <= _SINGLY:
                break
            group = groups.pop(0)
            if self._together(changes, part, group):
                half = len(group) // 2
                groups += [group[:half], group[half:]]
        return hopeful.union(*groups)

    def _together(self, changes: Sequence[Change], part: Part, more: Sequence[Change]) -> bool:
        """Return whether a part could be possible with one of more changes; yes without answer."""
        around = self._year.standing if len(self._year.parts) == 1 else None
        case = self._case(part, (*changes, *more), around)
        problem = problem_of(case)
        stations = [change.station for change in more if isinstance(change, Nominate)]
        anew = np.isin(case.station, [case.field.position[station] for station in stations])
        most = np.array([case.policy.stations.units if stations else 0])
        group = np.where(anew, 0, OUTSIDE)
        one = Quota("nominated", group, (("anew",),), np.zeros_like(most), most)
        try:
            return self._feasible(case, replace(problem, quotas=(*problem.quotas, one)))
        except SolverError:
            return True

    def lacks(self, changes: Sequence[Change]) -> int:
        """Return how many places departments lack at least, whatever plan the leaders make.

        It is known for a year that fails beside the leaders' best plan, 0 where it is not. The
        leaders have no fewer pairings when more stations are nominated, that being their first
        goal.
        """
        made = self._leaders.get(self._mattering("leaders", changes))
        leaders = self._case("leaders", changes)
        if not isinstance(made, tuple) or leaders.policy.goals.leaders[0] != "coverage":
            return 0
        return shortage(leaders, self._case("departments", changes), len(made))

    def _tried(self, changes: Sequence[Change]) -> Case | None:
        parts = self._year.parts
        if len(parts) == 1:
            return self._possible(self._case(parts[0], changes, self._year.standing))
        alone = self.alone(changes)
        if alone is not None:
            return alone
        if self.roomy(changes):
            return None
        leaders = self._mattering("leaders", changes)
        if leaders not in self._leaders:
            case = self._case("leaders", changes)
            self._spend(case, _BEST)
            self._charge(_LOOK if case.policy.travel.unit_max else 0)
            self._leaders[leaders] = leaders_of(case)
        made = self._leaders[leaders]
        if isinstance(made, Case):
            return made
        return self._possible(self._case("departments", changes, made))

    def _possible(self, case: Case) -> Case | None:
        """Return the case where it has no plan, else None."""
        return None if self._feasible(case, problem_of(case)) else case

    def _feasible(self, case: Case, problem: Problem) -> bool:
        """Return whether a case's problem has a solution: after a glance, or a longer look."""
        self._spend(case, _SEARCHED if _crossing(case) else 1)
        with suppress(SolverError):
            return feasible(problem, _GLANCE)
        self._charge(_LOOK)
        return feasible(problem, PATIENCE)

    def _spend(self, case: Case, times: int) -> None:
        if self._effort is not None and self._effort <= 0:
            raise SpentError
        self._charge(times * (_OPENING + len(case.unit)))

    def _charge(self, pairs: int) -> None:
        if self._effort is not None:
            self._effort -= pairs

    def _mattering(self, part: Part, changes: Sequence[Change]) -> Key:
        """Return the changes that can alter a part's plan, made before the other."""
        if part == "leaders":
            return frozenset(some for some in changes if moves(some, self._year.dataset))
        return frozenset(some for some in changes if self._concerns_departments(some))

    def _concerns_departments(self, change: Change) -> bool:
        if isinstance(change, DropPin | DropRecusal):
            return change.unit in self._departments
        return not (isinstance(change, SetFigure) and change.section == "leaders")

    def _case(self, part: Part, changes: Sequence[Change], around: Stations | None = None) -> Case:
        """Return the case of one part: the pairs of all stations are made once, then chosen of."""
        others = [change for change in changes if not isinstance(change, Nominate)]
        key = part, frozenset(others)
        if key not in self._wide:
            every = replace(self._field, nominated=np.ones_like(self._field.nominated))
            self._wide[key] = self.changed(others).case(part, every, None)
            self._charge(self._wide[key].pairs.required.size)
        nominated = self._field.nominated.copy()
        for change in changes:
            if isinstance(change, Nominate):
                nominated[self._field.position[change.station]] = True
        case = _nominating(self._wide[key], replace(self._field, nominated=nominated))
        return case if around is None else _beside(case, around)


def _crossing(case: Case) -> bool:
    return bool(case.policy.stations.hard_percent or case.policy.travel.unit_max)


def _nominating(case: Case, field: Field) -> Case:
    """Return a case of all stations with only those nominated that a field says."""
    shape = case.pairs.required.shape
    pairs = replace(case.pairs, nominated=np.broadcast_to(~field.nominated, shape))
    left = np.flatnonzero(pairs.allowed[case.unit, case.station])
    columns = ("unit", "station", "required", "rank", "fit", "tie", "kept")
    return replace(
        case, field=field, pairs=pairs, **{name: getattr(case, name)[left] for name in columns}
    )


def _beside(case: Case, stations: Stations) -> Case:
    """Return a case around the other plan's stations, as `case_of` makes it."""
    other = np.array([case.field.position[station] for station in stations], np.int64)
    taken = np.bincount(other, minlength=len(case.field.ids)).astype(np.int64)
    visited = other if case.part == "departments" else other[:0]
    return replace(case, around=True, taken=taken, visited=visited)
