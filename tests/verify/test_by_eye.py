"""A claim is verified by adding up; the sums are small enough to do by eye.

Where less is better an option costs its entry, where more is better minus that. With a multiplier y
for a row, each option of the row is priced y less, and the row itself at y.
"""

from dataclasses import replace

import numpy as np
import pytest

from planner.allocation.face import Multipliers
from planner.allocation.problem import Problem, Quota
from planner.allocation.proof import named
from planner.plans.claims import GoalResult, Proof
from planner.plans.verify import failures
from tests.allocation.by_eye import array, distinct, problem, quota, steps, total
from tests.verify.claims import claim

# A is to take exactly one of x (gains 5) and y (gains 1).
ONE = problem(quota("unit", "AA", 1, 1), total("gain", "max", [5, 1]))
X, Y = array([0]), array([1])


def of_a(y: int) -> dict[str, dict[str, int]]:
    return {"unit": {"A": y}}


def test_a_true_claim_has_no_failure() -> None:
    # -5 for A: x costs -5 + 5 = 0, y -1 + 5 = 4, the row -5·1; least 0 + 0 - 5 = -(5).
    assert failures(ONE, X, [claim(ONE, "gain", 5, of_a(-5))]) == []


@pytest.mark.parametrize("y", [-4, -3, -2, -1])
def test_a_multiplier_that_adds_up_to_the_same_is_as_good(y: int) -> None:
    # At -3 x costs -2 and y 2: least -2 + 0 - 3 = -5 again, x at its upper bound.
    assert failures(ONE, X, [claim(ONE, "gain", 5, of_a(y))]) == []


@pytest.mark.parametrize("y", [-7, -6, 0, 4])
def test_a_multiplier_that_adds_up_to_less_proves_nothing(y: int) -> None:
    # At -7: 0 + 0 - 7 = -7. At 0: -5 - 1 + 0 = -6. At 4: -9 - 5 + 4 = -10.
    assert failures(ONE, X, [claim(ONE, "gain", 5, of_a(y))]) == ["gain bound=5 not re-added"]


def test_a_scale_divides_every_multiplier() -> None:
    assert failures(ONE, X, [claim(ONE, "gain", 5, of_a(-9), scale=2)]) == []  # 4.5 for A
    told = failures(ONE, X, [claim(ONE, "gain", 5, of_a(-11), scale=2)])  # 5.5: 11 is over 10
    assert told == ["gain bound=5 not re-added"]


def test_another_value_than_is_counted_is_a_failure() -> None:
    told = failures(ONE, X, [claim(ONE, "gain", 4, of_a(-5), bound=5)])
    assert told == ["gain value=4 counted=5"]


def test_a_value_and_a_bound_raised_together_are_both_failures() -> None:
    told = failures(ONE, X, [claim(ONE, "gain", 6, of_a(-5))])
    assert told == ["gain value=6 counted=5", "gain bound=6 value=5"]


def test_a_bound_that_is_not_the_value_proves_nothing() -> None:
    assert failures(ONE, X, [claim(ONE, "gain", 5, of_a(-6), bound=6)]) == ["gain bound=6 value=5"]


def test_no_multiplier_proves_a_plan_that_is_not_the_best() -> None:
    for y in range(-9, 10):
        told = failures(ONE, Y, [claim(ONE, "gain", 1, of_a(y))])
        assert told == ["gain bound=1 not re-added"]


@pytest.mark.parametrize("chosen", [[], [0, 1]])
def test_a_plan_that_breaks_a_quota_is_not_looked_at_further(chosen: list[int]) -> None:
    assert failures(ONE, array(chosen), [claim(ONE, "gain", 99, of_a(-5))]) == ["quotas"]


TWO = replace(ONE, goals=(*ONE.goals, total("way", "min", [8, 2])))


@pytest.mark.parametrize("names", [["gain"], ["way", "gain"], ["gain", "way", "way"], []])
def test_the_goals_claimed_are_the_policy_s_in_its_order(names: list[str]) -> None:
    told = failures(TWO, X, [claim(TWO, name, 5, of_a(-5)) for name in names])
    assert told == ["goals"]


