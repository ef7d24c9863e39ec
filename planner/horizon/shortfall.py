"""Why so few years are not enough: what a conflict of the years ahead asks and allows, in words."""

from collections.abc import Mapping, Sequence
from typing import cast

from planner.allocation.conflict import Bound, Side, most_of, some_conflict
from planner.allocation.problem import Key, Problem
from planner.dataset import Dataset
from planner.errors import NoPlanError, Sentence
from planner.horizon.expanded import HELD, PART, POOL, ROTATION, VISIT, YEARLY, Expanded, Slot
from planner.horizon.targets import Level
from planner.naming import named
from planner.pairing.called import Called
from planner.pairing.relaxation import SHARED
from planner.pairing.units import PARTS, Part
from planner.policy import CLAUSES
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
        for rule in (VISIT, POOL, *YEARLY, HELD, ROTATION)
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
    return NoPlanError(lambda: (Sentence(head, values), clauses))


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
        values = {"names": named(names, "names"), "number": len(names), "amount": amount}
        return [Sentence("visit.pool", values)]
    if rule in (HELD, ROTATION):
        if side == "lower" and any(_is(problem, b, rule, "upper") for b in bounds):
            return []  # said once
        return [Sentence(f"visit.{rule}", {"clause": CLAUSES["rotation.years"]})]
    amounts = dict[Part | None, dict[Key, int]]()
    for bound in found:
        quota = problem.quotas[bound.quota]
        key = quota.keys[bound.group]
        part = None if rule in SHARED else cast("Part", key[1])
        amounts.setdefault(part, {})[key] = int(getattr(quota, side)[bound.group])
    return [_clause(ahead, rule, side, part, asked) for part, asked in amounts.items()]


def _targets(dataset: Dataset, level: Level, names: Sequence[str]) -> Sentence:
    if level == "county":
        return named(names, "names")
    return named(Called.of(dataset).all_stations(names), "names")


def _clause(
    ahead: Expanded, rule: str, side: Side, part: Part | None, amounts: Mapping[Key, int]
) -> Sentence:
    """Return one rule's bounds in words: on whom, in how many years, how many in all."""
    ids = {key: key[1 if part is None else 2 :] for key in amounts}
    labels = {ids[key]: _label(ahead.slots[len(PARTS) * int(key[0])], rule, key) for key in amounts}
    subject = f"units.{part}" if rule == "unit_quota" else "names"
    values: dict[str, object] = {
        "names": named(list(labels.values()), subject),
        "number": len(labels),
        "years": len({key[0] for key in amounts}),
        "amount": sum(amounts.values()),
        "clause": _source(rule, part),
    }
    return Sentence(f"visit.{rule}.{side}", values)


def _label(slot: Slot, rule: str, key: Key) -> Sentence | str:
    """Return what a group of one year is called: a unit, a unit in a city, a station, a pair."""
    calling, last = Called.of(slot.year.dataset), key[-1]
    if rule == "station_capacity":
        return calling.station(last)
    if rule == "unit_city":
        return Sentence("visit.in_city", {"unit": calling.unit(key[-2]), "city": last})
    if rule == "pin":
        return calling.pair(key[-2], last)
    return calling.unit(last) if rule == "unit_quota" else last


def _source(rule: str, part: Part | None) -> str:
    """Return the clause of a rule."""
    figure = {"unit_quota": f"{part}.stations", "unit_city": f"{part}.per_city"} | FIGURES
    return CLAUSES[figure[rule]] if rule in figure else RULE[rule].clause
