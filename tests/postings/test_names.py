"""Names that are the only best ones: known by what the multipliers leave open, however many."""

import numpy as np

from planner.allocation.build import at_most, groups_of
from planner.allocation.problem import Goal, IntArray, Problem
from planner.allocation.solve import solve
from planner.allocation.stages import only, unique


def names(lots: IntArray) -> Problem:
    """Return the problem of 200 people of whom one may go from each of 100 departments."""
    people = [f"C{n}" for n in range(len(lots))]
    department = [f"D{n // 2}" for n in range(len(lots))]
    quotas = (
        at_most("person_once", *groups_of(people), 1),
        at_most("away_share", *groups_of(department), 1),
        at_most("batch_size", *groups_of(["07-01"] * len(lots)), 100),
    )
    sent = Goal("sent", "max", np.ones(len(lots), np.int64))
    return Problem(len(lots), quotas, (sent, Goal("turn", "min", lots)))


def test_names_are_known_to_be_the_only_ones_though_their_lots_are_too_large_for_a_search() -> None:
    problem = names(2**24 + np.arange(200))  # in all over 2^31
    best = solve(problem)
    assert best is not None
    assert not only(problem, best.chosen)  # one part, as all share a batch
    assert unique(problem, best)


def test_names_with_others_as_good_are_not() -> None:
    lots = 2**24 + np.arange(200)
    lots[1] = lots[0]
    best = solve(names(lots))
    assert best is not None
    assert not unique(names(lots), best)
