"""Who appraises a posted person in a calendar year: the county bureau or the department (四-3)."""

from collections.abc import Iterator

from planner.dates import ONE_DAY, Day, end_of, full_months, plus
from planner.policy import AppraisalFigures
from planner.postings.facts import AT_STATIONS, Row

OVER = 6
"""超过半年: months of a year that must be exceeded, or reached and lasting to the year's end."""


def appraisers(row: Row, figures: AppraisalFigures) -> Iterator[tuple[int, str]]:
    """Yield each calendar year of a posting, and who appraises it then.

    A posting at a station of half a year or less is appraised as if it had not been: nothing.
    """
    if row.posting in AT_STATIONS and row.end <= end_of(row.start, OVER):
        return
    for year in range(row.start.year, row.end.year + 1):
        by_county = row.posting == "attachment" or figures.county == "posting"
        yield year, "county" if by_county or _mostly(row, year) else "department"


def _mostly(row: Row, year: int) -> bool:
    """Say whether over half a year of a posting lies in a year."""
    first, last = max(row.start, Day(year, 1, 1)), min(row.end, Day(year, 12, 31))
    months = full_months(first, last + ONE_DAY)
    more = plus(first, months) <= last
    return months > OVER or (months == OVER and (more or last == Day(year, 12, 31)))
