"""What travel costs (四-1, 四-2): meals, nights, fares; chiefs' meals at their hosts."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from planner.days.facts import Facts, Person, Visit
from planner.days.frames import TEXT, WHOLE
from planner.days.spans import month
from planner.errors import Sentence
from planner.policy.days import COST as EXAMPLE
from planner.policy.days import CostFigures

KINDS = ("meals", "local", "lodging", "fares", "attached")
COST = {"unit_id": TEXT, "month": TEXT, **dict.fromkeys((*KINDS, "total"), WHOLE)}
DAY = dt.timedelta(days=1)
TRAVEL = ("meal", "local", "lodging", "fare_per_hour")
"""The rates that have an example; of `attached_meal` a warning of its own is said where it is 0."""


@dataclass(frozen=True, slots=True)
class Charge:
    """An amount in yuan of one kind, on a day, at a unit."""

    unit: str
    day: dt.date
    kind: str
    yuan: int


def rates_told(rates: CostFigures) -> Sentence:
    """Return which rates nobody has confirmed: those that are still the example's."""
    left = [name for name in TRAVEL if getattr(rates, name) == getattr(EXAMPLE, name)]
    if rates == EXAMPLE:
        return Sentence("days.cost.examples")
    if left:
        return Sentence("days.cost.some_examples", {"names": ", ".join(left)})
    return Sentence("days.cost.own_rates")


def cost_frame(facts: Facts, visits: Sequence[Visit]) -> pl.DataFrame:
    """Return what visits and attachments cost by unit and month of the year, in yuan."""
    sums: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: dict.fromkeys(KINDS, 0))
    for charge in [*_travel(facts, visits), *_attached(facts)]:
        if charge.day.year == facts.year.number and charge.yuan:
            sums[charge.unit, month(charge.day)][charge.kind] += charge.yuan
    rows = [
        (unit, some, *kinds.values(), sum(kinds.values()))
        for (unit, some), kinds in sorted(sums.items())
    ]
    return pl.DataFrame(rows, COST, orient="row")


def by_unit(cost: pl.DataFrame) -> dict[str, dict[str, int]]:
    """Return a cost as summaries have it: yuan by unit, then month."""
    found: dict[str, dict[str, int]] = {}
    for unit, some, total in cost.select("unit_id", "month", "total").iter_rows():
        found.setdefault(unit, {})[some] = total
    return found


def trips_of(rows: pl.DataFrame) -> tuple[Visit, ...]:
    """Return a calendar's trips as visits."""
    columns = ("person_id", "station_id", "start_date", "end_date")
    return tuple(Visit(*row) for row in rows.select(columns).iter_rows())


def journeys(visits: Sequence[Visit]) -> Iterator[list[Visit]]:
    """Yield one person's visits, those that follow each other day by day together."""
    chain: list[Visit] = []
    for visit in sorted(visits, key=lambda one: one.start):
        if chain and visit.start != chain[-1].end + DAY:
            yield chain
            chain = []
        chain.append(visit)
    if chain:
        yield chain


def _travel(facts: Facts, visits: Sequence[Visit]) -> Iterator[Charge]:
    by_person: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        by_person[visit.person].append(visit)
    for person, some in by_person.items():
        for journey in journeys(some):
            yield from _journey(facts, facts.people[person], journey)


def _journey(facts: Facts, person: Person, journey: Sequence[Visit]) -> Iterator[Charge]:
    """Yield a journey's charges: days and nights each in their own month, the fare in its first."""
    rates = facts.policy.cost
    lodging = rates.lodging.leader if person.kind == "leader" else rates.lodging.cadre
    first, last = journey[0].start, journey[-1].end
    for number in range((last - first).days + 1):
        day = first + number * DAY
        unit = person.unit(day)
        yield Charge(unit, day, "meals", rates.meal)
        yield Charge(unit, day, "local", rates.local)
        if day < last:
            yield Charge(unit, day, "lodging", lodging)
    farthest = max(facts.stations[visit.station].travel_minutes for visit in journey)
    yield Charge(person.unit(first), first, "fares", 2 * farthest * rates.fare_per_hour // 60)


def _attached(facts: Facts) -> Iterator[Charge]:
    """Yield a chief's meals on the working days of an attachment, at a department."""
    for one in facts.attachments:
        if one.host in facts.units:
            for number in range(facts.year.length):
                day = facts.year.day(number)
                if one.span.holds(day) and facts.working[number]:
                    yield Charge(one.host, day, "attached", facts.policy.cost.attached_meal)
