"""Choosing who goes where over the years, every rule of every year and rotation among them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

import numpy as np

from planner.allocation.build import between
from planner.allocation.feasible import feasible
from planner.allocation.problem import OUTSIDE, Goal, IntArray, Problem
from planner.allocation.solve import solve
from planner.crosswalk.moves import Crosswalk
from planner.errors import NoPlanError
from planner.horizon.expanded import (
    CROSSING,
    HELD,
    PART,
    POOL,
    VISIT,
    Expanded,
    decided_of,
    with_rotation,
)
from planner.horizon.shortfall import shortfall
from planner.pairing.goals import coverage, need, tie, travel, wishes
from planner.pairing.quotas import keys_of
from planner.pairing.units import PARTS

Sought = Literal["all", "later", "none"]

Had = dict[tuple[str, str], list[tuple[int, int]]]
"""What a unit had of a station: the year's place in the horizon, and the option."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The options chosen, and in which years they seek, beyond the visits, what `_goals` has."""

    options: IntArray
    sought: Sought


def choose(ahead: Expanded, crosswalk: Crosswalk) -> Choice | NoPlanError:
    """Return options that visit every target under all rules, or why there are none.

    Relaxations that are flows go first: where these fail, so does the whole. Raises SolverError
    where a solver gives no answer.
    """
    lifted, whole = ahead.without(CROSSING), ahead.problem
    relaxed = lifted
    if ahead.targets.level == "station":
        apart = ahead.without((*CROSSING, "county_cap"))
        if not feasible(apart):
            return shortfall(ahead, apart)
        relaxed = _pooled(ahead, lifted)
    if not feasible(relaxed):
        return shortfall(ahead, relaxed)
    if len(lifted.quotas) == len(whole.quotas):
        best = replace(relaxed, goals=_goals(ahead))
        found = _repaired(best, ahead, crosswalk)
        if found is not None:
            return Choice(found, "all")
    found, problem = _rotating(whole, ahead, crosswalk)
    if found is None:
        return shortfall(ahead, problem)
    better = _with_better_years(ahead, crosswalk, found)
    return Choice(found, "none") if better is None else Choice(better, "later")


def _with_better_years(ahead: Expanded, crosswalk: Crosswalk, chosen: IntArray) -> IntArray | None:
    """Return a choice whose first year stays while the later ones seek what `_goals` has.

    None for no luck, where other rules than the first year's cut across, and where stations are to
    be visited: the problem would not be nested then.
    """
    rules = {quota.rule.partition(PART)[0] for quota in ahead.problem.quotas}
    crossing = rules & set(CROSSING)
    one = len(ahead.slots) == len(PARTS)
    if crossing != {HELD} or one or ahead.targets.level == "station":
        return None
    options = ahead.slots[len(PARTS) - 1].stop
    fixed = np.zeros(options, np.int64)
    fixed[chosen[chosen < options]] = 1
    rest = ahead.without(CROSSING)
    problem = replace(rest, quotas=(*rest.quotas, decided_of(HELD, fixed)), goals=_goals(ahead))
    return _repaired(problem, ahead, crosswalk)


def _repaired(problem: Problem, ahead: Expanded, crosswalk: Crosswalk) -> IntArray | None:
    """Return a choice that rotates, found by leaving out what broke rotation; None for no luck."""
    kept = np.arange(problem.options)
    while True:
        chosen = _chosen(problem, kept)
        if chosen is not None and ahead.targets.level == "station":
            chosen = _chosen(_dealt_out(ahead, problem, chosen), kept)
        if chosen is None:
            return None
        broken = _clashes(ahead, crosswalk, chosen)
        if not broken:
            return chosen
        kept = np.setdiff1d(kept, [later for _, later in broken])


def _chosen(problem: Problem, kept: IntArray) -> IntArray | None:
    """Return the best choice among some options; None where there is none."""
    solution = solve(problem.take(kept))
    return None if solution is None else kept[solution.chosen]


def _rotating(
    problem: Problem, ahead: Expanded, crosswalk: Crosswalk
) -> tuple[IntArray | None, Problem]:
    """Return a choice that rotates, None where there is none, and the problem it was last asked of.

    Rotation is asked for of the pairs where a choice breaks it, until none does: where fewer rules
    allow nothing, neither do all.
    """
    clashes = list[tuple[int, int]]()
    while True:
        asked = with_rotation(problem, clashes)
        solution = solve(asked)
        if solution is None:
            return None, asked
        broken = _clashes(ahead, crosswalk, solution.chosen)
        if not broken:
            return solution.chosen, asked
        clashes += broken


