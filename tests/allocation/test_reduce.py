"""Which options can matter: leaving the others out changes nothing."""

from dataclasses import replace

import numpy as np
import pytest

import planner.allocation.solve as solving
from planner.allocation.face import Level, levels_of
from planner.allocation.nest import Order
from planner.allocation.problem import Goal, Problem, Quota
from planner.allocation.reduce import Reduction, reduction_of
from planner.allocation.solve import Solution, solve
from tests.allocation.by_eye import array, distinct, members, problem, quota, total
from tests.allocation.small import random_problem


def kept(*parts: Quota | Goal) -> list[int]:
    return reduction_of(*_with_levels(problem(*parts))).kept.tolist()


def _with_levels(some: Problem) -> tuple[Problem, tuple[Level, ...], Order]:
    levels = levels_of(some)
    return some, levels, Order(levels)


# One unit A and five stations a–e; the first three are in county P, the others in county Q.
UNIT = quota("unit", "AAAAA", 1, 2)
STATION = quota("station", "abcde", 0, 1)
COUNTY = quota("county", "PPPQQ", 0, 1)
NEED = total("need", "max", [1, 3, 2, 5, 6])


def test_one_more_than_a_county_can_take_is_kept_and_the_worst_left_out() -> None:
    # P takes one pairing: its two best, b (3) and c (2), stay. Q has but two.
    assert kept(UNIT, STATION, COUNTY, NEED) == [1, 2, 3, 4]


def test_a_goal_to_make_small_keeps_the_smallest() -> None:
    assert kept(UNIT, STATION, COUNTY, total("way", "min", [1, 3, 2, 5, 6])) == [0, 2, 3, 4]


def test_the_first_goal_that_differs_decides_who_is_best() -> None:
    # Alike by the first goal, a and b are the best of P by the second.
    same, way = total("wish", "max", [1, 1, 1, 0, 0]), total("way", "min", [1, 2, 3, 1, 1])
    assert kept(UNIT, STATION, COUNTY, same, way) == [0, 1, 3, 4]


def test_a_count_of_counties_does_not_rank_their_stations() -> None:
    assert kept(UNIT, STATION, COUNTY, distinct("counties", "PPPQQ"), NEED) == [1, 2, 3, 4]


def test_each_unit_has_its_own_best() -> None:
    # A's best of county P is c and b, B's a and b.
    some = problem(
        quota("unit", "AAABBB", 1, 1),
        quota("station", "abcabc", 0, 1),
        quota("county", "PPPPPP", 0, 1),
        total("need", "max", [1, 2, 3, 3, 2, 1]),
    )
    assert reduction_of(*_with_levels(some)).kept.tolist() == [1, 2, 3, 4]


def test_a_required_option_always_stays() -> None:
    # a is the worst of P, but required; b and c are then the best of the others.
    assert kept(UNIT, STATION, COUNTY, quota("pin", "x....", 1, 1), NEED) == [0, 1, 2, 3, 4]


def test_nothing_is_left_out_where_no_quota_lies_within_another() -> None:
    assert kept(UNIT, NEED) == [0, 1, 2, 3, 4]


def test_nothing_is_left_out_by_items_that_must_be_chosen() -> None:
    assert kept(UNIT, quota("station", "abcde", 1, 1), COUNTY, NEED) == [0, 1, 2, 3, 4]


def test_stations_that_a_quota_tells_apart_do_not_replace_each_other() -> None:
    # Only a is hard: it is no worse than b and c where hard ones are asked for.
    assert kept(UNIT, STATION, COUNTY, quota("hard", "x....", 0, 1), NEED) == [0, 1, 2, 3, 4]


def test_options_of_different_weights_do_not_replace_each_other() -> None:
    # Of P only b and c weigh alike, and P takes one: b would do, and one more is kept.
    minutes = quota("minutes", "AAAAA", 0, 90, weight=[5, 60, 60, 5, 5])
    assert kept(UNIT, STATION, COUNTY, minutes, NEED) == [0, 1, 2, 3, 4]
    minutes = quota("minutes", "AAAAA", 0, 90, weight=[60, 60, 60, 5, 5])
    assert kept(UNIT, STATION, COUNTY, minutes, NEED) == [1, 2, 3, 4]


def test_an_option_in_several_groups_of_a_rule_is_kept() -> None:
    away = members("away", ["mt", "m", "m", "m", "m"], 0, 5)
    assert kept(UNIT, STATION, COUNTY, away, NEED) == [0, 1, 2, 3, 4]
    away = members("away", ["m", "m", "m", "m", "mt"], 0, 5)
    assert kept(UNIT, STATION, COUNTY, away, NEED) == [1, 2, 3, 4]


def test_an_item_that_is_taken_does_not_push_a_free_one_out() -> None:
    # b and c are taken by others: a, d and e can matter.
    taken = replace(STATION, upper=array([1, 0, 0, 1, 1]))
    assert {0, 3, 4} <= set(kept(UNIT, taken, COUNTY, NEED))


def unreduced(monkeypatch: pytest.MonkeyPatch, some: Problem) -> Solution | None:
    """Return the solution over all options."""
    with monkeypatch.context() as patch:
        patch.setattr(solving, "reduction_of", lambda all_, _levels, _order: Reduction.none(all_))
        return solve(some)


@pytest.mark.parametrize("crossing", [False, True], ids=["nested", "crossing"])
@pytest.mark.parametrize("seed", range(4))
def test_the_kept_options_give_the_plan_of_all_options(
    seed: int, crossing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_out = 0
    for number in range(9):
        rng = np.random.default_rng([seed, number])
        some = random_problem(rng, 2, 20, crossing=crossing)
        plain = tuple(one for one in some.quotas if one.weight is None)
        some = replace(some, quotas=plain)
        left_out += some.options - len(reduction_of(*_with_levels(some)).kept)
        mine, theirs = solve(some), unreduced(monkeypatch, some)
        if mine is None or theirs is None:
            assert mine is theirs
            continue
        assert mine.chosen.tolist() == theirs.chosen.tolist()
        assert mine.values == theirs.values == mine.bounds == theirs.bounds
    assert left_out > 0
