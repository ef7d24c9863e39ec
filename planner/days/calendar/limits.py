"""What kept a calendar from meeting every need: rules, persons and station-months, in sentences."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.allocation.problem import Quota
from planner.days.calendar.case import Case, listed
from planner.days.calendar.make import Made
from planner.days.calendar.quotas import quotas_of
from planner.errors import Sentence

SHOWN = 6
"""Names that a sentence lists before it only counts."""


@dataclass(frozen=True, slots=True)
class Short:
    """A person whose need is not met, and by how many days."""

    person: str
    place: int
    days: int


def limits(made: Made) -> Iterator[Sentence]:
    """Yield who can't meet the need, for want of weeks or because a rule is at its bound."""
    case = made.case
    short = _short(made)
    if not short:
        return
    days = sum(one.days for one in short)
    names = _named([one.person for one in short])
    yield Sentence("days.calendar.short", {"people": len(short), "days": days, "names": names})
    few = [one.person for one in short if _weeks(case, one.place) < case.needs[one.place].trips]
    if few:
        yield Sentence("days.calendar.few_weeks", {"people": len(few), "names": _named(few)})
    at = np.isin(case.person, [one.place for one in short])
    at[made.chosen] = False
    for quota in quotas_of(case):
        full = _full(case, quota, made, at)
        if full:
            yield Sentence(f"days.calendar.full.{quota.rule}", {"names": _named(full)})


def _short(made: Made) -> list[Short]:
    trips = Counter(listed(made.case.person[made.chosen]))
    return [
        Short(need.person, place, left)
        for place, need in enumerate(made.case.needs)
        for left in (need.need - need.length * trips[place],)
        if left > 0
    ]


def _weeks(case: Case, place: int) -> int:
    return len({trip.week for trip in case.needs[place].options})


def _full(case: Case, quota: Quota, made: Made, at: NDArray[np.bool_]) -> list[str]:
    """Return a rule's groups that are at their bound and that some unmade trip would go beyond.

    A trip a person has that week, or trips enough in all, are not what is in the way.
    """
    if quota.rule in ("trip_a_week", "trips"):
        return []
    taken = np.zeros(len(case.options), np.bool_)
    taken[made.chosen] = True
    full = quota.sums(taken) >= quota.upper
    wanted = {int(group) for option, group in zip(quota.option, quota.group, strict=True)
              if at[option] and full[group]}  # fmt: skip
    return sorted({" ".join(quota.keys[group]) for group in wanted})


def _named(names: list[str]) -> str:
    some = "、".join(names[:SHOWN])
    return some if len(names) <= SHOWN else f"{some} … ({len(names)})"
