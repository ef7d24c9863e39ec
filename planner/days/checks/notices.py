"""What is odd of sound visits: warnings that need the plans in force and the working days."""

import datetime as dt
from collections.abc import Callable, Iterator

from planner.days.facts import Facts, Person, Visit
from planner.days.ledger import PAIRED
from planner.days.own import Stretch, on_duty, stretches
from planner.days.spans import Span
from planner.days.working import is_known, is_working
from planner.errors import Fault

Note = tuple[str, str, dict[str, object]]


def notices(facts: Facts, on: dt.date | None, place: Callable[[str], str]) -> list[Fault]:
    """Return what is odd; `place` gives the file of a table, `on` is None where no day is asked."""
    found: list[Fault] = []
    if not is_known(facts.year.number):
        found.append(Fault(place("workdays"), "days.guessed", values={"year": facts.year.number}))
    for person in facts.in_order():
        visits = [one for one in facts.visits_of[person.id] if _in_year(facts, one)]
        parts = stretches(facts, person) if visits else []
        for visit in visits:
            for column, key, values in _of_visit(facts, person, visit, parts, on):
                found.append(Fault(place("visits"), key, visit.row, column, values))
    if facts.attachments and not facts.policy.cost.attached_meal:
        found.append(Fault(place("postings"), "days.attached_unpaid"))
    return found


def _of_visit(
    facts: Facts, person: Person, visit: Visit, parts: list[Stretch], on: dt.date | None
) -> Iterator[Note]:
    if on is not None and visit.end > on:
        yield "end_date", "days.visit_future", {"value": visit.end, "on": on}
    own = _not_own(facts, visit, parts) if PAIRED[person.kind] in _paired(facts) else ()
    if own:
        values: dict[str, object] = {"value": visit.station, "own": "、".join(own)}
        yield "station_id", "days.visit_elsewhere", values
    if not any(is_working(day, facts.workdays) for day in visit.span.days()):
        yield "start_date", "days.visit_holiday", {"value": visit.start}
    village = facts.year.mask(*(a.span for a in person.absences if a.cause == "village"))
    duty = village | on_duty(facts, person) | person.village
    if duty[facts.year.within(visit.span)].any():
        yield "start_date", "days.visit_village", {"value": person.id}


def _not_own(facts: Facts, visit: Visit, parts: list[Stretch]) -> tuple[str, ...]:
    """Return the own stations of the first days of a visit that are spent at another one."""
    within = facts.year.within(visit.span)
    for part in parts:
        meets = part.first < within.stop and within.start <= part.last
        if meets and not part.owns(visit.station):
            return part.stations
    return ()


def _paired(facts: Facts) -> tuple[str, ...]:
    return facts.policy.days.only_paired


def _in_year(facts: Facts, visit: Visit) -> bool:
    return visit.span.meets(Span(facts.year.first, facts.year.last))
