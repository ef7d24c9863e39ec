"""The figures of days: how visits count, what the calendar may do, what a day costs.

Clauses are those of 赣司人字〔2018〕62号. The rates are examples until somebody confirms them.
"""

from dataclasses import dataclass
from typing import Annotated

from planner.policy.checks import Figure

N1_N3, N7, N8 = "N1 N3 三-1", "N7 四-1", "N8 六-2"
N7_2 = "N7 四-2"

COUNTS = ("calendar", "working")
EXCUSES = ("village", "posting", "leave")
CALENDAR_GOALS = ("met", "first_half", "visited", "burden", "travel", "tie")
WEEK = 5
"""Working days that a trip may have at most: it lies within one week."""


@dataclass(frozen=True, slots=True)
class DayFigures:
    """How days at stations count, and which absences excuse from them.

    `only_paired` names whose days count at their own stations only; a leave excuses from
    `leave_from` calendar days on.
    """

    count: Annotated[str, Figure("choice", N1_N3, choices=COUNTS)] = "calendar"
    only_paired: Annotated[
        tuple[str, ...], Figure("choices", N1_N3, choices=("leaders", "cadres"))
    ] = ("leaders", "cadres")
    excuses: Annotated[tuple[str, ...], Figure("choices", "N3 三-1 ¶2", choices=EXCUSES)] = EXCUSES
    leave_from: Annotated[int, Figure("whole", "N3 三-1 ¶2", low=1)] = 30


@dataclass(frozen=True, slots=True)
class CalendarFigures:
    """What the visit calendar may do: working days of a trip (least, most), trips and visitors.

    `visitors` are at a station in one week, `trips_per_staff` a month for each of its people (0:
    off); `first_half_percent` is of the first half's share.
    """

    leader_trip: Annotated[tuple[int, int], Figure("bounds", "N1 三-1 ¶1", low=1, high=WEEK)] = (
        1,
        2,
    )
    cadre_trip: Annotated[tuple[int, int], Figure("bounds", "N3 三-1 ¶2", low=1, high=WEEK)] = (
        2,
        5,
    )
    trips_a_month: Annotated[int, Figure("whole", N8, low=1)] = 1
    visitors: Annotated[int, Figure("whole", N8, low=1)] = 3
    trips_per_staff: Annotated[int, Figure("whole", N8)] = 0
    first_half_percent: Annotated[int, Figure("whole", "N4 三-1 ¶2", high=100)] = 80
    goals: Annotated[tuple[str, ...], Figure("goals", "N1 N3 N8", choices=CALENDAR_GOALS)] = (
        CALENDAR_GOALS
    )


@dataclass(frozen=True, slots=True)
class Rates:
    """Yuan for a leader and for a cadre."""

    leader: int = 470
    cadre: int = 350


@dataclass(frozen=True, slots=True)
class CostFigures:
    """Yuan of official travel: a day, a night, an hour on the way, a chief's working day."""

    meal: Annotated[int, Figure("whole", N7)] = 100
    local: Annotated[int, Figure("whole", N7)] = 80
    lodging: Annotated[Rates, Figure("rates", N7, choices=("leader", "cadre"))] = Rates()
    fare_per_hour: Annotated[int, Figure("whole", N7)] = 60
    attached_meal: Annotated[int, Figure("whole", N7_2)] = 0


DAYS, CALENDAR, COST = DayFigures(), CalendarFigures(), CostFigures()
"""The defaults."""
