"""Cadres of the departments, and what happens to them in a year: all of it made up."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from synthetic.draws import draw, pick

CADRE_COLUMNS = (
    "cadre_id", "name", "department_id", "duty_rank", "birth_date", "joined_on", "left_on",
    "grassroots_months", "justice_months", "village_duty", "outstanding", "native_county",
)  # fmt: skip
ABSENCE_COLUMNS = ("person_id", "cause", "start_date", "end_date")
MOVE_COLUMNS = ("cadre_id", "moved_on", "from_department_id")

LEAVING = 8
"""Cadres who leave in the course of the year, beside those of the headcount."""


class Cadre(NamedTuple):
    """A cadre by number, never by name."""

    cadre_id: str
    name: str
    department_id: str
    duty_rank: str
    birth_date: dt.date
    joined_on: dt.date
    left_on: dt.date | None
    grassroots_months: int | None
    justice_months: int | None
    village_duty: bool
    outstanding: bool
    native_county: str


class Absence(NamedTuple):
    """Days on which a person is away."""

    person_id: str
    cause: str
    start_date: dt.date
    end_date: dt.date | None


class Move(NamedTuple):
    """A cadre's first day in another department, and the one left."""

    cadre_id: str
    moved_on: dt.date
    from_department_id: str


def staff_departments(
    year: int, headcounts: dict[str, int], counties: Sequence[str]
) -> list[Cadre]:
    """Return as many cadres as each department has people, and some who leave in the year."""
    leaving = sorted(headcounts, key=lambda one: draw(1 << 30, "leaving", one))[:LEAVING]
    cadres: list[Cadre] = []
    for department, number in headcounts.items():
        more = 1 if department in leaving else 0
        cadres += [
            _cadre(year, department, place, place > number, counties)
            for place in range(1, number + more + 1)
        ]
    return cadres


def _cadre(year: int, department: str, place: int, leaves: bool, counties: Sequence[str]) -> Cadre:
    who = f"{department}-{place:02}"
    rank = _rank(who, place)
    age = {"bureau": 55, "division": 44, "below": 24}[rank] + draw(
        {"bureau": 5, "division": 12, "below": 22}[rank], "age", who
    )
    birth = _day(year - age, "birth", who)
    new = age < 32 and draw(3, "new", who) == 0
    joined = (
        _day(year - 1 + draw(2, "joins", who), "joined", who)
        if new
        else (_day(year - age + 23 + draw(3, "joined at", who), "joined", who))
    )
    if new and joined.year == year:
        joined = dt.date(year, 1 + draw(9, "month", who), 1)
    grassroots = 0 if draw(5, "grassroots", who) < 3 else 6 * draw(12, "how long", who)
    return Cadre(
        who, f"干部{who}", department, rank, birth, min(joined, dt.date(year, 9, 1)),
        dt.date(year, 2 + draw(9, "left", who), 28) if leaves else None,
        None if draw(25, "unknown", who) == 0 else grassroots,
        None if draw(40, "not said", who) == 0 else 12 * draw(4, "justice", who),
        draw(45, "village", who) == 0,
        draw(6, "outstanding", who) == 0,
        pick(counties, "native", who),
    )  # fmt: skip


def _rank(who: str, place: int) -> str:
    if place == 1 and draw(4, "bureau", who) == 0:
        return "bureau"
    return "division" if place <= 3 or draw(4, "rank", who) == 0 else "below"


def swap_some(year: int, cadres: Sequence[Cadre]) -> tuple[list[Cadre], list[Move]]:
    """Return the cadres after three pairs have changed places, and the moves of the six."""
    there = {cadre.cadre_id: cadre for cadre in cadres}
    moves: list[Move] = []
    for one, other, day in (
        ("D03-05", "D16-06", dt.date(year, 3, 18)),
        ("D09-04", "D14-07", dt.date(year, 5, 6)),
        ("D01-06", "D20-05", dt.date(year, 9, 2)),
    ):
        for who, into in ((one, other), (other, one)):
            moves.append(Move(who, day, there[who].department_id))
            there[who] = there[who]._replace(department_id=into[:3])
    return list(there.values()), moves


def absences(year: int, cadres: Sequence[Cadre], retiring: str) -> list[Absence]:
    """Return who is away: on village duty, posted, on leave; and the leader who retires."""
    found = [Absence(retiring, "out", dt.date(year, 9, 1), None)]
    for cadre in cadres:
        who = cadre.cadre_id
        free = cadre.left_on is None and cadre.joined_on.year < year and not cadre.village_duty
        lot = draw(40, "absence", who)
        if not free or lot > 3 or cadre.duty_rank == "bureau":
            continue
        start = _day(year, "away from", who).replace(day=1)
        if lot == 0:
            found.append(Absence(who, "village", start, start + dt.timedelta(days=179)))
        elif lot == 1:
            found.append(Absence(who, "posting", dt.date(year, 7, 1), dt.date(year, 12, 31)))
        else:
            days = 7 + draw(2, "long", who) * (40 + draw(100, "how long", who))
            found.append(Absence(who, "leave", start, start + dt.timedelta(days=days)))
    return found


def _day(year: int, *keys: object) -> dt.date:
    """Return some day of a year."""
    return dt.date(year, 1, 1) + dt.timedelta(days=draw(365, *keys))
