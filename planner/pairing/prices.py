"""The price of every allowed pair: what a plan would lose with it, or without it.

A pair's price compares the best plan with it (a chosen one: without it) with the plan as it is, the
other part standing as it stood when this one was made. A table of prices has the columns unit_id,
station_id, city, county, `chosen`, `possible`, `first_goal`, `by`, `free`, and one per goal in the
policy's order: by how much that goal is worse, below 0 where it is better.

`first_goal` is the first that is worse at all, and `by` how much, above 0: no goal before it
changes, and later ones may even gain. Both are null where no goal changes. A `free` pair costs no
goal but `tie` anything: it is equally good. Where not `possible`, no plan has the pair (or does
without it): it is not free, and all losses are null.
"""

from collections.abc import Sequence

import numpy as np
import polars as pl

from planner.allocation.prices import NotBestError, Prices, price_of, prices
from planner.allocation.problem import IntArray, Problem
from planner.allocation.solve import NotNestedError
from planner.dataset import Dataset
from planner.pairing.case import Case
from planner.pairing.plan import Plan
from planner.pairing.problem import case_again, problem_of
from planner.pairing.units import Part
from planner.plans.losses import priced_frame
from planner.policy import Policy


def price_table(
    dataset: Dataset,
    policy: Policy,
    plan: Plan,
    part: Part,
    pairs: Sequence[tuple[str, str]] | None = None,
) -> pl.DataFrame:
    """Return a row of prices (see above) for every allowed pair of one part, by unit and station.

    All pairs at once need nested rules; where `hard_share` cuts across them, name
    the `pairs` (unit id, station id), each of which is then planned again. Raises `NotNestedError`
    where they are not named, `NotBestError` where the part is not the best plan there is,
    `ValueError` where a named pair is not allowed, `SolverError` where no price is sure.
    """
    case, chosen = case_of_plan(dataset, policy, plan, part)
    problem = problem_of(case)
    options = np.arange(len(case.unit))
    if pairs is not None:
        options, unknown = case.options(list(dict.fromkeys(pairs)))
        if unknown:
            raise ValueError(f"not allowed: {', '.join(map(' '.join, unknown))}")
    try:
        every = prices(problem, chosen)
        priced = Prices(every.loss[options], every.possible[options])
    except NotNestedError:
        if pairs is None:
            raise
        _require_proved(plan, part)
        priced = _one_by_one(problem, chosen, options)
    return _table(case, problem, chosen, options, priced)


def case_of_plan(dataset: Dataset, policy: Policy, plan: Plan, part: Part) -> tuple[Case, IntArray]:
    """Return the case that a part of a plan was made from, and its choice in it.

    Raises `NotBestError` where nothing is said of how the part was made, or where it has a pair
    that is not allowed.
    """
    if all(made.part != part for made in plan.parts):
        raise NotBestError(f"the plan does not say how its {part} were planned")
    case, chosen, unknown = case_again(dataset, policy, plan, part)
    if unknown:
        raise NotBestError(f"not allowed: {', '.join(unknown)}")
    return case, chosen


def _require_proved(plan: Plan, part: Part) -> None:
    """Solving again can't show whether the plan as it is was the best: its bounds must."""
    if any(made.part == part and made.status != "optimal" for made in plan.parts):
        raise NotBestError(f"the plan of the {part} is not proved to be the best")


def _one_by_one(problem: Problem, chosen: IntArray, options: IntArray) -> Prices:
    """Return the prices of some options, each from solving again."""
    found = [price_of(problem, chosen, int(option)) for option in options]
    nothing = (0,) * len(problem.goals)
    loss = np.array([nothing if price is None else price for price in found], np.int64)
    possible = np.array([price is not None for price in found], bool)
    return Prices(loss.reshape(len(found), len(problem.goals)), possible)


def _table(
    case: Case, problem: Problem, chosen: IntArray, options: IntArray, priced: Prices
) -> pl.DataFrame:
    unit, station = case.unit[options], case.station[options]
    head = {
        "unit_id": pl.Series(case.units.ids, dtype=pl.String)[unit],
        "station_id": case.field.frame["station_id"][station],
        "city": case.field.frame["city"][station],
        "county": case.field.frame["county"][station],
        "chosen": np.isin(options, chosen),
    }
    return priced_frame(head, [goal.name for goal in problem.goals], priced)
