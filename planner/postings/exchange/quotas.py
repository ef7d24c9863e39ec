"""The hard rules of an exchange, one function each: a group-by of the options with bounds."""

from collections.abc import Callable

import numpy as np

from planner.allocation.problem import Quota
from planner.dates import Day
from planner.postings.exchange.case import Exchange, Move
from planner.postings.groups import Group, grouped
from planner.postings.quotas import apart, away_share, daily


def quotas_of(case: Exchange) -> tuple[Quota, ...]:
    """Return the quotas, in the order of the rulebook."""
    going = [
        (at, move.person, move.start, move.end)
        for at, one in enumerate(case.options)
        for move in one.moves
        if move.posting == "secondment"
    ]
    return (
        person_once(case), away_share(case.facts, case.policy.training, going),
        station_places(case), apart(case.facts, going), department_hosts(case), staff_left(case),
        pin(case),
    )  # fmt: skip


def person_once(case: Exchange) -> Quota:
    """A person is exchanged at most once."""
    people: dict[str, list[int]] = {}
    for at, one in enumerate(case.options):
        for move in one.moves:
            people.setdefault(move.person, []).append(at)
    return grouped("person_once", [((who,), some, 1) for who, some in sorted(people.items())])


def station_places(case: Exchange) -> Quota:
    """On every day a station's new are at most the places that nobody holds by then."""
    taken: dict[str, set[Day]] = {}
    for at, row in case.hosts.rows:
        taken.setdefault(case.facts.stations[at].id, set()).add(row.start)
    place = case.hosts.position
    return _daily(
        case,
        "station_places",
        lambda move: move.station if move.posting == "secondment" else None,
        lambda station: taken.get(station, set()),
        lambda station, day: int(case.hosts.free(day)[place[station]]),
    )


def department_hosts(case: Exchange) -> Quota:
    """On every day a department has at most so many attached chiefs, rows included."""
    rows = [r for several in case.facts.rows.values() for r in several if r.posting == "attachment"]

    def free(department: str, day: Day) -> int:
        there = sum(r.host_id == department and r.start <= day <= r.end for r in rows)
        return case.policy.exchange.hosts - there

    return _daily(
        case,
        "department_hosts",
        lambda move: move.department if move.posting == "attachment" else None,
        lambda department: {r.start for r in rows if r.host_id == department},
        free,
    )


def staff_left(case: Exchange) -> Quota:
    """A chief whose station would be left with too few leaves only where a cadre comes.

    All exchanges from one start last equally long: a cadre of the same start is there throughout.
    """
    option: list[int] = []
    group: list[int] = []
    weight: list[int] = []
    keys: dict[tuple[str, str], int] = {}
    bare = {
        (move.station, move.start)
        for one in case.options
        for move in one.moves
        if move.posting == "attachment" and (move.station, move.start) not in case.stayed
    }
    for at, one in enumerate(case.options):
        signs = [1 if move.posting == "attachment" else -1 for move in one.moves]
        move = one.moves[0]
        if (move.station, move.start) in bare and sum(signs):
            key = (move.station, str(move.start))
            option.append(at)
            group.append(keys.setdefault(key, len(keys)))
            weight.append(sum(signs))
    number = np.zeros(len(keys), np.int64)
    return Quota(
        "staff_left", np.array(option, np.int64), np.array(group, np.int64), tuple(keys),
        number - len(case.options), number, np.array(weight, np.int64),
    )  # fmt: skip


def pin(case: Exchange) -> Quota:
    """An exchange that was required by decision is made."""
    groups: list[Group] = []
    for one in case.facts.pins:
        kind = one.posting in ("secondment", "attachment")
        if one.decision == "require" and kind and one.binds(case.starts):
            members = [
                at
                for at, option in enumerate(case.options)
                for move in option.moves
                if move.posting == one.posting
                and one.meets(move.person, move.posting, move.start)
                and (one.place is None or move.host in one.place)
            ]
            groups.append(((one.person_id, str(one.line)), members, max(1, len(members))))
    return grouped("pin", groups, lower=1)


def _daily(
    case: Exchange,
    rule: str,
    host: Callable[[Move], str | None],
    changes: Callable[[str], set[Day]],
    free: Callable[[str, Day], int],
) -> Quota:
    """Return the quota of what hosts may have on every day."""
    spans: dict[str, list[tuple[int, Day, Day]]] = {}
    for at, one in enumerate(case.options):
        for move in one.moves:
            where = host(move)
            if where is not None:
                spans.setdefault(where, []).append((at, move.start, move.end))
    return daily(rule, spans, changes, free)
