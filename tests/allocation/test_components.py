"""Options that share no row are chosen apart, and together they are the best of all."""

import numpy as np
import pytest

from planner.allocation.build import at_most, band, between, distinct, groups_of
from planner.allocation.components import components_of
from planner.allocation.face import levels_of
from planner.allocation.nest import nested_part
from planner.allocation.problem import Goal, Problem, Quota
from planner.allocation.proof import bounds
from planner.allocation.solve import solve
from tests.allocation.by_eye import array, members, problem, quota, steps, total
from tests.allocation.highs import solve_by_highs


def parts(some: Problem) -> list[list[int]] | None:
    found = components_of(some, levels_of(some), nested_part(some))
    return None if found is None else sorted(part.options.tolist() for part in found)


def test_options_that_share_a_group_are_together() -> None:
    # 0 and 1 by a day, 1 and 2 by a person; 3 and 4 by another day, on which 3 counts twice.
    some = problem(
        members("away", ["m", "m", "", "t", "t"], 0, 2, weight=[1, 2, 2, 1]),
        quota("person", "AABBC", 0, 1),
        total("gain", "max", [1] * 5),
    )
    assert parts(some) == [[0, 1], [2, 3, 4]]


def test_what_no_crossing_quota_touches_stays_together() -> None:
    some = problem(
        members("away", ["m", "m", "", ""], 0, 2, weight=[2, 1]),
        quota("person", "ABCD", 0, 1),
        total("gain", "max", [1] * 4),
    )
    assert parts(some) == [[0, 1], [2, 3]]


def test_a_count_holds_its_options_together() -> None:
    some = problem(
        members("away", ["m", "m", "t", "t"], 0, 2, weight=[2, 1, 2, 1]),
        steps("even", "min", "xxxx", (1, 0), (9, 1)),
    )
    assert parts(some) is None


def apart(seed: int) -> Problem:
    """Return a random problem of three departments with days of their own, and goals over all."""
    rng = np.random.default_rng(seed)
    person = np.repeat(np.arange(9), 2)
    department = person // 3
    member = np.array([(o, d) for o in range(18) for d in range(3) if rng.random() < 0.6])
    group, keys = groups_of(department[member[:, 0]], member[:, 1])
    away = Quota("away", member[:, 0], group, keys, 0 * rng.integers(1, 3, len(keys)), rng.integers(
        1, 3, len(keys)
    ))  # fmt: skip
    place, names = groups_of(department, rng.integers(2, size=18))
    goals = (
        Goal("number", "max", np.ones(18, np.int64), 7),
        band("even", place, names, *(np.full(len(names), n) for n in (1, 2))),
        distinct("departments", *groups_of(department)),
        Goal("tie", "min", rng.integers(0, 2**20, size=18)),
    )
    least = between("department", *groups_of(department), int(rng.integers(0, 2)), 6)
    return Problem(18, (at_most("person", *groups_of(person), 1), least, away), goals)


@pytest.mark.parametrize("seed", range(12))
def test_departments_apart_are_as_by_a_second_solver(seed: int) -> None:
    some = apart(seed)
    found, best = solve(some), solve_by_highs(some)
    assert best is not None
    assert found is not None
    assert (found.values, found.chosen.tolist()) == (best[0], best[1].tolist())
    assert found.values == found.bounds
    readded = bounds(some, found.multipliers, found.values)
    assert readded == list(found.values[: len(readded)])


def test_a_department_without_a_choice_leaves_none() -> None:
    some = problem(
        members("away", ["m", "m", "t", "t"], 0, 2, weight=[2, 1, 2, 1]),
        quota("person", "AABB", 2, 2),
        total("gain", "max", [1] * 4),
    )
    assert solve(some) is None


def test_a_group_that_asks_and_has_no_option_leaves_none() -> None:
    nobody = Quota("nobody", array([]), array([]), (("m",),), array([1]), array([1]))
    assert solve(problem(nobody, quota("person", "AB", 0, 1), total("gain", "max", [1, 1]))) is None