def _pooled(ahead: Expanded, problem: Problem) -> Problem:
    """Return the relaxation in which a county has as many visits as it has targets, or more.

    Which of its stations is visited when is left open, and that makes the rules nested. Pairs that
    are required at other stations come on top; targets that change county are not counted.
    """
    visit = next(quota for quota in problem.quotas if quota.rule == VISIT)
    names = sorted({name for slot in ahead.slots for name in slot.case.field.counties})
    place, groups = {name: at for at, name in enumerate(names)}, list[IntArray]()
    for slot in ahead.slots:
        field = slot.case.field
        of = np.array([place[name] for name in field.counties])
        groups.append(of[field.county[slot.case.station]])
    group, county = np.concatenate(groups), np.full(len(visit.lower), OUTSIDE)
    visited = group[visit.option]
    county[visit.group] = visited
    county = np.delete(county, visit.group[county[visit.group] != visited])
    required = np.concatenate([slot.case.required for slot in ahead.slots]) > 0
    required[visit.option] = False
    wanted = np.concatenate([county, group[required]])
    least = np.bincount(wanted, minlength=len(names)).astype(np.int64)
    most = np.maximum(np.bincount(group, minlength=len(names)), least)
    pool = between(POOL, group, keys_of(names), least, most)
    kept = tuple(quota for quota in problem.quotas if quota.rule != VISIT)
    return replace(problem, quotas=(*kept, pool))


def _dealt_out(ahead: Expanded, pooled: Problem, chosen: IntArray) -> Problem:
    """Return the problem of which station each unit has, in the counties that the pool gave it."""
    keys = list[IntArray]()
    first = 0
    for slot in ahead.slots:
        case = slot.case
        keys.append(first + case.unit * len(case.field.counties) + case.field.county[case.station])
        first += len(case.units.ids) * len(case.field.counties)
    known, group = np.unique(np.concatenate(keys), return_inverse=True)
    exact = np.bincount(group[chosen], minlength=len(known)).astype(np.int64)
    names = keys_of([str(key) for key in known])
    rules = ("station_capacity", "pin", VISIT)
    kept = tuple(quota for quota in ahead.problem.quotas if quota.rule in rules)
    dealt = between("dealt", group.astype(np.int64), names, exact, exact)
    return replace(pooled, quotas=(*kept, dealt))


def _goals(ahead: Expanded) -> tuple[Goal, ...]:
    """Return what decides among the choices that will do.

    That is: visits to targets, pairings, wishes, need, ways, and the tie.
    """
    visit = next(quota for quota in ahead.problem.quotas if quota.rule == VISIT)
    visits = np.bincount(visit.option, minlength=ahead.problem.options).astype(np.int64)
    found = [Goal("targets", "max", visits)]
    for goal in (coverage, wishes, need, travel, tie):
        each = [goal(slot.case) for slot in ahead.slots]
        columns = [cast("IntArray", one.measure) for one in each]
        found.append(replace(each[0], measure=np.concatenate(columns)))
    return tuple(found)


def _clashes(ahead: Expanded, crosswalk: Crosswalk, chosen: IntArray) -> list[tuple[int, int]]:
    """Return the chosen options that break rotation, each with the earlier one it repeats."""
    had: Had = {}
    found: list[tuple[int, int]] = []
    for slot in ahead.slots:
        case, years = slot.case, slot.case.policy.rotation.years
        if slot.case.part == PARTS[0] and slot.at:
            had = _carried(crosswalk.onward(slot.year.year), had)
        mine = chosen[(chosen >= slot.first) & (chosen < slot.stop)]
        for option in mine.tolist():
            at = option - slot.first
            key = (case.units.ids[case.unit[at]], case.field.ids[case.station[at]])
            if not case.required[at]:
                found += [(o, option) for year, o in had.get(key, []) if slot.at - year <= years]
            had.setdefault(key, []).append((slot.at, option))
    return found


def _carried(onward: Mapping[str, str | None], had: Had) -> Had:
    """Return what units had, under the ids by which stations go on."""
    found: Had = {}
    for (unit, station), options in had.items():
        now = onward.get(station, station)
        if now is not None:
            found.setdefault((unit, now), []).extend(options)
    return found