def test_a_later_goal_is_proved_on_what_is_as_good_in_the_earlier() -> None:
    # At -5 y is out: it gains less. So x's way of 8 can't be bettered, though y's is 2:
    # with no multiplier x costs 8, and it must be chosen, A's row being at 1.
    first, second = claim(TWO, "gain", 5, of_a(-5)), claim(TWO, "way", 8, of_a(8))
    assert failures(TWO, X, [first, second]) == []


def test_a_later_goal_is_not_proved_beside_the_earlier() -> None:
    # Of both options the least way is 2, and no multiplier makes it 8.
    alone = problem(quota("unit", "AA", 1, 1), total("way", "min", [8, 2]))
    for y in range(-10, 11):
        told = failures(alone, X, [claim(alone, "way", 8, of_a(y))])
        assert told == ["way bound=8 not re-added"]


def test_which_multiplier_proves_the_first_decides_what_is_left_for_the_second() -> None:
    # At -3 x has the price -2: it is at 1 for good, and its way of 8 needs no multiplier.
    settled = claim(TWO, "gain", 5, of_a(-3))
    assert failures(TWO, X, [settled, claim(TWO, "way", 8, {})]) == []
    # At -5 x has the price 0: it is left open, and without a multiplier it might cost 0.
    left = claim(TWO, "gain", 5, of_a(-5))
    told = failures(TWO, X, [left, claim(TWO, "way", 8, {})])
    assert told == ["way bound=8 not re-added"]


def test_a_solver_s_word_is_not_checked() -> None:
    assert failures(ONE, X, [claim(ONE, "gain", 5, None, bound=77)]) == []


def test_nothing_is_proved_after_a_solver_s_word() -> None:
    claims = [claim(TWO, "gain", 5, None), claim(TWO, "way", 8, of_a(8))]
    assert failures(TWO, X, claims) == ["way bound=8 value=8"]


def test_nothing_is_proved_after_a_goal_that_is_short_of_its_bound() -> None:
    claims = [claim(TWO, "gain", 5, of_a(-6), bound=6), claim(TWO, "way", 8, of_a(8))]
    assert failures(TWO, X, claims) == ["gain bound=6 value=5", "way bound=8 value=8"]


def test_the_values_are_counted_even_where_nothing_is_proved() -> None:
    claims = [claim(TWO, "gain", 5, None), claim(TWO, "way", 7, None)]
    assert failures(TWO, X, claims) == ["way value=7 counted=8"]


def test_a_constant_counts_in_the_value_and_not_in_the_sum() -> None:
    (goal,) = ONE.goals
    some = replace(ONE, goals=(replace(goal, constant=100),))
    assert failures(some, X, [claim(some, "gain", 105, of_a(-5))]) == []
    assert failures(some, X, [claim(some, "gain", 5, of_a(-5))]) != []


def test_names_that_are_no_rule_and_no_subject_are_passed_over() -> None:
    more = {"unit": {"A": -5, "Z": 77}, "nonsense": {"A": 77}}
    assert failures(ONE, X, [claim(ONE, "gain", 5, more)]) == []


def test_a_subject_left_out_has_the_multiplier_nought() -> None:
    told = failures(ONE, X, [claim(ONE, "gain", 5, {})])
    assert told == ["gain bound=5 not re-added"]


# One option in place x and two in y; two are to be chosen, in as many places as can be.
PLACES = problem(quota("all", "AAA", 2, 2), distinct("places", "xyy"))


def test_distinct_places_are_proved_through_their_steps() -> None:
    # 1 for y and 0 for x and A: options cost 0, -1, -1; the steps of x -1 and 0, those of y
    # -1 + 1 = 0 and 0 + 1 = 1: least -1 - 1 - 1 + 0 + 0 = -3, not -2.
    weak = claim(PLACES, "places", 2, {"places": {"y": 1}})
    assert failures(PLACES, array([0, 1]), [weak]) == ["places bound=2 not re-added"]
    # Nothing at all: the first steps of x and y gain one each, -2, and no more is to be had.
    assert failures(PLACES, array([0, 1]), [claim(PLACES, "places", 2, {})]) == []


def test_two_in_one_place_are_not_proved() -> None:
    for y in range(-3, 4):
        told = failures(PLACES, array([1, 2]), [claim(PLACES, "places", 1, {"places": {"y": y}})])
        assert told == ["places bound=1 not re-added"]


