"""What keeps someone back, by the posting from its first day to its last."""

import datetime as dt
from typing import Any

import pytest

from planner.dates import end_of
from planner.postings.blocked import blocked, every_block
from planner.postings.facts import Pin, Span
from tests.postings.people import cadre, day, facts, row

START = day("2019-07-01")
END = end_of(START, 24)  # 2021-06-30


def span(cause: str, start: str | None, end: str | None) -> Span:
    return Span("C1", cause, start and day(start), end and day(end))  # pyright: ignore[reportArgumentType]


def code(of: dict[str, Any] | None = None, **more: Any) -> str | None:
    return blocked(facts([cadre(**(of or {}))], **more), "C1", "training", START, END)


def test_nothing_keeps_back_who_is_free() -> None:
    assert code() is None


def test_village_duty_does() -> None:
    assert code({"village_duty": True}) == "village_duty"


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ("2018-07-01", "2019-06-30", None),
        ("2018-07-01", "2019-07-01", "away"),
        ("2021-06-30", "2021-12-31", "away"),
        ("2021-07-01", "2021-12-31", None),
    ],
)
def test_another_posting_does_where_they_share_a_day(
    start: str, end: str, says: str | None
) -> None:
    assert code(rows=[row("C1", start, end)]) == says


def test_leaving_before_the_last_day_does() -> None:
    assert code({"left": "2021-06-30"}) is None
    assert code({"left": "2021-06-29"}) == "left"


@pytest.mark.parametrize("cause", ["village", "leave", "out"])
def test_an_absence_does(cause: str) -> None:
    assert code(absences=[span(cause, "2021-06-30", None)]) == "absent"
    assert code(absences=[span(cause, "2019-01-01", "2019-06-30")]) is None


def test_an_absence_for_a_posting_is_counted_by_its_row_alone() -> None:
    assert code(absences=[span("posting", "2020-01-01", None)]) is None


def test_a_hold_does_and_may_be_open_on_either_side() -> None:
    assert code(holds=[span("illness", None, "2019-07-01")]) == "hold"
    assert code(holds=[span("illness", "2021-06-30", None)]) == "hold"
    assert code(holds=[span("illness", None, "2019-06-30")]) is None


def pin(posting: str | None, start: dt.date | None, place: frozenset[str] | None = None) -> Pin:
    return Pin("C1", posting, start, "forbid", place)


def test_a_decision_against_it_does_unless_it_is_about_a_place() -> None:
    assert code(pins=[pin(None, None)]) == "pin"
    assert code(pins=[pin("training", START)]) == "pin"
    assert code(pins=[pin("secondment", None)]) is None
    assert code(pins=[pin("training", day("2020-01-01"))]) is None
    assert code(pins=[pin(None, None, frozenset(["S1"]))]) is None


def test_the_first_in_order_is_named_and_all_are_known() -> None:
    known = facts(
        [cadre(left="2020-01-01")], holds=[span("care", None, None)], pins=[pin(None, None)]
    )
    assert blocked(known, "C1", "training", START, END) == "left"
    assert every_block(known, "C1", "training", START, END) == ["left", "hold", "pin"]
