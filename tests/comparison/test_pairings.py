"""What became of every pairing, per unit and per city."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from planner.comparison.pairings import CHANGES, pairings, per_city, per_unit
from tests.audit.world import STATIONS
from tests.comparison.small import rows

PAIRS = st.lists(
    st.builds("{} {}".format, st.sampled_from(("L1", "L2", "D1")), st.sampled_from(STATIONS)),
    max_size=8,
    unique=True,
)


def changes(before: str, after: str) -> list[str]:
    """Return `unit change from>to` of two plans, each written as `unit station, …`."""
    had, has = (rows(*filter(None, side.split(", "))) for side in (before, after))
    frame = pairings(had, has)
    columns = ("unit_id", "change", "from_id", "to_id")
    return [
        f"{unit} {change} {old or ''}>{new or ''}"
        for unit, change, old, new in frame.select(columns).iter_rows()
    ]


def test_a_pairing_in_both_is_kept() -> None:
    assert changes("D1 A1a", "D1 A1a") == ["D1 kept A1a>A1a"]


def test_a_unit_with_another_station_moved() -> None:
    assert changes("D1 A1a", "D1 B1a") == ["D1 moved A1a>B1a"]


def test_a_unit_with_one_station_more_has_a_new_one() -> None:
    assert changes("D1 A1a", "D1 A1a, D1 B1a") == ["D1 kept A1a>A1a", "D1 new >B1a"]


def test_a_unit_with_one_station_fewer_has_one_dropped() -> None:
    assert changes("D1 A1a, D1 B1a", "D1 C1a") == ["D1 moved A1a>C1a", "D1 dropped B1a>"]


def test_a_unit_that_left_has_all_dropped() -> None:
    assert changes("D1 A1a, D2 B1a", "D2 B1a") == ["D1 dropped A1a>", "D2 kept B1a>B1a"]


def test_stations_of_one_city_are_taken_together() -> None:
    # By their order alone A1a would go to B2a, and B1a to A2a.
    assert changes("D1 B1a, D1 C1a", "D1 C2a, D1 A2a") == ["D1 moved C1a>C2a", "D1 moved B1a>A2a"]


def test_leaders_come_first() -> None:
    assert changes("D1 A1a, L1 B1a", "D1 A1a, L1 B1a") == ["L1 kept B1a>B1a", "D1 kept A1a>A1a"]


def test_a_station_that_two_units_exchange_moved_for_both() -> None:
    assert changes("D1 A1a, D2 B1a", "D1 B1a, D2 A1a") == [
        "D1 moved A1a>B1a",
        "D2 moved B1a>A1a",
    ]


def test_a_move_to_another_city_is_dropped_there_and_new_here() -> None:
    frame = per_city(pairings(rows("D1 A1a", "D2 A2a"), rows("D1 A1b", "D2 B1a")))
    # before, after, kept, moved, new, dropped
    assert frame.rows() == [("A", 2, 1, 0, 1, 0, 1), ("B", 0, 1, 0, 0, 1, 0)]


@given(PAIRS, PAIRS)
def test_the_numbers_add_up(before: list[str], after: list[str]) -> None:
    frames = rows(*before), rows(*after)
    table = pairings(*frames)
    for counts, key in ((per_unit(table), "unit_id"), (per_city(table), "city")):
        for row in counts.iter_rows(named=True):
            numbers = [row[change] for change in CHANGES]
            assert row["before"] == sum(numbers) - row["new"]
            assert row["after"] == sum(numbers) - row["dropped"]
            had = [frame.filter(pl.col(key) == row[key]).height for frame in frames]
            assert had == [row["before"], row["after"]]


@given(PAIRS, PAIRS)
def test_no_pairing_is_lost_or_counted_twice(before: list[str], after: list[str]) -> None:
    table = pairings(rows(*before), rows(*after))
    old = table.filter(pl.col("from_id").is_not_null()).select("unit_id", "from_id").rows()
    new = table.filter(pl.col("to_id").is_not_null()).select("unit_id", "to_id").rows()
    assert sorted(" ".join(pair) for pair in old) == sorted(before)
    assert sorted(" ".join(pair) for pair in new) == sorted(after)
