"""Working days and weeks as the audit reads them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FIXED = ("01-01", "05-01", "05-02", "10-01", "10-02", "10-03")
"""Holidays of fixed date: all that is known of a year that is not announced."""
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Week:
    """A week's name, and its longest chain of working days, the first of equals."""

    name: str
    run: tuple[dt.date, ...]

    @property
    def month(self) -> str:
        """The month of the run's first day."""
        return self.run[0].isoformat()[:7]

    @property
    def half(self) -> int:
        """The half of the run's first day."""
        return half(self.run[0])


def half(day: dt.date) -> int:
    """Return the half of the year."""
    return 1 if (day.month, day.day) <= (6, 30) else 2


def works(day: dt.date, table: Mapping[dt.date, bool]) -> bool:
    """Return whether a day is worked: by the table, as announced, or as a guess."""
    if day in table:
        return table[day]
    import chinese_calendar  # pyright: ignore[reportMissingTypeStubs]

    try:
        return bool(chinese_calendar.is_workday(day))  # pyright: ignore[reportUnknownMemberType]
    except NotImplementedError:
        return day.isoweekday() <= 5 and day.isoformat()[5:] not in FIXED


def weeks(start: dt.date, table: Mapping[dt.date, bool]) -> list[Week]:
    """Return the weeks from a day to the year's end that have a working day."""
    groups: dict[tuple[int, int, int], list[dt.date]] = {}
    for day in days(start, dt.date(start.year, 12, 31)):
        iso = day.isocalendar()
        groups.setdefault((iso.year, iso.week, half(day)), []).append(day)
    found: list[Week] = []
    for (year, week, part), some in groups.items():
        run = _longest(some, table)
        if run:
            monday = dt.date.fromisocalendar(year, week, 1)
            cut = part == 1 and half(monday + 6 * DAY) == 2 and monday.month == 6
            cut = cut or (part == 2 and half(monday) == 1 and monday.month == 6)
            suffix = ("a" if part == 1 else "b") if cut else ""
            found.append(Week(f"{year}-W{week:02d}{suffix}", run))
    return found


def days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the days from one to another, both included."""
    while first <= last:
        yield first
        first += DAY


def _longest(some: list[dt.date], table: Mapping[dt.date, bool]) -> tuple[dt.date, ...]:
    best: list[dt.date] = []
    chain: list[dt.date] = []
    for day in some:
        chain = [*chain, day] if works(day, table) else []
        if len(chain) > len(best):
            best = chain
    return tuple(best)
