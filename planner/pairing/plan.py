"""A plan: its pairings as a table, and what is proved of every goal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import polars as pl

from planner.allocation.problem import Sense
from planner.pairing.display import plan_html
from planner.pairing.units import Part

Status = Literal["optimal", "settled", "feasible"]
"""How well a part of a plan is known to be the best, the surest first."""

KIND: dict[Part, str] = {"leaders": "leader", "departments": "department"}
"""The `kind` of a part's rows."""

SCHEMA = {
    "year": pl.Int64, "kind": pl.String, "unit_id": pl.String, "unit": pl.String,
    "station_id": pl.String, "station": pl.String, "city": pl.String, "county": pl.String,
    "need": pl.Int64, "travel_minutes": pl.Int64, "wish": pl.Int64, "fit": pl.Boolean,
}  # fmt: skip
"""The columns of a plan's table. `wish` is the best rank that covers the pairing, null for none;
`fit` is null for leaders; `travel_minutes` are one way."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows a goal's bound: the solver, and integer multipliers where they re-add to it.

    `multipliers` map the subjects of each rule (or counted goal) to theirs, over the common
    `scale`; subjects left out have 0. None where the bound is the solver's word alone.
    """

    prover: str
    scale: int = 1
    multipliers: Mapping[str, Mapping[str, int]] | None = None


@dataclass(frozen=True, slots=True)
class GoalResult:
    """A goal's value in a plan, and the bound that no plan as good in the goals before can pass."""

    goal: str
    sense: Sense
    value: int
    bound: int
    proof: Proof = Proof("none")


@dataclass(frozen=True, slots=True)
class PartPlan:
    """What is claimed of one part: `optimal` where every goal's bound is its value.

    The verifier and the audit check the claim before it is published; see `Plan.status_of`.
    `around` tells whether it was made around the other part's pairings as they stood.
    """

    part: Part
    engine: str
    goals: tuple[GoalResult, ...]
    around: bool = False

    @property
    def status(self) -> str:
        """`optimal` or `feasible`."""
        return "optimal" if all(goal.value == goal.bound for goal in self.goals) else "feasible"


@dataclass(frozen=True, slots=True)
class Plan:
    """The pairings of a year (`pairs`, see `SCHEMA`) and what is proved of each part made.

    `inputs` maps the files read to their sha256; `policy` is the digest of the figures in force.
    `in_force` is the plan that was to be changed least, where there was one. `checked` tells that
    its proof was re-added and its rows audited (see `planner.proved`): only then is it shown as
    optimal.
    """

    year: int
    pairs: pl.DataFrame
    parts: tuple[PartPlan, ...]
    inputs: dict[str, str]
    policy: str
    versions: dict[str, str]
    in_force: pl.DataFrame | None = None
    checked: bool = False

    def status_of(self, part: PartPlan) -> Status:
        """Return `settled` where every goal's bound is its value, and `optimal` once checked."""
        if part.status == "feasible":
            return "feasible"
        return "optimal" if self.checked else "settled"

    def goals(self) -> pl.DataFrame:
        """Return every goal's value and bound: part, status, goal, sense, value, bound."""
        rows = [
            (part.part, self.status_of(part), goal.goal, goal.sense, goal.value, goal.bound)
            for part in self.parts
            for goal in part.goals
        ]
        names = ("part", "status", "goal", "sense", "value", "bound")
        kinds = (pl.String, pl.String, pl.String, pl.String, pl.Int64, pl.Int64)
        return pl.DataFrame(rows, dict(zip(names, kinds, strict=True)), orient="row")

    def summary(self) -> dict[str, Any]:
        """Return what `summary.json` holds."""
        plans = [
            {
                "part": part.part,
                "status": part.status,
                "engine": part.engine,
                "goals": [
                    {"goal": g.goal, "sense": g.sense, "value": g.value, "bound": g.bound}
                    for g in part.goals
                ],
            }
            for part in self.parts
        ]
        return {
            "year": self.year,
            "plans": plans,
            "inputs": self.inputs,
            "policy": self.policy,
            "versions": self.versions,
        }

    def proof(self) -> dict[str, Any]:
        """Return what `proof.json` holds."""
        plans = [
            {
                "part": part.part,
                "around": part.around,
                "goals": [
                    {
                        "goal": goal.goal,
                        "prover": goal.proof.prover,
                        "scale": goal.proof.scale,
                        "multipliers": goal.proof.multipliers,
                    }
                    for goal in part.goals
                ],
            }
            for part in self.parts
        ]
        return {"year": self.year, "plans": plans}

    def of(self, part: Part) -> pl.DataFrame:
        """Return the rows of one part."""
        return self.pairs.filter(pl.col("kind") == KIND[part])

    def _repr_html_(self) -> str:
        return plan_html(self.pairs, self.goals(), self.year, checked=self.checked)
