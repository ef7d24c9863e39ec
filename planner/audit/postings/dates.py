"""Days as an auditor counts them: birthdays, months gone by, last days."""

import datetime as dt
from calendar import monthrange


def later(day: dt.date, months: int) -> dt.date:
    """Return the day of the same number some months later, or that month's last."""
    number = day.month - 1 + months
    year, month = day.year + number // 12, number % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))


def last_day(start: dt.date, months: int) -> dt.date:
    """Return the last day of so many months from a start."""
    return later(start, months) - dt.timedelta(1)


def birthdays(birth: dt.date, day: dt.date) -> int:
    """Return how many birthdays someone has had by a day, that day counted."""
    had = day.year - birth.year
    while later(birth, 12 * had) > day:
        had -= 1
    return had


def months_between(start: dt.date, last: dt.date) -> int:
    """Return the full months of the days from a start to a last one, which counts."""
    months = 0
    while last_day(start, months + 1) <= last:
        months += 1
    return months
