"""Checks of what happened to postings: each event in its turn, within what the notice allows."""

import datetime as dt
from typing import Any

from planner.dates import end_of
from planner.postings.checks.known import Check
from planner.postings.facts import Event, Row

TABLE = "posting_events"
AFTERWARDS = ("assessed", "filed")
"""What comes after the return."""


def _postings_are_known(check: Check) -> None:
    """Each has its posting; of whoever has one that can't be read, that is told there."""
    known = {(row.person_id, row.start) for row in check.postings}
    whole = {row.line for row in check.postings}
    unsure = {row["person_id"] for row in check.rows("postings") if row["row"] not in whole}
    for (person, start), several in check.happened.items():
        if (person, start) not in known and person not in unsure:
            for event in several:
                _fault(
                    check, event, "events.no_posting", "start_date",
                    person=check.named(person), start=start,
                )  # fmt: skip


def _events_follow_each_other(check: Check) -> None:
    """Walk through each posting's events by date, its last day moving with them."""
    postings = {(row.person_id, row.start): row for row in check.postings}
    for key, several in check.happened.items():
        if key in postings:
            end, returned = postings[key].end, False
            for event in several:
                if event.date < event.start:
                    _fault(check, event, "events.before_start", "date", start=event.start)
                if returned and event.event not in AFTERWARDS:
                    _fault(check, event, "events.after_return", "date", what=event.event)
                returned |= event.event == "returned"
                end = _end(check, postings[key], event, end)


def _end(check: Check, row: Row, event: Event, end: dt.date) -> dt.date:
    """Return a posting's last day after an event; say what is wrong with one that moves it."""
    if event.event == "extended":
        return _extended(check, row, event, end)
    if event.event == "recalled" and event.date > end:
        _fault(check, event, "events.recalled_late", "date", end=end)
    if event.event == "assessed" and event.date < end:
        _fault(check, event, "events.assessed_early", "date", end=end)
    return event.date if event.event in ("recalled", "returned") else end


def _extended(check: Check, row: Row, event: Event, end: dt.date) -> dt.date:
    most = check.policy.exchange.most_months
    if event.until is None:
        _fault(check, event, "events.no_until", "until")
        return end
    if event.until <= end:
        _fault(check, event, "events.until_early", "until", value=event.until, end=end)
    if row.posting == "training":
        _fault(check, event, "events.training_extended", "event")
    elif event.until > end_of(row.start, most):
        last = end_of(row.start, most)
        _fault(
            check, event, "events.extended_too_far", "until",
            value=event.until, last=last, most=most,
        )  # fmt: skip
    return event.until


def _fault(check: Check, event: Event, key: str, column: str, **values: Any) -> None:
    values.setdefault("value", event.date)
    check.ledger.fault(TABLE, key, event.line, column, **values)


CHECKS = (_postings_are_known, _events_follow_each_other)
"""The checks of events."""
