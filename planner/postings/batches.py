"""The days on which postings begin."""

from collections.abc import Sequence

from planner.dates import Day
from planner.policy import ExchangeFigures, TrainingFigures


def batches(figures: TrainingFigures, year: int) -> list[Day]:
    """Return the first days of all batches of training, from the plan year on, ascending."""
    return [day for at in range(figures.years) for day in _starts(figures.starts, year + at)]


def after_horizon(figures: TrainingFigures, year: int) -> Day:
    """Return the first start after the last batch."""
    return _starts(figures.starts, year + figures.years)[0]


def exchange_starts(figures: ExchangeFigures, year: int) -> list[Day]:
    """Return the days of a year on which an exchange begins, ascending."""
    return _starts(figures.starts, year)


def _starts(starts: Sequence[str], year: int) -> list[Day]:
    return sorted(Day.fromisoformat(f"{year}-{start}") for start in starts)
