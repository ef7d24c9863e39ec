"""The price of every option: by eye, by trying every choice, and by solving again."""

import numpy as np
import pytest

from planner.allocation.prices import NOTHING, NotBestError, Prices, price_of, prices
from planner.allocation.problem import Goal, IntArray, Problem, Quota
from planner.allocation.solve import NotNestedError, solve
from tests.allocation.by_eye import array, distinct, problem, quota, total
from tests.allocation.highs import solve_by_highs
from tests.allocation.small import allowed_choices, random_problem, worth
from tests.samples import seeds

UNIT = quota("unit", "AABB", 1, 1)
ITEM = quota("item", "xyxy", 0, 1)


def best(some: Problem) -> IntArray:
    solution = solve(some)
    assert solution is not None
    return solution.chosen


def priced(some: Problem) -> list[list[int] | None]:
    """Return every option's losses, None where it is impossible."""
    found = prices(some, best(some))
    return [
        [int(one) for one in loss] if possible else None
        for loss, possible in zip(found.loss, found.possible, strict=True)
    ]


def cost_of_all(some: Problem, choices: IntArray) -> IntArray:
    """Return the goals of each choice, a row each, so that less is better in all."""
    sides = [1 if goal.sense == "min" else -1 for goal in some.goals]
    values = [worth(goal, choices) for goal in some.goals]
    return np.stack([side * value for side, value in zip(sides, values, strict=True)], axis=1)


def least(costs: IntArray) -> IntArray:
    return costs[np.lexsort(costs.T[::-1])[0]]


def by_trying_all(some: Problem) -> list[list[int] | None]:
    """Return what `priced` should, from every choice there is."""
    choices = allowed_choices(some)
    costs, chosen = cost_of_all(some, choices), best(some)
    found: list[list[int] | None] = []
    for option in range(some.options):
        others = costs[choices[:, option] == (0 if option in chosen else 1)]
        found.append((least(others) - least(costs)).tolist() if len(others) else None)
    return found


def draws(seed: int, number: int, *, crossing: bool = False) -> list[Problem]:
    """Return tiny random problems that have a choice."""
    rngs = [np.random.default_rng([seed, one]) for one in range(number)]
    drawn = [random_problem(rng, 2, 6, crossing=crossing) for rng in rngs]
    return [some for some in drawn if len(allowed_choices(some))]


def test_an_option_costs_what_the_best_choice_with_it_loses() -> None:
    # The best is Ax + By = 7; with Ay or Bx it is 1 + 1 = 2, and so it is without Ax or By.
    assert priced(problem(UNIT, ITEM, total("gain", "max", [5, 1, 1, 2]))) == [[5]] * 4


def test_an_option_that_puts_out_nobody_costs_its_own_difference() -> None:
    # A takes x, B takes w; A could take y (two less) or z (four less), w is B's only one.
    some = problem(
        quota("unit", "AAAB", 1, 1),
        quota("item", "xyzw", 0, 1),
        total("gain", "max", [5, 3, 1, 4]),
    )
    assert priced(some) == [[2], [2], [4], None]


def test_what_an_earlier_goal_loses_a_later_one_may_gain() -> None:
    # Ax + By gains 3 at the way 100; the other way round gains 2 at no way at all.
    gain, way = total("gain", "max", [2, 1, 1, 1]), total("way", "min", [50, 0, 0, 50])
    assert priced(problem(UNIT, ITEM, gain, way)) == [[1, -100]] * 4
    assert priced(problem(UNIT, ITEM, way, gain)) == [[100, -1]] * 4


def test_an_option_as_good_as_the_chosen_one_costs_nothing() -> None:
    some = problem(UNIT, ITEM, total("gain", "max", [1, 1, 1, 1]))
    found = prices(some, best(some))
    assert not found.loss.any()
    assert found.possible.all()
    assert found.first().tolist() == [NOTHING] * 4


def test_the_first_goal_is_the_first_that_is_worse() -> None:
    loss = np.array([[0, 3], [2, -9], [0, 0]])
    assert Prices(loss, np.ones(3, bool)).first().tolist() == [1, 0, NOTHING]


def test_a_required_option_can_t_be_given_up_nor_its_rival_taken() -> None:
    # Ay is required, so A can't have x and B can't have y.
    some = problem(UNIT, ITEM, quota("pin", ".x..", 1, 1), total("gain", "max", [5, 1, 1, 2]))
    assert priced(some) == [None] * 4


def test_the_only_option_of_its_place_costs_that_place() -> None:
    # Two of four: one each of the places x (0, 1) and y (2, 3). Leaving 2 puts 3 in its place at
    # one less; taking 1 puts out 0, its rival at x, one less too.
    some = problem(
        quota("all", "AAAA", 2, 2), distinct("places", "xxyy"), total("gain", "max", [9, 8, 2, 1])
    )
    assert priced(some) == [[0, 1]] * 4
    # Without 3 there is nothing else at y: leaving 2 costs the place, and gains 8 - 2.
    assert priced(some.take(array([0, 1, 2]))) == [[0, 1], [0, 1], [1, -6]]


def test_an_option_that_no_quota_sees_costs_what_it_is_worth() -> None:
    some = problem(quota("some", "A..", 0, 1), total("gain", "max", [1, 4, -3]))
    assert priced(some) == [[1], [4], [3]]


