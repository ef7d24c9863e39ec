"""Finding the sets of a block that matter at given prices, without listing the others."""

from itertools import combinations

import numpy as np
import pytest

from planner.allocation.blocks import NOTHING, Block, TooManyError
from planner.allocation.problem import IntArray
from tests.allocation.by_eye import array

# Three items of 3, 4 and 6 minutes within 9: the last two are too much together.
BUDGET = Block(array([5, 6, 7]), np.array([[1, 1, 1], [3, 4, 6]]), array([1, 0]), array([2, 9]))


def random_block(rng: np.random.Generator) -> Block:
    size = int(rng.integers(1, 9))
    kind = rng.integers(3, size=size)
    rows = [np.ones(size, np.int64), rng.integers(0, 8, size=size)]
    rows += [(kind == at).astype(np.int64) for at in range(3)]
    lower = [int(rng.integers(0, 3)), int(rng.integers(0, 3)), 0, 0, 0]
    upper = [int(rng.integers(1, 4)), int(rng.integers(4, 20)), 1, 1, int(rng.integers(0, 3))]
    return Block(np.arange(size) + 10, np.array(rows), array(lower), array(upper))


def every_set(block: Block) -> list[tuple[int, ...]]:
    """Return every set that the block's rows allow, by the columns' positions."""
    size = len(block.columns)
    found = [some for count in range(4) for some in combinations(range(size), count)]
    return [some for some in found if allowed(block, some)]


def allowed(block: Block, some: tuple[int, ...]) -> bool:
    total = block.matrix[:, list(some)].sum(axis=1)
    return bool(((block.lower <= total) & (total <= block.upper)).all())


def as_sets(block: Block, sets: IntArray) -> list[tuple[int, ...]]:
    first = int(block.columns[0])
    return [tuple(int(c) - first for c in row if c != NOTHING) for row in sets]


def test_the_most_members_come_from_the_row_that_says_least() -> None:
    assert BUDGET.most == 2


def test_the_cheapest_set_is_within_the_budget() -> None:
    least, sets = BUDGET.best(array([-1, -5, -6]), 1)
    assert (least, as_sets(BUDGET, sets)) == (-7, [(0, 2)])  # 5 + 6 would take 10 minutes


def test_every_set_up_to_a_price_is_listed() -> None:
    sets = BUDGET.within(array([-1, -5, -6]), -6, 10)
    assert as_sets(BUDGET, sets) == [(2,), (0, 1), (0, 2)]


def test_more_sets_than_the_limit_are_refused() -> None:
    with pytest.raises(TooManyError):
        BUDGET.within(array([-1, -5, -6]), 0, 3)


def test_no_set_is_cheaper_than_the_best_and_none_within_is_missing() -> None:
    checked = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        block = random_block(rng)
        price, sets = rng.integers(-20, 20, size=len(block.columns)), every_set(block)
        if not sets:
            continue
        worth = {some: int(price[list(some)].sum()) for some in sets}
        least, found = block.best(price, 5)
        assert least == min(worth.values())
        assert set(as_sets(block, found)) <= set(sets)
        assert least in {worth[some] for some in as_sets(block, found)}
        top = least + 15
        expected = sorted(some for some in sets if worth[some] <= top)
        assert sorted(as_sets(block, block.within(price, top, 1_000))) == expected
        checked += 1
    assert checked > 100


def test_a_block_of_many_columns_is_searched_in_portions() -> None:
    rng = np.random.default_rng(7)
    weight, price = rng.integers(1, 60, size=40), rng.integers(-99, 99, size=40)
    rows = np.array([np.ones(40, np.int64), weight])
    block = Block(np.arange(40), rows, array([3, 0]), array([3, 70]))
    worth = [
        int(price[list(some)].sum())
        for some in combinations(range(40), 3)
        if weight[list(some)].sum() <= 70
    ]
    least, _ = block.best(price, 5)
    assert least == min(worth)
    top = least + 60
    assert len(block.within(price, top, 10_000)) == sum(value <= top for value in worth)
