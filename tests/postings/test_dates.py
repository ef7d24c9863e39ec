"""Days and ages as the law counts them, boundary by boundary."""

import datetime as dt

import pytest

from planner.dates import age, end_of, full_months, overlap, plus

day = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("start", "months", "then"),
    [
        ("2019-07-01", 12, "2020-07-01"),
        ("2020-02-29", 12, "2021-02-28"),  # the month's last day where it has no 29th
        ("2020-02-29", 48, "2024-02-29"),
        ("2019-01-31", 1, "2019-02-28"),
        ("2019-12-31", 2, "2020-02-29"),
        ("2019-11-15", 2, "2020-01-15"),
    ],
)
def test_months_on_is_the_corresponding_day(start: str, months: int, then: str) -> None:
    assert plus(day(start), months) == day(then)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("2019-07-01", 24, "2021-06-30"),
        ("2020-02-29", 12, "2021-02-27"),
        ("2019-01-01", 6, "2019-06-30"),
    ],
)
def test_a_posting_ends_the_day_before_the_corresponding_one(
    start: str, months: int, last: str
) -> None:
    assert end_of(day(start), months) == day(last)


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        ("1968-07-01", "2019-06-30", 50),
        ("1968-07-01", "2019-07-01", 51),
        ("1983-01-01", "2018-12-31", 35),
        ("1983-01-01", "2019-01-01", 36),
        ("1984-02-29", "2019-02-27", 34),
        ("1984-02-29", "2019-02-28", 35),  # born on 29 February: the month's last day
        ("1984-02-29", "2020-02-28", 35),
        ("1984-02-29", "2020-02-29", 36),
    ],
)
def test_an_age_is_in_full_years(birth: str, on: str, years: int) -> None:
    assert age(day(birth), day(on)) == years


@pytest.mark.parametrize(
    ("first", "until", "months"),
    [
        ("2019-07-01", "2019-07-31", 0),
        ("2019-07-01", "2019-08-01", 1),
        ("2019-07-01", "2021-07-01", 24),
        ("2020-01-31", "2020-02-29", 1),
        ("2019-07-01", "2019-06-01", 0),
    ],
)
def test_months_are_full_ones(first: str, until: str, months: int) -> None:
    assert full_months(day(first), day(until)) == months


def test_spans_overlap_where_they_share_a_day() -> None:
    first, last = day("2019-07-01"), day("2020-06-30")
    assert overlap(first, last, last, None)
    assert overlap(first, last, None, first)
    assert not overlap(first, last, day("2020-07-01"), None)
    assert not overlap(first, last, None, day("2019-06-30"))
