"""The hash that makes the best plan unique, at the values that were fixed for it."""

from zlib import crc32

import numpy as np

from planner.plans.tie import hashes, mix, tie_costs


def cost(unit: str, station: str, year: int = 2019) -> int:
    return int(tie_costs(hashes([unit]), hashes([station]), year)[0])


def test_the_mix_of_zero_is_the_published_value() -> None:
    assert int(mix(np.zeros(1, np.uint64))[0]) == 0xE220A8397B1DCDAF


def test_a_pair_of_a_year_has_its_fixed_cost() -> None:
    assert cost("L01", "360102001") == 3_204_703


def test_two_units_that_swap_their_stations_differ() -> None:
    # A mere sum of the two hashes would come to the same.
    straight = cost("L1", "A1a") + cost("L2", "B1a")
    crosswise = cost("L1", "B1a") + cost("L2", "A1a")
    assert straight != crosswise


def test_the_year_changes_the_cost() -> None:
    assert len({cost("L1", "A1a", year) for year in range(2019, 2039)}) == 20


def test_costs_have_24_bits() -> None:
    units, stations = (hashes([f"{letter}{n}" for n in range(2_000)]) for letter in "us")
    costs = tie_costs(units, stations, 2019)
    assert costs.min() >= 0
    assert 2**23 < costs.max() < 2**24


def test_identifiers_are_hashed_as_utf_8() -> None:
    assert hashes(["", "a", "所"]).tolist() == [0, 0xE8B7BE43, crc32(b"\xe6\x89\x80")]
