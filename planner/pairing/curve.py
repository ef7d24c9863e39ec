"""The exchange curve: what each further change to a plan in force gains.

A point is the best that the goals, in the policy's order without `stability`, can reach while at
most so many pairings in force are changed (weighed by their approval, as in `stability`), and the
fewest changes that reach it. The limit is one more quota: of all pairings in force at least so much
is kept. From the best plan without a limit down, each point is solved with one change fewer than
the point before it makes; what lies between two points is worth as much as the lower one. So every
number allowed, from the fewest possible on, is answered, each by a solution with its own bounds.
"""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from planner.allocation.build import between
from planner.allocation.problem import OUTSIDE, Problem
from planner.allocation.solve import Solution, solve
from planner.dataset import Dataset
from planner.errors import Sentence
from planner.pairing.case import Case, Year
from planner.pairing.make import make_plan, no_plan, sound
from planner.pairing.problem import problem_of
from planner.pairing.units import Part
from planner.plans.claims import GoalResult
from planner.plans.losses import loss_sentence
from planner.policy import STABILITY, Policy

_TIE = "tie"
_SCHEMA = {
    "part": pl.String, "changes": pl.Int64, "goal": pl.String, "sense": pl.String,
    "value": pl.Int64, "bound": pl.Int64, "status": pl.String,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """The fewest changes that reach these values, each with the bound for so many changes."""

    changes: int
    goals: tuple[GoalResult, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """The points of one part, by rising number of changes; `total` is what is in force in all."""

    part: Part
    total: int
    points: tuple[Point, ...]

    @property
    def settled(self) -> bool:
        """Whether every goal's bound is its value at every point."""
        return all(goal.value == goal.bound for one in self.points for goal in one.goals)

    def at(self, changes: int) -> Point | None:
        """Return the best point within a number of changes, None where no plan changes so few."""
        return next((one for one in reversed(self.points) if one.changes <= changes), None)

    def frame(self) -> pl.DataFrame:
        """Return part, changes, goal, sense, value, bound and status, a row per point and goal."""
        rows = [
            (self.part, one.changes, goal.goal, goal.sense, goal.value, goal.bound, _status(goal))
            for one in self.points
            for goal in one.goals
        ]
        return pl.DataFrame(rows, _SCHEMA, orient="row")

    def sentences(self) -> list[Sentence]:
        """Return what the changes in all come to, and what each step from point to point gains."""
        ends = {"least": self.points[0].changes, "most": self.points[-1].changes}
        values = {"part": Sentence(f"part.{self.part}"), "total": self.total, **ends}
        steps = [_step(*pair) for pair in zip(self.points, self.points[1:], strict=False)]
        return [Sentence("curve.ends" if steps else "curve.flat", values), *steps]


def exchange_curve(
    dataset: Dataset,
    policy: Policy,
    year: int,
    in_force: pl.DataFrame,
    part: Part,
    seconds: float | None = None,
) -> Curve:
    """Return the exchange curve of one part against the plan in force.

    The departments' stands around the leaders' plan that `make_plan` makes beside the same plan in
    force. `seconds` bounds each search. Raises what `make_plan` raises.
    """
    parts: tuple[Part, ...] = (part,)
    dataset = sound(dataset, policy, year, parts, None, in_force)
    standing = None
    if part == "departments":
        made = make_plan(dataset, policy, year, seconds=seconds)
        standing = made.of("leaders")["station_id"].to_list()
    asked = Year(dataset, policy, year)
    case = asked.case(part, asked.field(), standing)
    problem = _ordered(problem_of(case))
    best = solve(problem, None, seconds)
    if best is None:
        raise no_plan(dataset, case, year, parts)
    points = [_point(problem, best)]
    fewest = _fewest(problem, seconds)
    while points[-1].changes > fewest:
        limited = _limited(problem, case, points[-1].changes - 1)
        solution = solve(limited, None, seconds)
        if solution is None:
            break
        points.append(_point(problem, solution))
    assert case.in_force is not None, "a plan is in force"
    return Curve(part, case.in_force, tuple(reversed(points)))


def _ordered(problem: Problem) -> Problem:
    """Return the problem with stability after all goals but `tie`: it only counts the changes."""
    goals = {goal.name: goal for goal in problem.goals}
    stability, tie = goals.pop(STABILITY), goals.pop(_TIE)
    return replace(problem, goals=(*goals.values(), stability, tie))


def _fewest(problem: Problem, seconds: float | None) -> int:
    """Return a number of changes that no plan is below: proved, and mostly reached."""
    stability = next(goal for goal in problem.goals if goal.name == STABILITY)
    solution = solve(replace(problem, goals=(stability,)), None, seconds)
    assert solution is not None, "a plan exists"
    return solution.bounds[0]


def _limited(problem: Problem, case: Case, changes: int) -> Problem:
    """Return the problem with at most so many changes: of all in force the rest is kept."""
    assert case.in_force is not None, "a plan is in force"
    kept = np.append(case.kept, np.zeros(problem.options - len(case.kept), np.int64))
    group = np.where(kept > 0, 0, OUTSIDE)
    weight = None if case.kept.max(initial=0) <= 1 else kept
    least, most = case.in_force - changes, int(case.kept.sum())
    quota = between(STABILITY, group, ((STABILITY,),), least, max(least, most), weight)
    return replace(problem, quotas=(*problem.quotas, quota))


def _point(problem: Problem, solution: Solution) -> Point:
    settled = zip(problem.goals, solution.values, solution.bounds, strict=True)
    found = {
        goal.name: GoalResult(goal.name, goal.sense, value, bound) for goal, value, bound in settled
    }
    goals = tuple(goal for name, goal in found.items() if name not in (STABILITY, _TIE))
    return Point(found[STABILITY].value, goals)


def _status(goal: GoalResult) -> str:
    return "settled" if goal.value == goal.bound else "feasible"


def _step(before: Point, after: Point) -> Sentence:
    losses = {
        new.goal: old.value - new.value if new.sense == "max" else new.value - old.value
        for old, new in zip(before.goals, after.goals, strict=True)
    }
    values = {"before": before.changes, "after": after.changes, "gain": loss_sentence(losses)}
    return Sentence("curve.one" if after.changes == before.changes + 1 else "curve.more", values)
