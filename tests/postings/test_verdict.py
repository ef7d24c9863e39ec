"""Who may be posted on a day, one boundary day after the other."""

from typing import Any

import pytest

from planner.policy import TrainingFigures
from planner.postings.change import begins, until
from planner.postings.verdict import verdict
from tests.postings.people import cadre, day, row

DEFAULT = TrainingFigures()
NEW: dict[str, Any] = {
    "birth": "1990-03-05",
    "joined": "2019-01-15",
    "grassroots": 30,
    "justice": 0,
}


def on(date: str, figures: Any = DEFAULT, rows: Any = (), **of: Any) -> str:
    return verdict(cadre(**of), rows, day(date), figures).word


def reasons(date: str, figures: TrainingFigures = DEFAULT, rows: Any = (), **of: Any) -> str:
    return ";".join(verdict(cadre(**of), rows, day(date), figures).reasons())


def test_fifty_counts_until_the_day_before_the_fifty_first_birthday() -> None:
    assert on("2019-06-30", birth="1968-07-01") == "A"
    assert on("2019-07-01", birth="1968-07-01") == "no"


def test_thirty_five_counts_until_the_day_before_the_thirty_sixth_birthday() -> None:
    assert on("2019-06-30", **NEW | {"birth": "1983-07-01"}) == "B"
    assert on("2019-07-01", **NEW | {"birth": "1983-07-01"}) == "no"


def test_someone_born_on_29_february_turns_51_on_the_month_s_last_day() -> None:
    assert on("2019-02-27", birth="1968-02-29") == "A"
    assert on("2019-02-28", birth="1968-02-29") == "no"


def test_a_new_hire_is_one_from_the_day_of_joining_for_twelve_months_that_day_included() -> None:
    assert on("2019-01-14", **NEW) == "no"
    assert on("2019-01-15", **NEW) == "B"
    assert on("2020-01-15", **NEW) == "B"
    assert on("2020-01-16", **NEW) == "no"


def test_nobody_is_sent_before_probation_ends() -> None:
    probation = TrainingFigures(after_joining=6)
    assert on("2019-07-14", probation, **NEW) == "no"
    assert on("2019-07-15", probation, **NEW) == "B"
    assert on("2005-12-31", probation, birth="1979-01-01") == "no"
    assert on("2006-01-01", probation, birth="1979-01-01") == "A"


def test_months_before_joining_count_against_a_route() -> None:
    assert on("2019-07-01", grassroots=1) == "no"
    assert on("2019-07-01", TrainingFigures(grassroots=1), grassroots=1) == "A"
    assert on("2019-07-01", **NEW | {"justice": 1}) == "no"


def test_a_full_month_served_at_a_station_counts_from_the_day_it_is_full() -> None:
    served = [row("C1", "2019-01-01", "2019-03-31")]
    assert on("2019-01-31", rows=served) == "A"
    assert on("2019-02-01", rows=served) == "no"


def test_the_last_day_of_a_posting_counts_as_served() -> None:
    one_month = [row("C1", "2019-01-01", "2019-01-31")]
    assert on("2019-02-01", rows=one_month) == "no"
    assert on("2019-02-01", rows=[row("C1", "2019-01-01", "2019-01-30")]) == "A"


def test_an_attachment_is_no_service_at_a_station() -> None:
    assert on("2020-01-01", rows=[row("C1", "2019-01-01", "2019-06-30", "D1", "attachment")]) == "A"


def test_a_missing_datum_leaves_a_route_open_where_nothing_refutes_it() -> None:
    assert on("2019-07-01", grassroots=None) == "undecided"
    assert on("2019-07-01", birth=None) == "undecided"
    assert on("2019-07-01", birth=None, grassroots=3, justice=3) == "no"


def test_months_not_known_count_as_served_where_these_are_too_many() -> None:
    served = [row("C1", "2019-01-01", "2019-03-31")]
    assert on("2019-07-01", rows=served, grassroots=None) == "no"


def test_joined_long_ago_is_no_new_hire_but_may_be_open() -> None:
    assert on("2019-07-01", joined=None) == "A"  # 40: too old for B, whenever they joined
    assert on("2019-07-01", joined=None, birth="1990-01-01", justice=0) == "undecided"
    assert on("2019-07-01", TrainingFigures(after_joining=6), joined=None) == "undecided"


def test_who_meets_both_goes_by_the_route_preferred() -> None:
    both = NEW | {"grassroots": 0}
    assert on("2019-07-01", **both) == "B"
    assert on("2019-07-01", TrainingFigures(both="A"), **both) == "A"


def test_a_preferred_route_that_is_open_leaves_the_verdict_open() -> None:
    assert on("2019-07-01", **NEW | {"grassroots": 0, "justice": None}) == "undecided"


def test_ages_may_be_counted_on_new_year_s_day() -> None:
    year = TrainingFigures(age_on="year")
    assert on("2019-07-01", year, birth="1968-01-02") == "A"
    assert on("2019-07-01", year, birth="1968-01-01") == "no"


def test_reasons_are_the_failed_criteria_of_a_then_b() -> None:
    assert reasons("2019-07-01") == "B:joined;B:age;B:justice"
    assert reasons("2019-07-01", birth=None, grassroots=None, joined=None) == (
        "A:age?;A:grassroots?;B:joined?;B:age?;B:justice"
    )


@pytest.mark.parametrize(
    ("of", "last"),
    [
        ({"birth": "1968-07-01"}, "2019-06-30"),
        ({"birth": "1968-02-29"}, "2019-02-27"),
        (NEW | {"joined": "2018-01-15"}, "2019-01-15"),
        (NEW | {"birth": "1983-02-01", "joined": "2018-12-01"}, "2019-01-31"),
        (NEW | {"joined": "2018-06-01", "grassroots": 0}, "2019-06-01"),  # then A, no longer B
    ],
)
def test_until_is_the_last_day_before_the_verdict_changes(of: dict[str, Any], last: str) -> None:
    assert until(cadre(**of), (), day("2019-01-01"), DEFAULT) == day(last)


def test_until_looks_ahead_to_a_posting_that_is_to_come() -> None:
    rows = (row("C1", "2019-07-01", "2021-06-30"),)
    assert until(cadre(), rows, day("2019-01-01"), DEFAULT) == day("2019-07-31")


def test_until_is_by_the_year_where_ages_are() -> None:
    figures = TrainingFigures(age_on="year")
    assert until(cadre(birth="1968-07-01"), (), day("2019-01-01"), figures) == day("2019-12-31")


def test_begins_is_the_first_later_day_of_eligibility() -> None:
    assert begins(cadre(**NEW), (), day("2019-01-01"), DEFAULT) == day("2019-01-15")
    assert begins(cadre(birth="1960-01-01"), (), day("2019-01-01"), DEFAULT) is None
    assert begins(cadre(), (), day("2019-01-01"), DEFAULT) is None
