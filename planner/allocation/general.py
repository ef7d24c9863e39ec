"""The general engine: any quotas. The linear relaxation first, CP-SAT where that is not enough.

The goals' relaxations are solved one after the other, each on the exact face of the one before,
as if every bound could be reached. An integral x on the face of some goal reaches the bounds of
all goals up to it, which proves them; GLOP's vertex often is one, and otherwise CP-SAT looks for
one on the last face that has any. At the first goal whose bound can't be reached CP-SAT searches
for the best, with that bound; what it finds becomes a row, and the relaxations go on from there.

Where options have weights, as in a budget, single options leave the relaxation too free. From the
first goal that they can't settle on, whole sets of a block's options take their place (`whole`).
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from planner.allocation.budget import Budget
from planner.allocation.cpsat import LARGEST_ROW, PATIENCE
from planner.allocation.face import Multipliers, cost_of, levels_of
from planner.allocation.linear import relax
from planner.allocation.matrix import System, columns_of
from planner.allocation.merge import relaxed
from planner.allocation.packing import pack
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.proof import bound_of
from planner.allocation.reach import GLANCE, Reach
from planner.allocation.relaxation import impossible
from planner.allocation.sets import Sets
from planner.allocation.spare import alike_goals, needed
from planner.allocation.split import blocks_of
from planner.allocation.steps import Start, Step
from planner.allocation.whole import Whole, of_blocks, of_sets
from planner.allocation.window import in_common
from planner.errors import SolverError


@dataclass(frozen=True, slots=True, eq=False)
class General:
    """An x of the problem's system: each option (0 or 1), then the steps of the counts.

    Then each goal's bound and its prover; `multipliers` prove those before CP-SAT had to search.
    """

    x: IntArray
    bounds: tuple[int, ...]
    provers: tuple[str, ...]
    multipliers: tuple[Multipliers, ...]


def solve_general(
    problem: Problem,
    seconds: float | None,
    patience: float = PATIENCE,
    start: Start | None = None,
    goals: int | None = None,
) -> General | None:
    """Return the best choice for the goals in order (the first so many, if not all).

    A search ends after `patience` where no `seconds` are given (see `cpsat.search`). `start` is
    what the quotas that nest allow and prove, where that is known. None where no choice satisfies
    every quota. Raises `SolverError` where the time ends without a single choice.
    """
    run = _Run(problem, Budget.of(seconds, patience), start, problem.goals[:goals])
    while run.open_goals:
        relaxed = run.relaxed()
        reached = run.reach(relaxed)
        run.take(relaxed[:reached])
        if run.open_goals and not run.search(relaxed[reached:]):
            return None
    return run.result()


class _Run:
    """One pass over the goals; `open_goals` are those not settled yet."""

    def __init__(
        self, problem: Problem, budget: Budget, start: Start | None, goals: tuple[Goal, ...]
    ) -> None:
        self.open_goals = goals
        self._problem, self._budget, self._start = problem, budget, start
        self._system: System = System.of(problem)
        self._given = [] if start is None else start.steps(problem, self._system)
        self._x: IntArray | None = None
        self._sets: Sets | None = None
        self._blocks = blocks_of(problem, self._system)
        near = None if start is None or self._blocks is None else start.chosen
        glance = None if self._blocks is None else min(budget.patience, GLANCE)
        self._needed = np.arange(problem.options) if self._blocks is None else needed(problem)
        self._alike = alike_goals(problem) if len(self._needed) < problem.options else 0
        self._reach = Reach(problem, self._budget, near, glance, self._alike)
        self._agreed: Goal | None = None
        self._bounds, self._provers = list[int](), list[str]()
        self._multipliers: list[Multipliers] = []

    def relaxed(self) -> list[Step]:
        """Return the relaxations of the open goals, up to one whose bound no integer reaches."""
        self._agree()
        steps, self._given = self._given[: len(self.open_goals) - 1], []
        given = len(steps)
        while len(steps) < len(self.open_goals) and (not steps or steps[-1].whole):
            goal, face = self.open_goals[len(steps)], steps[-1].face if steps else self._system
            step = self._step(goal, face)
            if step is not None:
                steps.append(step)
            elif given and len(steps) == given:  # even fractions do not reach the last bound given
                steps.pop()
                given -= 1
            else:
                break
        return steps

    def _step(self, goal: Goal, system: System) -> Step | None:
        cost = self._cost(goal)
        answer = relaxed(self._sets, system, cost) if self._sets else relax(system, cost)
        return None if answer is None else Step.of(goal, system, cost, answer, "GLOP")

    def reach(self, steps: Sequence[Step]) -> int:
        """Return how many bounds, in order, an x reaches together; keep that x."""
        number, x = self._reach.furthest(steps, search=self._sets is None)
        self._x = self._x if x is None else x
        return number

    def take(self, steps: Sequence[Step]) -> None:
        """Settle goals whose bounds are reached, and stay on their face."""
        sizes = np.cumsum([level.size for level in levels_of(self._problem)])
        for step in steps:
            if len(self._multipliers) == len(self._bounds) and self._sets is None:
                rows = np.split(step.rows, sizes)[: len(sizes)]
                self._multipliers.append(Multipliers(tuple(rows), step.scale))
            self._note(bound_of(step.goal, step.bound, step.scale), step.prover)
            self._system = step.face

    def search(self, steps: Sequence[Step]) -> bool:
        """Let CP-SAT settle the first open goal; False where nothing is possible."""
        if not steps and self._x is None and impossible(self._system):
            return False
        if len(self._bounds) < self._alike:
            return self._search_needed(steps)
        step, least = steps[0] if steps else None, None
        if self._x is None and self._blocks is not None:
            found = pack(self._problem, self._system) or self._budget.search(self._system)
            if found.x is None:
                return False
            self._x = found.x
        if step is not None and self._x is not None:
            whole = self._whole(step, self._x)
            if whole is not None:
                self._x, least = whole.x, whole.bound
            if whole is not None and whole.settled:
                self._settle(step.goal, whole.bound, step, whole.x if self._sets else whole.single)
                self._sets, self._system = whole.sets, whole.system
                return True
        return self._single(step, least)

    def _search_needed(self, steps: Sequence[Step]) -> bool:
        """Settle the first goals by the options that no others stand for, which do for these."""
        kept, options, goals = self._needed, self._problem.options, self._alike
        start = None if self._start is None else self._start.take(kept)
        limits = self._budget.seconds(), self._budget.patience
        found = solve_general(self._problem.take(kept), *limits, start, goals)
        if found is None:
            return False
        x = np.zeros(len(self._system.lower), np.int64)
        x[kept], x[options:] = found.x[: len(kept)], found.x[len(kept) :]
        self._alike, self._reach.easier, proved = 0, 0, len(self._bounds)
        if not self._system.holds(x):  # the time ended before what is reached was met again
            return self.search(steps)
        self._x = x
        self.take([step for step in steps[: goals - proved] if step.face.holds(x)])
        for goal, bound in zip(self.open_goals, found.bounds[len(self._bounds) :], strict=False):
            cost = self._cost(goal)
            self._system = self._system.with_goal(cost, int(cost @ x))
            self._note(bound, "CP-SAT")
        return True

    def _whole(self, step: Step, x: IntArray) -> Whole | None:
        """Return what whole sets of the blocks' columns tell of the first open goal."""
        priced = step.cost, step.rows, step.scale, x, self._budget.look
        if self._sets is not None:
            return of_sets(self._sets, self._system, *priced)
        if self._blocks is None:
            return None
        self._system = step.narrowed(self._system, x)
        blocks = blocks_of(self._problem, self._system)
        assert blocks is not None, "narrowing keeps the blocks"
        return of_blocks(self._system, blocks, *priced, self._budget.end)

    def _single(self, step: Step | None, known: int | None) -> bool:
        """Settle the first open goal by single columns; `known` is a bound that is proved."""
        goal, cost = self.open_goals[0], self._cost(self.open_goals[0])
        floor = int(np.minimum(cost * self._system.lower, cost * self._system.upper).sum())
        least = floor if known is None else max(floor, known)
        if step is not None:
            least = max(least, -(-step.bound // step.scale) + self._reach.refutes(step))
        if step is not None and self._x is not None:
            self._system = step.narrowed(self._system, self._x)
        excess = self._open_cost(cost) // LARGEST_ROW
        if excess:
            rough = self._budget.search(self._system, cost >> excess.bit_length(), None, self._x)
            if rough.x is None:
                return False
            self._x = rough.x
            if step is not None:
                self._system = step.narrowed(self._system, rough.x)
        if self._open_cost(cost) < LARGEST_ROW:
            found = self._budget.search(self._system, cost, least, self._x)
            if found.x is None:
                return False
            self._x, least = found.x, found.bound
        assert self._x is not None, "a search has found one"
        self._system = self._system.with_goal(cost, int(cost @ self._x))
        self._settle(goal, least, step, self._x)
        return True

    def _agree(self) -> None:
        """Before a goal of costs too large to search with, fix what all choices left agree on."""
        goal, x, sets = self.open_goals[0], self._x, self._sets
        if sets is None or x is None or self._agreed is goal:
            return
        if self._open_cost(self._cost(goal)) >= LARGEST_ROW:
            self._agreed = goal
            with suppress(SolverError):
                self._system = in_common(sets, self._system, x, self._budget.look)

    def result(self) -> General:
        """Return what was found."""
        assert self._x is not None, "every goal is settled by an x"
        x = self._x if self._sets is None else self._sets.single(self._x)
        return General(x, tuple(self._bounds), tuple(self._provers), tuple(self._multipliers))

    def _cost(self, goal: Goal) -> IntArray:
        cost = columns_of(cost_of(self._problem, goal))
        return cost if self._sets is None else self._sets.cost(cost)

    def _open_cost(self, cost: IntArray) -> int:
        return int(np.abs(cost[self._system.lower < self._system.upper]).sum())

    def _settle(self, goal: Goal, bound: int, step: Step | None, x: IntArray) -> None:
        """Note the bound of a goal that was searched for: by its relaxation, where x reaches it."""
        if step is not None and step.face.holds(x):
            self.take([step])
        else:
            self._note(bound_of(goal, bound, 1), "CP-SAT")

    def _note(self, bound: int, prover: str) -> None:
        self.open_goals = self.open_goals[1:]
        self._bounds.append(bound)
        self._provers.append(prover)
