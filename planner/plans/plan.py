"""A finished plan of any duty: its rows, and what is claimed of each part made."""

import importlib.metadata
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import polars as pl

from planner.plans.claims import PartPlan, Status


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of a year (a duty's own columns) and what is claimed of each part made.

    `inputs` maps the files read to their sha256; `policy` is the digest of the figures in force.
    `checked` tells that the proof was re-added and the rows audited (`planner.plans.proved`): only
    then is it shown as optimal. `more` is what else the duty puts into `summary.json`.
    """

    year: int
    rows: pl.DataFrame
    parts: tuple[PartPlan, ...]
    inputs: dict[str, str]
    policy: str
    versions: dict[str, str]
    checked: bool = field(default=False, kw_only=True)
    more: Mapping[str, Any] = field(default_factory=dict[str, Any], kw_only=True)

    def status_of(self, part: PartPlan) -> Status:
        """Return `settled` where every goal's bound is its value, and `optimal` once re-added."""
        if not part.met:
            return "feasible"
        return "optimal" if self.checked and part.status == "optimal" else "settled"

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
        return {
            "year": self.year,
            "plans": [part.claim() for part in self.parts],
            "inputs": self.inputs,
            "policy": self.policy,
            "versions": self.versions,
            **self.more,
        }

    def proof(self) -> dict[str, Any]:
        """Return what `proof.json` holds."""
        return {"year": self.year, "plans": [part.shown() for part in self.parts]}

    def beside(self) -> dict[str, bytes]:
        """Return what else lies beside the plan's table, by file name."""
        return {}


@cache
def versions() -> dict[str, str]:
    """Return the versions that a plan can depend on."""
    names = ("planner", "ortools", "polars", "numpy")
    return {
        "python": platform.python_version(),
        **{name: importlib.metadata.version(name) for name in names},
    }
