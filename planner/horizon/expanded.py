"""Several years as one problem: an option is a unit at a station in a year, and a target a quota.

Every year has the rules of its own, as `pairing.quotas` states them; both parts serve together. To
these comes one rule over all years: each target has a visit. Without the rules that cut across
(see `CROSSING`) the problem is nested, since a year's station lies in the year's county and that in
the county: a flow decides it, and its minimum cut shows why nothing will do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.build import between
from planner.allocation.compose import compose
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem, Quota
from planner.crosswalk.moves import Crosswalk
from planner.errors import Fault, InputError
from planner.horizon.outlook import Year
from planner.horizon.targets import Targets
from planner.pairing.case import Case, case_of
from planner.pairing.field import field_of
from planner.pairing.quotas import keys_of
from planner.pairing.relaxation import SHARED, joint_of
from planner.pairing.units import PARTS

VISIT, POOL, ROTATION = "visit", "pool", "rotation"
HELD, PART = "first_year", "."
"""The rule that keeps the first year's goals at their best, or near it; what parts its parts."""

CROSSING = ("hard_share", HELD, ROTATION)
"""Rules that are lifted where only a sound bound is asked for: fewer rules allow more, not less."""

YEARLY = ("unit_quota", "unit_city", "pin", "hard_share", *SHARED)
"""The rules of each year, in the order in which a conflict names them."""


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """One part of one year, and where its options begin among all."""

    at: int
    year: Year
    case: Case
    first: int

    @property
    def stop(self) -> int:
        """Where the slot's options end."""
        return self.first + len(self.case.unit)


@dataclass(frozen=True, slots=True, eq=False)
class Expanded:
    """The years ahead as one problem.

    The keys of a year's rules begin with its place in the horizon and, but for those that both
    parts share, the part.
    """

    slots: tuple[Slot, ...]
    targets: Targets
    problem: Problem

    def without(self, rules: Sequence[str]) -> Problem:
        """Return the problem without some rules."""
        kept = (q for q in self.problem.quotas if q.rule.partition(PART)[0] not in rules)
        return replace(self.problem, quotas=tuple(kept))


def slots_of(years: Sequence[Year]) -> tuple[Slot, ...]:
    """Return both parts of every year, as if the other part were not made yet."""
    found, first = list[Slot](), 0
    for at, year in enumerate(years):
        field = field_of(year.dataset, year.policy, year.year)
        for part in PARTS:
            case = case_of(year.dataset, year.policy, year.year, part, field, None)
            found.append(Slot(at, year, case, first))
            first += len(case.unit)
    return tuple(found)


def expanded(
    slots: Sequence[Slot], targets: Targets, target: IntArray, more: Sequence[Quota] = ()
) -> Expanded:
    """Return the years as one problem, each target to be visited, without rotation among them.

    `more` are rules over some of the options.
    """
    pairs = zip(slots[::2], slots[1::2], strict=True)
    years = {str(one.at): joint_of(one.case, other.case) for one, other in pairs}
    problem = compose(years).problem
    seen = np.bincount(target[target != OUTSIDE], minlength=len(targets.names))
    visit = between(VISIT, target, keys_of(targets.names), 1, np.maximum(seen, 1))
    any_ = Goal("any", "min", np.zeros(problem.options, np.int64))
    problem = replace(problem, quotas=(*problem.quotas, visit, *more), goals=(any_,))
    return Expanded(tuple(slots), targets, problem)


def target_of(slots: Sequence[Slot], targets: Targets, crosswalk: Crosswalk) -> IntArray:
    """Return the target that each option visits.

    A county is one by its name in that year; a station goes on as its successor. Raises InputError
    where two target stations merge.
    """
    now: dict[str, str | None] = {name: name for name in targets.names}
    found = list[IntArray]()
    for slot in slots:
        field = slot.case.field
        if slot.case.part == PARTS[0]:
            onward = crosswalk.onward(slot.year.year)
            now = {name: onward.get(at or "", at) for name, at in now.items()}
            _apart(now, crosswalk.file)
        group = np.full(len(field.ids), OUTSIDE)
        for at, name in enumerate(targets.names):
            if targets.level == "station":
                group[[field.position[i] for i in (now[name],) if i in field.position]] = at
            elif name in field.counties:
                group[field.county == field.counties.index(name)] = at
        found.append(group[slot.case.station])
    return np.concatenate(found)


def _apart(now: Mapping[str, str | None], file: str) -> None:
    """Raise InputError where two targets go on as one station: one visit would be two."""
    first: dict[str, str] = {}
    for name, at in now.items():
        other = first.setdefault(at, name) if at is not None else name
        if other != name:
            values = {"names": f"{other}, {name}", "value": at}
            raise InputError([Fault(file, "visit.merged", values=values)])


def decided_of(rule: str, fixed: IntArray) -> Quota:
    """Return the rule that each of the first options is chosen (1) or not (0), as it is fixed."""
    each = np.arange(len(fixed))
    return between(rule, each, keys_of([str(at) for at in each]), fixed, fixed)


def with_rotation(problem: Problem, clashes: Sequence[tuple[int, int]]) -> Problem:
    """Return the problem where of two options that clash at most one is chosen."""
    quotas = tuple(quota for quota in problem.quotas if quota.rule != ROTATION)
    if not clashes:
        return replace(problem, quotas=quotas)
    pairs = np.array(clashes, np.int64)
    number = np.arange(len(pairs))
    bounds = np.zeros_like(number), np.ones_like(number)
    keys = keys_of([str(at) for at in number])
    rotation = Quota(ROTATION, pairs.ravel(), number.repeat(2), keys, *bounds)
    return replace(problem, quotas=(*quotas, rotation))
