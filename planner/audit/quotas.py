"""How many pairings a group may have: one check per rule, the amount being what is over or short.

A group is named by its ids, and groups are looked at in the order of those.
"""

from collections import Counter
from collections.abc import Callable

from planner.audit.case import KIND_OF, Case
from planner.audit.facts import Station
from planner.audit.finding import Violation, witness
from planner.errors import Sentence

HARD = 2
"""The hardship from which a station counts as a hard place (六-3)."""


def unit_quota(case: Case) -> list[Violation]:
    """Each unit that takes part has as many stations as the notice says (N1, N2).

    A plan that was not made at all leaves its units alone.
    """
    count = Counter(pairing.unit.id for pairing in case.pairings)
    found: list[Violation] = []
    for part in case.parts:
        for unit in case.members(part):
            low, high = case.quota(unit)
            off = max(low - count[unit.id], count[unit.id] - high)
            if off > 0:
                ids = witness(unit=unit.id, count=count[unit.id], bound=f"{low}..{high}")
                values = {"unit": unit.called, "count": count[unit.id], "low": low, "high": high}
                key = "audit.unit.exactly" if low == high else "audit.unit"
                found.append(Violation(off, ids, Sentence(key, values)))
    return found


def unit_city(case: Case) -> list[Violation]:
    """A unit's stations in one city are at most as many as its kind may have there."""
    leaders, departments = case.policy.leaders, case.policy.departments
    bound = {"leader": leaders.per_city, "department": departments.per_city}
    count = Counter((pairing.unit.id, pairing.station.city) for pairing in case.pairings)
    return [
        _over(
            (case.facts.units[unit].called, "audit.unit_city"),
            number,
            bound[case.facts.units[unit].kind],
            unit=unit,
            city=city,
        )
        for (unit, city), number in sorted(count.items())
        if number > bound[case.facts.units[unit].kind]
    ]


def station_capacity(case: Case) -> list[Violation]:
    """A station has at most so many units, both plans together (N8)."""
    stations, most = case.facts.stations, case.policy.stations.units
    return _crowded(case, "station", lambda s: (s.id,), most, lambda id_: stations[id_].called)


def county_cap(case: Case) -> list[Violation]:
    """A county has at most so many pairings, both plans together (N8)."""
    most = case.policy.stations.per_county
    return _crowded(case, "county", lambda s: s.place, most, lambda place: place)


def pin(case: Case) -> list[Violation]:
    """Every pair that a pin requires is made, if its unit's plan was made."""
    made = {pairing.ids for pairing in case.pairings}
    kinds = {KIND_OF[part] for part in case.parts}
    units, stations = case.facts.units, case.facts.stations

    def called(station: str) -> Sentence | str:
        return stations[station].called if station in stations else station

    return [
        Violation(
            1,
            witness(unit=unit, station=station, count=0, bound=1),
            Sentence("audit.pin", {"unit": units[unit].called, "station": called(station)}),
        )
        for unit, station in sorted(case.required - made)
        if unit in units and units[unit].kind in kinds
    ]


def hard_share(case: Case) -> list[Violation]:
    """At least so many percent of a plan's places are at stations of hardship 2 or more (六-3)."""
    found: list[Violation] = []
    for part in case.parts:
        hard = sum(pairing.station.hardship >= HARD for pairing in case.of(part))
        wanted = _ceiling(case.policy.stations.hard_percent * case.most(part), 100)
        if hard < wanted:
            values = {"part": Sentence(f"part.{part}"), "count": hard, "bound": wanted}
            ids = witness(part=part, count=hard, bound=wanted)
            found.append(Violation(wanted - hard, ids, Sentence("audit.hard", values)))
    return found


def _crowded(
    case: Case,
    what: str,
    group_of: Callable[[Station], tuple[str, ...]],
    most: int,
    called: Callable[[str], Sentence | str],
) -> list[Violation]:
    """Return the groups of stations with more pairings than `most`, less what is kept free."""
    count = Counter(group_of(pairing.station) for pairing in case.pairings)
    kept = Counter(map(group_of, _kept_free(case)))
    found: list[Violation] = []
    for group, number in sorted(count.items()):
        bound, name = max(0, most - kept[group]), "/".join(group)
        if number > bound:
            said = called(name), f"audit.{what}"
            found.append(_over(said, number, bound, kept[group], **{what: name}))
    return found


def _kept_free(case: Case) -> list[Station]:
    """Return the stations that the leaders' plan keeps for the departments' required pairs.

    Once the departments' plan is made the pairs are rows of it, and count there.
    """
    if "departments" in case.parts:
        return []
    members = {unit.id for unit in case.members("departments")}
    stations = case.facts.stations
    return [stations[s] for u, s in sorted(case.required) if u in members and s in stations]


def _over(
    said: tuple[Sentence | str, str], count: int, bound: int, kept: int = 0, **who: str
) -> Violation:
    """Return the violation of a group that has more pairings than it may.

    `said` is what people call the group, and the key of the sentence; `who` are its ids.
    """
    name, key = said
    places = {"kept": kept} if kept else {}
    values = {"name": name, "count": count, "bound": bound, **who, **places}
    ids = witness(**who, count=count, bound=bound, **places)
    return Violation(count - bound, ids, Sentence(f"{key}.kept" if kept else key, values))


def _ceiling(number: int, divisor: int) -> int:
    return -(-number // divisor)
