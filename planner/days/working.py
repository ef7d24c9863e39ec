"""Working days: those the State Council announced, a guess for later years, a table over both."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

GUESSED_HOLIDAYS = {(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)}
"""Statutory days of fixed date; the others move with the lunar calendar."""


def is_known(year: int) -> bool:
    """Return whether the working days of a year are announced and known here."""
    return _announced(dt.date(year, 1, 1)) is not None


def by_default(day: dt.date) -> bool:
    """Return whether a day is worked: as announced, else by a guess that knows fixed holidays."""
    announced = _announced(day)
    if announced is not None:
        return announced
    return day.weekday() < 5 and (day.month, day.day) not in GUESSED_HOLIDAYS


def is_working(day: dt.date, table: Mapping[dt.date, bool]) -> bool:
    """Return whether a day is worked; the table of working days overrides what is announced."""
    written = table.get(day)
    return by_default(day) if written is None else written


@lru_cache(maxsize=4096)
def _announced(day: dt.date) -> bool | None:
    """Return whether a day is worked as announced, None for a year that is not known."""
    from chinese_calendar import (  # pyright: ignore[reportMissingTypeStubs]
        is_workday,  # pyright: ignore[reportUnknownVariableType]
    )

    try:
        return is_workday(day)
    except NotImplementedError:
        return None
