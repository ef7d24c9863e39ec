"""One check a rule of the calendar: what is wrong, from the rows alone."""

import datetime as dt
from collections import Counter

from planner.audit.calendar.case import Case, Row
from planner.audit.finding import Violation, witness


def trip_rows(case: Case) -> list[Violation]:
    """Every row names people and stations of the tables and a week, once, by person and start."""
    found: list[Violation] = []
    known = set(case.known)
    for row in case.rows:
        if row not in known:
            found.append(_wrong(row, "unknown"))
            continue
        week = case.ground.week[row.week]
        expected = {
            "year": (row.year, case.ground.tables.year),
            "kind": (row.kind, case.ground.tables.kind(row.person)),
            "unit_id": (row.unit, case.ground.tables.unit(row.person, week.run[0])),
            "month": (row.month, week.month),
        }
        found += [
            Violation(1, witness(row=row.number, column=name, found=is_, expected=should))
            for name, (is_, should) in expected.items()
            if is_ != should
        ]
    order = [(row.person, row.start) for row in case.rows]
    found += [
        _wrong(row, "order")
        for row, before, this in zip(case.rows[1:], order, order[1:], strict=False)
        if this < before
    ]
    return found


def trip_days(case: Case) -> list[Violation]:
    """A trip takes the first days of its week's run, as many as the person's trips have."""
    found: list[Violation] = []
    for row in case.known:
        length, run = case.ground.needs[row.person].days, case.ground.week[row.week].run
        if length == 0:
            found.append(_wrong(row, "no need"))
            continue
        sound = row.days == length <= len(run)
        if not sound or (row.start, row.end) != (run[0], run[length - 1]):
            what = witness(
                row=row.number, person=row.person, week=row.week, days=row.days, expected=length
            )
            found.append(Violation(max(1, abs(row.days - length)), what))
    return found


def away(case: Case) -> list[Violation]:
    """Nobody travels on a day on which he is excused, absent, or that does not suit."""
    found: list[Violation] = []
    for row in case.known:
        for day in _run(case, row):
            why = case.ground.cannot(row.person, day)
            if why is None and case.ground.tables.blocked(day, row.station):
                why = "blocked"
            if why is not None:
                what = witness(row=row.number, person=row.person, day=day, why=why)
                found.append(Violation(1, what))
    return found


def own_station(case: Case) -> list[Violation]:
    """A trip goes to a station of the unit's that day."""
    return [
        Violation(1, witness(row=row.number, person=row.person, station=row.station, day=day))
        for row in case.known
        for day in _run(case, row)
        if row.station not in case.ground.tables.own(row.person, day)
    ]


def trips(case: Case) -> list[Violation]:
    """Nobody makes more trips than the need takes."""
    made = Counter(row.person for row in case.known)
    return [
        Violation(number - case.ground.needs[person].trips, witness(person=person, trips=number))
        for person, number in sorted(made.items())
        if number > case.ground.needs[person].trips
    ]


def trips_a_month(case: Case) -> list[Violation]:
    """Nobody makes more trips in a month than the figure, or than too few months ask."""
    made = Counter((row.person, _month(case, row)) for row in case.known)
    found: list[Violation] = []
    for (person, month), number in sorted(made.items()):
        need = case.ground.needs[person]
        months = {week.month for week in need.options.values()}
        spread = -(-need.trips // len(months)) if months else 0
        most = max(case.ground.tables.policy.calendar.trips_a_month, spread)
        if number > most:
            what = witness(person=person, month=month, trips=number)
            found.append(Violation(number - most, what))
    return found


def trip_a_week(case: Case) -> list[Violation]:
    """Nobody makes two trips in a week."""
    made = Counter((row.person, row.week) for row in case.known)
    return [
        Violation(number - 1, witness(person=person, week=week, trips=number))
        for (person, week), number in sorted(made.items())
        if number > 1
    ]


def visitors(case: Case) -> list[Violation]:
    """A station has at most so many visitors in a week."""
    most = case.ground.tables.policy.calendar.visitors
    made = Counter((row.station, row.week) for row in case.known)
    return [
        Violation(number - most, witness(station=station, week=week, visitors=number))
        for (station, week), number in sorted(made.items())
        if number > most
    ]


def load(case: Case) -> list[Violation]:
    """A station has at most so many trips in a month for each of its people, where that is on."""
    figure = case.ground.tables.policy.calendar.trips_per_staff
    made = Counter((row.station, _month(case, row)) for row in case.known)
    return [
        Violation(number - most, witness(station=station, month=month, trips=number))
        for (station, month), number in sorted(made.items())
        for most in (figure * case.ground.staff(station),)
        if figure and number > most
    ]


def _run(case: Case, row: Row) -> list[dt.date]:
    return list(case.ground.week[row.week].run[: row.days])


def _month(case: Case, row: Row) -> str:
    return case.ground.week[row.week].month


def _wrong(row: Row, why: str) -> Violation:
    return Violation(1, witness(row=row.number, person=row.person, why=why))
