"""Claims to be verified, and the slow way to re-add them: one term after the other, in Python."""

from collections.abc import Sequence

from planner.allocation.problem import OUTSIDE, Count, Problem
from planner.allocation.proof import named
from planner.allocation.solve import Solution
from planner.plans.claims import GoalResult, Proof

Bounds = dict[tuple[str, int], tuple[int, int]]


def claim(
    some: Problem,
    name: str,
    value: int,
    multipliers: dict[str, dict[str, int]] | None,
    *,
    bound: int | None = None,
    scale: int = 1,
) -> GoalResult:
    """Return what is claimed of a goal; the bound is the value unless another is named."""
    (goal,) = (one for one in some.goals if one.name == name)
    bound = value if bound is None else bound
    rows = None
    if multipliers is not None:
        rows = {
            rule: {tuple(name.split(" @ ")): y for name, y in groups.items()}
            for rule, groups in multipliers.items()
        }
    return GoalResult(name, goal.sense, value, bound, Proof("flow", scale, rows))


def claims_of(some: Problem, solution: Solution) -> list[GoalResult]:
    """Return what a solution claims of every goal, as a plan would write it down."""
    rows = [Proof("first", one.scale, named(some, one)) for one in solution.multipliers]
    rows += [Proof("search")] * (len(some.goals) - len(rows))
    results = zip(some.goals, solution.values, solution.bounds, rows, strict=True)
    return [GoalResult(g.name, g.sense, value, bound, row) for g, value, bound, row in results]


def sums(some: Problem, claims: Sequence[GoalResult]) -> list[int]:
    """Return the least that each goal's multipliers re-add to, each on the face of those before."""
    bounds, found = _at_first(some), list[int]()
    for claimed in claims:
        total = 0
        for term, price in _prices(some, claimed).items():
            lower, upper = bounds[term]
            total += price * (lower if price > 0 else upper)
            bounds[term] = (upper if price < 0 else lower, lower if price > 0 else upper)
        found.append(total)
    return found


def _at_first(some: Problem) -> Bounds:
    bounds: Bounds = {("option", at): (0, 1) for at in range(some.options)}
    for quota in some.quotas:
        for row, (lower, upper) in enumerate(zip(quota.lower, quota.upper, strict=True)):
            bounds[quota.rule, row] = (int(lower), int(upper))
    for name, count in _counts(some):
        for step, (group, width) in enumerate(zip(count.step_group, count.step_width, strict=True)):
            bounds[name, step] = (0, int(width) if group in count.group else 0)
    return bounds


def _prices(some: Problem, claimed: GoalResult) -> dict[tuple[str, int], int]:
    """Return the price of every option, every rule's row and every count's step."""
    (goal,) = (one for one in some.goals if one.name == claimed.goal)
    sign = claimed.proof.scale * (1 if goal.sense == "min" else -1)
    multipliers = claimed.proof.multipliers or {}
    prices = {("option", at): 0 for at in range(some.options)}
    if not isinstance(goal.measure, Count):
        prices |= {("option", at): sign * int(cost) for at, cost in enumerate(goal.measure)}
    for quota in some.quotas:
        y = [multipliers.get(quota.rule, {}).get(name, 0) for name in quota.keys]
        prices |= {(quota.rule, row): price for row, price in enumerate(y)}
        for at, (option, group) in enumerate(zip(quota.option, quota.group, strict=True)):
            weight = 1 if quota.weight is None else int(quota.weight[at])
            prices["option", int(option)] -= y[group] * weight
    for name, count in _counts(some):
        y = [multipliers.get(name, {}).get(label, 0) for label in count.keys]
        for step, (group, value) in enumerate(zip(count.step_group, count.step_value, strict=True)):
            prices[name, step] = y[group] + (sign * int(value) if name == goal.name else 0)
        for at, group in enumerate(count.group):
            prices["option", at] -= 0 if group == OUTSIDE else y[group]
    return prices


def _counts(some: Problem) -> list[tuple[str, Count]]:
    return [(goal.name, goal.measure) for goal in some.goals if isinstance(goal.measure, Count)]
