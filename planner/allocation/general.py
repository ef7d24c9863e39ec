"""The general engine: any quotas. The linear relaxation first, CP-SAT where that is not enough.

The goals' relaxations are solved one after the other, each on the exact face of the one before,
as if every bound could be reached. An integral x on the face of some goal reaches the bounds of
all goals up to it, which proves them; GLOP's vertex often is one, and otherwise CP-SAT looks for
one on the last face that has any. At the first goal whose bound can't be reached CP-SAT searches
for the best, with that bound; what it finds becomes a row, and the relaxations go on from there.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planner.allocation.cpsat import LARGEST_ROW, search
from planner.allocation.face import Multipliers, cost_of, levels_of
from planner.allocation.linear import relax
from planner.allocation.matrix import System, columns_of
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.proof import bound_of
from planner.errors import SolverError


@dataclass(frozen=True, slots=True, eq=False)
class General:
    """The options chosen (0 or 1 each), each goal's bound, and who proved it.

    `multipliers` prove the first goals by themselves, up to where CP-SAT had to search.
    """

    chosen: IntArray
    bounds: tuple[int, ...]
    provers: tuple[str, ...]
    multipliers: tuple[Multipliers, ...]


def solve_general(problem: Problem, seconds: float | None) -> General | None:
    """Return the best choice for the goals in order, as far as the time allows.

    None where no choice satisfies every quota. Raises `SolverError` where the time ends without a
    single choice.
    """
    run = _Run(problem, seconds)
    while run.open_goals:
        relaxed = run.relaxed()
        reached = run.reach(relaxed)
        run.take(relaxed[:reached])
        if run.open_goals and not run.search(relaxed[reached:]):
            return None
    return run.result()


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """One goal's relaxation: its bound over a scale, and the face where that is reached."""

    goal: Goal
    cost: IntArray
    rows: IntArray
    scale: int
    bound: int
    face: System
    vertex: IntArray | None


class _Run:
    """One pass over the goals; `open_goals` are those not settled yet."""

    def __init__(self, problem: Problem, seconds: float | None) -> None:
        self.open_goals: tuple[Goal, ...] = problem.goals
        self._problem = problem
        self._end = None if seconds is None else time.monotonic() + seconds
        self._system = System.of(problem)
        self._x: IntArray | None = None
        self._bounds: list[int] = []
        self._provers: list[str] = []
        self._multipliers: list[Multipliers] = []

    def relaxed(self) -> list[_Step]:
        """Return the relaxations of the open goals, up to one whose bound no integer reaches."""
        steps, system = list[_Step](), self._system
        for goal in self.open_goals:
            cost = columns_of(cost_of(self._problem, goal))
            answer = relax(system, cost)
            if answer is None:
                break
            price = system.prices(cost, answer.rows, answer.scale)
            bound = system.floor(price, answer.rows)
            system = system.settled(price, answer.rows)
            step = _Step(goal, cost, answer.rows, answer.scale, bound, system, answer.vertex)
            steps.append(step)
            if bound % answer.scale:
                break
        return steps

    def reach(self, steps: Sequence[_Step]) -> int:
        """Return how many bounds, in order, an x reaches together; keep that x."""
        possible = len(steps) - (1 if steps and steps[-1].bound % steps[-1].scale else 0)
        known = 0
        for number, step in enumerate(steps[:possible], 1):
            if step.vertex is not None and step.face.holds(step.vertex):
                known, self._x = number, step.vertex
        for number in range(possible, known, -1):
            try:
                found = search(steps[number - 1].face, None, None, None, self._left())
            except SolverError:  # no time left to look further than what is known
                return known
            if found.x is not None:
                self._x = found.x
                return number
        return known

    def take(self, steps: Sequence[_Step]) -> None:
        """Settle goals whose bounds are reached, and stay on their face."""
        sizes = np.cumsum([level.size for level in levels_of(self._problem)])
        for step in steps:
            if len(self._multipliers) == len(self._bounds):  # no goal's row so far
                rows = np.split(step.rows, sizes)[: len(sizes)]
                self._multipliers.append(Multipliers(tuple(rows), step.scale))
            self._note(step.goal, -(-step.bound // step.scale), "GLOP")
            self._system = step.face

    def search(self, steps: Sequence[_Step]) -> bool:
        """Let CP-SAT settle the first open goal; False where nothing is possible."""
        goal = self.open_goals[0]
        step = steps[0] if steps else None
        cost = columns_of(cost_of(self._problem, goal)) if step is None else step.cost
        least = int(np.minimum(cost * self._system.lower, cost * self._system.upper).sum())
        if step is not None:
            least = max(least, -(-step.bound // step.scale))
            self._narrow(step)
        excess = self._open_cost(cost) // LARGEST_ROW
        if excess:
            rough = search(self._system, cost >> excess.bit_length(), None, self._x, self._left())
            if rough.x is None:
                return False
            self._x = rough.x
            if step is not None:
                self._narrow(step)
        bound = least
        if self._open_cost(cost) < LARGEST_ROW:
            found = search(self._system, cost, least, self._x, self._left())
            if found.x is None:
                return False
            self._x, bound = found.x, found.bound
        assert self._x is not None, "a search has found one"
        self._system = self._system.with_goal(cost, int(cost @ self._x))
        self._note(goal, bound, "CP-SAT")
        return True

    def result(self) -> General:
        """Return what was found."""
        assert self._x is not None, "every goal is settled by an x"
        return General(
            self._x[: self._problem.options],
            tuple(self._bounds),
            tuple(self._provers),
            tuple(self._multipliers),
        )

    def _narrow(self, step: _Step) -> None:
        """Fix what no choice as good as the best one known can have (reduced-cost fixing)."""
        if self._x is None:
            return
        price = self._system.prices(step.cost, step.rows, step.scale)
        slack = int(step.cost @ self._x) * step.scale - step.bound
        self._system = self._system.settled(price, step.rows, slack)

    def _open_cost(self, cost: IntArray) -> int:
        return int(np.abs(cost[self._system.lower < self._system.upper]).sum())

    def _left(self) -> float | None:
        return None if self._end is None else self._end - time.monotonic()

    def _note(self, goal: Goal, least: int, prover: str) -> None:
        self.open_goals = self.open_goals[1:]
        self._bounds.append(bound_of(goal, least, 1))
        self._provers.append(prover)
