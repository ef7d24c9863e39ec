"""A problem is tables: what it allows, what a choice is worth, and what it refuses to be."""

import numpy as np
import pytest

from planner.allocation.problem import OUTSIDE, Count, Goal, Key, Problem, Quota
from tests.allocation.by_eye import array, distinct, members, problem, quota, steps, total
from tests.allocation.small import allowed_choices, every_choice, random_problem, worth

PAIRS = problem(
    quota("unit", "AABB", 1, 1),  # each of A and B has exactly one option
    quota("item", "xyxy", 0, 1),  # x and y go to one each
    total("gain", "max", [5, 1, 1, 2]),
)


@pytest.mark.parametrize(
    ("chosen", "allowed"),
    [
        ([0, 3], True),
        ([1, 2], True),
        ([0, 2], False),  # x twice
        ([0], False),  # B has none
        ([0, 1, 2], False),  # A has two
        ([], False),
    ],
)
def test_a_choice_is_allowed_where_every_group_is_within_its_bounds(
    chosen: list[int], allowed: bool
) -> None:
    assert PAIRS.allows(array(chosen)) is allowed


def test_a_group_that_an_option_is_outside_of_does_not_count_it() -> None:
    some = problem(quota("pin", ".x.", 1, 1), options=3)
    assert some.allows(array([1]))
    assert some.allows(array([0, 1, 2]))
    assert not some.allows(array([0, 2]))


def test_a_weighing_quota_bounds_the_sum_of_weights() -> None:
    # 3 + 4 = 7 is too much, 3 + 2 = 5 is not.
    some = problem(quota("minutes", "AAA", 0, 5, weight=[3, 4, 2]))
    assert not some.allows(array([0, 1]))
    assert some.allows(array([0, 2]))


def test_an_option_counts_in_each_of_its_groups() -> None:
    # The second is away on both days, the first on Monday alone, the third never.
    some = problem(members("away", ["m", "mt", ""], 0, 1), options=3)
    assert some.allows(array([0, 2]))
    assert some.allows(array([1, 2]))
    assert not some.allows(array([0, 1]))


def test_a_weight_below_nothing_takes_off_what_others_add() -> None:
    some = problem(members("balance", ["a", "a", "a"], -1, 1, weight=[2, -1, -3]))
    assert some.allows(array([0, 1]))  # 2 - 1
    assert not some.allows(array([1, 2]))
    assert not some.allows(array([0]))


def test_the_value_of_a_column_is_its_sum_over_the_chosen() -> None:
    assert PAIRS.goals[0].value(array([0, 3])) == 7  # 5 + 2
    assert PAIRS.goals[0].value(array([])) == 0


def test_the_value_of_distinct_groups_counts_each_group_once() -> None:
    goal = distinct("places", "xxyz")
    assert goal.value(array([0, 1])) == 1
    assert goal.value(array([0, 2, 3])) == 3


def test_a_count_walks_up_the_steps_of_each_group() -> None:
    # The first of a group costs -1, the second 0, any further one 1; a constant of 2 on top.
    goal = steps("band", "min", "xxxxy", (1, -1), (1, 0), (9, 1))
    goal = Goal("band", "min", goal.measure, 2)
    assert [goal.value(array(range(n))) for n in range(5)] == [2, 1, 1, 2, 3]
    assert goal.value(array([0, 4])) == 0  # 2 - 1 - 1


def test_a_constant_is_added_whatever_is_chosen() -> None:
    goal = Goal("gain", "max", array([1, 2]), 10)
    assert goal.value(array([])) == 10
    assert goal.value(array([1])) == 12


def test_a_goal_worked_out_place_by_place_has_the_same_value() -> None:
    for seed in range(20):
        some = random_problem(np.random.default_rng(seed), 2, 4)
        choices = every_choice(some.options)[::7]
        for goal in some.goals:
            values = [goal.value(np.flatnonzero(choice)) for choice in choices]
            assert values == worth(goal, choices).tolist()


def test_quotas_counted_group_by_group_allow_the_same_choices() -> None:
    for seed in range(10):
        some = random_problem(np.random.default_rng(seed), 2, 4, crossing=True, days=3)
        slow = [c.tolist() for c in every_choice(some.options) if some.allows(np.flatnonzero(c))]
        assert slow == allowed_choices(some).tolist()


def test_a_part_of_a_problem_has_the_kept_options_alone() -> None:
    part = PAIRS.take(array([0, 3]))
    assert part.options == 2
    assert part.allows(array([0, 1]))
    assert part.goals[0].value(array([0, 1])) == 7


def _quota(option: list[int], group: list[int], lower: list[int], upper: list[int]) -> Quota:
    return Quota("some", array(option), array(group), (("A",), ("B",)), array(lower), array(upper))


@pytest.mark.parametrize(
    "wrong",
    [
        _quota([0, 1], [0], [0, 0], [1, 1]),  # one group for two memberships
        _quota([0, 2], [0, 1], [0, 0], [1, 1]),  # an option that is none
        _quota([0, -1], [0, 1], [0, 0], [1, 1]),
        _quota([0, 1], [0, 2], [0, 0], [1, 1]),  # a group that has no key
        _quota([0, 1], [0, OUTSIDE], [0, 0], [1, 1]),
        _quota([1, 0, 1], [0, 1, 0], [0, 0], [1, 1]),  # an option in a group twice
        _quota([0, 1], [0, 1], [0], [1, 1]),  # a lower bound is missing
        _quota([0, 1], [0, 1], [0, 0], [1]),
    ],
)
def test_a_quota_of_the_wrong_shape_is_refused(wrong: Quota) -> None:
    with pytest.raises(ValueError, match="some"):
        Problem(2, (wrong,), ())


@pytest.mark.parametrize("keys", [(("A",), ("A",)), ((), ("A",))])
def test_groups_without_a_key_of_their_own_are_refused(keys: tuple[Key, ...]) -> None:
    two = array([0, 1])
    with pytest.raises(ValueError, match="some"):
        Problem(2, (Quota("some", two, two, keys, two, two),), ())


@pytest.mark.parametrize(
    "parts",
    [
        [quota("one", "AB"), quota("one", "AA")],
        [quota("one", "AB"), distinct("one", "AA")],
        [distinct("one", "AB"), distinct("one", "AA")],
        [total("one", "max", [1, 1]), total("one", "min", [1, 1])],
    ],
)
def test_a_name_for_two_is_refused(parts: list[Quota | Goal]) -> None:
    with pytest.raises(ValueError, match="one"):
        problem(*parts)


def test_a_quota_whose_bounds_contradict_each_other_is_refused() -> None:
    with pytest.raises(ValueError, match="some"):
        Problem(2, (_quota([0, 1], [0, 1], [0, 2], [1, 1]),), ())


def test_a_column_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="gain"):
        Problem(2, (), (total("gain", "max", [1, 2, 3]),))


@pytest.mark.parametrize(
    ("sense", "first", "second"), [("max", 0, 1), ("min", 1, 0)], ids=["max", "min"]
)
def test_a_count_whose_later_steps_are_better_is_refused(
    sense: str, first: int, second: int
) -> None:
    goal = steps("late", "max" if sense == "max" else "min", "xx", (1, first), (1, second))
    with pytest.raises(ValueError, match="late"):
        Problem(2, (), (goal,))


def test_steps_that_are_not_in_the_order_of_the_groups_are_refused() -> None:
    count = Count(array([0, 1]), (("x",), ("y",)), array([1, 0]), array([1, 1]), array([1, 1]))
    with pytest.raises(ValueError, match="mixed"):
        Problem(2, (), (Goal("mixed", "max", count),))
