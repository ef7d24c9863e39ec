"""Days, months and ages as the law counts them (民法总则 200–205)."""

import calendar
import datetime as dt
import re

from planner.errors import Fault

Day = dt.date

ONE_DAY = dt.timedelta(days=1)
YEAR = 12
"""Months of a year."""


def plus(day: Day, months: int) -> Day:
    """Return the corresponding day `months` on, the last day of that month where it has none."""
    years, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    last = calendar.monthrange(years, month + 1)[1]
    return Day(years, month + 1, min(day.day, last))


def age(birth: Day, day: Day) -> int:
    """Return the full years of someone born on `birth`; a birthday counts from its first hour."""
    years = day.year - birth.year
    return years if plus(birth, YEAR * years) <= day else years - 1


def full_months(first: Day, until: Day) -> int:
    """Return the full months from a day to another, which itself no longer counts; at least 0."""
    if until <= first:
        return 0
    months = (until.year - first.year) * YEAR + until.month - first.month
    return months if plus(first, months) <= until else months - 1


def end_of(start: Day, months: int) -> Day:
    """Return the last day of a posting of so many months."""
    return plus(start, months) - ONE_DAY


def overlap(first: Day, last: Day, start: Day | None, end: Day | None) -> bool:
    """Say whether two spans share a day; a side that is not given is open."""
    return (start is None or start <= last) and (end is None or first <= end)


def parsed(written: str) -> Day | None:
    """Return the day written as `2019-07-01`, None where it is no day."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", written, re.ASCII):
        return None
    try:
        return Day.fromisoformat(written)
    except ValueError:
        return None


def day_of(option: str, written: str | None) -> tuple[Day | None, list[Fault]]:
    """Return the day that an option gives, or what is wrong with it."""
    day = None if written is None else parsed(written)
    if written is None or day is not None:
        return day, []
    return None, [Fault(option, "date.asked", values={"value": written})]
