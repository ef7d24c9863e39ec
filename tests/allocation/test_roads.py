"""Problems of other duties, each by the road that it should take."""

from itertools import product

import numpy as np
import pytest

from planner.allocation import general
from planner.allocation.build import at_most, between, distinct, groups_of
from planner.allocation.problem import Count, Goal, Key, Problem, Quota
from planner.allocation.proof import bounds
from planner.allocation.solve import solve
from tests.allocation.highs import solve_by_highs


def keys(*sizes: int) -> tuple[Key, ...]:
    return tuple(product(*([str(at) for at in range(size)] for size in sizes)))


def calendar(seed: int, people: int, stations: int, weeks: int) -> Problem:
    """Return a calendar of visits: a person's weeks in months, a station's weeks in months.

    A station is burdened the more, the more people come in one week.
    """
    rng = np.random.default_rng(seed)
    visit = [
        (person, station, week)
        for person in range(people)
        for station in rng.choice(stations, 2, replace=False).tolist()
        for week in range(weeks)
        if rng.random() < 0.8
    ]
    person, station, week = np.array(visit).T
    months, month = weeks // 4, week // 4
    at = station * weeks + week
    number = stations * weeks
    burden = Count(
        at,
        keys(stations, weeks),
        np.repeat(np.arange(number), 3),
        np.tile([1, 1, people], number),
        np.tile([0, 1, 3], number),
    )
    quotas = (
        between("visits", person, keys(people), 1, 5),
        at_most("month", person * months + month, keys(people, months), 2),
        at_most("week", person * weeks + week, keys(people, weeks), 1),
        at_most("station_month", station * months + month, keys(stations, months), 5),
        at_most("station_week", at, keys(stations, weeks), 3),
    )
    goals = (
        Goal("days", "max", np.ones(len(visit), np.int64)),
        Goal("burden", "min", burden),
        distinct("months", station * months + month, keys(stations, months)),
        Goal("tie", "min", rng.integers(0, 2**20, len(visit))),
    )
    return Problem(len(visit), quotas, goals)


def postings(seed: int, people: int) -> Problem:
    """Return postings: everyone once, for two or four terms from one of three on.

    On every term at most so many of a department are away.
    """
    rng = np.random.default_rng(seed)
    option = [(who, term) for who in range(people) for term in range(3) if rng.random() < 0.9]
    who, term = np.array(option).T
    department, length = who // 5, np.where(rng.random(people) < 0.3, 4, 2)
    member = [
        (at, int(department[one]), now)
        for at, (one, first) in enumerate(option)
        for now in range(first, first + int(length[one]))
    ]
    at, *where = np.array(member).T
    group, names = groups_of(*where)
    away = Quota("away", at, group, names, np.zeros(len(names), np.int64), np.full(len(names), 2))
    goals = (
        Goal("number", "max", np.ones(len(option), np.int64)),
        Goal("waiting", "min", term.astype(np.int64)),
        Goal("turn", "min", rng.integers(0, 2**20, len(option))),
    )
    return Problem(len(option), (at_most("once", *groups_of(who), 1), away), goals)


def test_a_calendar_of_visits_is_a_flow() -> None:
    found = solve(calendar(0, 30, 8, 12))
    assert found is not None
    assert found.engine == "flow"
    assert found.optimal
    assert len(found.multipliers) == 4


def test_a_small_calendar_is_as_by_a_second_solver() -> None:
    some = calendar(1, 6, 3, 8)
    found, best = solve(some), solve_by_highs(some)
    assert found is not None
    assert best is not None
    assert (found.values, found.chosen.tolist()) == (best[0], best[1].tolist())


def test_postings_are_proved_by_linear_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(general, "search", lambda *_: pytest.fail("searched for"))
    some = postings(3, 40)
    found = solve(some)
    assert found is not None
    assert found.engine == "cpsat"
    assert set(found.provers) <= {"flow", "GLOP"}
    assert bounds(some, found.multipliers, found.values) == list(found.values)


def test_postings_are_as_by_a_second_solver() -> None:
    for seed in range(6):
        some = postings(seed, 20)
        found, best = solve(some), solve_by_highs(some)
        assert found is not None
        assert best is not None
        assert (found.values, found.chosen.tolist()) == (best[0], best[1].tolist())
        assert found.optimal
