from dataclasses import replace

import numpy as np
import pytest

from planner.allocation.solve import solve
from planner.days.calendar import weekly
from planner.days.calendar.case import Case, case_of
from planner.days.calendar.make import make_calendar
from planner.days.calendar.problem import problem_of
from planner.policy import CalendarFigures, Policy
from tests.allocation.highs import solve_by_highs
from tests.days.small import away, cadre, day, facts, visit

FIGURES = {
    "roomy": CalendarFigures(),
    "crowded": CalendarFigures(visitors=1, trips_per_staff=1),
}


def case(figures: CalendarFigures) -> Case:
    """Return a middling autumn: eight cadres, two leaders, stations that units share."""
    people = [
        cadre(f"C{n}", "D1" if n % 3 else "D2", absences=(away("leave", "1014-1020"),) * (n % 2))
        for n in range(8)
    ]
    visits = [visit(one.id, "S1", f"03{4 + n:02}-03{10 + n:02}") for n, one in enumerate(people)]
    policy = replace(Policy(), calendar=figures)
    return case_of(facts(*people, visits=visits, policy=policy), day("1008"))


@pytest.mark.parametrize("figures", FIGURES)
def test_another_solver_finds_the_same_best(figures: str) -> None:
    some = case(FIGURES[figures])
    problem = problem_of(some)
    found, other = solve(problem), solve_by_highs(problem)
    assert found is not None
    assert other is not None
    assert found.values == found.bounds == other[0]
    assert np.array_equal(months(some, found.chosen), months(some, other[1]))


def test_another_solver_finds_the_same_weeks() -> None:
    some = case(FIGURES["roomy"])
    made = make_calendar(some)
    other = solve_by_highs(weekly.problem_of(weekly.weekly_of(some, made.chosen)))
    assert other is not None
    assert tuple(goal.value for goal in made.parts[1].goals) == other[0]


def months(some: Case, chosen: np.ndarray) -> np.ndarray:
    """Return who goes where in which month, sorted."""
    return np.array(sorted((some.persons[at], some.stations[at], some.months[at]) for at in chosen))
