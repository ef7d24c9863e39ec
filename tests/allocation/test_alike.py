"""Numbering a table's rows so that equal ones share a number."""

import numpy as np

from planner.allocation.alike import alike_rows

ODD = 0x5851F42D4C957F2D


def test_equal_rows_share_a_number_and_others_do_not() -> None:
    first, second, third = alike_rows(np.array([[1, 2], [2, 1], [1, 2]]))
    assert first == third != second


def test_rows_of_the_same_hash_are_told_apart_still() -> None:
    # The hash weighs the columns by the powers of one number: that number times the first power is
    # the second power.
    first, second = alike_rows(np.array([[ODD, 0], [0, 1]]))
    assert first != second


def test_an_empty_table_has_no_numbers() -> None:
    assert alike_rows(np.zeros((0, 3), np.int64)).tolist() == []
