"""How far goals' bounds, in order, can be reached together: a choice on their face shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.allocation.budget import Budget
from planner.allocation.matrix import System
from planner.allocation.nearby import nearby
from planner.allocation.packing import ROUNDS, pack
from planner.allocation.problem import Count, Goal, IntArray, Problem
from planner.allocation.steps import Step
from planner.errors import SolverError

GLANCE, _ROUNDS = 0.2, 15
"""How long to look for a choice that reaches several bounds, then how many rounds by sets."""


@dataclass(slots=True)
class Reach:
    """Looks for choices of a problem on the faces of its goals.

    With a `glance` it does not look for long, for whole sets settle what is left open; then it
    begins near what is 1 in `near`, and looks no further for as few goals as `easier` says, which
    are settled more easily otherwise.
    """

    problem: Problem
    budget: Budget
    near: IntArray | None
    glance: float | None
    easier: int = 0
    _refuted: list[Step] = field(init=False, default_factory=list[Step])
    _untold: list[Goal] = field(init=False, default_factory=list[Goal])

    def furthest(self, steps: Sequence[Step], *, search: bool) -> tuple[int, IntArray | None]:
        """Return how many bounds, in order, an x reaches together, and that x.

        Without a `search` it is one of the relaxations'.
        """
        known, x, possible = 0, None, len(steps) - (bool(steps) and not steps[-1].whole)
        for number, step in enumerate(steps[:possible], 1):
            if step.vertex is not None and step.face.holds(step.vertex):
                known, x = number, step.vertex
        numbers = [*range(possible, known, -1)] if search else []
        if self.glance is not None:
            numbers = sorted({*numbers[:1], *numbers[-1:]}, reverse=True)
        for number in numbers:
            goal, then = steps[number - 1].goal, next((s.cost for s in steps[number:]), None)
            if any(goal is untold for untold in self._untold):
                break
            try:
                found = self._nearby(steps[number - 1].face, then)
                if found is None and number <= self.easier:
                    break
                found = self._on(steps[number - 1].face, goal) if found is None else found
            except SolverError:  # no time left to look further than what is known
                self._untold.append(goal)
                break
            if found is not None:
                return number, found
            if number == 1:
                self._refuted.append(steps[0])
        return known, x

    def refutes(self, step: Step) -> bool:
        """Return whether it was proved that no choice reaches a step's bound."""
        return any(step is refuted for refuted in self._refuted)

    def _nearby(self, face: System, then: IntArray | None) -> IntArray | None:
        """Return an x of a face near the one that is known, None where none was met.

        The costs of the goal `then` to come are looked at where that takes no time.
        """
        if self.near is None:
            return None
        return nearby(self.problem, face, self.near, then, self.budget)

    def _on(self, face: System, goal: Goal) -> IntArray | None:
        """Return an x of the face of some goals up to one, None for none.

        Whole sets mostly tell of a count, whose values are few, if they are given time. Raises
        `SolverError` without an answer.
        """
        try:
            return self.budget.search(face, glance=self.glance).x
        except SolverError:
            rounds = ROUNDS if isinstance(goal.measure, Count) else _ROUNDS
            packed = None if self.glance is None else pack(self.problem, face, rounds=rounds)
            if packed is None:
                raise
            return packed.x
