"""The nets: on tiny years every calendar is tried, by the problem and by the audit's own code."""

from collections.abc import Sequence

import numpy as np
import pytest

from planner.allocation.problem import Goal
from planner.allocation.solve import solve
from planner.days.calendar import weekly
from planner.days.calendar.make import make_calendar
from planner.days.calendar.peaks import peaks
from planner.days.calendar.problem import problem_of
from tests.days.tiny_years import TinyYear
from tests.samples import seeds


@pytest.mark.parametrize("seed", seeds(6, 12))
def test_the_problem_allows_what_the_audit_finds_clean(seed: int) -> None:
    year = TinyYear(seed)
    problem = problem_of(year.case)
    for chosen in year.choices():
        findings = year.audited(chosen)
        clean = all(finding.holds for finding in findings)
        assert problem.allows(chosen) == clean, [f for f in findings if not f.holds]


@pytest.mark.parametrize("seed", seeds(6, 12))
def test_the_calendar_made_is_the_best_of_all(seed: int) -> None:
    """Goals in order over every allowed calendar, the weeks' among those with the same months."""
    year = TinyYear(seed)
    problem = problem_of(year.case)
    made = make_calendar(year.case)
    allowed = [chosen for chosen in year.choices() if problem.allows(chosen)]
    best = min(allowed, key=lambda chosen: costs(problem.goals, chosen))
    assert costs(problem.goals, made.chosen) == costs(problem.goals, best)
    claims = {goal.goal: goal.value for part in made.parts for goal in part.goals}
    assert all(finding.holds for finding in year.audited(made.chosen, **claims))
    months = weekly.weekly_of(year.case, made.chosen).number
    alike = [one for one in allowed if weekly.weekly_of(year.case, one).number == months]
    assert min(weeks(year, chosen) for chosen in alike) == weeks(year, made.chosen)
    assert all(goal.value == goal.bound for part in made.parts for goal in part.goals)


@pytest.mark.parametrize("seed", range(6))
def test_the_bound_of_a_peak_is_the_least_peak_of_all(seed: int) -> None:
    """Among calendars that are as good by the goals before burden; over all groups together."""
    year = TinyYear(seed)
    problem = problem_of(year.case)
    made = make_calendar(year.case)
    before = problem.goals[:3]
    alike = [
        chosen
        for chosen in year.choices()
        if problem.allows(chosen) and costs(before, chosen) == costs(before, made.chosen)
    ]
    found = peaks(year.case, made.chosen)
    least = min(peak(year, chosen) for chosen in alike)
    assert max((one.bound for one in found), default=0) == least
    assert max((one.value for one in found), default=0) == peak(year, made.chosen)


@pytest.mark.parametrize("seed", range(5))
def test_another_engine_makes_the_same_calendar(seed: int) -> None:
    problem = problem_of(TinyYear(seed).case)
    flow, search = solve(problem), solve(problem, "cpsat")
    assert flow is not None
    assert search is not None
    assert flow.values == search.values
    assert flow.chosen.size == search.chosen.size


def costs(goals: Sequence[Goal], chosen: np.ndarray) -> tuple[int, ...]:
    """Return the goals' values, those to be large with their sign turned."""
    return tuple(
        -goal.value(chosen) if goal.sense == "max" else goal.value(chosen) for goal in goals
    )


def weeks(year: TinyYear, chosen: np.ndarray) -> tuple[int, int]:
    """Return a calendar's journeys and its weeks' tie, counted anew."""
    case = year.case
    places = {(case.units[at], case.stations[at], case.week_names[at]) for at in chosen}
    tie = year.audited(chosen, weeks_tie=0)
    value = next(finding.amount for finding in tie if finding.rule == "weeks_tie")
    return len(places), value


def peak(year: TinyYear, chosen: np.ndarray) -> int:
    """Return the largest load of a station's month."""
    case = year.case
    loads: dict[tuple[str, str], int] = {}
    for at in chosen:
        key = case.stations[at], case.months[at]
        loads[key] = loads.get(key, 0) + 1
    return max((n * 60 // case.staff(at) for (at, _), n in loads.items()), default=0)