def test_a_place_without_options_fills_no_step() -> None:
    # Only y is left: without a multiplier its first step gains 1; x's would gain another.
    some = PLACES.take(array([1, 2]))
    assert failures(some, array([0, 1]), [claim(some, "places", 1, {})]) == []


def test_a_band_is_proved_with_its_negative_steps() -> None:
    # Below one costs 1, above it 1: the first step -1, the second 1. At A's 2 of x, value 0;
    # multiplier -1 for x: options at 1 each, steps -2 and 0, A's row at y.
    some = problem(quota("all", "AA", 2, 2), steps("band", "min", "xx", (1, -1), (9, 1)))
    # A at 1, x at -1: options -(1) - (-1) = 0; steps -2 and 0; A's row 1·2: 0 - 2 + 2 = 0.
    true = claim(some, "band", 0, {"all": {"A": 1}, "band": {"x": -1}})
    assert failures(some, array([0, 1]), [true]) == []
    weak = claim(some, "band", 0, {"band": {"x": -1}})
    assert failures(some, array([0, 1]), [weak]) == ["band bound=0 not re-added"]


def test_weights_count_in_the_sum_of_a_row() -> None:
    # x of weight 2 and y of 3 within 3: y gains 7, x 4. At -2 a unit of weight: x -4 + 4 = 0,
    # y -7 + 6 = -1, the row -2·3: least -7.
    some = problem(quota("way", "AA", 0, 3, [2, 3]), total("gain", "max", [4, 7]))
    assert failures(some, Y, [claim(some, "gain", 7, {"way": {"A": -2}})]) == []
    told = failures(some, Y, [claim(some, "gain", 7, {"way": {"A": -1}})])  # -2 - 4 - 3 = -9
    assert told == ["gain bound=7 not re-added"]


def test_an_option_outside_a_rule_is_priced_without_it() -> None:
    # The pin sees x alone; y's price has nothing of it: x -5 + 9, y -1, the pin's row -9: -10.
    some = replace(ONE, quotas=(*ONE.quotas, quota("pin", "x.", 1, 1)))
    told = failures(some, X, [claim(some, "gain", 5, {"pin": {"x": -9}})])
    assert told == ["gain bound=5 not re-added"]
    # With A at -1: x -5 + 9 + 1 = 5, y 0, the rows -9 - 1: still -10; with the pin at -4: -5.
    true = claim(some, "gain", 5, {"pin": {"x": -4}, "unit": {"A": -1}})
    assert failures(some, X, [true]) == []


def test_a_row_with_two_names_is_the_row_of_both() -> None:
    # A in P may have one, A in Q one: -5 for A in P and -1 for A in Q are what x and y gain.
    each = array([0, 1])
    both = Quota("unit_city", each, each, (("A", "P"), ("A", "Q")), array([0, 0]), array([1, 1]))
    some = Problem(2, (both,), (total("gain", "max", [5, 1]),))
    true = {"unit_city": {"A @ P": -5, "A @ Q": -1}}
    assert failures(some, array([0, 1]), [claim(some, "gain", 6, true)]) == []
    turned = {"unit_city": {"A @ P": -1, "A @ Q": -5}}
    assert failures(some, array([0, 1]), [claim(some, "gain", 6, turned)]) != []


def test_two_rows_never_have_one_name() -> None:
    # "a @ b" and "c", "a" and "b @ c" would read alike if the labels were only put together.
    each, keys = array([0, 1]), (("a @ b", "c"), ("a", "b @ c"))
    both = Quota("unit_city", each, each, keys, array([0, 0]), array([1, 1]))
    some = Problem(2, (both,), (total("gain", "max", [5, 1]),))
    true = named(some, Multipliers((array([-5, -1]),)))
    assert true == {"unit_city": {("a @ b", "c"): -5, ("a", "b @ c"): -1}}
    proved = GoalResult("gain", "max", 6, 6, Proof("flow", 1, true))
    assert failures(some, array([0, 1]), [proved]) == []


def test_no_options_need_no_multipliers() -> None:
    some = Problem(0, (), (total("gain", "max", []),))
    assert failures(some, np.array([], np.int64), [claim(some, "gain", 0, {})]) == []
