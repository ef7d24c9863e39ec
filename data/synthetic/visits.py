"""Visits of a half-year to the stations of the pairing: made up, some behind, one entered late."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from synthetic.cadres import Absence, Cadre, Move
from synthetic.draws import draw, pick

VISIT_COLUMNS = ("person_id", "station_id", "start_date", "end_date", "task")
TASK_COLUMNS = ("unit_id", "station_id", "task", "target", "done_on")
BLOCKED_COLUMNS = ("subject", "start_date", "end_date", "reason")
MERGER_COLUMNS = ("station_id", "merged_on", "successor_id")

WORKS = (
    "走访村居调解组织，参与疑难纠纷调处", "协助规范社区矫正档案", "开展公共法律服务工作室调研",
    "参与法治宣传和“法律明白人”培训", "协助整理人民调解卷宗", "座谈了解所务建设和人员保障情况",
)  # fmt: skip
TASKS = (
    ("推进人民调解规范化建设", "疑难纠纷调处率提高"),
    ("帮助解决办公用房和人员不足", "年内配齐专职人员"),
    ("指导公共法律服务工作站运行", "群众满意度提高"),
    ("完善社区矫正衔接机制", "无脱管漏管"),
)  # fmt: skip
FIRST_WEEKS = 16
"""Weeks from the first Monday of March in which visits are made."""


class Visit(NamedTuple):
    """A person's days at a station, and what was done there."""

    person_id: str
    station_id: str
    start_date: dt.date
    end_date: dt.date
    task: str


def visits(
    year: int,
    pairing: Mapping[str, Sequence[str]],
    leaders: Sequence[str],
    cadres: Sequence[Cadre],
    absences: Sequence[Absence],
    moves: Sequence[Move],
) -> list[Visit]:
    """Return the first half's visits: each unit's people go to its stations in a few weeks.

    A fifth of the cadres have gone once at most; two went to a station of another unit.
    """
    away: dict[str, list[Absence]] = {}
    for absence in absences:
        away.setdefault(absence.person_id, []).append(absence)
    moved = {move.cadre_id: move for move in moves}
    found = [one for leader in leaders for one in _trips(year, leader, leader, pairing, 2, 1)]
    for cadre in cadres:
        if cadre.duty_rank == "bureau" or cadre.village_duty:
            continue
        number = draw(2, "slow", cadre.cadre_id) if draw(5, "pace", cadre.cadre_id) == 0 else 3
        for one in _trips(year, cadre.cadre_id, cadre.department_id, pairing, number, 3):
            unit = _unit(cadre, moved, one.start_date)
            if unit != cadre.department_id:
                one = one._replace(station_id=pick(pairing[unit], one))
            if _in_post(cadre, one) and not any(_meets(a, one) for a in away.get(one[0], ())):
                found.append(one)
    return sorted(found, key=lambda one: (one.start_date, one.person_id))


def tasks(pairing: Mapping[str, Sequence[str]], year: int) -> list[tuple[object, ...]]:
    """Return a key task a pairing, a third of them done by June."""
    return [
        (unit, station, *pick(TASKS, "task", unit, station),
         dt.date(year, 6, 1 + draw(28, "done", unit)) if draw(3, "is done", unit, station) == 0
         else None)
        for unit, stations in pairing.items()
        for station in stations
    ]  # fmt: skip


def blocked(year: int, closed: str) -> list[tuple[object, ...]]:
    """Return days that do not suit: the Spring Festival, two departments' busy weeks, a station."""
    return [
        ("*", dt.date(year, 1, 28), dt.date(year, 2, 15), "春节前后不安排下基层"),
        ("D04", dt.date(year, 12, 16), dt.date(year, 12, 31), "年终决算"),
        ("D19", dt.date(year, 8, 26), dt.date(year, 9, 6), "法律职业资格考试"),
        (closed, dt.date(year, 10, 14), dt.date(year, 10, 25), "所房维修"),
    ]


def _trips(
    year: int, who: str, unit: str, pairing: Mapping[str, Sequence[str]], number: int, days: int
) -> list[Visit]:
    """Return a person's trips: colleagues of a unit mostly go in the same weeks."""
    stations = pairing.get(unit, ())
    found: list[Visit] = []
    for turn in range(number if stations else 0):
        at = stations[turn % len(stations)]
        week = 5 * turn + draw(4, "week", unit, turn) + draw(2, "own week", who, turn)
        start = dt.date(year, 3, 4) + dt.timedelta(weeks=min(week, FIRST_WEEKS - 1))
        length = days + draw(2, "days", who, turn)
        end = start + dt.timedelta(days=length - 1)
        found.append(Visit(who, at, start, end, pick(WORKS, "work", unit, turn)))
    return found


def _unit(cadre: Cadre, moved: Mapping[str, Move], day: dt.date) -> str:
    move = moved.get(cadre.cadre_id)
    return cadre.department_id if move is None or day >= move.moved_on else move.from_department_id


def _in_post(cadre: Cadre, visit: Visit) -> bool:
    left = cadre.left_on is None or visit.end_date <= cadre.left_on
    return left and cadre.joined_on <= visit.start_date


def _meets(absence: Absence, visit: Visit) -> bool:
    ends = absence.end_date or dt.date.max
    return absence.start_date <= visit.end_date and visit.start_date <= ends
