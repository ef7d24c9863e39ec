"""The days on which a person owes nothing, by cause (N3)."""

from collections.abc import Callable

import numpy as np

from planner.days.facts import Facts, Person
from planner.days.own import on_duty
from planner.days.spans import Days, Span

RANK, OUT, VILLAGE, DEPARTMENT, POSTING, LEAVE = CAUSES = (
    "rank", "out", "village", "department", "posting", "leave",
)  # fmt: skip
"""Every cause, in the order in which they are named."""

EXEMPT_RANK = "bureau"
"""The notice asks it of cadres at division level and below."""


def excused(facts: Facts, person: Person) -> dict[str, Days]:
    """Return the excused days of the year by cause, those without a day left out."""
    found = {cause: RULES[cause](facts, person) for cause in CAUSES}
    return {cause: days for cause, days in found.items() if days.any()}


def absent_days(facts: Facts, person: Person) -> Days:
    """Return the days within an absence of any cause and length."""
    return facts.year.mask(*(absence.span for absence in person.absences))


def _rank(facts: Facts, person: Person) -> Days:
    return np.full(facts.year.length, person.rank == EXEMPT_RANK)


def _out(facts: Facts, person: Person) -> Days:
    days = _absent(facts, person, OUT)
    if person.joined is not None:
        days[: max(0, facts.year.at(person.joined))] = True
    if person.left is not None:
        days[max(0, facts.year.at(person.left) + 1) :] = True
    return days


def _village(facts: Facts, person: Person) -> Days:
    if VILLAGE not in facts.policy.days.excuses:
        return _none(facts)
    return _absent(facts, person, VILLAGE) | person.village


def _department(facts: Facts, person: Person) -> Days:
    return on_duty(facts, person) if "days" in facts.policy.village_duty.exempts else _none(facts)


def _posting(facts: Facts, person: Person) -> Days:
    excuses = POSTING in facts.policy.days.excuses
    return _absent(facts, person, POSTING) if excuses else _none(facts)


def _leave(facts: Facts, person: Person) -> Days:
    if LEAVE not in facts.policy.days.excuses:
        return _none(facts)
    long = [
        absence.span
        for absence in person.absences
        if absence.cause == LEAVE and _is_long(absence.span, facts.policy.days.leave_from)
    ]
    return facts.year.mask(*long)


def _is_long(span: Span, least: int) -> bool:
    """Return whether a leave is long enough; one that still goes on is."""
    return span.length is None or span.length >= least


def _absent(facts: Facts, person: Person, cause: str) -> Days:
    return facts.year.mask(*(one.span for one in person.absences if one.cause == cause))


def _none(facts: Facts) -> Days:
    return np.zeros(facts.year.length, np.bool_)


RULES: dict[str, Callable[[Facts, Person], Days]] = {
    RANK: _rank,
    OUT: _out,
    VILLAGE: _village,
    DEPARTMENT: _department,
    POSTING: _posting,
    LEAVE: _leave,
}
"""The excused days by cause."""
