"""What each goal of the calendar is worth, from its rows alone."""

from collections import Counter
from collections.abc import Callable
from zlib import crc32

from planner.audit.calendar.case import Case
from planner.audit.finding import Violation, misclaimed, witness
from planner.audit.values import GOLDEN, WORD, mix


def met(case: Case) -> int:
    """Return the owed days that the trips make (N1, N3)."""
    made = Counter(row.person for row in case.known)
    return sum(
        min(case.ground.needs[p].need, case.ground.needs[p].days * n) for p, n in made.items()
    )


def first_half(case: Case) -> int:
    """Return the days of the first half's share that its trips make (N4)."""
    made = Counter(row.person for row in case.known if case.ground.week[row.week].half == 1)
    return sum(
        min(case.ground.needs[p].first_half, case.ground.needs[p].days * n) for p, n in made.items()
    )


def visited(case: Case) -> int:
    """Return the pairs of unit and station with a trip."""
    return len({(row.unit, row.station) for row in case.known})


def burden(case: Case) -> int:
    """Return the burden: trip by trip of a station's month, each more than the one before."""
    made = Counter((row.station, case.ground.week[row.week].month) for row in case.known)
    return sum(
        (2 * i - 1) * 60 // case.ground.staff(station)
        for (station, _), number in made.items()
        for i in range(1, number + 1)
    )


def travel(case: Case) -> int:
    """Return the minutes one way (N7)."""
    return sum(case.ground.tables.stations[row.station]["travel_minutes"] for row in case.known)


def tie(case: Case) -> int:
    """Return the sum of the lots on who goes where in which month."""
    return sum(
        lot(
            row.person, f"{row.station}-{case.ground.week[row.week].month}", case.ground.tables.year
        )
        for row in case.known
    )


def journeys(case: Case) -> int:
    """Return the journeys: trips of one unit to one station in one week go together."""
    return len({(row.unit, row.station, row.week) for row in case.known})


def weeks_tie(case: Case) -> int:
    """Return the sum of the lots on who goes where in which week."""
    return sum(
        lot(row.person, f"{row.station}-{row.week}", case.ground.tables.year) for row in case.known
    )


def lot(person: str, place: str, year: int) -> int:
    """Return the top 24 bits of a hash of person, place and year."""
    word = crc32(person.encode()) * 2**32 + crc32(place.encode()) + year * GOLDEN
    return mix(word % WORD) >> 40


GOALS: dict[str, Callable[[Case], int]] = {
    "met": met,
    "first_half": first_half,
    "visited": visited,
    "burden": burden,
    "travel": travel,
    "tie": tie,
    "journeys": journeys,
    "weeks_tie": weeks_tie,
}
"""What each goal is worth."""


def check_goal(goal: str, case: Case) -> list[Violation]:
    """Return by how much a goal's claimed value is not what the rows make."""
    claimed = case.claims.get(goal)
    value = GOALS[goal](case)
    if claimed is None or claimed == value:
        return []
    return [misclaimed(claimed, value, witness(claimed=claimed, counted=value))]
