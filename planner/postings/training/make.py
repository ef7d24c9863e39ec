"""Making a training plan: the names first, then their hosts, proved whole; else all at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.allocation.face import Multipliers
from planner.allocation.problem import Count, IntArray
from planner.allocation.proof import named
from planner.allocation.solve import solve
from planner.allocation.stages import Staged, solve_in_stages
from planner.plans.claims import GoalResult, PartPlan, Proof, claims_of
from planner.postings.training.case import Training
from planner.postings.training.problem import LOT, Problems

PART = "postings"
STAGED = "staged"
"""The entry of `summary.json` that tells whether names and hosts were settled in turn."""
PATIENCE = 5.0
"""How long each search for everything at once may take where no seconds are given, in the solver's
deterministic time: what is not proved by then is stated with its gap."""


@dataclass(frozen=True, slots=True, eq=False)
class MadeTraining:
    """The hostings chosen (positions), and what is claimed of the plan.

    `staged` tells whether names and hosts were settled one after the other.
    """

    problems: Problems
    chosen: IntArray
    claims: PartPlan
    staged: bool


def make_training(
    case: Training, seconds: float | None = None, *, staged: bool = True
) -> MadeTraining | None:
    """Return the best plan of a case, None where there is none.

    In stages where the policy's goals can be parted and the hosts suffice; `seconds` bounds the
    search of everything at once, else `PATIENCE`. Raises `SolverError` where a solver gives no
    answer.
    """
    problems = Problems(case)
    if staged and problems.separable:
        found = solve_in_stages(
            problems.who,
            lambda names: problems.where(names)[0],
            lambda: problems.joint,
            LOT,
            seconds,
            PATIENCE,
        )
    else:
        found = solve(problems.joint, seconds=seconds, patience=PATIENCE)
    if found is None:
        return None
    if isinstance(found, Staged):
        return _in_stages(problems, found)
    return MadeTraining(problems, found.chosen, claims_of(PART, problems.joint, found), False)


def _in_stages(problems: Problems, found: Staged) -> MadeTraining:
    """Return the plan of names and hosts settled in turn, with proofs over all options."""
    who, where, names = problems.who, problems.every_where, found.first.chosen
    chosen = problems.options.members(names.tolist())[found.second.chosen]
    engines = "+".join(dict.fromkeys((found.first.engine, found.second.engine)))
    proofs = {goal.goal: goal.proof for goal in claims_of(PART, who, found.first).goals}
    proofs |= {goal.name: Proof(found.second.provers[at]) for at, goal in enumerate(where.goals)}
    if found.strict:
        after = who.goals[len(found.first.multipliers) :]
        proofs |= {goal.name: Proof("names", 1, {}) for goal in after}
        for goal, rows in zip(where.goals, found.second.multipliers, strict=False):
            full = _for_everyone(problems, goal.name, rows, names)
            proofs[goal.name] = Proof(proofs[goal.name].prover, rows.scale, named(where, full))
    options = np.r_[names, len(problems.case.departures) + chosen]
    results = [
        GoalResult(goal.name, goal.sense, value, value, proofs[goal.name])
        for goal in problems.whole.goals
        for value in (goal.value(options),)
    ]
    return MadeTraining(problems, chosen, PartPlan(PART, engines, tuple(results)), True)


def _for_everyone(
    problems: Problems, name: str, rows: Multipliers, departures: IntArray
) -> Multipliers:
    """Return the multipliers of a goal of places over all hostings, not only those of who goes.

    Who stays has no host, whatever one cost: the link's multiplier is the least of their prices.
    What only they could count for (a county that nobody who goes can reach) is priced at nothing.
    """
    problem, options = problems.every_where, problems.options
    goal = next(one for one in problem.goals if one.name == name)
    sign = rows.scale if goal.sense == "min" else -rows.scale
    goes = np.isin(options.departure, departures)
    price = np.zeros(problem.options, np.int64)
    if not isinstance(goal.measure, Count):
        price = price + sign * goal.measure
    quotas = len(problem.quotas)
    links, levels = rows.rows[0].copy(), list(rows.rows)
    for quota, level in zip(problem.quotas[1:], levels[1:quotas], strict=True):
        np.subtract.at(price, quota.option, level[quota.group])
    counts = [one for one in problem.goals if isinstance(one.measure, Count)]
    for at, one in enumerate(counts, quotas):
        assert isinstance(one.measure, Count)
        if one.name == name:
            levels[at] = _unreached(one.measure, goes, sign, levels[at])
        price = price - levels[at][one.measure.group]
    stays = np.setdiff1d(np.arange(len(links)), departures)
    least = np.full(len(links), np.iinfo(np.int64).max)
    np.minimum.at(least, options.departure, price)
    links[stays] = least[stays]
    return Multipliers((links, *levels[1:]), rows.scale)


def _unreached(count: Count, goes: NDArray[np.bool_], sign: int, multipliers: IntArray) -> IntArray:
    """Return multipliers by which steps of groups that nobody who goes can reach gain nothing."""
    unreached = np.ones(len(multipliers), bool)
    unreached[count.group[goes]] = False
    gain = np.zeros(len(multipliers), np.int64)
    np.maximum.at(gain, count.step_group, -sign * count.step_value)
    return np.where(unreached, gain, multipliers)
