"""Any quotas: linear relaxations on exact faces first, CP-SAT where these are not enough.

The goals' relaxations are solved one after the other, each on the exact face of the one before,
as if every bound could be reached. An integral x on the face of some goal reaches the bounds of
all goals up to it, which proves them; GLOP's vertex often is one, or a dive from it is, and
otherwise CP-SAT looks for one on the last face that has any. At the first goal whose bound can't be
reached CP-SAT searches for the best, with that bound; what it finds becomes a row, and the
relaxations go on from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from planner.allocation.cpsat import Limit, search, search_large
from planner.allocation.elastic import elastic
from planner.allocation.face import Answer, Multipliers, cost_of, levels_of
from planner.allocation.linear import relax, rounded
from planner.allocation.matrix import System, columns_of
from planner.allocation.problem import Count, Goal, IntArray, Problem
from planner.allocation.proof import bound_of
from planner.errors import SolverError

_GLANCE = 1.0
"""How long to look for a choice that reaches several bounds, in deterministic time."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One goal's relaxation: its bound over a scale, and the `face` where that is reached.

    `vertex` is where the relaxation reaches it, if it is known and whole.
    """

    goal: Goal
    cost: IntArray
    rows: IntArray
    scale: int
    bound: int
    face: System
    vertex: IntArray | None
    prover: str

    @classmethod
    def proved(
        cls,
        problem: Problem,
        goal: Goal,
        system: System,
        multipliers: tuple[IntArray, int],
        prover: str,
        vertex: IntArray | None = None,
    ) -> Self:
        """Return what multipliers of a system's rows, over a scale, prove of a goal."""
        (rows, scale), cost = multipliers, columns_of(cost_of(problem, goal))
        price = system.prices(cost, rows, scale)
        bound, face = system.floor(price, rows), system.settled(price, rows)
        return cls(goal, cost, rows, scale, bound, face, vertex, prover)

    @property
    def whole(self) -> bool:
        """Whether an integer could reach the bound."""
        return self.bound % self.scale == 0

    @property
    def least(self) -> int:
        """The least cost that the bound leaves to integers."""
        return -(-self.bound // self.scale)

    def narrowed(self, system: System, x: IntArray) -> System:
        """Return a system without what no choice as good as x can have (reduced-cost fixing)."""
        price = system.prices(self.cost, self.rows, self.scale)
        return system.settled(price, self.rows, int(self.cost @ x) * self.scale - self.bound)


def solve_general(
    problem: Problem, limit: Limit, known: Sequence[Multipliers] = ()
) -> Answer | None:
    """Return the best choice for the goals in order, None where no choice satisfies every quota.

    `known` are multipliers of the first goals that prove something already, as those of the quotas
    that nest do. Raises `SolverError` where the time ends without a single choice.
    """
    run = _Run(problem, limit, known)
    while run.open_goals:
        relaxed = run.relaxed()
        reached = run.reach(relaxed)
        run.take(relaxed[:reached])
        if run.open_goals and not run.search(relaxed[reached:]):
            return None
    return run.result()


class _Run:
    """One pass over the goals; `open_goals` are those not settled yet."""

    def __init__(self, problem: Problem, limit: Limit, known: Sequence[Multipliers]) -> None:
        self.open_goals = problem.goals
        self._problem, self._limit = problem, limit
        self._glance = replace(limit, patience=min(limit.patience, _GLANCE))
        self._system: System = System.of(problem)
        self._known = known
        self._x: IntArray | None = None
        self._refuted: Step | None = None
        self._bounds, self._provers = list[int](), list[str]()
        self._multipliers: list[Multipliers] = []

    def relaxed(self) -> list[Step]:
        """Return the relaxations of the open goals, up to one whose bound no integer reaches."""
        steps, self._known = self._proved_already(), ()
        given = len(steps)
        while len(steps) < len(self.open_goals) and (not steps or steps[-1].whole):
            goal, face = self.open_goals[len(steps)], steps[-1].face if steps else self._system
            answer = relax(face, self._cost(goal))
            if answer is not None:
                multipliers = answer.rows, answer.scale
                step = Step.proved(self._problem, goal, face, multipliers, "GLOP", answer.vertex)
                steps.append(step)
            elif given and len(steps) == given:  # even fractions do not reach the last bound given
                steps.pop()
                given -= 1
            else:
                break
        return steps

    def _proved_already(self) -> list[Step]:
        """Return what is known of the goals up to the last that counts, but for the very last.

        What is to be spread evenly is seldom hindered by the other quotas; sums mostly are.
        """
        goals = self.open_goals
        counts = [at for at, goal in enumerate(goals) if isinstance(goal.measure, Count)]
        number = min(max(counts, default=-1) + 1, len(goals) - 1)
        steps, system = list[Step](), self._system
        for goal, proof in zip(goals[:number], self._known, strict=False):
            rows = np.concatenate(proof.rows)
            steps.append(Step.proved(self._problem, goal, system, (rows, proof.scale), "flow"))
            system = steps[-1].face
        return steps

    def reach(self, steps: Sequence[Step]) -> int:
        """Return how many bounds, in order, an x reaches together; keep that x."""
        known, possible = 0, len(steps) - (bool(steps) and not steps[-1].whole)
        for number, step in enumerate(steps[:possible], 1):
            if step.vertex is not None and step.face.holds(step.vertex):
                known, self._x = number, step.vertex
        for number in range(possible, known, -1):
            face = steps[number - 1].face
            found = rounded(face)
            try:
                if found is None:
                    found = search(face, None, None, self._x, self._glance).x
            except SolverError:  # no time left to look further than what is known
                break
            if found is not None:
                self._x = found
                return number
            if number == 1:
                self._refuted = steps[0]
        return known

    def take(self, steps: Sequence[Step]) -> None:
        """Settle goals whose bounds are reached, and stay on their face."""
        sizes = np.cumsum([level.size for level in levels_of(self._problem)])
        for step in steps:
            if len(self._multipliers) == len(self._bounds):
                rows = np.split(step.rows, sizes)[: len(sizes)]
                self._multipliers.append(Multipliers(tuple(rows), step.scale))
            self._note(bound_of(step.goal, step.bound, step.scale), step.prover)
            self._system = step.face

    def search(self, steps: Sequence[Step]) -> bool:
        """Let CP-SAT settle the first open goal; False where nothing is possible."""
        if not steps and self._x is None:
            found = elastic(self._system)
            if found is not None and found.impossible:
                return False
        step, goal, cost = steps[0] if steps else None, self.open_goals[0], None
        cost = self._cost(goal)
        least = int(np.minimum(cost * self._system.lower, cost * self._system.upper).sum())
        if step is not None:
            least = max(least, step.least + (step is self._refuted))
            if self._x is not None:
                self._system = step.narrowed(self._system, self._x)
        found = search_large(self._system, cost, least, self._x, self._limit)
        if found.x is None:
            return False
        self._x, least = found.x, found.bound
        self._system = self._system.with_goal(cost, int(cost @ self._x))
        if step is not None and step.face.holds(self._x):
            self.take([step])
        else:
            self._note(bound_of(goal, least, 1), "CP-SAT")
        return True

    def result(self) -> Answer:
        """Return what was found."""
        assert self._x is not None, "every goal is settled by an x"
        chosen = np.flatnonzero(self._x[: self._problem.options])
        return Answer(chosen, tuple(self._bounds), tuple(self._provers), tuple(self._multipliers))

    def _cost(self, goal: Goal) -> IntArray:
        return columns_of(cost_of(self._problem, goal))

    def _note(self, bound: int, prover: str) -> None:
        self.open_goals = self.open_goals[1:]
        self._bounds.append(bound)
        self._provers.append(prover)
