"""Trying changed years: each question once, and with the work counted.

Solvers search in deterministic time, so that what is found is the same on any machine.
"""

from collections.abc import Sequence

import numpy as np

from planner.allocation.feasible import feasible
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import Solution, solve
from planner.errors import SolverError
from planner.naming import picked
from planner.pairing.case import Case
from planner.pairing.changed import ChangedCases, Changes, Key, useful_nominations
from planner.pairing.changes import LEADERS_PLAN, nominated, ways_of
from planner.pairing.goals import coverage
from planner.pairing.problem import problem_of
from planner.pairing.quotas import quotas_of
from planner.pairing.relaxation import (
    Conflict,
    conflict_of,
    few_of,
    fewest_at,
    joint_of,
    nominees_of,
    served,
)
from planner.pairing.year import Stations, Year
from planner.repairs import Effort, Way
from planner.repairs.single import EFFORT, PATIENCE

BEST = 2.0
"""How long a solver may search for the leaders' best plan, in its deterministic time (about
seconds): the same answer on any machine."""

_BEST = 6
"""How often pairs are looked at where the best plan is made."""


class YearTrials:
    """What the search for repairs asks of a year; see `planner.repairs.search.Subject`."""

    def __init__(self, year: Year, effort: int | None = EFFORT) -> None:
        self.effort = Effort(effort)
        self._year, self._every = year, ways_of(year)
        moving = [way for way in self._every if LEADERS_PLAN in way.moves]
        self._moving = frozenset(change for way in moving for change in way.changes)
        self._cases = ChangedCases(year, self.effort)
        self._stands, self._works = dict[Key, bool](), dict[Key, bool]()
        self._best = dict[Key, Solution | SolverError | None]()
        self._pairings = dict[Key, int]()
        self._few = dict[tuple[Key, int], Sequence[Way[Year]] | None]()

    def works(self, changes: Changes) -> bool:
        """Return whether all parts have a plan, the departments around the leaders' best one."""
        key = frozenset(changes)
        if key not in self._works:
            self._works[key] = self._made(changes)
        return self._works[key]

    def stands(self, changes: Changes) -> bool:
        """Return whether all parts together have a choice, whatever the leaders' best plan is."""
        key = frozenset(changes)
        if key not in self._stands:
            self._stands[key] = self._feasible(joint_of(*self._parts(changes)))
        return self._stands[key]

    def barred(self, far: Changes, near: Changes) -> bool:
        """Return whether nothing between works: the leaders' plan is in the way all along."""
        if len(self._year.parts) == 1 or not self.stands(far):
            return True
        least = self._fewest(far)
        if least == self._fewest(near) and not self._feasible(
            joint_of(*self._parts(far), pairings=least)
        ):
            return True
        return self._leaders(far) == self._leaders(near)

    def ways(self, changes: Changes) -> Sequence[Way[Year]]:
        """Return what touches the conflict after some changes.

        Nominations are very many: where even any so few of them all do not help, none is asked for.
        """
        others = tuple(one for one in changes if nominated(one) is None)
        if len(others) < len(changes):
            few = len(changes) - len(others) + 1
            key = frozenset(others), few
            if key not in self._few:
                self._few[key] = self._beyond_nominations(others, few)
            if (found := self._few[key]) is not None:
                return found
        cases = self._parts(changes)
        if not self.stands(changes):
            problem = joint_of(*cases)
        else:
            problem = joint_of(*cases, pairings=self._fewest(changes))
            if self._feasible(problem):
                return self._in_the_way(changes)
        conflict = conflict_of(problem, *cases)
        return [*self._touching(conflict), *self._nominations(changes, conflict)]

    def _made(self, changes: Changes) -> bool:
        if not self.stands(changes):
            return False
        cases = self._parts(changes)
        if self._alike(cases):
            return True
        if cases[0].policy.stations.hard_percent and not self._feasible(
            joint_of(*cases, pairings=self._fewest(changes))
        ):
            return False  # sooner told than the leaders' best plan
        departments = self._cases.of("departments", changes, self._stations(changes))
        return self._feasible(joint_of(departments))

    def _parts(self, changes: Changes) -> list[Case]:
        """Return the cases of the parts that are asked for, each before the other."""
        parts = self._year.parts
        around = self._year.standing if len(parts) == 1 else None
        return [self._cases.of(part, changes, around) for part in parts]

    def _alike(self, cases: Sequence[Case]) -> bool:
        """Return whether it does not matter which plan the leaders make."""
        return len(cases) == 1 or served(cases[1], int(cases[0].units.upper.sum()))

    def _feasible(self, problem: Problem) -> bool:
        self.effort.spend(problem.options)
        return feasible(problem, PATIENCE)

    def _leaders(self, changes: Changes) -> list[tuple[int, int]]:
        """Return the leaders' best plan as pairs of positions."""
        case, chosen = self._cases.of("leaders", changes), self._best_of(changes)
        return list(zip(case.unit[chosen].tolist(), case.station[chosen].tolist(), strict=True))

    def _stations(self, changes: Changes) -> Stations:
        """Return the stations of the leaders' best plan."""
        case, chosen = self._cases.of("leaders", changes), self._best_of(changes)
        return tuple(picked(case.field.ids, case.station[chosen]))

    def _best_of(self, changes: Changes) -> IntArray:
        """Return the pairs (positions) of the leaders' best plan, where all parts have a choice.

        Raises `SolverError` where the time ends before it is sure.
        """
        key = self._mattering(changes)
        if key not in self._best:
            problem = problem_of(self._cases.of("leaders", changes))
            self.effort.spend(problem.options, _BEST)
            try:
                self._best[key] = solve(problem, patience=BEST)
            except SolverError as error:
                self._best[key] = error
        best = self._best[key]
        if isinstance(best, SolverError):
            raise best
        if best is None or not best.optimal:
            raise SolverError("solver.no_answer", solver="CP-SAT", status="FEASIBLE")
        return best.chosen[best.chosen < len(self._cases.of("leaders", changes).unit)]

    def _mattering(self, changes: Changes) -> Key:
        """Return the changes that can alter the leaders' plan."""
        return frozenset(
            one for one in changes if one in self._moving or nominated(one) is not None
        )

    def _fewest(self, changes: Changes) -> int:
        """Return the number of pairings that the leaders' best plan has at least.

        Easing makes it no smaller. It is 0 where it is not the leaders' first goal.
        """
        key = self._mattering(changes)
        if key not in self._pairings:
            case = self._cases.of("leaders", changes)
            self._pairings[key] = 0
            if case.policy.goals.leaders[0] == "coverage":
                self.effort.spend(len(case.unit))
                problem = Problem(len(case.unit), quotas_of(case), (coverage(case),))
                best = solve(problem, patience=BEST)
                self._pairings[key] = 0 if best is None else best.values[0]
        return self._pairings[key]

    def _touching(self, conflict: Conflict) -> list[Way[Year]]:
        return [way for way in self._every if way.touches(conflict)]

    def _in_the_way(self, changes: Changes) -> list[Way[Year]]:
        """Return what touches the conflict beside the leaders' best plan, or can alter it."""
        case = self._cases.of("departments", changes, self._stations(changes))
        conflict = conflict_of(joint_of(case), case)
        ways = self._touching([*conflict, (*LEADERS_PLAN, ())])
        idle = np.flatnonzero(~case.field.nominated)
        return [*ways, *self._cases.nominations([case], idle, alike=False)]

    def _beyond_nominations(self, others: Changes, few: int) -> Sequence[Way[Year]] | None:
        """Return what else is needed where any so few nominations are no help; None where they are.

        Without any of them the leaders have as many pairings at least as they would have.
        """
        cases, idle = self._parts(others), self._cases.idle
        every = self._cases.nominations(cases, idle, alike=False)
        wide = self._parts((*others, *(way.changes[0] for way in every)))
        least = self._fewest(others) if len(cases) > 1 and self.stands(others) else 0
        problem = joint_of(*wide, pairings=least)
        options = np.flatnonzero(np.isin(nominees_of(*wide), idle))
        most = few * _most_at(wide[0])
        try:
            if self._needs(problem, options) <= most:
                return None
            limited = few_of(problem, options, most)
            return self._touching(conflict_of(limited, *wide))
        except SolverError:
            return None

    def _nominations(self, changes: Changes, conflict: Conflict) -> list[Way[Year]]:
        """Return the nominations of which one could undo a conflict of all parts together.

        A choice that takes as few pairings as can be at stations nominated shows one that could;
        without that one, another choice shows the next, until these few are more than one has room
        for.
        """
        cases = self._parts(changes)
        useful, place = useful_nominations(conflict, cases), cases[0].field.position
        ways = self._cases.nominations(cases, useful, alike=self._alike(cases))
        if not ways:
            return []
        at = {place[nominated(way.changes[0]) or ""]: way for way in ways}
        wide = self._parts((*changes, *(way.changes[0] for way in ways)))
        least = self._fewest(changes) if len(cases) > 1 and self.stands(changes) else 0
        problem, station = joint_of(*wide, pairings=least), nominees_of(*wide)
        found, left = list[Way[Year]](), np.array(sorted(at), np.int64)
        while len(left):
            kept = np.flatnonzero(~np.isin(station, sorted(set(at) - set(left.tolist()))))
            part, anew = problem.take(kept), np.flatnonzero(np.isin(station[kept], left))
            self.effort.spend(part.options)
            best = solve(fewest_at(part, anew), patience=PATIENCE)
            if best is None or best.bounds[0] > _most_at(wide[0]):
                break
            taken = np.intersect1d(station[kept][best.chosen], left)
            if not len(taken) or not best.optimal:
                taken = left  # not known of any one: each is tried
            found += [at[int(one)] for one in taken]
            left = np.setdiff1d(left, taken)
        return sorted(found, key=ways.index)

    def _needs(self, problem: Problem, options: IntArray) -> int:
        """Return how many of some options are needed; more than there are for no choice."""
        self.effort.spend(problem.options)
        best = solve(fewest_at(problem, options), patience=PATIENCE)
        return len(options) + 1 if best is None else best.bounds[0]


def _most_at(case: Case) -> int:
    """Return how many pairings one station can have at most."""
    return min(case.policy.stations.units, case.policy.stations.per_county)
