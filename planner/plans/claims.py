"""What is claimed of a plan: every goal's value and bound, and what shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from planner.allocation.problem import Key, Problem, Sense

if TYPE_CHECKING:
    from planner.allocation.solve import Solution

Status = Literal["optimal", "settled", "feasible"]
"""How well a part of a plan is known to be the best, the surest first."""

HASHES = ("tie", "weeks_tie", "turn")
"""The goals that only make the best plan one: their values are hashes, which are no merit."""

NOBODY = "none"
"""The prover of a bound that nothing shows."""

Multipliers = Mapping[str, Mapping[Key, int]]


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows a goal's bound: the solver, and integer multipliers where they re-add to it.

    `multipliers` map the groups of each rule (or counted goal) to theirs, over the common `scale`;
    groups left out have 0. None where the bound is the solver's word alone.
    """

    prover: str
    scale: int = 1
    multipliers: Multipliers | None = None

    def as_data(self) -> dict[str, Any]:
        """Return it as `proof.json` has it: of each rule rows of a group's ids and its multiplier.

        Ids are never joined to one text, so two groups never read alike.
        """
        rows = None
        if self.multipliers is not None:
            rows = {
                rule: [[*key, multiplier] for key, multiplier in groups.items()]
                for rule, groups in self.multipliers.items()
            }
        return {"prover": self.prover, "scale": self.scale, "multipliers": rows}


@dataclass(frozen=True, slots=True)
class GoalResult:
    """A goal's value in a plan, and the bound that no plan as good in the goals before can pass."""

    goal: str
    sense: Sense
    value: int
    bound: int
    proof: Proof = Proof(NOBODY)

    @property
    def proved(self) -> bool:
        """Whether the bound is the value and multipliers are there that show it."""
        return self.value == self.bound and self.proof.multipliers is not None


@dataclass(frozen=True, slots=True)
class PartPlan:
    """What is claimed of one part, its goals in order.

    `around` tells whether it was made around the other part's rows as they stood.
    """

    part: str
    engine: str
    goals: tuple[GoalResult, ...]
    around: bool = False

    @property
    def met(self) -> bool:
        """Whether every goal's bound is its value, whoever says so."""
        return all(goal.value == goal.bound for goal in self.goals)

    @property
    def status(self) -> str:
        """`optimal` where every goal's bound is its value by its multipliers, else `feasible`."""
        return "optimal" if all(goal.proved for goal in self.goals) else "feasible"

    def claim(self) -> dict[str, Any]:
        """Return what `summary.json` says of the part."""
        goals = [
            {"goal": g.goal, "sense": g.sense, "value": g.value, "bound": g.bound}
            for g in self.goals
        ]
        return {"part": self.part, "status": self.status, "engine": self.engine, "goals": goals}

    def shown(self) -> dict[str, Any]:
        """Return what `proof.json` says of the part."""
        goals = [{"goal": goal.goal, **goal.proof.as_data()} for goal in self.goals]
        return {"part": self.part, "around": self.around, "goals": goals}


def proofs_of(problem: Problem, solution: "Solution") -> list[Proof]:
    """Return what shows each goal's bound: its multipliers, else the solver's word."""
    from planner.allocation.proof import named  # who verifies needs nothing of the engine's

    shown = [
        Proof(prover, rows.scale, named(problem, rows))
        for prover, rows in zip(solution.provers, solution.multipliers, strict=False)
    ]
    return [*shown, *map(Proof, solution.provers[len(shown) :])]


def claims_of(
    part: str, problem: Problem, solution: "Solution", *, around: bool = False
) -> PartPlan:
    """Return what a solution claims of every goal of a part."""
    proofs = proofs_of(problem, solution)
    results = zip(problem.goals, solution.values, solution.bounds, proofs, strict=True)
    goals = tuple(
        GoalResult(goal.name, goal.sense, value, bound, proof)
        for goal, value, bound, proof in results
    )
    return PartPlan(part, solution.engine, goals, around)
