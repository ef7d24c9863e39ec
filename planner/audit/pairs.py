"""Which pairs may be made at all: one check per rule, a violation per pairing that breaks it."""

from planner.audit.case import Case, Pairing
from planner.audit.finding import Violation, witness
from planner.errors import Sentence


def exempt(case: Case) -> list[Violation]:
    """No department on village duty is paired, where the policy exempts it (N3)."""
    return [_wrong(pairing) for pairing in case.pairings if case.exempt(pairing.unit)]


def nominated(case: Case) -> list[Violation]:
    """Every station was put forward by its city bureau, unless a pin requires the pair."""
    return [
        _wrong(pairing)
        for pairing in case.pairings
        if not pairing.station.nominated and pairing.ids not in case.required
    ]


def recusal(case: Case) -> list[Violation]:
    """No unit is paired with a station that it, its county or its city is recused from.

    A pin that requires the pair changes nothing.
    """
    return [
        _wrong(pairing, ".recusal", level=recusal.level, place=recusal.place)
        for pairing in case.pairings
        for recusal in case.facts.recusals
        if recusal.unit_id == pairing.unit.id
        and case.covers(recusal.level, recusal.place, pairing.station)
    ]


def rotation(case: Case) -> list[Violation]:
    """No unit returns to a station it had in the last years, unless a pin requires the pair."""
    first = case.year - case.policy.rotation.years
    window = f"{first}..{case.year - 1}"
    recent: dict[tuple[str, str], int] = {}
    for past in case.facts.history:
        if first <= past.year < case.year:
            pair = (past.unit_id, past.station_id)
            recent[pair] = max(past.year, recent.get(pair, first))
    return [
        _wrong(pairing, ".rotation", last=recent[pairing.ids], window=window)
        for pairing in case.pairings
        if pairing.ids in recent and pairing.ids not in case.required
    ]


def forbid(case: Case) -> list[Violation]:
    """No pair is made that a pin forbids."""
    pins = case.facts.pins
    forbidden = {(pin.unit_id, pin.station_id) for pin in pins if pin.decision == "forbid"}
    return [_wrong(pairing) for pairing in case.pairings if pairing.ids in forbidden]


def travel_limit(case: Case) -> list[Violation]:
    """No station is too far one way (N7), unless a pin requires the pair."""
    most = case.policy.travel.most_minutes
    if not most:
        return []
    return [
        Violation(
            pairing.station.travel_minutes - most,
            witness(
                unit=pairing.unit.id,
                station=pairing.station.id,
                minutes=pairing.station.travel_minutes,
                bound=most,
            ),
            _said(pairing, ".travel", minutes=pairing.station.travel_minutes, bound=most),
        )
        for pairing in case.pairings
        if pairing.station.travel_minutes > most and pairing.ids not in case.required
    ]


def _wrong(pairing: Pairing, kind: str = "", **figures: object) -> Violation:
    """Return the violation of one pairing too many; `kind` is the end of its sentence's key."""
    ids = witness(unit=pairing.unit.id, station=pairing.station.id, **figures)
    return Violation(1, ids, _said(pairing, kind, **figures))


def _said(pairing: Pairing, kind: str, **figures: object) -> Sentence:
    names = {"unit": pairing.unit.called, "station": pairing.station.called}
    return Sentence(f"audit.pair{kind}", {**names, **figures})
