"""Trying changed years: quickly, each part once, and with the work counted.

Solvers search in deterministic time, so that what is found is the same on any machine.
"""

from collections.abc import Sequence
from contextlib import suppress

from planner.allocation.feasible import feasible, refuted
from planner.allocation.problem import Problem
from planner.errors import SolverError
from planner.pairing.attempt import PATIENCE, Leaders, Stations, Year
from planner.pairing.case import Case
from planner.pairing.cases import Cases, Key
from planner.pairing.changes import Change
from planner.pairing.easing import Easing
from planner.pairing.effort import Effort
from planner.pairing.elbow_room import elbow_room
from planner.pairing.joint import beyond, contradict
from planner.pairing.problem import problem_of
from planner.pairing.shortage import shortage
from planner.pairing.units import PARTS, Part

_GLANCE, _LOOK, _LATE = 0.1, 3_000_000, 9_000_000
"""How long a solver searches first, in deterministic time; what it costs to search longer, and
where the leaders' best plan is not found in its time."""


class Trials:
    """Tries changed years; what is known of one is not worked out again.

    `effort` is how many pairs may be looked at, None for any number.
    """

    def __init__(self, year: Year, effort: int | None) -> None:
        self._year, self.effort = year, Effort(effort)
        self.cases = Cases(year, self.effort.charge)
        self._alone: dict[Part, Easing] = {part: Easing() for part in year.parts}
        self._best = Leaders()
        self._leaders: dict[Key, Stations | Case | SolverError] = {}
        if year.leaders is not None:
            self._leaders[frozenset()] = year.leaders
        self._known: dict[Key, Case | None] = {}
        self._odds: dict[Key, Case] = {}
        self._roomy: dict[Key, bool] = {}

    def allow(self, effort: int | None) -> None:
        """Let so many pairs be looked at from now on."""
        self.effort.left = effort

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
        key = frozenset(changes)
        return self._known.get(key) or self._odds.get(key)

    def stands(self, changes: Sequence[Change]) -> bool:
        """Return whether every part is possible by itself; raises as `clash` does."""
        return self.alone(changes) is None

    def never(self, changes: Sequence[Change]) -> bool:
        """Return whether, where there is no plan, it is known that no leaders' plan allows one."""
        try:
            single = len(self._year.parts) == 1
            return single or frozenset(changes) in self._odds or self.alone(changes) is not None
        except SolverError:
            return False

    def same_leaders(self, changes: Sequence[Change], others: Sequence[Change]) -> bool:
        """Return whether the leaders' best plan is known to be as after other changes."""
        keys = [self.cases.mattering("leaders", some) for some in (changes, others)]
        made = self._leaders.get(keys[1])
        if keys[0] == keys[1] or made is None:
            return made is not None
        return self._best.kept(self.cases.of("leaders", changes)) == made

    def roomy(self, changes: Sequence[Change]) -> bool:
        """Return whether it does not matter to the last part which plan the leaders make."""
        if len(self._year.parts) == 1:
            return True
        key = frozenset(changes)
        if key not in self._roomy:
            self._roomy[key] = self._has_room(changes)
        return self._roomy[key]

    def _has_room(self, changes: Sequence[Change]) -> bool:
        leaders, departments = (self.cases.of(part, changes) for part in PARTS)
        most = int(leaders.units.upper.sum())
        room = elbow_room(departments, most)
        if room.pairings >= most or room.pairings < 0 or not crossing(leaders):
            return room.pairings >= most
        self.effort.look(leaders)
        return refuted(beyond(leaders, room))

    def works(self, changes: Sequence[Change]) -> bool:
        """Return whether all parts have a plan after some changes; raises as `clash` does.

        What no two plans can do is told without the leaders' best plan.
        """
        key = frozenset(changes)
        if len(self._year.parts) > 1 and key not in self._known:
            alone = self.alone(changes)
            if alone is not None:
                self._known[key] = alone
            elif key not in self._odds and not self.roomy(changes) and self.at_odds(changes):
                self._odds[key] = self.cases.of("departments", changes)
            if key in self._odds:
                return False
        return self.clash(changes) is None

    def at_odds(self, changes: Sequence[Change], more: Sequence[Change] = ()) -> bool:
        """Return whether no departments' plan stands beside any plan of the leaders' for sure.

        With `more`, with none of more changes either: all are nominations, or all lift what
        forbids pairs. Where no rules cut across, it is not asked: the leaders' plan is soon made.
        """
        leaders, departments = (self.cases.of(part, (*changes, *more)) for part in PARTS)
        if not crossing(departments):
            return False
        self.effort.look(departments)
        return contradict(leaders, departments, more)

    def alone(self, changes: Sequence[Change]) -> Case | None:
        """Return the case of a part that has no plan even by itself, which is quickly told."""
        if len(self._year.parts) == 1:
            return None
        for part, known in self._alone.items():
            key, case = self.cases.mattering(part, changes), self.cases.of(part, changes)
            possible = known.told(key)
            if possible is None:
                possible = self.feasible(case, problem_of(case))
                known.note(key, possible)
            if not possible:
                return case
        return None

    def feasible(self, case: Case, problem: Problem) -> bool:
        """Return whether a case's problem has a solution: after a glance, or a longer look.

        Raises as `clash` does.
        """
        self.effort.look(case)
        with suppress(SolverError):
            return feasible(problem, _GLANCE)
        self.effort.charge(_LOOK)
        return feasible(problem, PATIENCE)

    def lacks(self, changes: Sequence[Change]) -> int:
        """Return how many places departments lack at least, whatever plan the leaders make.

        It is known for a year that fails beside the leaders' best plan, 0 where it is not. The
        leaders have no fewer pairings when more stations are nominated, that being their first
        goal.
        """
        made = self._leaders.get(self.cases.mattering("leaders", changes))
        leaders = self.cases.of("leaders", changes)
        if not isinstance(made, tuple) or leaders.policy.goals.leaders[0] != "coverage":
            return 0
        return shortage(leaders, self.cases.of("departments", changes), len(made))

    def _tried(self, changes: Sequence[Change]) -> Case | None:
        parts = self._year.parts
        if len(parts) == 1:
            return self._possible(self.cases.of(parts[0], changes, self._year.standing))
        alone = self.alone(changes)
        if alone is not None:
            return alone
        if self.roomy(changes):
            return None
        made = self._made(changes)
        if isinstance(made, Case):
            return made
        return self._possible(self.cases.of("departments", changes, made))

    def _made(self, changes: Sequence[Change]) -> Stations | Case:
        """Return the stations of the leaders' best plan, or their case; raises as `clash` does."""
        key = self.cases.mattering("leaders", changes)
        if key not in self._leaders:
            case = self.cases.of("leaders", changes)
            self._leaders[key] = self._best.kept(case) or self._anew(case)
        made = self._leaders[key]
        if isinstance(made, SolverError):
            raise made
        return made

    def _anew(self, case: Case) -> Stations | Case | SolverError:
        self.effort.best(case)
        try:
            return self._best.of(case)
        except SolverError as error:
            self.effort.charge(_LATE)
            return error

    def _possible(self, case: Case) -> Case | None:
        """Return the case where it has no plan, else None."""
        return None if self.feasible(case, problem_of(case)) else case


def crossing(case: Case) -> bool:
    """Return whether rules cut across in a case, so that its best plan takes long."""
    return bool(case.policy.stations.hard_percent)
