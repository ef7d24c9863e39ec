"""Which two columns can be chosen together: by eye, and row by row."""

import numpy as np

from planner.allocation.compatible import compatible
from tests.allocation.by_eye import array


def test_what_is_too_much_together_is_not_compatible() -> None:
    # The first two are of one city; the last two take 4 + 6 of 9 minutes.
    table = compatible(np.array([[1, 1, 0], [3, 4, 6]]), array([1, 9]))
    assert table.tolist() == [[False, False, True], [False, False, False], [True, False, False]]


def test_what_is_too_much_by_itself_is_compatible_with_nothing() -> None:
    table = compatible(np.array([[2, 5, 1]]), array([4]))
    assert table.tolist() == [[False, False, True], [False, False, False], [True, False, False]]


def test_any_number_of_rows_is_looked_at_as_each_of_them_is() -> None:
    for seed in range(20):
        rng = np.random.default_rng(seed)
        rows = rng.integers(0, 4, (200, 9)) * (rng.random((200, 9)) < 0.02)
        most = rng.integers(1, 6, 200)
        expected = [
            [
                i != j and all(r[i] + r[j] <= m for r, m in zip(rows, most, strict=True))
                for j in range(9)
            ]
            for i in range(9)
        ]
        assert compatible(rows, most).tolist() == expected
