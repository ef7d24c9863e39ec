"""The proof re-adds; wrong multipliers weaken a bound and never make a false one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.allocation.face import Multipliers, cost_of, first_face, levels_of, settle
from planner.allocation.problem import Goal, Problem, Quota
from planner.allocation.proof import bound_of, bounds, named
from planner.allocation.solve import solve
from planner.plans.claims import GoalResult, Proof
from planner.plans.verify import failures
from tests.allocation.by_eye import array, problem, quota, total
from tests.allocation.small import brute_force, random_problem

# A is to take one of x (5) and y (1).
ONE = problem(quota("unit", "AA", 1, 1), total("gain", "max", [5, 1]))


def rows(*numbers: list[int], scale: int = 1) -> Multipliers:
    return Multipliers(tuple(array(row) for row in numbers), scale)


@pytest.mark.parametrize(
    ("price", "bound"),
    [
        (-5, 5),  # the true price of a place: x at 5 and y at 1 gain nothing beyond it
        (-3, 5),  # too low: 3 for the place and 2 that x still gains
        (-7, 7),  # too high: no option gains, the place costs 7
        (0, 6),  # no price: both options would be taken
        (4, 10),  # nonsense: paid 4 for a place, x and y gain 9 and 5 - 4 for the one place
    ],
)
def test_a_price_proves_what_can_be_added_up_from_it(price: int, bound: int) -> None:
    # Worth max(0, 5 + price) + max(0, 1 + price) - price; the true value is 5.
    assert bounds(ONE, [rows([price])], [5]) == [bound]


def test_a_scaled_price_proves_the_same() -> None:
    assert bounds(ONE, [rows([-10], scale=2)], [5]) == [5]


def test_a_broken_bound_is_rounded_to_the_safe_side() -> None:
    assert bound_of(Goal("way", "min", array([])), 7, 2) == 4  # 3.5: no less than 4
    assert bound_of(Goal("gain", "max", array([])), -7, 2) == 3  # 3.5: no more than 3
    assert bound_of(Goal("gain", "max", array([]), 10), -7, 2) == 13


def test_the_proof_ends_at_the_first_goal_that_is_not_proved() -> None:
    some = replace(ONE, goals=(*ONE.goals, total("way", "min", [2, 3])))
    assert bounds(some, [rows([-5]), rows([2])], [5, 2]) == [5, 2]
    assert bounds(some, [rows([-7]), rows([2])], [5, 2]) == [7]


def test_settling_leaves_only_what_is_as_good() -> None:
    levels = levels_of(ONE)
    bound, face = settle(levels, first_face(ONE), cost_of(ONE, ONE.goals[0]), rows([-5]))
    assert bound == -5
    assert face.active.tolist() == [0]


def test_another_value_than_the_true_one_is_never_proved() -> None:
    for price in range(-9, 10):
        for claimed in (3, 4, 6, 7):
            if bounds(ONE, [rows([price])], [claimed]) == [claimed]:
                assert claimed > 5, "a weak bound may be 6 or 7, never below what can be had"


def _tampered(rng: np.random.Generator, multipliers: tuple[Multipliers, ...]) -> list[Multipliers]:
    """Return the multipliers with a few of one goal's changed."""
    found = list(multipliers)
    goal = int(rng.integers(len(found)))
    changed = [row.copy() for row in found[goal].rows]
    for row in changed:
        if len(row):
            row[rng.integers(len(row))] += rng.integers(-5, 6)
    found[goal] = replace(found[goal], rows=tuple(changed))
    return found


def _no_better(some: Problem, proved: list[int], values: tuple[int, ...]) -> bool:
    """Return whether no bound claims that less is possible than what there is."""
    senses = [goal.sense for goal in some.goals]
    pairs = zip(proved, values, senses, strict=False)
    return all(b >= v if sense == "max" else b <= v for b, v, sense in pairs)


@given(st.integers(0, 10**6))
def test_wrong_multipliers_weaken_a_bound_and_never_falsify_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    some = random_problem(rng, 2, 5)
    best, solution = brute_force(some), solve(some)
    if best is None or solution is None:
        assert best is solution
        return
    assert solution.multipliers is not None
    assert tuple(bounds(some, solution.multipliers, best[0])) == best[0]
    for _ in range(5):
        proved = bounds(some, _tampered(rng, solution.multipliers), best[0])
        assert _no_better(some, proved, best[0])


@given(st.integers(0, 10**6))
def test_no_multipliers_prove_a_plan_that_is_not_the_best(seed: int) -> None:
    rng = np.random.default_rng(seed)
    some = random_problem(rng, 2, 4)
    solution = solve(some)
    if solution is None:
        return
    assert solution.multipliers is not None
    place = int(rng.integers(len(solution.values)))
    worse = list(solution.values)
    worse[place] += 1 if some.goals[place].sense == "min" else -1
    assert bounds(some, solution.multipliers, worse) != worse
    assert bounds(some, _tampered(rng, solution.multipliers), worse) != worse


# Of three no two go together: half of each makes one and a half, a whole choice has one. The three
# rows at 1/2 each prove 3/2, rounded 1; their face has no whole choice, only the three halves.
FEUD = Problem(
    3,
    (Quota("feud", array([0, 1, 1, 2, 2, 0]), array([0, 0, 1, 1, 2, 2]),
           (("ab",), ("bc",), ("ca",)), array([0, 0, 0]), array([1, 1, 1])),),
    (total("number", "max", [1, 1, 1]), total("tie", "min", [1, 2, 3])),
)  # fmt: skip
HALVES = rows([-1, -1, -1], scale=2)
FORGED = rows([1, 1, 1])  # on that face every pair of halves costs 3 in all: b is "the best"


def test_a_bound_that_is_met_only_by_rounding_proves_nothing_of_later_goals() -> None:
    assert bounds(FEUD, [HALVES, FORGED], [1, 2]) == [1]


def test_a_solution_claims_no_multipliers_from_a_rounded_bound_on() -> None:
    found = solve(FEUD)
    assert found is not None
    assert (found.values, found.bounds, found.multipliers) == ((1, 1), (1, 1), ())
    assert found.provers[0] == "CP-SAT"


def test_a_verifier_refuses_multipliers_that_prove_a_bound_only_by_rounding() -> None:
    names = named(FEUD, HALVES)
    claims = [
        GoalResult("number", "max", 1, 1, Proof("GLOP", 2, names)),
        GoalResult("tie", "min", 1, 1, Proof("GLOP")),
    ]
    assert failures(FEUD, array([0]), claims) == ["number bound=1 not re-added"]
