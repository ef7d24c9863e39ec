"""What stands in the way of a plan: the upper bounds of a conflict, a clause for each rule."""

import numpy as np

from planner.allocation.problem import IntArray
from planner.errors import Sentence
from planner.pairing.candidates import Clash
from planner.pairing.naming import named, picked
from planner.policy import CLAUSES


def limits_of(clash: Clash) -> list[Sentence]:
    """Return the limits in the rulebook's order."""
    found = (
        _unit(clash),
        _city(clash),
        _station(clash),
        _county(clash),
        _share(clash),
    )
    return [sentence for sentence in found if sentence is not None]


def _unit(clash: Clash) -> Sentence | None:
    groups, part = clash.groups("unit_quota", "upper"), clash.case.part
    if not len(groups):
        return None
    amount = int(clash.case.units.upper[groups].sum())
    return _on_units(clash, "limit.unit", groups, f"{part}.stations", amount)


def _city(clash: Clash) -> Sentence | None:
    groups, part = clash.groups("unit_city", "upper"), clash.case.part
    if not len(groups):
        return None
    cities = np.unique(groups % len(clash.case.field.cities))
    values = {
        "cities": named(picked(clash.case.field.cities, cities), "cities"),
        "amount": clash.case.units.per_city,
        "clause": CLAUSES[f"{part}.per_city"],
    }
    return Sentence(f"limit.city.{part}", values)


def _station(clash: Clash) -> Sentence | None:
    groups, case = clash.groups("station_capacity", "upper"), clash.case
    if not len(groups):
        return None
    taken = groups[case.taken[groups] > 0]
    values: dict[str, object] = {
        "stations": named(picked(case.field.ids, groups), "stations"),
        "amount": case.policy.stations.units,
        "clause": CLAUSES["stations.units"],
    }
    if len(taken):
        values["taken"] = named(picked(case.field.ids, taken), "stations")
        return Sentence(f"limit.station.{_taker(clash)}", values)
    return Sentence("limit.station", values)


def _county(clash: Clash) -> Sentence | None:
    groups, case = clash.groups("county_cap", "upper"), clash.case
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
        return Sentence(f"limit.county.{_taker(clash)}", values | {"taken": int(taken)})
    return Sentence("limit.county", values)


def _share(clash: Clash) -> Sentence | None:
    if "hard_share.upper" not in clash.rules:
        return None
    values = {"amount": int(clash.case.units.upper.sum())}
    return Sentence("limit.all", values | {"clause": CLAUSES[f"{clash.case.part}.stations"]})


def _on_units(clash: Clash, key: str, groups: IntArray, figure: str, amount: int) -> Sentence:
    units = picked(clash.case.units.ids, groups)
    what = f"units.{clash.case.part}"
    values = {"units": named(units, what), "amount": amount, "clause": CLAUSES[figure]}
    return Sentence(f"{key}.one" if len(units) == 1 else key, values)


def _taker(clash: Clash) -> str:
    """Return what takes places here: the other plan, or the pairs kept for it."""
    if clash.case.around:
        return "departments" if clash.case.part == "leaders" else "leaders"
    return "kept"
