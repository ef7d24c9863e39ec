"""Why so few years are not enough: what a conflict of the years ahead asks and allows, in words."""

from collections.abc import Sequence

import numpy as np

from planner.allocation.conflict import Bound, Side, most_of, some_conflict
from planner.allocation.problem import Problem
from planner.dataset import Dataset
from planner.errors import NoPlanError, Sentence
from planner.horizon.expanded import HELD, PART, POOL, ROTATION, VISIT, Expanded
from planner.horizon.targets import Level
from planner.naming import called
from planner.pairing.called import Called
from planner.pairing.case import Case
from planner.pairing.field import Field
from planner.pairing.units import PARTS, Part
from planner.policy import CLAUSES
from planner.repairs.naming import named
from planner.rulebook import RULE

FIGURES = {
    "station_capacity": "stations.units",
    "county_cap": "stations.per_county",
    "hard_share": "stations.hard_percent",
}
"""The policy's figure behind a rule that is the same for both parts."""


def never(dataset: Dataset, level: Level, names: Sequence[str]) -> Sentence:
    """Return which targets no plan can visit, for they have no station to choose."""
    values = {"names": _targets(dataset, level, names), "number": len(names)}
    return Sentence(f"visit.never.{level}", values)


def shortfall(ahead: Expanded, problem: Problem) -> NoPlanError:
    """Return why the years of a problem without a solution are not enough.

    `problem` is that of the years, or a relaxation of it; the sentence then says so. What it says
    of the most that can be had comes from a second solution, of the conflict's bounds alone.
    """
    years = [slot.year.year for slot in ahead.slots[:: len(PARTS)]]
    bounds = [bound for bound in some_conflict(problem) if _says(problem, bound)]
    clauses = [
        clause
        for rule in (VISIT, POOL, *ahead.places, HELD, ROTATION)
        for side in ("lower", "upper")
        for clause in _clauses(ahead, problem, bounds, rule, side)
    ]
    lower = {problem.quotas[bound.quota].rule for bound in bounds if bound.side == "lower"}
    if lower in ({VISIT}, {POOL}):
        number = most_of(problem, bounds)
        clauses.append(Sentence("visit.most" if number else "visit.most_none", {"number": number}))
    else:
        clauses.append(Sentence("blame.together"))
    lifted = len(problem.quotas) < len(ahead.problem.quotas)
    if lifted or (len(years) > 1 and not any(q.rule == ROTATION for q in problem.quotas)):
        clauses.append(Sentence("visit.relaxed"))
    head = "visit.too_few" if len(years) > 1 else "visit.too_few.one"
    values = {"years": len(years), "first": years[0], "last": years[-1]}
    return NoPlanError(Sentence(head, values), clauses)


def _says(problem: Problem, bound: Bound) -> bool:
    """Return whether a bound asks or allows anything: `at least nothing` does not."""
    return bound.side == "upper" or bool(problem.quotas[bound.quota].lower[bound.group] > 0)


def _is(problem: Problem, bound: Bound, rule: str, side: Side) -> bool:
    name, _, _ = problem.quotas[bound.quota].rule.partition(PART)
    return name == rule and bound.side == side


def _clauses(
    ahead: Expanded, problem: Problem, bounds: Sequence[Bound], rule: str, side: Side
) -> list[Sentence]:
    """Return what one side of one rule's bounds in the conflict comes to, by part and in all."""
    found = [bound for bound in bounds if _is(problem, bound, rule, side)]
    if not found:
        return []
    if rule == VISIT:
        names = [ahead.targets.names[bound.group] for bound in found]
        level = ahead.targets.level
        asked = _targets(ahead.slots[0].year.dataset, level, names)
        return [Sentence(f"visit.asked.{level}", {"names": asked, "number": len(names)})]
    if rule == POOL:
        quota = problem.quotas[found[0].quota]
        names = [quota.keys[bound.group][0] for bound in found]
        amount = int(quota.lower[[bound.group for bound in found]].sum())
        values = {"names": named(names, "targets"), "number": len(names), "amount": amount}
        return [Sentence("visit.pool", values)]
    if rule in (HELD, ROTATION):
        if side == "lower" and any(_is(problem, b, rule, "upper") for b in bounds):
            return []  # said once
        return [Sentence(f"visit.{rule}", {"clause": CLAUSES["rotation.years"]})]
    places = [ahead.places[rule][bound.group] for bound in found]
    amounts = [getattr(problem.quotas[b.quota], side)[b.group] for b in found]
    parts: dict[Part | None, None] = dict.fromkeys(part for _, part, _ in places)
    return [
        _clause(
            ahead,
            (rule, side, part),
            [(at, g) for at, p, g in places if p == part],
            sum(int(a) for a, (_, p, _) in zip(amounts, places, strict=True) if p == part),
        )
        for part in parts
    ]


def _targets(dataset: Dataset, level: Level, names: Sequence[str]) -> Sentence:
    if level == "county":
        return named(names, "targets")
    return named(Called.of(dataset).all_stations(names), "targets")


def _clause(
    ahead: Expanded,
    what: tuple[str, Side, Part | None],
    groups: Sequence[tuple[int, int]],
    amount: int,
) -> Sentence:
    """Return one rule's bounds in words: on whom, in how many years, how many in all."""
    rule, side, part = what
    labels = dict(_label(ahead, rule, part, at, group) for at, group in groups)
    subject = f"units.{part}" if rule == "unit_quota" else "targets"
    values: dict[str, object] = {
        "names": named(list(labels.values()), subject),
        "number": len(labels),
        "years": len({at for at, _ in groups}),
        "amount": amount,
        "clause": _source(rule, part),
    }
    return Sentence(f"visit.{rule}.{side}", values)


def _label(
    ahead: Expanded, rule: str, part: Part | None, at: int, group: int
) -> tuple[str, Sentence | str]:
    """Return what a group of one year stands for, by its ids and in words.

    That is a unit, a unit in a city, a station, a county, a pair.
    """
    case = ahead.slots[len(PARTS) * at + (0 if part is None else PARTS.index(part))].case
    field = case.field
    if rule == "station_capacity":
        return field.ids[group], _station(field, group)
    if rule == "county_cap":
        return field.counties[group], field.counties[group]
    if rule == "unit_city":
        unit, city = divmod(group, len(field.cities))
        values = {"unit": _unit(case, unit), "city": field.cities[city]}
        return f"{case.units.ids[unit]} {field.cities[city]}", Sentence("visit.in_city", values)
    if rule == "pin":
        pair = int(np.flatnonzero(case.required)[group])
        unit, station = int(case.unit[pair]), int(case.station[pair])
        values = {"unit": _unit(case, unit), "station": _station(field, station)}
        return f"{case.units.ids[unit]} {field.ids[station]}", Sentence("called.pair", values)
    if rule == "unit_quota":
        return case.units.ids[group], _unit(case, group)
    return str(part), str(part)


def _unit(case: Case, at: int) -> Sentence:
    return called(case.units.ids[at], case.units.names[at])


def _station(field: Field, at: int) -> Sentence:
    return called(field.ids[at], field.frame["name"][at])


def _source(rule: str, part: Part | None) -> str:
    """Return the clause of a rule."""
    figure = {"unit_quota": f"{part}.stations", "unit_city": f"{part}.per_city"} | FIGURES
    return CLAUSES[figure[rule]] if rule in figure else RULE[rule].clause
