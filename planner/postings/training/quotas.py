"""The hard rules of a training plan, one function each: a group-by of the options with bounds."""

from collections.abc import Sequence

import numpy as np

from planner.allocation.build import at_most, groups_of
from planner.allocation.problem import IntArray, Key, Quota
from planner.postings import away
from planner.postings.critical import limits
from planner.postings.days import Day
from planner.postings.facts import Pin
from planner.postings.training.options import Options


def quotas_of(options: Options) -> tuple[Quota, ...]:
    """Return the quotas in force, in the order of the rulebook; without stations, none of theirs."""
    quotas = [person_once(options), away_share(options)]
    if options.station is not None:
        quotas += [station_places(options), station_total(options)]
    quotas.append(apart(options))
    if options.case.policy.training.batch:
        quotas.append(batch_size(options))
    return (*quotas, pin(options))


def person_once(options: Options) -> Quota:
    """A person is sent at most once."""
    return at_most("person_once", *groups_of([one.person for one in options.of]), 1)


def away_share(options: Options) -> Quota:
    """On every day a department's new are at most what its share leaves beside those away."""
    case, figures = options.case, options.case.policy.training
    changes = away.changes(case.facts)
    spans: dict[str, list[tuple[int, Day, Day]]] = {}
    for at in options.kept:
        one = case.departures[at]
        for department, first, last in away.departments(case.facts, one.person, one.start, one.end):
            spans.setdefault(department, []).append((at, first, last))
    groups: list[tuple[Key, IntArray, int]] = []
    for department in sorted(spans):
        most = away.share(case.facts.departments[department].headcount, figures)
        for one in limits(
            spans[department], changes,
            lambda day, d=department, m=most: m - away.away(case.facts, d, day, figures),
        ):  # fmt: skip
            groups.append(((department, str(one.day)), options.members(one.members), one.upper))
    return daily("away_share", groups)


def station_places(options: Options) -> Quota:
    """On every day a station's new are at most the places that nobody holds by then.

    Where nobody holds one, `station_total` says as much.
    """
    hosts, departures = options.case.hosts, options.case.departures
    taken: dict[int, set[Day]] = {}
    for at, row in hosts.rows:
        taken.setdefault(at, set()).add(row.start)
    groups: list[tuple[Key, IntArray, int]] = []
    for at in sorted(taken):
        spans = [
            (
                int(one),
                departures[options.departure[one]].start,
                departures[options.departure[one]].end,
            )
            for one in np.flatnonzero(_stations(options) == at)
        ]
        for one in limits(spans, taken[at], lambda day, s=at: int(hosts.free(day)[s])):
            if one.upper < hosts.places[at]:
                key = (options.case.facts.stations[at].id, str(one.day))
                groups.append((key, np.array(sorted(one.members), np.int64), one.upper))
    return daily("station_places", groups)


def station_total(options: Options) -> Quota:
    """A station receives in the whole plan at most as many people as it has places."""
    station, stations = _stations(options), options.case.facts.stations
    used = np.unique(station)
    place = np.full(len(stations), -1)
    place[used] = np.arange(len(used))
    keys = tuple((stations[at].id,) for at in used)
    return at_most("station_total", place[station], keys, options.case.hosts.places[used])


def apart(options: Options) -> Quota:
    """Two people who are to be kept apart are not away on one day."""
    case = options.case
    groups: list[tuple[Key, IntArray, int]] = []
    for pair in sorted({tuple(sorted(two)) for two in case.facts.apart}):
        spans = [
            (at, case.departures[at].start, case.departures[at].end)
            for at in options.kept
            if case.departures[at].person in pair
        ]
        rows = {row.start for one in pair for row in case.facts.rows.get(one, ())}
        for one in limits(
            spans, rows, lambda day, two=pair: 1 - sum(case.facts.away(p, day) for p in two)
        ):
            groups.append(((*pair, str(one.day)), options.members(one.members), one.upper))
    return daily("apart", groups)


def batch_size(options: Options) -> Quota:
    """A batch has at most so many people."""
    starts = [str(one.start) for one in options.of]
    return at_most("batch_size", *groups_of(starts), options.case.policy.training.batch)


def pin(options: Options) -> Quota:
    """A posting that was required by decision is made."""
    required = [
        one for one in options.case.facts.pins
        if one.decision == "require" and one.posting == "training"
    ]  # fmt: skip
    members = [_matching(options, one) for one in required]
    return Quota(
        "pin",
        np.concatenate([np.zeros(0, np.int64), *members]),
        np.repeat(np.arange(len(members)), [len(some) for some in members]),
        [(one.person_id, str(one.line)) for one in required],
        np.ones(len(members), np.int64),
        np.array([max(1, len(some)) for some in members], np.int64),
    )


def _matching(options: Options, required: Pin) -> IntArray:
    """Return the options that make a required posting; without stations, those that may."""
    case, stations = options.case, options.case.facts.stations
    place = None
    if required.place is not None:
        place = np.array([one.id in required.place for one in stations], np.bool_)
    departures = [
        at for at in options.kept
        if required.meets(case.departures[at].person, "training", case.departures[at].start)
        and (place is None or place[case.departures[at].stations].any())
    ]  # fmt: skip
    members = options.members(departures)
    if place is None or options.station is None:
        return members
    return members[place[options.station[members]]]


def daily(rule: str, groups: Sequence[tuple[Key, IntArray, int]]) -> Quota:
    """Return the quota of groups: their keys, the options in each, how many of them at most."""
    members = [some for _, some, _ in groups]
    return Quota(
        rule,
        np.concatenate([np.zeros(0, np.int64), *members]),
        np.repeat(np.arange(len(groups)), [len(some) for some in members]),
        [key for key, _, _ in groups],
        np.zeros(len(groups), np.int64),
        np.array([upper for _, _, upper in groups], np.int64),
    )


def _stations(options: Options) -> IntArray:
    assert options.station is not None, "places matter"
    return options.station
