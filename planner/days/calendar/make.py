"""Making the calendar: first who goes where in which month, then the weeks."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import lcm

import numpy as np

from planner.allocation.problem import IntArray, Problem
from planner.allocation.proof import named
from planner.allocation.solve import Solution, solve
from planner.days.calendar import weekly
from planner.days.calendar.case import Case, listed
from planner.days.calendar.problem import problem_of
from planner.plans.claims import GoalResult, PartPlan, Proof, claims_of

MONTHS, WEEKS = "calendar", "weeks"
"""The parts of a calendar, in the order in which they are settled."""

LARGEST_SCALE = 2**20
"""A common scale beyond this leaves the bound to its solvers' word: sums could leave 64 bits."""


@dataclass(frozen=True, slots=True)
class Made:
    """A calendar: the options chosen (positions in the case, ascending), and what is claimed."""

    case: Case
    chosen: IntArray
    parts: tuple[PartPlan, PartPlan]


def make_calendar(case: Case) -> Made:
    """Return the best calendar of a case; there always is one: nobody has to go.

    Raises `SolverError` where a solver gives no answer.
    """
    problem = problem_of(case)
    months = solve(problem)
    assert months is not None, "a calendar of no trips keeps every rule"
    whole = weekly.weekly_of(case, months.chosen)
    parts = [_solved(one) for one in weekly.parts(whole)]
    chosen = np.sort(np.concatenate([*(trips for trips, _, _ in parts), np.zeros(0, np.int64)]))
    claims = claims_of(MONTHS, problem, months), _claims(parts)
    return Made(case, chosen.astype(np.int64), claims)


def rows_of(made: Made) -> list[tuple[object, ...]]:
    """Return the calendar's rows, by person and start."""
    case, rows = made.case, list[tuple[object, ...]]()
    for at in listed(made.chosen):
        place, trip = case.options[at]
        need, week = case.needs[place], case.weeks[trip.week]
        start = case.facts.year.day(week.first)
        rows.append((
            case.facts.year.number, need.kind, trip.unit, need.person, trip.station, start,
            start + dt.timedelta(days=need.length - 1), need.length, week.name, week.month,
        ))  # fmt: skip
    return sorted(rows, key=lambda row: (str(row[3]), str(row[5])))


def _solved(part: weekly.Weekly) -> tuple[IntArray, Problem, Solution]:
    """Return the trips (positions in the case) of one part of the weeks, and how it was solved."""
    problem = weekly.problem_of(part)
    found = solve(problem)
    assert found is not None, "the weeks of the months' own solution are one"
    return part.trips[found.chosen[found.chosen < len(part.trips)]], problem, found


def _claims(parts: Sequence[tuple[IntArray, Problem, Solution]]) -> PartPlan:
    """Return what is claimed of the weeks: parts that share nothing add up, goal by goal."""
    goals = (("journeys", 0), ("weeks_tie", 1))
    results: list[GoalResult] = []
    proving = True
    for name, at in goals:
        solved = [(problem, found) for _, problem, found in parts]
        proof = _proof(solved, at) if proving else None
        proving = proof is not None
        value, bound = (sum(some) for some in zip(*_reached(solved, at), strict=True))
        prover = proof or Proof(_prover(solved, at))
        results.append(GoalResult(name, "min", value, bound, prover))
    return PartPlan(WEEKS, _engine(parts), tuple(results))


def _reached(solved: Sequence[tuple[Problem, Solution]], at: int) -> list[tuple[int, int]]:
    return [(found.values[at], found.bounds[at]) for _, found in solved] or [(0, 0)]


def _proof(solved: Sequence[tuple[Problem, Solution]], at: int) -> Proof | None:
    """Return the parts' multipliers over one scale; None where a part was left to a search."""
    if any(len(found.multipliers) <= at for _, found in solved):
        return None
    scale = lcm(*(found.multipliers[at].scale for _, found in solved))
    if scale > LARGEST_SCALE:
        return None
    merged: dict[str, dict[tuple[str, ...], int]] = {}
    for problem, found in solved:
        rows = found.multipliers[at]
        _add(merged, named(problem, rows), scale // rows.scale)
    return Proof(_prover(solved, at), scale, merged)


def _add(
    merged: dict[str, dict[tuple[str, ...], int]],
    some: Mapping[str, Mapping[tuple[str, ...], int]],
    times: int,
) -> None:
    for rule, groups in some.items():
        merged.setdefault(rule, {}).update({key: y * times for key, y in groups.items()})


def _prover(solved: Sequence[tuple[Problem, Solution]], at: int) -> str:
    """Return who answers for a goal's bound: a search where one part needed it."""
    provers = [found.provers[at] for _, found in solved]
    return next((one for one in provers if one == "CP-SAT"), provers[0] if provers else "flow")


def _engine(parts: Sequence[tuple[IntArray, Problem, Solution]]) -> str:
    engines = {found.engine for *_, found in parts}
    return "cpsat" if "cpsat" in engines else "flow"
