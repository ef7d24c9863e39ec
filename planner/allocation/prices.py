"""The price of every option: what the best choice with it loses, or without it if it is chosen.

In the residual network of a best choice's flow, taking an option from a to b costs its own cost and
that of the cheapest way back from b to a; giving one up earns its cost and costs the cheapest other
way from a to b. The choice being best, no cycle of the residual network costs less than nothing, so
these are shortest distances, and whatever else would change with them is no gain (flow
decomposition; Ahuja, Magnanti, Orlin, Network Flows, 1993, ch. 3 and 9). The costs are those of all
goals, compared in order: nothing is settled or weighed, and all numbers are whole.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.allocation.face import Cost, cost_of, counts_of, first_face, levels_of
from planner.allocation.nest import Order, nest_of
from planner.allocation.problem import IntArray, Problem, Quota
from planner.allocation.residual import Arcs, Lanes, NegativeCycleError, distances
from planner.allocation.solve import NotNestedError, solve
from planner.errors import SolverError

NOTHING = -1
"""The first goal of an option that costs no goal anything, or can't be had at all."""

CHANGE = " price "
"""The rule of what is changed for a price: no problem has it of its own."""

_BETTERED = "another choice is better, so losses against this one say nothing"


class NotBestError(ValueError):
    """Prices were asked for of a choice that breaks a quota, or that another one betters."""


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """What each option costs: an option not chosen to take, a chosen one to give up.

    `loss` has a row per option and a column per goal: how much worse the goal is in the best choice
    with the option (without it, for a chosen one) than in the best choice of all, goals compared in
    their order. The first entry that is not 0 is positive, later ones below 0 are gains; a row of
    zeros is an option as good as what was chosen. Where `possible` is false, no choice within the
    quotas has the option (or does without it), and its row is 0.
    """

    loss: IntArray
    possible: NDArray[np.bool_]

    def first(self) -> IntArray:
        """Return the first goal that each option costs anything, `NOTHING` for none."""
        lost = self.loss != 0
        return np.where(lost.any(axis=1), lost.argmax(axis=1), NOTHING)


def prices(problem: Problem, chosen: IntArray) -> Prices:
    """Return the price of every option, `chosen` (positions) being a best choice.

    Raises `NotNestedError` where the quotas cut across each other (see `price_of`), `NotBestError`
    where the choice is not a best one, `OverflowError` where a goal's numbers leave 64 bits.
    """
    from planner.allocation.flow import Network

    levels = levels_of(problem)
    nest = nest_of(levels, Order(levels))
    if nest is None:
        raise NotNestedError
    _require_allowed(problem, chosen)
    network, face = Network(levels, problem.options, nest), first_face(problem)
    taken = np.zeros(problem.options, np.int64)
    taken[chosen] = 1
    costs = [cost_of(problem, goal) for goal in problem.goals]
    lanes = Lanes([_limit(cost, len(chosen)) for cost in costs])
    unit = lanes.pack([network.spread(cost.option, cost.step) for cost in costs])
    steps = (count.filled(chosen) for count in counts_of(problem))
    used = [*(problem.count(quota, chosen) for quota in problem.quotas), *steps]
    flow = network.spread(taken, used)
    lower = network.spread(np.zeros_like(taken), face.level_lower)
    upper = network.spread(np.ones_like(taken), face.level_upper)
    tail, head = network.ends
    arcs = _residual(tail, head, unit, flow > lower, flow < upper)
    back = taken > 0
    source = np.where(back, tail[: len(taken)], head[: len(taken)])
    target = np.where(back, head[: len(taken)], tail[: len(taken)])
    try:
        way, possible = distances(arcs, network.size, source, target)
    except NegativeCycleError:
        raise NotBestError(_BETTERED) from None
    own = unit[:, : len(taken)]
    loss = lanes.unpack(np.where(possible, way + np.where(back, -own, own), 0))
    return _checked(Prices(loss, possible))


def price_of(problem: Problem, chosen: IntArray, option: int) -> tuple[int, ...] | None:
    """Return the price of one option by solving again: its losses goal by goal, None if impossible.

    The same as in `prices`, for any quotas. That `chosen` is a best choice is the caller's word: it
    is only held against the new one. Raises `NotBestError` where it breaks a quota or the new one
    is better, `SolverError` where a solver can't prove that the new one is the best.
    """
    number = 0 if option in chosen else 1
    again = best_with(problem, chosen, np.array([option]), number)
    if again is None:
        return None
    if not again.sure:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="FEASIBLE")
    return again.loss


@dataclass(frozen=True, slots=True, eq=False)
class Other:
    """Another choice than the best: its options (positions), and what it loses goal by goal.

    Unless it is `sure`, a choice that loses less may be there.
    """

    chosen: IntArray
    loss: tuple[int, ...]
    sure: bool


def best_with(
    problem: Problem,
    chosen: IntArray,
    options: IntArray,
    number: int,
    seconds: float | None = None,
) -> Other | None:
    """Return the best choice with just so many of some options, None where there is none.

    Solved again, for any quotas; raises as `price_of` does, but for one that is not proved.
    """
    _require_allowed(problem, chosen)
    again = solve(with_just(problem, options, number), seconds=seconds)
    if again is None:
        return None
    worse = [
        goal.loss(goal.value(chosen), value)
        for goal, value in zip(problem.goals, again.values, strict=True)
    ]
    price = _checked(Prices(np.array([worse], np.int64), np.array([True])))
    return Other(again.chosen, tuple(int(loss) for loss in price.loss[0]), again.optimal)


def with_just(problem: Problem, options: IntArray, number: int) -> Problem:
    """Return the problem of the choices with just so many of some options."""
    bound, first = np.array([number]), np.zeros(len(options), np.int64)
    turned = Quota(CHANGE, options, first, ((CHANGE,),), bound, bound)
    return replace(problem, quotas=(*problem.quotas, turned))


def _residual(
    tail: IntArray,
    head: IntArray,
    unit: IntArray,
    back: NDArray[np.bool_],
    forth: NDArray[np.bool_],
) -> Arcs:
    """Return the residual network: every arc as far as its flow can still rise, or fall."""
    return Arcs(
        np.concatenate([tail[forth], head[back]]),
        np.concatenate([head[forth], tail[back]]),
        np.concatenate([unit[:, forth], -unit[:, back]], axis=1),
    )


def _limit(cost: Cost, chosen: int) -> int:
    """Return what a simple cycle's costs of one goal can't exceed.

    It has each chosen option's way back at most once and, between one option taken and the next, a
    way back or the root: at most 2·chosen + 2 options in all. A step's arc is in it once.
    """
    option = int(np.abs(cost.option).max(initial=0))
    steps = sum(int(np.abs(step).sum()) for step in cost.step if step is not None)
    return (2 * chosen + 2) * option + steps


def _require_allowed(problem: Problem, chosen: IntArray) -> None:
    if not problem.allows(chosen):
        raise NotBestError("the choice breaks a quota, so nothing can be said of its prices")


def _checked(price: Prices) -> Prices:
    """Pass on prices none of which is a gain."""
    first = price.first()
    if (price.loss[np.arange(len(first)), first] * (first != NOTHING) < 0).any():
        raise NotBestError(_BETTERED)
    return price