def test_no_options_have_no_prices() -> None:
    some = problem(quota("unit", "AB", 0, 1), total("gain", "max", [1, 1])).take(array([]))
    found = prices(some, array([]))
    assert found.loss.shape == (0, 1)
    assert found.first().tolist() == []


@pytest.mark.parametrize(
    "gain",
    [[5, 1, 1, 2], [5, 1, 1, 1]],  # the other way round is worse by 5, by 4
)
def test_a_choice_that_another_one_betters_has_no_prices(gain: list[int]) -> None:
    some = problem(UNIT, ITEM, total("gain", "max", gain))
    with pytest.raises(NotBestError, match="another choice is better"):
        prices(some, array([1, 2]))
    with pytest.raises(NotBestError, match="another choice is better"):
        price_of(some, array([1, 2]), 0)


def test_a_choice_that_breaks_a_quota_has_no_prices() -> None:
    some = problem(UNIT, ITEM, total("gain", "max", [5, 1, 1, 2]))
    with pytest.raises(NotBestError, match="breaks a quota"):
        prices(some, array([0, 2]))
    with pytest.raises(NotBestError, match="breaks a quota"):
        price_of(some, array([0, 2]), 1)


def test_quotas_that_cut_across_are_refused() -> None:
    some = problem(UNIT, ITEM, quota("diagonal", "1221", 0, 1), total("gain", "max", [1, 1, 1, 1]))
    with pytest.raises(NotNestedError):
        prices(some, array([]))


@pytest.mark.parametrize("seed", seeds(3, 6))
def test_every_price_of_a_tiny_problem_is_as_by_trying_every_choice(seed: int) -> None:
    drawn = draws(seed, 20)
    assert len(drawn) > 3
    for some in drawn:
        assert priced(some) == by_trying_all(some)


def test_prices_of_numbers_too_large_for_one_lane_are_exact() -> None:
    for some in draws(7, 20):
        rng = np.random.default_rng(some.options)
        huge = [rng.integers(-(2**50), 2**50, size=some.options) for _ in range(3)]
        goals = tuple(Goal(str(at), "max", column) for at, column in enumerate(huge))
        first = Goal("first", "min", rng.integers(0, 2, size=some.options))
        large = Problem(some.options, some.quotas, (first, *goals))
        assert priced(large) == by_trying_all(large)


def test_numbers_too_large_for_64_bits_are_refused() -> None:
    some = problem(UNIT, ITEM, total("gain", "max", [2**60, 1, 1, 2]))
    with pytest.raises(OverflowError):
        prices(some, array([0, 3]))


def fixed(some: Problem, option: int, number: int) -> Problem:
    """Return the problem with an option chosen for good (1), or left out for good (0)."""
    bound = array([number])
    fixing = Quota(
        f"fixed {option} {number}", array([option]), array([0]), (("it",),), bound, bound
    )
    return Problem(some.options, (*some.quotas, fixing), some.goals)


def middling(rng: np.random.Generator, units: int, items: int) -> Problem:
    """Return a random problem that has a choice, with one of its options required."""
    while True:
        some = random_problem(rng, units, items)
        required = fixed(some, int(rng.integers(some.options)), 1)
        if solve(required) is not None:
            return required


def solved_again(some: Problem, chosen: IntArray, option: int) -> list[int] | None:
    """Return what a full solution by the second solver loses, None where there is none."""
    other = solve_by_highs(fixed(some, option, 0 if option in chosen else 1))
    if other is None:
        return None
    return [
        goal.value(chosen) - value if goal.sense == "max" else value - goal.value(chosen)
        for goal, value in zip(some.goals, other[0], strict=True)
    ]


@pytest.mark.parametrize("seed", seeds(2, 6))
def test_prices_of_a_middling_problem_are_as_by_solving_again(seed: int) -> None:
    # 60 options drawn at random and every chosen one; the required one can't be given up.
    rng = np.random.default_rng([seed, 77])
    given_up = impossible = 0
    for _ in range(4):
        some = middling(rng, 5, 30)
        chosen, every = best(some), priced(some)
        for option in [*chosen.tolist(), *rng.choice(some.options, 15).tolist()]:
            price = price_of(some, chosen, option)
            assert every[option] == (None if price is None else list(price))
            given_up += option in chosen and price is not None
            impossible += price is None
    assert given_up > 5
    assert impossible >= 4


@pytest.mark.parametrize("seed", seeds(2, 4))
def test_prices_of_a_middling_problem_are_as_by_a_second_solver(seed: int) -> None:
    rng = np.random.default_rng([seed, 78])
    some = middling(rng, 4, 16)
    chosen, every = best(some), priced(some)
    for option in rng.choice(some.options, 12, replace=False):
        assert every[int(option)] == solved_again(some, chosen, int(option))


@pytest.mark.parametrize("crossing", [False, True], ids=["nested", "crossing"])
def test_solving_again_prices_an_option_as_trying_every_choice_does(crossing: bool) -> None:
    for some in draws(3, 7, crossing=crossing):
        chosen, expected = best(some), by_trying_all(some)
        for option in range(some.options):
            price = price_of(some, chosen, option)
            assert (None if price is None else list(price)) == expected[option]
