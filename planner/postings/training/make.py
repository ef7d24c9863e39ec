"""Making a training plan: the names first, then their hosts, proved whole; else all at once."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.allocation.face import Multipliers
from planner.allocation.problem import Count, Goal, IntArray, Problem
from planner.allocation.proof import named
from planner.allocation.solve import Solution, solve
from planner.allocation.stages import unique
from planner.plans.claims import GoalResult, PartPlan, Proof, claims_of, proofs_of
from planner.postings.only import only
from planner.postings.training.case import Training
from planner.postings.training.problem import Problems

PART = "postings"
STAGED = "staged"
"""The entry of `summary.json` that tells whether names and hosts were settled in turn."""
STRICT = (2**8, 2**14)
"""By how much lots are multiplied, so that one more or less of anybody can't matter to them."""

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
        who = solve(problems.who)
        if who is None:
            return None
        names = _strict(problems.who, who) or _searched(problems.who, who)
        made = None if names is None else _in_stages(problems, names)
        if made is not None:
            return made
    found = solve(problems.joint, seconds=seconds, patience=PATIENCE)
    if found is None:
        return None
    return MadeTraining(problems, found.chosen, claims_of(PART, problems.joint, found), False)


@dataclass(frozen=True, slots=True)
class _Names:
    """The departures chosen, which no others equal, and the proofs of the goals about them.

    `settled` tells whether the multipliers alone leave nothing open.
    """

    chosen: IntArray
    engine: str
    proofs: dict[str, Proof]
    settled: bool


def _strict(problem: Problem, best: Solution) -> _Names | None:
    """Return proofs after which nothing about names is open; None where none is found.

    The lot is dealt again with everyone who goes one dearer and everyone who stays one cheaper. If
    the names are still the best, then without that each is so by a positive price: no other choice
    has the lot as low.
    """
    if not best.optimal or len(best.multipliers) < len(problem.goals):
        return None
    at = [goal.name for goal in problem.goals].index("turn")
    goes = np.isin(np.arange(problem.options), best.chosen)
    for scale in STRICT:
        dearer = scale * _column(problem.goals[at]) + np.where(goes, 1, -1)
        dealt = replace(problem, goals=(*problem.goals[:at], Goal("turn", "min", dearer)))
        again = solve(dealt)
        if again is None or len(again.multipliers) <= at or not again.optimal:
            continue
        if np.array_equal(again.chosen, best.chosen):
            names = (goal.name for goal in dealt.goals)
            proofs = dict(zip(names, proofs_of(dealt, again), strict=True))
            lot = proofs["turn"]
            proofs["turn"] = replace(lot, scale=lot.scale * scale)
            settled = {goal.name: Proof("names", 1, {}) for goal in problem.goals[at + 1 :]}
            return _Names(best.chosen, best.engine, proofs | settled, True)
    return None


def _searched(problem: Problem, best: Solution) -> _Names | None:
    """Return the names where a search finds no others as good; None where it does, or can't tell.

    What has no multipliers is claimed by the solver's word.
    """
    if not best.optimal or not (unique(problem, best) or only(problem, best.chosen)):
        return None
    names = (goal.name for goal in problem.goals)
    proofs = dict(zip(names, proofs_of(problem, best), strict=True))
    return _Names(best.chosen, best.engine, proofs, False)


def _in_stages(problems: Problems, names: _Names) -> MadeTraining | None:
    """Return the plan with these names, None where the hosts do not suffice."""
    problem, kept = problems.where(names.chosen)
    found = solve(problem)
    if found is None or not found.optimal:
        return None
    chosen = kept[found.chosen]
    proofs = dict(names.proofs)
    for goal, prover, rows in zip(problem.goals, found.provers, found.multipliers, strict=False):
        proofs[goal.name] = Proof(prover)
        if names.settled:
            full = _for_everyone(problems, goal.name, rows, names.chosen)
            proofs[goal.name] = Proof(prover, rows.scale, named(problem, full))
    options = np.r_[names.chosen, len(problems.case.departures) + chosen]
    results = [
        GoalResult(goal.name, goal.sense, value, value, proofs.get(goal.name, Proof(found.engine)))
        for goal in problems.whole.goals
        for value in (goal.value(options),)
    ]
    engines = "+".join(dict.fromkeys((names.engine, found.engine)))
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


def _column(goal: Goal) -> IntArray:
    assert not isinstance(goal.measure, Count), "a lot is a column"
    return goal.measure
