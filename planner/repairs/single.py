"""Repairs of a duty whose plan exists where one problem has a solution."""

from collections.abc import Callable, Sequence
from typing import Generic

from planner.allocation.conflict import blame, some_conflict
from planner.allocation.feasible import feasible
from planner.allocation.problem import Problem
from planner.repairs.change import Change, Changes, Conflict, Repair, T, Way
from planner.repairs.effort import Effort

EFFORT = 500_000_000
"""The search stops after looking at so many options (up to some minutes), and says so."""

PATIENCE = 1.0
"""How long one search may take, in a solver's deterministic time."""


def conflict_of(problem: Problem) -> Conflict:
    """Return bounds of a problem without a solution that can't hold together."""
    blamed = (blame(problem, bound) for bound in some_conflict(problem))
    return [(one.rule, one.side, one.subject) for one in blamed]


class SingleProblem(Generic[T]):
    """An input and the ways it may be changed; `problem_of` makes an input's problem."""

    def __init__(
        self,
        given: T,
        problem_of: Callable[[T], Problem],
        ways: Sequence[Way[T]],
        effort: int | None = EFFORT,
    ) -> None:
        self.effort = Effort(effort)
        self._given, self._problem_of, self.every = given, problem_of, ways
        self._known = dict[frozenset[Change[T]], bool]()

    def works(self, changes: Changes[T]) -> bool:
        """Return whether the changed problem has a solution."""
        key = frozenset(changes)
        if key not in self._known:
            problem = self._problem(changes)
            self.effort.spend(problem.options)
            self._known[key] = feasible(problem, PATIENCE)
        return self._known[key]

    stands = works

    def ways(self, changes: Changes[T], more: int) -> Sequence[Way[T]]:
        """Return the ways that move a bound of the changed problem's conflict."""
        conflict = conflict_of(self._problem(changes))
        return [way for way in self.every if way.touches(conflict)]

    def barred(self, far: Changes[T], near: Changes[T]) -> bool:
        """Return that nothing between works: the farthest value allows most."""
        return True

    def _problem(self, changes: Changes[T]) -> Problem:
        return self._problem_of(Repair(changes).apply(self._given))
