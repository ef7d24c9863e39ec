"""What each person owes, what is done, and whether the rest can still be made."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from planner.days.excuses import absent_days, excused
from planner.days.facts import Facts, Person
from planner.days.ledger import Entry, entries
from planner.days.own import blocked
from planner.days.spans import Days, Span


@dataclass(frozen=True, slots=True)
class Obligation:
    """One person's year as it stands on a day; all figures are days, `months` those owed for."""

    person: str
    kind: str
    unit: str
    months: int
    owed: int
    owed_first: int
    causes: tuple[str, ...]
    done_first: int
    done_second: int
    elsewhere: int
    short: int
    status: str
    left: int
    last_start: dt.date | None

    @property
    def done(self) -> int:
        """Days that counted in the whole year."""
        return self.done_first + self.done_second


def obligations(facts: Facts, on: dt.date) -> list[Obligation]:
    """Return everybody's obligation as it stands on a day: leaders first, then by person."""
    return [obligation(facts, person, on) for person in facts.in_order()]


def obligation(facts: Facts, person: Person, on: dt.date) -> Obligation:
    """Return a person's obligation as it stands on a day."""
    causes = excused(facts, person)
    away = any_of(facts, causes)
    months, months_first = free_months(facts, away)
    owed, owed_first = (owed_days(facts, person, some) for some in (months, months_first))
    made = entries(facts, person, on)
    first, second = (sum(one.counted for one in made if one.half == half) for half in (1, 2))
    short = max(0, owed - first - second)
    possible = possible_days(facts, person, away, on)
    return Obligation(
        person.id,
        person.kind,
        unit_at_end(facts, person),
        months,
        owed,
        owed_first,
        tuple(causes),
        first,
        second,
        sum(one.lost for one in made),
        short,
        _status(facts, away, owed, first + second, short, len(possible), on),
        len(possible),
        possible[-short] if 0 < short <= len(possible) else None,
    )


def any_of(facts: Facts, causes: dict[str, Days]) -> Days:
    """Return the days excused for one cause or another."""
    days = np.zeros(facts.year.length, np.bool_)
    for some in causes.values():
        days |= some
    return days


def free_months(facts: Facts, away: Days) -> tuple[int, int]:
    """Return the calendar months without an excused day: of the year, and of its first half."""
    free = [not away[month].any() for month in facts.year.months()]
    return sum(free), sum(free[:6])


def owed_days(facts: Facts, person: Person, months: int) -> int:
    """Return the days owed for so many months, rounded down (N1, N3)."""
    figures = facts.policy.leaders if person.kind == "leader" else facts.policy.departments
    return figures.days * months // 12


def possible_days(facts: Facts, person: Person, away: Days, on: dt.date) -> list[dt.date]:
    """Return the working days after a day on which the person can still go."""
    later = facts.year.mask(Span(on + dt.timedelta(days=1), facts.year.last))
    open_ = facts.working & ~away & ~absent_days(facts, person) & ~blocked(facts, person) & later
    return [facts.year.day(int(number)) for number in np.flatnonzero(open_)]


def unit_at_end(facts: Facts, person: Person) -> str:
    """Return the unit on 31 December, or on the last day in post before it."""
    last = facts.year.last
    return person.unit(last if person.left is None else min(last, person.left))


def done_before(made: list[Entry], half: int | None = None) -> int:
    """Return the counted days of some entries, of one half where it is given."""
    return sum(one.counted for one in made if half in (None, one.half))


def _status(
    facts: Facts, away: Days, owed: int, done: int, short: int, left: int, on: dt.date
) -> str:
    """Return the first that holds: exempt, met, impossible, behind, on pace."""
    workable = facts.working & ~away
    so_far = facts.year.mask(Span(facts.year.first, on))
    if owed == 0:
        return "exempt"
    if short == 0:
        return "met"
    if short > left:
        return "impossible"
    behind = done * int(workable.sum()) < owed * int((workable & so_far).sum())
    return "behind" if behind else "on_pace"
