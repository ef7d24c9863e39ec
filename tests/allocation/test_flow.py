"""The flow engine on problems one can solve by eye."""

import pytest

from planner.allocation.face import first_face, levels_of
from planner.allocation.flow import Network
from planner.allocation.nest import Order, nest_of
from planner.allocation.problem import Problem, Quota
from planner.allocation.proof import bounds
from planner.allocation.solve import NotNestedError, Solution, solve
from tests.allocation.by_eye import array, distinct, problem, quota, steps, total

UNIT = quota("unit", "AABB", 1, 1)
ITEM = quota("item", "xyxy", 0, 1)


def flowed(some: Problem) -> Solution:
    solution = solve(some, "flow")
    assert solution is not None
    assert solution.optimal
    assert set(solution.provers) == {"flow"}
    return solution


def test_the_best_of_two_ways_round_is_chosen() -> None:
    # Ax + By = 5 + 2 = 7, Ay + Bx = 1 + 1 = 2.
    solution = flowed(problem(UNIT, ITEM, total("gain", "max", [5, 1, 1, 2])))
    assert solution.chosen.tolist() == [0, 3]
    assert solution.values == (7,)


def test_the_least_is_chosen_where_less_is_better() -> None:
    solution = flowed(problem(UNIT, ITEM, total("way", "min", [5, 1, 1, 2])))
    assert solution.chosen.tolist() == [1, 2]
    assert solution.values == (2,)


def test_a_later_goal_decides_only_among_the_best() -> None:
    # Both ways round gain 2; by the way, Ax + By costs 9 and Ay + Bx 4.
    gain, way = total("gain", "max", [1, 1, 1, 1]), total("way", "min", [8, 2, 2, 1])
    assert flowed(problem(UNIT, ITEM, gain, way)).values == (2, 4)


def test_a_later_goal_never_costs_an_earlier_one_anything() -> None:
    # Ax + By gains 3 at the way 100; Ay + Bx gains 2 at no way at all.
    gain, way = total("gain", "max", [2, 1, 1, 1]), total("way", "min", [50, 0, 0, 50])
    assert flowed(problem(UNIT, ITEM, gain, way)).values == (3, 100)
    assert flowed(problem(UNIT, ITEM, way, gain)).values == (0, 2)


def test_distinct_groups_come_before_a_gain_that_is_worth_less() -> None:
    # One each of x (options 0, 1) and y (2): the places beat the gain of taking 0 and 1.
    some = problem(
        quota("all", "AAA", 2, 2), distinct("places", "xxy"), total("gain", "max", [9, 8, 1])
    )
    solution = flowed(some)
    assert solution.chosen.tolist() == [0, 2]
    assert solution.values == (2, 10)


def test_a_band_pulls_each_group_into_it() -> None:
    # Each of x, y is due one: below it costs 1, above it 1. Three of x and one of y are offered.
    band = steps("band", "min", "xxxy", (1, -1), (9, 1))
    some = problem(quota("all", "AAAA", 2, 2), band, total("tie", "min", [4, 3, 2, 9]))
    solution = flowed(some)
    assert solution.chosen.tolist() == [2, 3]
    assert solution.values == (-2, 11)


def test_lower_bounds_of_a_coarser_group_are_met() -> None:
    # The region P (options 0, 1) must have one though it gains nothing.
    some = problem(
        quota("all", "AAAA", 1, 1),
        quota("region", "PP..", 1, 9),
        total("gain", "max", [0, 1, 5, 5]),
    )
    assert flowed(some).chosen.tolist() == [1]


def test_a_required_option_is_chosen_at_any_price() -> None:
    some = problem(UNIT, ITEM, quota("pin", ".x..", 1, 1), total("gain", "max", [5, 1, 1, 2]))
    assert flowed(some).chosen.tolist() == [1, 2]


@pytest.mark.parametrize(
    "parts",
    [
        (quota("unit", "AB", 1, 1), quota("item", "xx", 0, 1)),  # two units, one item
        (quota("unit", "AA", 3, 3),),  # more asked for than there is
        (quota("unit", "AA", 0, 1), quota("pin", "xy", 1, 1)),  # two pins where one may be
    ],
)
def test_nothing_is_returned_where_the_quotas_allow_nothing(parts: tuple[Quota, ...]) -> None:
    assert solve(problem(*parts, total("gain", "max", [1, 1])), "flow") is None


def test_a_group_without_options_that_asks_for_one_is_impossible() -> None:
    unit = quota("unit", "AB", 1, 1)
    some = problem(unit, total("gain", "max", [1, 1]))
    assert solve(some.take(array([0])), "flow") is None


def test_no_options_and_nothing_asked_for_is_the_empty_choice() -> None:
    some = problem(
        quota("unit", "AB", 0, 1), distinct("places", "xy"), total("gain", "max", [1, 1])
    )
    solution = flowed(some.take(array([])))
    assert solution.chosen.tolist() == []
    assert solution.values == (0, 0)


def test_the_flow_refuses_quotas_that_cut_across() -> None:
    third = quota("diagonal", "1221", 0, 1)
    with pytest.raises(NotNestedError):
        solve(problem(UNIT, ITEM, third, total("gain", "max", [1, 1, 1, 1])), "flow")


def test_the_multipliers_add_up_to_the_values_again() -> None:
    some = problem(UNIT, ITEM, distinct("places", "xxyy"), total("gain", "max", [5, 1, 1, 2]))
    solution = flowed(some)
    assert solution.multipliers is not None
    assert tuple(bounds(some, solution.multipliers, solution.values)) == solution.values


def test_the_engine_is_the_flow_wherever_the_quotas_nest() -> None:
    solution = solve(problem(UNIT, ITEM, total("gain", "max", [5, 1, 1, 2])))
    assert solution is not None
    assert solution.engine == "flow"


def test_a_minimum_cut_names_who_asks_and_what_is_left() -> None:
    # A, B and C need one each; x and y can take one each; z is far from them.
    some = problem(
        quota("unit", "AABBCCD", 1, 1),
        quota("item", "xyxyxyz", 0, 1),
        total("gain", "max", [0] * 7),
    )
    levels = levels_of(some)
    nest = nest_of(levels, Order(levels))
    assert nest is not None
    cut = Network(levels, some.options, nest).cut(first_face(some))
    asked = {some.quotas[level].keys[row] for level, row, side in cut if side == "lower"}
    left = {some.quotas[level].keys[row] for level, row, side in cut if side == "upper"}
    assert asked >= {("A",), ("B",), ("C",)}
    assert left == {("x",), ("y",)}
