"""The proof: from multipliers, how good each goal can be at best, in integers over all options."""

from collections.abc import Sequence

import numpy as np

from planner.allocation.face import Multipliers, cost_of, first_face, levels_of, settle
from planner.allocation.problem import Count, Goal, Key, Problem


def bounds(
    problem: Problem, multipliers: Sequence[Multipliers], values: Sequence[int]
) -> list[int]:
    """Return the proved bound of each goal, up to the first that is not its value.

    `values` are the goals' values of the plan to be proved. A later bound holds for plans that are
    as good in every earlier goal, so it is worth something only while bound and value agree.
    """
    levels, face, proved = levels_of(problem), first_face(problem), list[int]()
    for goal, rows, value in zip(problem.goals, multipliers, values, strict=False):
        scaled, face = settle(levels, face, cost_of(problem, goal), rows)
        proved.append(bound_of(goal, scaled, rows.scale))
        if proved[-1] != value or scaled % rows.scale:
            break
    return proved


def bound_of(goal: Goal, scaled: int, scale: int) -> int:
    """Return the best value of a goal that a scaled bound of its costs leaves possible."""
    least = -(-scaled // scale)
    return goal.constant + (least if goal.sense == "min" else -least)


def named(problem: Problem, multipliers: Multipliers) -> dict[str, dict[Key, int]]:
    """Return multipliers by rule (or counted goal) and group; those that are 0 are left out."""
    keys = [(quota.rule, quota.keys) for quota in problem.quotas]
    keys += [
        (goal.name, goal.measure.keys) for goal in problem.goals if isinstance(goal.measure, Count)
    ]
    return {
        name: {some[at]: int(rows[at]) for at in np.flatnonzero(rows).tolist()}
        for (name, some), rows in zip(keys, multipliers.rows, strict=True)
    }
