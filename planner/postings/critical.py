"""What must hold on every day, said by the few days on which it can be broken first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from planner.dates import Day

Spans = Sequence[tuple[int, Day, Day]]
"""Options' positions, each with the first and the last day of a time in which it counts."""


@dataclass(frozen=True, slots=True)
class Limit:
    """On a day at most so many of some options (positions) may be chosen."""

    day: Day
    members: frozenset[int]
    upper: int


def limits(spans: Spans, changes: Iterable[Day], free: Callable[[Day], int]) -> list[Limit]:
    """Return the limits that together hold on every day, by day.

    `free` says how many may be chosen on a day; between `changes`, where it may fall, it does not.
    A day on which nothing begins and nothing changes asks no more than the day before it. Limits
    that another one implies are left out.
    """
    first = min((start for _, start, _ in spans), default=None)
    last = max((end for _, _, end in spans), default=None)
    if first is None or last is None:
        return []
    days = {start for _, start, _ in spans} | {d for d in changes if first < d <= last}
    found = list[Limit]()
    for day in sorted(days):
        members = frozenset(at for at, start, end in spans if start <= day <= end)
        if members:
            found.append(Limit(day, members, max(0, free(day))))
    return [one for at, one in enumerate(found) if not _implied(one, at, found)]


def _implied(one: Limit, at: int, others: list[Limit]) -> bool:
    """Say whether another limit asks as much of more; of two alike the first one stays."""
    return any(
        one.members <= other.members
        and other.upper <= one.upper
        and (one.members < other.members or other.upper < one.upper or place < at)
        for place, other in enumerate(others)
        if place != at
    )
