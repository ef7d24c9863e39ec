"""A step of the linear road: one goal's multipliers, the bound they prove, the face they leave."""

from dataclasses import dataclass
from typing import Self

from planner.allocation.face import cost_of
from planner.allocation.matrix import System, columns_of
from planner.allocation.problem import Goal, IntArray, Problem


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
