"""The problem as one system of rows and columns."""

import numpy as np
import pytest

from planner.allocation.face import cost_of
from planner.allocation.matrix import System, columns_of
from tests.allocation.by_eye import array, distinct, problem, quota, total
from tests.allocation.small import allowed_choices, every_choice, random_problem

# A takes one of x, y; B takes one of x, y; x and y take one each. Options Ax, Ay, Bx, By.
SQUARE = problem(
    quota("unit", "AABB", 1, 1), quota("item", "xyxy", 0, 1), total("gain", "max", [5, 1, 1, 2])
)
SYSTEM = System.of(SQUARE)


def dense(system: System) -> list[list[int]]:
    table = np.zeros((len(system.row_lower), len(system.lower)), np.int64)
    table[system.row, system.column] = system.value
    return table.tolist()


def test_a_row_stands_for_each_group() -> None:
    assert dense(SYSTEM) == [[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1]]
    assert SYSTEM.row_lower.tolist() == [1, 1, 0, 0]
    assert SYSTEM.row_upper.tolist() == [1, 1, 1, 1]
    assert SYSTEM.row_start.tolist() == [0, 2, 4, 6, 8]


def test_weights_are_the_entries_of_a_weighing_quota() -> None:
    some = problem(quota("minutes", "AA", 0, 9, weight=[4, 7]), total("gain", "max", [1, 1]))
    assert dense(System.of(some)) == [[4, 7]]


def test_the_steps_of_a_count_are_columns_that_add_up_to_what_is_chosen() -> None:
    # Options 0, 1 in x and 2 in y; each group has a first step and the rest.
    some = problem(quota("all", "AAA", 0, 2), distinct("places", "xxy"))
    system = System.of(some)
    assert dense(system) == [
        [1, 1, 1, 0, 0, 0, 0],
        [1, 1, 0, -1, -1, 0, 0],
        [0, 0, 1, 0, 0, -1, -1],
    ]
    assert system.upper.tolist() == [1, 1, 1, 1, 2, 1, 1]
    assert columns_of(cost_of(some, some.goals[0])).tolist() == [0, 0, 0, -1, 0, -1, 0]


@pytest.mark.parametrize(
    ("x", "holds"),
    [
        ([1, 0, 0, 1], True),
        ([1, 0, 1, 0], False),  # x twice
        ([0, 0, 0, 1], False),  # A has none
        ([2, -1, 0, 1], False),  # not within 0 and 1
    ],
)
def test_an_x_holds_where_every_row_and_bound_does(x: list[int], holds: bool) -> None:
    assert SYSTEM.holds(array(x)) is holds


def test_prices_and_floor_prove_a_bound() -> None:
    # To gain 7 at most: A's place at 5, B's at 2; Ay costs 4 too much, Bx 1.
    cost, rows = columns_of(cost_of(SQUARE, SQUARE.goals[0])), array([-5, -2, 0, 0])
    price = SYSTEM.prices(cost, rows, 1)
    assert price.tolist() == [0, 4, 1, 0]
    assert SYSTEM.floor(price, rows) == -7


def test_what_is_settled_has_only_the_best_left() -> None:
    cost, rows = columns_of(cost_of(SQUARE, SQUARE.goals[0])), array([-5, -2, 0, 0])
    settled = SYSTEM.settled(SYSTEM.prices(cost, rows, 1), rows)
    assert settled.upper.tolist() == [1, 0, 0, 1]


def test_with_slack_what_may_still_be_as_good_stays() -> None:
    # Within 1 of the bound Bx (at 1) can stay, Ay (at 4) cannot.
    cost, rows = columns_of(cost_of(SQUARE, SQUARE.goals[0])), array([-5, -2, 0, 0])
    settled = SYSTEM.settled(SYSTEM.prices(cost, rows, 1), rows, slack=1)
    assert settled.upper.tolist() == [1, 0, 1, 1]


def test_a_goal_can_become_a_row() -> None:
    cost = columns_of(cost_of(SQUARE, SQUARE.goals[0]))
    system = SYSTEM.with_goal(cost, -7)
    assert dense(system)[-1] == [-5, -1, -1, -2]
    assert system.holds(array([1, 0, 0, 1]))  # gains 7
    assert not system.holds(array([0, 1, 1, 0]))  # gains 2


def test_a_system_allows_what_its_problem_allows() -> None:
    for seed in range(15):
        some = random_problem(np.random.default_rng(seed), 2, 4, crossing=True)
        plain = problem(*some.quotas, total("any", "min", [0] * some.options))
        system = System.of(plain)
        allowed = {tuple(choice) for choice in allowed_choices(plain).tolist()}
        for choice in every_choice(plain.options):
            assert system.holds(choice) is (tuple(choice.tolist()) in allowed)


def test_no_multipliers_make_a_floor_above_the_best() -> None:
    for seed in range(30):
        rng = np.random.default_rng(seed)
        some = random_problem(rng, 2, 4, crossing=True)
        column = rng.integers(-5, 6, size=some.options)
        plain = problem(*some.quotas, total("some", "min", column.tolist()))
        choices = allowed_choices(plain)
        if not len(choices):
            continue
        system, best = System.of(plain), int((choices @ column).min())
        for _ in range(20):
            rows = rng.integers(-4, 5, size=len(system.row_lower))
            assert system.floor(system.prices(column, rows, 1), rows) <= best
