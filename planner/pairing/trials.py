"""Trying changed years: each question once, and with the work counted.

Solvers search in deterministic time, so that what is found is the same on any machine.
"""

from collections.abc import Sequence
from contextlib import suppress

import numpy as np

from planner.allocation.feasible import feasible
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import Solution, solve
from planner.errors import SolverError
from planner.naming import picked
from planner.pairing.case import Case, Stations, Year
from planner.pairing.changed import ChangedCases, Changes, Key
from planner.pairing.changes import LEADERS_PLAN, nominated, ways_of
from planner.pairing.goals import coverage
from planner.pairing.nominations import Nominating, useful_nominations
from planner.pairing.problem import problem_of
from planner.pairing.quotas import quotas_of
from planner.pairing.relaxation import joint_conflict, joint_of, served
from planner.repairs import Effort, Way
from planner.repairs.change import Conflict
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
        self._year, self.every = year, ways_of(year)
        moving = [way for way in self.every if LEADERS_PLAN in way.moves]
        self._moving = frozenset(change for way in moving for change in way.changes)
        self._cases = ChangedCases(year, self.effort)
        self._stands, self._works = dict[Key, bool](), dict[Key, bool]()
        self._best = dict[Key, Solution | SolverError | None]()
        self._pairings = dict[Key, int]()
        self._way = {change: way for way in self.every for change in way.changes}

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
        if least == self._fewest(near) and not self._possible(far, least):
            return True
        return self._leaders(far) == self._leaders(near)

    def ways(self, changes: Changes, more: int) -> Sequence[Way[Year]]:
        """Return what to change beside some changes, so many `more` in all.

        A conflict that lasts though much is eased is undone by few other changes, and one that
        lasts whichever so many stations are nominated only by others than nominations.
        """
        least = self._fewest(changes) if self.stands(changes) else 0
        if self._possible(changes, least):
            return self._in_the_way(changes)
        eased = self._eased(changes, more, least)
        conflict = self._conflict((*changes, *eased), least)
        if more == 1:
            found = self._nominations(changes, conflict, more, least)
            return [*self._touching(conflict, eased), *found]
        wide = self._wide((*changes, *eased), least)
        if (needed := wide.needed(self.effort)) > more:
            return self._touching(wide.conflict(more), eased)
        if eased:
            wide = self._wide(changes, least)
            if (needed := wide.needed(self.effort)) > more:
                return self._touching(wide.conflict(more))
        if needed < more:
            return [*self._touching(conflict, eased), *self._useful(changes, conflict)]
        found = self._nominations(changes, conflict, more, least)
        return [*self._touching(wide.conflict(more - 1)), *found]

    def _made(self, changes: Changes) -> bool:
        if not self.stands(changes):
            return False
        cases = self._parts(changes)
        if self._alike(cases):
            return True
        crossing = cases[0].policy.stations.hard_percent
        if crossing and not self._possible(changes, self._fewest(changes)):
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

    def _touching(self, conflict: Conflict, eased: Changes = ()) -> list[Way[Year]]:
        """Return what touches a conflict that lasts beside what is eased."""
        names = {self._way[change].name for change in eased}
        return [way for way in self.every if way.name not in names and way.touches(conflict)]

    def _in_the_way(self, changes: Changes) -> list[Way[Year]]:
        """Return what touches the conflict beside the leaders' best plan, or can alter it."""
        case = self._cases.of("departments", changes, self._stations(changes))
        conflict = joint_conflict(joint_of(case), case)
        ways = self._touching([*conflict, (*LEADERS_PLAN, ())])
        idle = np.flatnonzero(~case.field.nominated)
        return [*ways, *self._cases.nominations([case], idle, alike=False)]

    def _eased(self, changes: Changes, more: int, least: int) -> Changes:
        """Return what is of no use beside some changes, even all of it together.

        First all that opens pairs, and where more than one change is made figures one by one.
        """
        taken = {self._way[one].name for one in changes if one in self._way}
        easing = [way for way in self.every if way.eases and way.name not in taken]
        opening = [way for way in easing if any(bound[0] == "unit_quota" for bound in way.moves)]
        figures = [[way] for way in easing if way not in opening] if more > 1 else []
        eased: Changes = ()
        for ways in (opening, *figures):
            wider = (*eased, *(way.changes[-1] for way in ways))
            with suppress(SolverError):
                if not self._possible((*changes, *wider), least):
                    eased = wider
        return eased

    def _possible(self, changes: Changes, least: int) -> bool:
        """Return whether all parts have a choice with so many pairings of the leaders."""
        if not least:
            return self.stands(changes)
        return self._feasible(joint_of(*self._parts(changes), pairings=least))

    def _wide(self, changes: Changes, least: int, nominations: Changes = ()) -> Nominating:
        """Return the problem beside nominations: of all stations where none are given."""
        cases = self._parts(changes)
        idle = np.flatnonzero(~cases[0].field.nominated)
        if not nominations:
            every = self._cases.nominations(cases, idle, alike=False)
            nominations = tuple(way.changes[0] for way in every)
        return Nominating.of(self._parts((*changes, *nominations)), idle, least)

    def _useful(self, changes: Changes, conflict: Conflict) -> list[Way[Year]]:
        """Return the nominations that could undo a conflict."""
        cases = self._parts(changes)
        stations = useful_nominations(conflict, cases)
        return self._cases.nominations(cases, stations, alike=self._alike(cases))

    def _nominations(
        self, changes: Changes, conflict: Conflict, more: int, least: int
    ) -> list[Way[Year]]:
        """Return nominations of which every set of so many that is enough has one."""
        ways = self._useful(changes, conflict)
        if not ways:
            return []
        at = {place: way for way in ways for place in self._cases.places(way.changes[0])}
        first = tuple(way.changes[0] for way in ways) if more == 1 else ()
        shown = self._wide(changes, least, first).shown(at, more, self.effort)
        return [way for way in ways if way in shown]

    def _conflict(self, changes: Changes, least: int) -> Conflict:
        cases = self._parts(changes)
        return joint_conflict(joint_of(*cases, pairings=least), *cases)
