"""Nominations without hope beside the leaders' best plan: made anew with each, there is no plan."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from planner.allocation.problem import Count, Problem
from planner.allocation.solve import solve
from planner.pairing import beside, together
from planner.pairing.attempt import Year, clash_of
from planner.pairing.beside import Beside, none_beside
from planner.pairing.changes import Nominate, Repair
from planner.pairing.problem import problem_of
from planner.pairing.together import Together
from planner.pairing.trials import Trials
from planner.pairing.units import PARTS
from tests.pairing.middling import Size, drawn
from tests.pairing.small_years import policy_of
from tests.pairing.tiny import dataset


def years(number: int) -> Iterator[tuple[Year, Trials]]:
    """Yield years of two rules that cut across, each part being possible by itself."""
    for seed in range(number):
        rng = Random(seed)
        world = drawn(rng, Size(3, 4, 14, 4, 3), policy_of(rng, True))
        year = Year(dataset(world), world.policy, world.year)
        trials = Trials(year, None)
        if trials.alone(()) is None:
            yield year, trials


def failing(number: int) -> Iterator[tuple[Year, Trials]]:
    """Yield those of the years whose departments have no plan beside the leaders' best one."""
    return ((year, trials) for year, trials in years(number) if trials.clash(()) is not None)


def has_plan(year: Year, change: Nominate) -> bool:
    tables, policy = Repair((change,)).apply(year.dataset, year.policy)
    return clash_of(replace(year, dataset=tables, policy=policy)) is None


def test_no_nomination_without_hope_makes_the_year_possible(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(beside, "_SINGLY", 1)
    monkeypatch.setattr(together, "_SINGLY", 1)
    helpful = hopeless = 0
    for year, trials in failing(200):
        every = trials.cases.every
        hopeful = Beside(trials, Together(year, trials)).hopeful((), every)
        for change in every:
            works = has_plan(year, change)
            assert change in hopeful or not works
            helpful += works
            hopeless += change not in hopeful
    assert helpful > 3
    assert hopeless > 50


def test_where_nothing_as_good_as_the_best_plan_leaves_room_there_is_no_plan() -> None:
    without = with_plan = 0
    for year, trials in years(120):
        leaders, departments = (year.case(part, year.field(), None) for part in PARTS)
        best = solve(problem_of(leaders))
        assert best is not None
        ways = range(len(best.values) + 1)
        if all(none_beside(leaders, departments, (), best.values, better) for better in ways):
            assert trials.clash(()) is not None
            without += 1
        with_plan += trials.clash(()) is None
    assert without > 3
    assert with_plan > 3


def _steps(problem: Problem) -> list[tuple[int, bytes]]:
    counts = [(goal.constant, goal.measure) for goal in problem.goals]
    return [(start, some.step_width.tobytes()) for start, some in counts if isinstance(some, Count)]


def test_any_one_of_several_in_a_city_counts_as_each_does() -> None:
    compared = 0
    for year, trials in failing(60):
        cases, field = trials.cases, year.field()
        first, *others = cases.every
        city = field.city[field.position[first.station]]
        same = [first, *(o for o in others if field.city[field.position[o.station]] == city)]
        for part in PARTS:
            counted = _steps(problem_of(cases.of_any(part, (), same)))
            assert counted == _steps(problem_of(cases.counting(part, (), first)))
            for one in same:
                assert counted == _steps(problem_of(cases.of(part, (one,))))
                compared += 1
    assert compared > 10
