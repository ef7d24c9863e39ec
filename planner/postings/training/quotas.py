"""The hard rules of a training plan, one function each: a group-by of the options with bounds.

Who and when is asked of departures, where of hostings.
"""

import numpy as np

from planner.allocation.build import at_most, groups_of
from planner.allocation.problem import Key, Quota
from planner.dates import Day
from planner.postings.critical import limits
from planner.postings.facts import Pin
from planner.postings.groups import Group, grouped
from planner.postings.quotas import apart, away_share
from planner.postings.training.case import Training
from planner.postings.training.options import Hosting


def quotas_of_who(case: Training) -> tuple[Quota, ...]:
    """Return the quotas of departures, in the order of the rulebook."""
    going = [(at, one.person, one.start, one.end) for at, one in enumerate(case.departures)]
    quotas = [
        person_once(case),
        away_share(case.facts, case.policy.training, going),
        apart(case.facts, going),
    ]
    if case.policy.training.batch:
        quotas.append(batch_size(case))
    return (*quotas, pin(case))


def quotas_of_where(options: Hosting) -> tuple[Quota, ...]:
    """Return the quotas of hostings, in the order of the rulebook."""
    return station_places(options), station_total(options), pin_place(options)


def person_once(case: Training) -> Quota:
    """A person is sent at most once."""
    return at_most("person_once", *groups_of([one.person for one in case.departures]), 1)


def batch_size(case: Training) -> Quota:
    """A batch has at most so many people."""
    starts = [str(one.start) for one in case.departures]
    return at_most("batch_size", *groups_of(starts), case.policy.training.batch)


def pin(case: Training) -> Quota:
    """A posting that was required by decision is made; where it is to be, `pin_place` asks."""
    groups: list[Group] = []
    for one in required(case):
        members = [at for at in range(len(case.departures)) if _may_meet(case, at, one)]
        groups.append((key_of(one), members, max(1, len(members))))
    return grouped("pin", groups, lower=1)


def station_places(options: Hosting) -> Quota:
    """On every day a station's new are at most the places that nobody holds by then.

    Where nobody holds one, `station_total` says as much.
    """
    case, groups = options.case, list[Group]()
    taken: dict[int, set[Day]] = {}
    for at, row in case.hosts.rows:
        taken.setdefault(at, set()).add(row.start)
    for at in sorted(taken):
        here = np.flatnonzero(options.station == at).tolist()
        departures = [case.departures[int(options.departure[one])] for one in here]
        spans = [(one, d.start, d.end) for one, d in zip(here, departures, strict=True)]
        groups += [
            ((case.facts.stations[at].id, str(limit.day)), limit.members, limit.upper)
            for limit in limits(spans, taken[at], lambda day, s=at: int(case.hosts.free(day)[s]))
            if limit.upper < case.hosts.places[at]
        ]
    return grouped("station_places", groups)


def station_total(options: Hosting) -> Quota:
    """A station receives in the whole plan at most as many people as it has places."""
    used = np.unique(options.station)
    group = np.searchsorted(used, options.station)
    keys = tuple((options.case.facts.stations[int(at)].id,) for at in used)
    return at_most("station_total", group, keys, options.case.hosts.places[used])


def pin_place(options: Hosting) -> Quota:
    """A posting that was required at a place is made there."""
    case, groups = options.case, list[Group]()
    for one in required(case):
        if one.place is not None:
            inside = np.array([s.id in one.place for s in case.facts.stations], np.bool_)
            departures = [at for at in range(len(case.departures)) if _may_meet(case, at, one)]
            members = options.members(departures)
            members = members[inside[options.station[members]]]
            groups.append((key_of(one), members.tolist(), max(1, len(members))))
    return grouped("pin_place", groups, lower=1)


def required(case: Training) -> list[Pin]:
    """Return the postings for training that were required."""
    return [
        one for one in case.facts.pins
        if one.decision == "require" and one.posting == "training" and one.binds(case.starts)
    ]  # fmt: skip


def key_of(pin: Pin) -> Key:
    """Return the name of a required posting: the person, and the row of the decision."""
    return (pin.person_id, str(pin.line))


def _may_meet(case: Training, at: int, pin: Pin) -> bool:
    """Say whether a departure can be the one required, for one of its stations."""
    one = case.departures[at]
    if not pin.meets(one.person, "training", one.start):
        return False
    return pin.place is None or any(
        case.facts.stations[int(station)].id in pin.place for station in one.stations
    )
