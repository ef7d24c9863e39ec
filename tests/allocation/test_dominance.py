"""Columns that a cheapest set can do without."""

from planner.allocation.dominance import undominated
from tests.allocation.by_eye import array


def kept(kind: list[int], weight: list[int], price: list[int], members: int) -> list[int]:
    return undominated(array(kind), array(weight), array(price), members).tolist()


def test_a_column_that_one_other_is_cheaper_and_lighter_than_is_left_out() -> None:
    assert kept([0, 0], [5, 4], [3, 2], members=1) == [1]


def test_a_lighter_column_stays_though_it_is_dearer() -> None:
    assert kept([0, 0], [4, 5], [3, 2], members=1) == [0, 1]


def test_columns_of_another_kind_do_not_stand_in() -> None:
    assert kept([0, 1], [5, 4], [3, 2], members=1) == [0, 1]


def test_as_many_must_be_better_as_a_set_has_members() -> None:
    # The best could be in the set already, so the second stays where a set has two members.
    assert kept([0, 0, 0], [1, 2, 3], [1, 2, 3], members=2) == [0, 1]


def test_of_columns_alike_in_all_the_first_stay() -> None:
    assert kept([0, 0, 0], [1, 1, 1], [1, 1, 1], members=2) == [0, 1]
