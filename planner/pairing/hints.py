"""What is odd in a year's input though it is allowed: worth a look before the plan is made."""

from dataclasses import replace

import numpy as np
import polars as pl

from planner.allocation.solve import NotNestedError, solve
from planner.dataset import Dataset
from planner.errors import Fault, Sentence
from planner.pairing.called import Called
from planner.pairing.case import Case, case_of
from planner.pairing.field import Field, field_of
from planner.pairing.pairs import BARRING
from planner.pairing.problem import problem_of
from planner.pairing.units import PARTS
from planner.plans.losses import joined, loss_sentence
from planner.policy import Policy

FEW = 5
"""A unit with fewer stations to choose from is worth a look."""


def hints_of(dataset: Dataset, policy: Policy, year: int) -> list[Fault]:
    """Return what is odd in the input of a year, table by table.

    Each part is looked at by itself, before the other is made and whatever plan is in force.
    """
    dataset = replace(dataset, in_force=None)
    policy = replace(policy, goals=policy.goals.without_stability())
    field = field_of(dataset, policy, year)
    cases = [case_of(dataset, policy, year, part, field, None) for part in PARTS]
    found = _cities_without_nominations(dataset, field)
    for case in cases:
        found += _units_with_few_stations(dataset, case)
    found += _wishes_that_cannot_be_met(dataset, cases[1])
    for case in cases:
        found += _pins_that_cost(dataset, policy, year, case)
    return found


def _cities_without_nominations(dataset: Dataset, field: Field) -> list[Fault]:
    said_at = dataset.sources.fault_at
    nominated = set(field.city[field.nominated].tolist())
    return [
        said_at("stations", "odd.city", None, "nominated", {"city": city})
        for at, city in enumerate(field.cities)
        if at not in nominated
    ]


def _units_with_few_stations(dataset: Dataset, case: Case) -> list[Fault]:
    calling = Called.of(dataset)
    choices = np.bincount(case.unit, minlength=len(case.units.ids))
    return [
        dataset.sources.fault_at(
            case.part, "odd.few.one" if choices[at] == 1 else "odd.few", None, None,
            {"unit": calling.unit(case.units.ids[at]), "number": int(choices[at])},
        )
        for at in np.flatnonzero(choices < FEW)
    ]  # fmt: skip


def _wishes_that_cannot_be_met(dataset: Dataset, case: Case) -> list[Fault]:
    """A wish none of whose stations the department may have."""
    found: list[Fault] = []
    calling, said_at = Called.of(dataset), dataset.sources.fault_at
    exempt = set(dataset.departments["department_id"]) - set(case.units.ids)
    columns = ("row", "department_id", "rank", "place", "level")
    for row, unit, rank, place, level in dataset.wishes.select(columns).iter_rows():
        named: object = calling.station(place) if level == "station" else place
        values = {"unit": calling.unit(unit), "rank": rank, "place": named}
        if unit in exempt:
            found.append(said_at("wishes", "odd.wish_exempt", row, "place", values))
            continue
        at = case.units.position[unit]
        stations = case.field.places.resolve(level, place)
        if case.pairs.allowed[at, stations].any():
            continue
        barred = {rule: int(getattr(case.pairs, rule)[at, stations].sum()) for rule in BARRING}
        reasons = [Sentence(f"odd.{rule}", {"number": n}) for rule, n in barred.items() if n]
        values |= {"number": len(stations), "reasons": joined(reasons)}
        found.append(said_at("wishes", "odd.wish", row, "place", values))
    return found


def _pins_that_cost(dataset: Dataset, policy: Policy, year: int, case: Case) -> list[Fault]:
    """A required pair without which its plan would be better, and by how much.

    Where rules cut across each other that would take a search for every pin, so none is priced.
    """
    found: list[Fault] = []
    calling = Called.of(dataset)
    required = dataset.pins.filter(
        pl.col("decision") == "require", pl.col("unit_id").is_in(case.units.ids)
    )
    try:
        with_it = solve(problem_of(case), "flow") if required.height else None
    except NotNestedError:
        return found
    if with_it is None:
        return found
    for row, unit, station in required.select("row", "unit_id", "station_id").iter_rows():
        same = (pl.col("unit_id") == unit) & (pl.col("station_id") == station)
        freed = replace(dataset, pins=dataset.pins.filter(~same))
        problem = problem_of(case_of(freed, policy, year, case.part, case.field, None))
        without = solve(problem)
        if without is None:
            continue
        losses = {
            goal.name: goal.loss(free, held)
            for goal, free, held in zip(problem.goals, without.values, with_it.values, strict=True)
        }
        if any(losses[name] for name in losses if name != "tie"):
            values = {"unit": calling.unit(unit), "station": calling.station(station)}
            values |= {"loss": loss_sentence(losses)}
            found.append(dataset.sources.fault_at("pins", "odd.pin", row, "station_id", values))
    return found
