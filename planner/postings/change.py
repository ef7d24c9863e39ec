"""On which days a verdict changes: the last one on which it holds, the first one of another."""

from collections.abc import Iterator, Sequence

from planner.dates import ONE_DAY, YEAR, Day, full_months, plus
from planner.policy import TrainingFigures
from planner.postings.facts import AT_STATIONS, Cadre, Row
from planner.postings.verdict import verdict


def until(cadre: Cadre, rows: Sequence[Row], day: Day, figures: TrainingFigures) -> Day | None:
    """Return the last day before a verdict of A or B changes; None for another, or if never."""
    now = verdict(cadre, rows, day, figures)
    if not now.eligible:
        return None
    for later in _later(cadre, rows, day, figures):
        if verdict(cadre, rows, later, figures).word != now.word:
            return later - ONE_DAY
    return None


def last_eligible(
    cadre: Cadre, rows: Sequence[Row], day: Day, figures: TrainingFigures
) -> Day | None:
    """Return the last day in a row of either route; None for who may not go, or if never."""
    if not verdict(cadre, rows, day, figures).eligible:
        return None
    for later in _later(cadre, rows, day, figures):
        if not verdict(cadre, rows, later, figures).eligible:
            return later - ONE_DAY
    return None


def begins(cadre: Cadre, rows: Sequence[Row], day: Day, figures: TrainingFigures) -> Day | None:
    """Return the first later day of A or B after a verdict of no; None for another, or if never."""
    if verdict(cadre, rows, day, figures).word != "no":
        return None
    for later in _later(cadre, rows, day, figures):
        if verdict(cadre, rows, later, figures).eligible:
            return later
    return None


def _later(cadre: Cadre, rows: Sequence[Row], day: Day, figures: TrainingFigures) -> list[Day]:
    """Return the days after a day, ascending, on which any criterion can change."""
    return sorted({one for one in _critical(cadre, rows, figures) if one > day})


def _critical(cadre: Cadre, rows: Sequence[Row], figures: TrainingFigures) -> Iterator[Day]:
    """Yield every day on which a criterion can change: joining, birthdays, months served."""
    if cadre.joined is not None:
        yield plus(cadre.joined, figures.after_joining)
        yield plus(cadre.joined, figures.new_hire) + ONE_DAY
    if cadre.birth is not None:
        for limit in (figures.age_a, figures.age_b):
            birthday = plus(cadre.birth, YEAR * (limit + 1))
            yield birthday if figures.age_on == "start" else _new_year(birthday)
    for row in rows:
        if row.posting in AT_STATIONS:
            last = full_months(row.start, row.end + ONE_DAY)
            yield from (plus(row.start, number) for number in range(1, last + 1))


def _new_year(day: Day) -> Day:
    """Return the first 1 January on or after a day."""
    first = Day(day.year, 1, 1)
    return first if first == day else Day(day.year + 1, 1, 1)
