"""Comparable stations are of the same city and hardship, near in need, and serve once."""

from itertools import product

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from planner.outcomes import Matched, matched
from planner.outcomes.matched import CALIPER, CONTROLS
from planner.policy import Policy
from tests.outcomes.small import plan, world


def found(matches: Matched) -> list[tuple[str, ...]]:
    """Return the sets, the paired station first."""
    return [
        tuple(rows["station_id"])
        for _, rows in matches.sets.group_by("set", maintain_order=True)
    ]  # fmt: skip


def test_the_nearest_needs_are_compared_up_to_three() -> None:
    # Needs: 0 staff 25 + 15, 1 staff 16 + 15, 2 staff 8 + 15, 3 staff 0 + 15 (never visited: 15).
    tables = world({"A1": 0, "A2": 0, "A3": 0, "A4": 1, "A5": 1})
    (only,) = found(matched(tables, Policy(), plan("A1")))
    assert only[0] == "A1"
    assert {"A2", "A3"} < set(only)
    assert len(only) == 1 + CONTROLS


def test_a_station_of_another_city_is_not_comparable() -> None:
    matches = matched(world({"A1": 0, "B1": 0}), Policy(), plan("A1"))
    assert found(matches) == []
    assert matches.unmatched == ("A1",)


def test_a_station_of_another_hardship_is_not_comparable() -> None:
    tables = world({"A1": 0, "A2": 0}, A2=1)
    assert matched(tables, Policy(), plan("A1")).unmatched == ("A1",)


def test_a_station_whose_need_is_far_off_is_not_comparable() -> None:
    tables = world({"A1": 0, "A2": 2})  # 40 against 23
    assert matched(tables, Policy(), plan("A1")).unmatched == ("A1",)


def test_a_station_with_an_earlier_pairing_compares_with_nothing() -> None:
    tables = world({"A1": 0, "A2": 0, "A3": 0}, {"A1": 2017, "A2": 2017})
    matches = matched(tables, Policy(), plan("A1"))
    assert matches.paired_before == ("A1",)
    assert matches.sets.is_empty()


def test_a_comparable_station_serves_once_and_as_many_paired_ones_as_can_be_are_matched() -> None:
    # A1 (40) is like A3 (40) and A4 (31), A2 (40) too: one each, rather than two for one.
    tables = world({"A1": 0, "A2": 0, "A3": 0, "A4": 1})
    assert sorted(map(len, found(matched(tables, Policy(), plan("A1", "A2"))))) == [2, 2]


@given(st.lists(st.integers(0, 3), min_size=3, max_size=6), st.integers(1, 2))
def test_no_other_matching_is_better(staff: list[int], paired: int) -> None:
    tables = world({f"A{at}": people for at, people in enumerate(staff)})
    treated = [f"A{at}" for at in range(paired)]
    matches = matched(tables, Policy(), plan(*treated))
    need = {f"A{at}": (15 * 100 + 25 * (100 * (3 - people) // 3)) // 100
            for at, people in enumerate(staff)}  # fmt: skip
    free = [station for station in need if station not in treated]

    def worth(choice: list[tuple[str, str]]) -> tuple[int, int, int]:
        apart = [abs(need[one] - need[other]) for one, other in choice]
        return len({one for one, _ in choice}), len(choice), -sum(apart)

    def allowed(choice: list[tuple[str, str]]) -> bool:
        mine = [one for one, _ in choice]
        near = all(abs(need[one] - need[other]) <= CALIPER for one, other in choice)
        return near and all(mine.count(one) <= CONTROLS for one in mine)

    every = (
        [(one, other) for one, other in zip(ones, free, strict=True) if one]
        for ones in product([None, *treated], repeat=len(free))
    )
    made = matches.sets.filter(~pl.col("paired")).select("set", "station_id").rows()
    assert worth(made) == max(worth(choice) for choice in every if allowed(choice))
