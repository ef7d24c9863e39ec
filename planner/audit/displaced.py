"""What the departments lose to the leaders' plan of the pairings that they have in force."""

from collections import Counter

from planner.audit.case import Case, Pairing
from planner.audit.claims import Part
from planner.audit.facts import Station


def displaced(case: Case, part: Part) -> int:
    """Return what the departments' pairings in force weigh, at least, that have no place left.

    Of those that are allowed still and not required; the places of required pairs are kept. The
    heaviest stand first: a place that one takes is of use to no heavier one.
    """
    del part  # the leaders' alone
    figures, stations = case.policy.stations, case.facts.stations
    there = [pairing.station for pairing in case.of("leaders")]
    members = {unit.id for unit in case.members("departments")}
    there += [stations[s] for u, s in case.required if u in members and s in stations]
    here = Counter(station.id for station in there)
    county = Counter(station.place for station in there)
    lost = 0
    for approval, station in sorted(_standing(case), key=lambda one: -one[0]):
        if here[station.id] < figures.units and county[station.place] < figures.per_county:
            here[station.id] += 1
            county[station.place] += 1
        else:
            lost += approval
    return lost


def _standing(case: Case) -> list[tuple[int, Station]]:
    """Return the departments' pairings in force that could be made again, but for required ones."""
    units = {unit.id: unit for unit in case.members("departments")}
    return [
        (row["approval"], case.facts.stations[row["station_id"]])
        for row in case.in_force or ()
        if row["unit_id"] in units
        and row["station_id"] in case.facts.stations
        and _allowed(case, Pairing(units[row["unit_id"]], case.facts.stations[row["station_id"]]))
    ]


def _allowed(case: Case, pairing: Pairing) -> bool:
    """Return whether no rule of pairs bars a pairing, and no pin requires it."""
    unit, station = pairing.ids
    years = range(case.year - case.policy.rotation.years, case.year)
    most = case.policy.travel.most_minutes
    barred = (
        not pairing.station.nominated,
        bool(most) and pairing.station.travel_minutes > most,
        any((pin.unit_id, pin.station_id) == (unit, station) for pin in case.facts.pins),
        any(
            (past.unit_id, past.station_id) == (unit, station) and past.year in years
            for past in case.facts.history
        ),
        any(
            one.unit_id == unit and case.covers(one.level, one.place, pairing.station)
            for one in case.facts.recusals
        ),
    )
    return not any(barred)
