"""Why a unit has its stations, and why not another: the answers to give before a leader."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import polars as pl

from planner.allocation.problem import IntArray
from planner.allocation.solve import NotNestedError
from planner.dataset import Dataset
from planner.errors import Fault, InputError, Sentence
from planner.naming import at, called
from planner.pairing.called import Called
from planner.pairing.case import Case
from planner.pairing.goals import goals_of, names_of
from planner.pairing.hindrances import hindrances, needs
from planner.pairing.plan import Plan
from planner.pairing.prices import case_of_plan, price_table
from planner.pairing.units import PARTS, Part
from planner.plans.answer import Answer
from planner.plans.losses import joined, loss_sentence
from planner.policy import Policy
from planner.rulebook import RULE
from planner.tables.ledger import Ledger
from planner.words import WORDS

RUNNERS_UP = 3
"""So many of the cheapest alternatives are told of each unit."""


def why_unit(dataset: Dataset, policy: Policy, plan: Plan, unit: str) -> Answer:
    """Return the story of a unit's pairings: what each gives to each goal, and the runners-up.

    Raises `InputError` where there is no such unit or the plan does not have its part.
    """
    part = _part_of(dataset, plan, unit)
    exempt = _exempt(dataset, policy, unit)
    if exempt is not None:
        return Answer((exempt,))
    own = plan.of(part).filter(pl.col("unit_id") == unit)
    pairs = [(unit, station) for station in own["station_id"]]
    case, chosen = case_of_plan(dataset, policy, plan, part)
    try:
        table = price_table(dataset, policy, plan, part).filter(pl.col("unit_id") == unit)
    except NotNestedError:
        table = price_table(dataset, policy, plan, part, pairs)
    losses = {row["station_id"]: row for row in table.filter("chosen").iter_rows(named=True)}
    given = {station: contributions_of(case, chosen, unit, station) for _, station in pairs}
    told = [
        _told(dataset, case, row, given[row["station_id"]], losses[row["station_id"]])
        for row in own.iter_rows(named=True)
    ]
    others = table.filter(~pl.col("chosen"), "possible").sort(names_of(case)).head(RUNNERS_UP)
    calling = Called.of(dataset)
    runners_up = [_priced(case, "why.other", calling, row) for row in others.iter_rows(named=True)]
    head = {"unit": calling.unit(unit), "number": own.height}
    sentences = [Sentence("why.unit.one" if own.height == 1 else "why.unit", head), *told]
    if runners_up:
        key = "why.others.one" if len(runners_up) == 1 else "why.others"
        sentences += [Sentence(key, {"number": len(runners_up)}), *runners_up]
    rows = [row | {"gives": given[station]} for station, row in losses.items()]
    return Answer(tuple(sentences), (*rows, *others.iter_rows(named=True)))


def why_pair(dataset: Dataset, policy: Policy, plan: Plan, unit: str, station: str) -> Answer:
    """Return why a unit has, or has not, one station: the rule that bars it, or its price.

    Raises `InputError` where there is no such unit or station, or the plan lacks the unit's part.
    """
    part = _part_of(dataset, plan, unit)
    calling = Called.of(dataset)
    if station not in calling.stations:
        raise _unknown("STATION", station, calling.stations)
    exempt = _exempt(dataset, policy, unit)
    if exempt is not None:
        return Answer((exempt,))
    named = {"unit": calling.unit(unit), "station": calling.station(station)}
    case, _ = case_of_plan(dataset, policy, plan, part)
    rules = case.pairs.barred_by(case.units.position[unit], case.field.position[station])
    if rules:
        barred = [_barred(dataset, policy, plan.year, case, unit, station, rule) for rule in rules]
        return Answer((Sentence("why.barred", named), *barred))
    row = price_table(dataset, policy, plan, part, [(unit, station)]).row(0, named=True)
    kind = "why.chosen" if row["chosen"] else "why.free" if row["free"] else "why.price"
    if row["possible"]:
        return Answer((_priced(case, kind, calling, row),), (row,))
    if row["chosen"]:
        rows = dataset.pins.filter(unit_id=unit, station_id=station, decision="require")
        if rows.is_empty():
            why = needs(dataset, case, (unit, station))
            return Answer((Sentence("why.required", named | {"why": why}),), (row,))
        where = at(dataset.file("pins"), rows["row"])
        values = {**named, "clause": RULE["pin"].clause, "where": where}
        return Answer((Sentence("why.pinned", values),), (row,))
    head = Sentence("why.hindered", named)
    return Answer((head, *hindrances(dataset, policy, plan, part, unit, station)), (row,))


def contributions_of(case: Case, chosen: IntArray, unit: str, station: str) -> dict[str, int]:
    """Return by how much each goal is higher with a pairing of the plan than just without it.

    `chosen` are the positions of the plan's pairs in the case; nothing takes the pairing's place.
    """
    (own,), _ = case.options([(unit, station)])
    rest = chosen[chosen != own]
    return {goal.name: goal.value(chosen) - goal.value(rest) for goal in goals_of(case)}


def contribution_sentence(given: Mapping[str, int], rank: int | None) -> Sentence:
    """Return what a pairing gives, goal by goal in their order; `rank` is the best wish it meets.

    `tie` is no merit and is left out.
    """
    told = [_contribution(goal, amount, rank) for goal, amount in given.items() if goal != "tie"]
    return joined(told) if told else Sentence("gives.nothing")


def _contribution(goal: str, amount: int, rank: int | None) -> Sentence:
    if goal == "wishes":
        key = "gives.wishes.none" if rank is None else "gives.wishes"
        return Sentence(key, {"rank": rank, "amount": amount})
    side = {1: "", 0: ".none", -1: ".less"}[int(np.sign(amount))]
    key = f"gives.{goal}{side}" if f"gives.{goal}{side}" in WORDS else f"gives.{goal}"
    return Sentence(key, {"amount": abs(amount)})


def _part_of(dataset: Dataset, plan: Plan, unit: str) -> Part:
    ids = {
        "leaders": dataset.leaders["leader_id"].to_list(),
        "departments": dataset.departments["department_id"].to_list(),
    }
    for part in PARTS:
        if unit in ids[part]:
            if all(made.part != part for made in plan.parts):
                raise InputError(
                    [Fault("proof.json", "why.unproved", values={"part": Sentence(f"part.{part}")})]
                )
            return part
    raise _unknown("UNIT", unit, Called.of(dataset).units)


def _unknown(column: str, value: str, known: Mapping[str, str]) -> InputError:
    near = Ledger().nearest(value, list(known))
    values: dict[str, object] = {"value": value}
    if near is None:
        return InputError([Fault(column, "why.unknown", values=values)])
    values["near"] = called(near, known[near])
    return InputError([Fault(column, "why.unknown_near", values=values)])


def _exempt(dataset: Dataset, policy: Policy, unit: str) -> Sentence | None:
    """Return why a department is not paired at all, where it is not."""
    rows = dataset.departments.filter(pl.col("department_id") == unit, "village_duty")
    if rows.is_empty() or "pairing" not in policy.village_duty.exempts:
        return None
    where = f"{dataset.file('departments')}:{rows['row'][0]}"
    values = {"unit": called(unit, rows["name"][0]), "clause": RULE["exempt"].clause}
    return Sentence("why.exempt", values | {"where": where})


def _told(
    dataset: Dataset, case: Case, row: dict[str, Any], given: dict[str, int], loss: dict[str, Any]
) -> Sentence:
    """Return what a pairing gives to each goal, and what the plan would lose without it."""
    values: dict[str, object] = {
        "station": called(row["station_id"], row["station"]),
        "place": f"{row['city']}{row['county']}",
        "gives": contribution_sentence(given, row["wish"]),
    }
    unit, station = case.units.position[row["unit_id"]], case.field.position[row["station_id"]]
    if case.pairs.required[unit, station]:
        values["loss"] = Sentence("why.stays")
    elif loss["possible"]:
        values["loss"] = _loss(case, loss)
    else:
        why = needs(dataset, case, (row["unit_id"], row["station_id"]))
        values["loss"] = Sentence("why.no_plan", {"why": why})
    return Sentence("why.pairing", values)


def _loss(case: Case, row: dict[str, Any]) -> Sentence:
    return loss_sentence({goal: row[goal] for goal in names_of(case)})


def _priced(case: Case, key: str, calling: Called, row: dict[str, Any]) -> Sentence:
    unit, station = calling.unit(row["unit_id"]), calling.station(row["station_id"])
    return Sentence(key, {"unit": unit, "station": station, "loss": _loss(case, row)})


def _barred(
    dataset: Dataset, policy: Policy, year: int, case: Case, unit: str, station: str, rule: str
) -> Sentence:
    """Return the rule that bars a pair, with its clause and the rows that say so."""
    pair = (pl.col("unit_id") == unit) & (pl.col("station_id") == station)
    recent = pl.col("year").is_between(year - policy.rotation.years, year - 1)
    here = dataset.stations.filter(station_id=station)
    table, rows = {
        "nominated": ("stations", here),
        "rotation": ("history", dataset.history.filter(pair, recent)),
        "forbid": ("pins", dataset.pins.filter(pair, decision="forbid")),
        "recusal": ("recusals", _recusals(dataset, case, unit, station)),
        "travel_limit": ("stations", here),
    }[rule]
    where = ", ".join(f"{dataset.file(table)}:{row}" for row in rows["row"])
    values: dict[str, object] = {"clause": RULE[rule].clause, "where": where}
    values |= {"years": policy.rotation.years, "most": policy.travel.most_minutes}
    values["minutes"] = int(case.field.travel[case.field.position[station]])
    return Sentence(f"why.barred.{rule}", values)


def _recusals(dataset: Dataset, case: Case, unit: str, station: str) -> pl.DataFrame:
    at = case.field.position[station]
    own = dataset.recusals.filter(pl.col("unit_id") == unit)
    covering = [
        at in case.field.places.resolve(level, place)
        for level, place in own.select("level", "place").iter_rows()
    ]
    return own.filter(pl.Series(covering, dtype=pl.Boolean))
