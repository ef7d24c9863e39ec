"""Goal after goal on the faces of those before, each with multipliers that prove its bound."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from planner.allocation.face import Multipliers, cost_of
from planner.allocation.linear import Relaxed
from planner.allocation.matrix import System, columns_of
from planner.allocation.problem import Count, Goal, IntArray, Problem


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One goal's relaxation: its bound over a scale, and the `face` where that is reached."""

    goal: Goal
    cost: IntArray
    rows: IntArray
    scale: int
    bound: int
    face: System
    vertex: IntArray | None
    prover: str

    @classmethod
    def of(cls, goal: Goal, system: System, cost: IntArray, answer: Relaxed, prover: str) -> Self:
        """Return the step that multipliers over a system prove."""
        price = system.prices(cost, answer.rows, answer.scale)
        bound = system.floor(price, answer.rows)
        face = system.settled(price, answer.rows)
        return cls(goal, cost, answer.rows, answer.scale, bound, face, answer.vertex, prover)

    @property
    def whole(self) -> bool:
        """Whether an integer could reach the bound."""
        return self.bound % self.scale == 0

    def narrowed(self, system: System, x: IntArray) -> System:
        """Return a system without what no choice as good as x can have (reduced-cost fixing)."""
        price = system.prices(self.cost, self.rows, self.scale)
        return system.settled(price, self.rows, int(self.cost @ x) * self.scale - self.bound)


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """The best choice under the quotas that nest: 1 for each option it has, and its proofs.

    These are goal by goal over all rows of a problem, with 0 for the quotas that do not nest.
    """

    chosen: IntArray
    proofs: Sequence[Multipliers]

    def take(self, kept: IntArray) -> Self:
        """Return the same over some of the options (their positions)."""
        return type(self)(self.chosen[kept], self.proofs)

    def steps(self, problem: Problem, system: System) -> list[Step]:
        """Return what is proved of a problem's goals, up to the last one that counts.

        What is to be spread evenly is seldom hindered by the other quotas; sums mostly are.
        """
        counts = [at for at, goal in enumerate(problem.goals) if isinstance(goal.measure, Count)]
        steps = list[Step]()
        goals = problem.goals[: max(counts, default=-1) + 1]
        for goal, proof in zip(goals, self.proofs, strict=False):
            cost = columns_of(cost_of(problem, goal))
            answer = Relaxed(None, np.concatenate(proof.rows), proof.scale)
            steps.append(Step.of(goal, system, cost, answer, "flow"))
            system = steps[-1].face
        return steps
