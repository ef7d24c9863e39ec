"""Checks of working days, days that do not suit, and key tasks."""

import datetime as dt
from collections.abc import Callable

from planner.days.checks.known import Check
from planner.days.spans import Span, Year
from planner.days.working import by_default
from planner.plans.checks import Row


def _days_stand_once(check: Check) -> None:
    first: dict[dt.date, int] = {}
    for row in check.rows("workdays", "date"):
        if row["date"] in first:
            values: Row = {"value": row["date"], "first": first[row["date"]]}
            check.ledger.fault("workdays", "days.day_twice", row["row"], "date", **values)
        first.setdefault(row["date"], row["row"])


def _days_change_something(check: Check) -> None:
    for row in check.rows("workdays", "date", "working"):
        if by_default(row["date"]) == row["working"]:
            values: Row = {"value": row["date"]}
            check.ledger.warn("workdays", "days.day_unchanged", row["row"], "working", **values)


def _blocked_days_are_of_the_year(check: Check) -> None:
    if check.year is None:
        return
    year = Year(check.year)
    for row in check.rows("blocked", "start_date", "end_date"):
        span = Span(row["start_date"], row["end_date"])
        if not span.meets(Span(year.first, year.last)):
            values: Row = {"year": check.year}
            check.ledger.warn(
                "blocked", "days.blocked_elsewhen", row["row"], "start_date", **values
            )


SUITING: tuple[Callable[[Check], None], ...] = (
    _days_stand_once,
    _days_change_something,
    _blocked_days_are_of_the_year,
)
