"""A conflict in words, a clause for each rule: what is asked for, then what stands in the way."""

import numpy as np

from planner.allocation.problem import IntArray
from planner.dataset import Dataset
from planner.errors import Sentence
from planner.naming import called, named, picked, where
from planner.pairing.called import Called
from planner.pairing.conflict import CaseConflict
from planner.pairing.units import KIND, other_part
from planner.policy import CLAUSES
from planner.rulebook import RULE


def demands_of(
    dataset: Dataset, conflict: CaseConflict, but: tuple[str, str] | None = None
) -> list[Sentence]:
    """Return what the lower bounds ask for, a clause for each rule; nothing of the pair `but`."""
    return [
        *_stations_asked(conflict),
        *_pins_asked(dataset, conflict, but),
        *_share_asked(conflict),
    ]


def _stations_asked(conflict: CaseConflict) -> list[Sentence]:
    groups, case = conflict.groups("unit_quota", "lower"), conflict.case
    if not len(groups):
        return []
    values = {
        "units": named(_units(conflict, groups), f"units.{case.part}"),
        "amount": int(case.units.lower[groups].sum()),
        "clause": CLAUSES[f"{case.part}.stations"],
    }
    return [Sentence("blame.units.one" if len(groups) == 1 else "blame.units", values)]


def _pins_asked(
    dataset: Dataset, conflict: CaseConflict, but: tuple[str, str] | None
) -> list[Sentence]:
    groups, case = conflict.groups("pin", "lower"), conflict.case
    required = np.flatnonzero(case.required)[groups]
    pairs = [
        (case.units.ids[case.unit[n]], case.field.ids[case.station[n]]) for n in required.tolist()
    ]
    pairs = [pair for pair in pairs if pair != but]
    if not pairs:
        return []
    rows = [
        row
        for row, unit, station, decision in dataset.pins.select(
            "row", "unit_id", "station_id", "decision"
        ).iter_rows()
        if decision == "require" and (unit, station) in pairs
    ]
    calling = Called.of(dataset)
    values = {
        "pairs": named([calling.pair(*pair) for pair in pairs], "pairs"),
        "rows": where(dataset.file("pins"), rows),
        "clause": RULE["pin"].clause,
    }
    return [Sentence("blame.pins", values)]


def _share_asked(conflict: CaseConflict) -> list[Sentence]:
    if "hard_share.lower" not in conflict.rules:
        return []
    case = conflict.case
    total = int(case.units.upper.sum())
    percent = case.policy.stations.hard_percent
    values = {"amount": -(-percent * total // 100), "percent": percent, "total": total}
    return [Sentence("blame.share", values | {"clause": CLAUSES["stations.hard_percent"]})]


def limits_of(conflict: CaseConflict) -> list[Sentence]:
    """Return the limits in the rulebook's order."""
    found = (
        _unit(conflict),
        _city(conflict),
        _station(conflict),
        _county(conflict),
        _share(conflict),
    )
    return [sentence for sentence in found if sentence is not None]


def _unit(conflict: CaseConflict) -> Sentence | None:
    groups, part = conflict.groups("unit_quota", "upper"), conflict.case.part
    if not len(groups):
        return None
    values = {
        "units": named(_units(conflict, groups), f"units.{part}"),
        "amount": int(conflict.case.units.upper[groups].sum()),
        "clause": CLAUSES[f"{part}.stations"],
    }
    return Sentence("limit.unit.one" if len(groups) == 1 else "limit.unit", values)


def _city(conflict: CaseConflict) -> Sentence | None:
    groups, part = conflict.groups("unit_city", "upper"), conflict.case.part
    if not len(groups):
        return None
    cities = np.unique(groups % len(conflict.case.field.cities))
    values = {
        "cities": named(picked(conflict.case.field.cities, cities), "cities"),
        "amount": conflict.case.units.per_city,
        "clause": CLAUSES[f"{part}.per_city"],
        "kind": Sentence(f"kind.{KIND[part]}"),
    }
    return Sentence("limit.city", values)


def _station(conflict: CaseConflict) -> Sentence | None:
    groups, case = conflict.groups("station_capacity", "upper"), conflict.case
    if not len(groups):
        return None
    taken = groups[case.taken[groups] > 0]
    values: dict[str, object] = {
        "stations": named(_stations(conflict, groups), "names"),
        "amount": case.policy.stations.units,
        "clause": CLAUSES["stations.units"],
    }
    if len(taken):
        values["taken"] = named(_stations(conflict, taken), "names")
        return _taken(conflict, "limit.station", values)
    return Sentence("limit.station", values)


def _county(conflict: CaseConflict) -> Sentence | None:
    groups, case = conflict.groups("county_cap", "upper"), conflict.case
    if not len(groups):
        return None
    number = len(case.field.counties)
    taken = np.bincount(case.field.county, case.taken, number).astype(np.int64)[groups].sum()
    values: dict[str, object] = {
        "counties": named(picked(case.field.counties, groups), "counties"),
        "amount": case.policy.stations.per_county,
        "clause": CLAUSES["stations.per_county"],
    }
    if taken:
        return _taken(conflict, "limit.county", values | {"taken": int(taken)})
    return Sentence("limit.county", values)


def _share(conflict: CaseConflict) -> Sentence | None:
    if "hard_share.upper" not in conflict.rules:
        return None
    values = {"amount": int(conflict.case.units.upper.sum())}
    return Sentence("limit.all", values | {"clause": CLAUSES[f"{conflict.case.part}.stations"]})


def _units(conflict: CaseConflict, units: IntArray) -> list[Sentence]:
    own = conflict.case.units
    return [called(own.ids[at], own.names[at]) for at in map(int, units)]


def _stations(conflict: CaseConflict, stations: IntArray) -> list[Sentence]:
    field = conflict.case.field
    names = field.frame["name"].gather(stations)
    return [called(field.ids[at], name) for at, name in zip(map(int, stations), names, strict=True)]


def _taken(conflict: CaseConflict, limit: str, values: dict[str, object]) -> Sentence:
    """Return a limit with what takes places under it: the other plan, or pairs kept for it."""
    if not conflict.case.around:
        return Sentence(f"{limit}.kept", values)
    other = other_part(conflict.case.part)
    return Sentence(f"{limit}.taken", values | {"part": Sentence(f"part.{other}")})
