"""Every smallest repair of random tiny years is found, and nothing else: by trying everything.

Of a figure it is the least change that works; where several figures make up for each other, every
way in which none of them could be moved less.
"""

from itertools import islice

import pytest

from planner.pairing.make import make_plan
from planner.pairing.trials import YearTrials
from planner.repairs import repairs_of
from tests.pairing.middling import Size
from tests.pairing.small_years import Tried, listed, year_of, years
from tests.samples import long

TINY, TINIER = Size(1, 1, 4, 3, 2), Size(1, 1, 3, 2, 2)


def assert_smallest(tried: Tried, size: int, share: int = 1) -> None:
    """What is found is every set of that many changes that works; and a plan is made with one."""
    found = repairs_of(YearTrials(tried.year, None))
    assert found.complete
    assert found.nearest
    best = tried.smallest(size, share)
    assert listed(found) == best
    assert found.number == len(best)
    assert {len(repair.changes) for repair in found.found} <= {size}
    year = tried.changed(found.found[-1].changes)
    assert make_plan(year.dataset, year.policy, year.year, parts=tuple(year.parts)).parts


@pytest.mark.parametrize(
    ("crossing", "number"), [(False, 20), (True, 12), *long((False, 60), (True, 36))]
)
def test_the_single_changes_found_are_all_that_work(crossing: bool, number: int) -> None:
    some = (tried for tried in years(crossing, TINY) if tried.smallest(1))
    for tried in islice(some, number):
        assert_smallest(tried, 1)


@pytest.mark.parametrize(
    ("crossing", "seed"), [(False, 39), (True, 10), *long((False, 57), (True, 35))]
)
def test_the_pairs_of_changes_found_are_all_that_work(crossing: bool, seed: int) -> None:
    """The years are drawn for needing two changes, and few enough pairs to try."""
    tried = year_of(seed, crossing, TINIER)
    assert not tried.works(())
    assert not tried.smallest(1)
    assert_smallest(tried, 2)


@pytest.mark.parametrize("share", [7, *long(1)])
def test_the_sets_of_three_changes_found_are_all_that_work(share: int) -> None:
    tried = year_of(205, True, TINIER)  # drawn for needing three, of which one in 7 has the only
    assert not tried.smallest(2)
    assert_smallest(tried, 3, share)
