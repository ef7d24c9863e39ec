"""The general engine: any quotas. The linear relaxation first, CP-SAT where that is not enough.

Goal by goal: where the relaxation's vertex is integral and its bound re-adds exactly, the goal is
settled, and the next is solved on its face. Otherwise CP-SAT searches on from there with that
bound; what it finds becomes a row of the system.
"""

import time
from dataclasses import dataclass

import numpy as np

from planner.allocation.cpsat import LARGEST_ROW, Found, search
from planner.allocation.face import Multipliers, cost_of, levels_of
from planner.allocation.linear import Relaxed, relax
from planner.allocation.matrix import System, columns_of
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.proof import bound_of


@dataclass(frozen=True, slots=True, eq=False)
class General:
    """The options chosen (0 or 1 each), each goal's bound, and who proved it.

    `multipliers` are there only where the relaxation settled every goal: a proof by itself.
    """

    chosen: IntArray
    bounds: tuple[int, ...]
    provers: tuple[str, ...]
    multipliers: tuple[Multipliers, ...] | None


def solve_general(problem: Problem, seconds: float | None) -> General | None:
    """Return the best choice for the goals in order, as far as the time allows.

    None where no choice satisfies every quota. Raises `SolverError` where the time ends without a
    single choice.
    """
    run = _Run(problem, seconds)
    for goal in problem.goals:
        if not run.settle(goal):
            return None
    return run.result()


class _Run:
    """One pass over the goals."""

    def __init__(self, problem: Problem, seconds: float | None) -> None:
        self._problem = problem
        self._end = None if seconds is None else time.monotonic() + seconds
        self._system = System.of(problem)
        self._x: IntArray | None = None
        self._bounds: list[int] = []
        self._provers: list[str] = []
        self._multipliers: list[Multipliers] = []

    def settle(self, goal: Goal) -> bool:
        """Solve for one goal and stay on what is best; False where nothing is possible."""
        cost = columns_of(cost_of(self._problem, goal))
        relaxed = relax(self._system, cost)
        if relaxed is not None and self._settled_by(relaxed, goal, cost):
            return True
        found = self._searched(cost, relaxed)
        if found.x is None:
            return False
        self._x = found.x
        self._system = self._system.with_goal(cost, int(cost @ found.x))
        self._note(goal, found.bound, 1, "CP-SAT")
        return True

    def result(self) -> General:
        """Return what was found."""
        assert self._x is not None, "the first goal has settled or the run has ended"
        all_linear = set(self._provers) <= {"GLOP"}
        return General(
            self._x[: self._problem.options],
            tuple(self._bounds),
            tuple(self._provers),
            tuple(self._multipliers) if all_linear else None,
        )

    def _settled_by(self, relaxed: Relaxed, goal: Goal, cost: IntArray) -> bool:
        """Take the relaxation's vertex where it is integral, allowed, and as good as its bound."""
        price = self._system.prices(cost, relaxed.rows, relaxed.scale)
        scaled = self._system.floor(price, relaxed.rows)
        x = relaxed.vertex
        if x is None or not self._system.holds(x) or int(cost @ x) * relaxed.scale != scaled:
            return False
        self._x = x
        self._system = self._system.settled(price, relaxed.rows)
        self._note(goal, scaled, relaxed.scale, "GLOP")
        sizes = np.cumsum([level.size for level in levels_of(self._problem)])
        rows = np.split(relaxed.rows, sizes)[: len(sizes)]
        self._multipliers.append(Multipliers(tuple(rows), relaxed.scale))
        return True

    def _searched(self, cost: IntArray, relaxed: Relaxed | None) -> Found:
        """Let CP-SAT go on with the relaxation's bound, on what can still be as good."""
        least = int(np.minimum(cost * self._system.lower, cost * self._system.upper).sum())
        if relaxed is not None:
            price = self._system.prices(cost, relaxed.rows, relaxed.scale)
            least = max(least, -(-self._system.floor(price, relaxed.rows) // relaxed.scale))
        self._narrow(cost, relaxed)
        excess = self._open_cost(cost) // LARGEST_ROW
        if excess:
            trivial = -(2**40)
            rough = search(self._system, cost >> excess.bit_length(), trivial, self._x, self._left())
            if rough.x is None:
                return rough
            self._x = rough.x
            self._narrow(cost, relaxed)
        if self._open_cost(cost) >= LARGEST_ROW:
            assert self._x is not None, "the rough search has found one"
            return Found(self._x, least)
        return search(self._system, cost, least, self._x, self._left())

    def _narrow(self, cost: IntArray, relaxed: Relaxed | None) -> None:
        """Fix what no choice as good as the best one known can have (reduced-cost fixing)."""
        if relaxed is None or self._x is None:
            return
        price = self._system.prices(cost, relaxed.rows, relaxed.scale)
        slack = int(cost @ self._x) * relaxed.scale - self._system.floor(price, relaxed.rows)
        self._system = self._system.settled(price, relaxed.rows, slack)

    def _open_cost(self, cost: IntArray) -> int:
        return int(np.abs(cost[self._system.lower < self._system.upper]).sum())

    def _left(self) -> float | None:
        return None if self._end is None else self._end - time.monotonic()

    def _note(self, goal: Goal, scaled: int, scale: int, prover: str) -> None:
        self._bounds.append(bound_of(goal, scaled, scale))
        self._provers.append(prover)
