"""Nested or not: the code decides from the groups alone."""

import numpy as np
import pytest

from planner.allocation.face import levels_of
from planner.allocation.nest import Nest, Order, nest_of, within
from planner.allocation.problem import Quota
from tests.allocation.by_eye import distinct, groups, problem, quota


def nest(*parts: Quota) -> Nest | None:
    levels = levels_of(problem(*parts))
    return nest_of(levels, Order(levels))


@pytest.mark.parametrize(
    ("fine", "coarse", "answer"),
    [
        ("aabb", "xxxx", True),
        ("aabb", "xxyy", True),
        ("abcd", "xxyy", True),
        ("aabb", "xyyy", False),  # a is torn apart
        ("xxyy", "abcd", False),
        ("a.b.", "xyxy", True),  # what is outside of the finer one does not matter
        ("aabb", "xx..", True),  # b is outside as a whole
        ("aabb", "x.yy", False),  # a is half outside
    ],
)
def test_groups_lie_within_others_where_none_is_torn_apart(
    fine: str, coarse: str, answer: bool
) -> None:
    group, names = groups(fine)
    assert within(group, groups(coarse)[0], len(names)) is answer


def test_groups_torn_apart_far_down_are_seen() -> None:
    fine, coarse = np.zeros(10_000, np.int64), np.zeros(10_000, np.int64)
    coarse[9_999] = 1
    assert not within(fine, coarse, 1)


def test_one_quota_is_nested() -> None:
    assert nest(quota("unit", "AABB")) is not None


def test_two_quotas_that_cross_stand_on_either_side() -> None:
    # Units across, items down: every table of rows and columns.
    found = nest(quota("unit", "AABB"), quota("item", "xyxy"))
    assert found is not None
    assert sorted((found.left, found.right)) == [(0,), (1,)]


def test_three_quotas_that_cross_are_not_nested() -> None:
    # Rows, columns and diagonals of a square.
    rows, columns, diagonals = (
        quota("row", "AABB"),
        quota("column", "xyxy"),
        quota("diagonal", "1221"),
    )
    assert nest(rows, columns, diagonals) is None


def test_a_chain_goes_from_fine_to_coarse() -> None:
    # Station within county within city; the order in which they are given does not matter.
    city, station, county = quota("city", "XXXX"), quota("station", "abcd"), quota("county", "ppqq")
    found = nest(city, station, county)
    assert found is not None
    assert (1, 2, 0) in (found.left, found.right)


def test_two_chains_are_dealt_to_two_sides() -> None:
    parts = (
        quota("unit", "AAAABBBB"),
        quota("unit_city", "aabbccdd"),
        quota("station", "wxyzwxyz"),
        quota("county", "ppqqppqq"),
    )
    found = nest(*parts)
    assert found is not None
    assert {found.left, found.right} == {(1, 0), (2, 3)}


def test_a_quota_that_weighs_its_options_is_never_nested() -> None:
    assert nest(quota("unit", "AABB"), quota("minutes", "AABB", weight=[1, 2, 3, 4])) is None


def test_equal_groups_are_nested_in_each_other() -> None:
    assert nest(quota("one", "AABB"), quota("other", "AABB"), quota("item", "xyxy")) is not None


def test_the_count_of_a_goal_must_fit_in_as_well() -> None:
    rows, columns = quota("row", "AABB"), quota("column", "xyxy")
    for letters, fits in (("AABB", True), ("1221", False)):
        levels = levels_of(problem(rows, columns, distinct("places", letters)))
        assert (nest_of(levels, Order(levels)) is not None) is fits


def test_a_required_option_fits_in_anywhere() -> None:
    assert (
        nest(quota("unit", "AABB"), quota("item", "xyxy"), quota("pin", "x...", 1, 1)) is not None
    )


def test_an_order_looks_at_each_pair_of_levels_and_remembers() -> None:
    levels = levels_of(problem(quota("fine", "abcd"), quota("coarse", "xxyy")))
    order = Order(levels)
    assert order.within(0, 1)
    assert not order.within(1, 0)
    assert order.nested(0, 1)
    assert order.nested(1, 0)
