"""Days of a year by their number, halves, months; all bounds are included."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.bool_]
"""One truth a day of the year, 1 January first."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `start` to `end`; without an end it goes on."""

    start: dt.date
    end: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Return whether the day lies in it."""
        return self.start <= day and (self.end is None or day <= self.end)

    def meets(self, other: "Span") -> bool:
        """Return whether the two have a day in common."""
        return (other.end is None or self.start <= other.end) and (
            self.end is None or other.start <= self.end
        )

    @property
    def length(self) -> int | None:
        """Its calendar days; None where it has no end."""
        return None if self.end is None else (self.end - self.start).days + 1

    def days(self) -> Iterator[dt.date]:
        """Yield the days of a span that ends."""
        assert self.end is not None
        for number in range(self.start.toordinal(), self.end.toordinal() + 1):
            yield dt.date.fromordinal(number)


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year and the numbers of its days, from 0."""

    number: int

    @property
    def first(self) -> dt.date:
        """1 January."""
        return dt.date(self.number, 1, 1)

    @property
    def last(self) -> dt.date:
        """31 December."""
        return dt.date(self.number, 12, 31)

    @property
    def length(self) -> int:
        """365 or 366."""
        return self.at(self.last) + 1

    def at(self, day: dt.date) -> int:
        """Return a day's number in the year; below 0 before it."""
        return day.toordinal() - self.first.toordinal()

    def day(self, number: int) -> dt.date:
        """Return the day of a number."""
        return dt.date.fromordinal(self.first.toordinal() + number)

    def within(self, span: Span) -> slice:
        """Return the numbers of a span's days that lie in the year."""
        start = max(0, self.at(span.start))
        end = self.length if span.end is None else min(self.length, self.at(span.end) + 1)
        return slice(start, max(start, end))

    def mask(self, *spans: Span) -> Days:
        """Return the days of the year that lie in one of the spans."""
        days = np.zeros(self.length, np.bool_)
        for span in spans:
            days[self.within(span)] = True
        return days

    def months(self) -> list[slice]:
        """Return the numbers of each month's days."""
        starts = [self.at(dt.date(self.number, month, 1)) for month in range(1, 13)]
        return [slice(a, b) for a, b in zip(starts, [*starts[1:], self.length], strict=True)]


def half(day: dt.date) -> int:
    """Return 1 to 30 June, 2 from 1 July."""
    return 1 if day.month <= 6 else 2


def half_end(year: int, number: int) -> dt.date:
    """Return the last day of a half."""
    return dt.date(year, 6, 30) if number == 1 else dt.date(year, 12, 31)


def month(day: dt.date) -> str:
    """Return a day's month as `2019-07`."""
    return f"{day:%Y-%m}"
