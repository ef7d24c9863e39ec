"""A choice that leans towards the quotas that don't nest: light, and yet with what they ask for.

Of the choices that the quotas that nest allow, and that are best for the first goal, the lightest
may lack what another quota asks for. Paying for that a price, and raising it until there is enough,
leads along the lower hull of weight against what is asked for (Handler and Zang, A dual algorithm
for the constrained shortest path problem, Networks 10, 1980). Every step is a flow.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.nest import nested_part
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem, Quota
from planner.allocation.solve import solve


@dataclass(frozen=True, slots=True, eq=False)
class _Choice:
    """Some options, what they weigh, and how much they have of what is asked for."""

    chosen: IntArray
    weight: int
    asked: int


def leaning(problem: Problem) -> IntArray | None:
    """Return a choice (its positions) under the quotas that nest, best for the first goal.

    Of those that have as much as the other quotas ask for it weighs little. It can be too much for
    these still. None where there is none.
    """
    nested = nested_part(problem)
    known = {id(quota) for quota in nested.quotas}
    others = [quota for quota in problem.quotas if id(quota) not in known]
    asking = [quota for quota in others if quota.lower.any()]
    weight = _column(problem, (quota for quota in others if quota.weight is not None))
    asked, least = _column(problem, asking), sum(int(quota.lower.sum()) for quota in asking)

    def best(*columns: IntArray) -> _Choice | None:
        goals = (problem.goals[0], *(Goal("leaning", "min", column) for column in columns))
        found = solve(replace(nested, goals=goals))
        if found is None:
            return None
        chosen = found.chosen
        return _Choice(chosen, int(weight[chosen].sum()), int(asked[chosen].sum()))

    light, rich = best(weight), best(-asked, weight)
    if light is None or rich is None or rich.asked < least:
        return None
    while light.asked < least < rich.asked:
        more, heavier = rich.asked - light.asked, rich.weight - light.weight
        between = best(more * weight - heavier * asked)
        assert between is not None, "what was a choice before is one still"
        if more * between.weight - heavier * between.asked >= (
            more * light.weight - heavier * light.asked
        ):
            break
        light, rich = (light, between) if between.asked >= least else (between, rich)
    return light.chosen if light.asked >= least else rich.chosen


def _column(problem: Problem, quotas: Iterable[Quota]) -> IntArray:
    """Return what each option counts in some quotas together."""
    column = np.zeros(problem.options, np.int64)
    for quota in quotas:
        weight = 1 if quota.weight is None else quota.weight
        column += np.where(quota.group == OUTSIDE, 0, weight)
    return column
