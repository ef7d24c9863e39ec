"""Rows of the register that are over a bound by themselves: allowed, and nothing is added there."""

from collections.abc import Iterator

from planner.dates import Day
from planner.errors import Fault
from planner.policy import Policy
from planner.postings.away import away, changes, share
from planner.postings.facts import AT_STATIONS, Facts
from planner.postings.hosts import Hosts


def over_bounds(facts: Facts, policy: Policy, first: Day, last: Day, file: str) -> list[Fault]:
    """Return a warning for each department and station, at the first day on which it is over."""
    days = sorted({first, *(day for day in changes(facts) if first < day <= last)})
    found: dict[tuple[str, str], Fault] = {}
    for day in days:
        for key, who, count, bound in _counts(facts, policy, day):
            if count > bound:
                values = {who: key, "day": day, "count": count, "bound": bound}
                sentence = {
                    "department": "postings.over_share",
                    "station": "postings.over_places",
                    "attached": "postings.over_hosts",
                }[who]
                values |= {"department": key} if who == "attached" else {}
                found.setdefault((who, key), Fault(file, sentence, None, None, values))
    return list(found.values())


def _counts(facts: Facts, policy: Policy, day: Day) -> Iterator[tuple[str, str, int, int]]:
    """Yield every department and station with its number on a day and its bound."""
    for one in sorted(facts.departments):
        most = share(facts.departments[one].headcount, policy.training)
        yield one, "department", away(facts, one, day, policy.training), most
    hosts, there, attached = Hosts(facts, policy.training), dict[str, int](), dict[str, int]()
    for several in facts.rows.values():
        for row in several:
            if row.start <= day <= row.end:
                counted = there if row.posting in AT_STATIONS else attached
                counted[row.host_id] = counted.get(row.host_id, 0) + 1
    for one, count in sorted(there.items()):
        at = hosts.position.get(one)
        gone = None if at is None else facts.stations[at].gone_on
        if at is not None and (gone is None or day < gone):
            yield one, "station", count, int(hosts.places[at])
    for one, count in sorted(attached.items()):
        if one in facts.departments:
            yield one, "attached", count, policy.exchange.hosts
