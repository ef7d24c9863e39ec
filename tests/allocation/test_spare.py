"""Options that can be left out where there only has to be a choice."""

from dataclasses import replace

import numpy as np

from planner.allocation.problem import OUTSIDE, Goal, Problem, Quota
from planner.allocation.solve import solve
from planner.allocation.spare import alike_goals, lightest, needed
from tests.allocation.by_eye import distinct, problem, quota, total
from tests.allocation.small import allowed_choices, brute_force, random_problem
from tests.allocation.tight import tight_problem


def needs(minutes: list[int], *more: Quota, county: int = 1, station: int = 1) -> list[int]:
    """Return which of four stations in one county one unit needs, by their minutes."""
    some = problem(
        quota("unit", "AAAA", 1, 2),
        quota("station", "wxyz", 0, station),
        quota("county", "PPPP", 0, county),
        quota("minutes", "AAAA", 0, 10, weight=minutes),
        *more,
        total("any", "min", [0] * 4),
    )
    return needed(some).tolist()


def test_of_a_county_with_one_place_the_nearest_station_is_needed() -> None:
    assert needs([3, 2, 4, 5]) == [1]


def test_of_a_county_with_two_places_the_two_nearest_are() -> None:
    assert needs([3, 2, 4, 5], county=2) == [0, 1]


def test_stations_that_are_too_far_are_spare() -> None:
    assert needs([11, 12, 10, 13], county=2) == [2]


def test_a_hard_station_stays_beside_a_nearer_one_that_is_not() -> None:
    assert needs([3, 2, 4, 5], quota("hard", "..hh", 1, 99)) == [1, 2]


def test_a_hard_station_stands_for_a_farther_one_that_is_not() -> None:
    assert needs([3, 2, 4, 5], quota("hard", ".h..", 1, 99)) == [1]


def test_a_required_pair_stays() -> None:
    assert needs([3, 2, 4, 5], quota("pin", "...p", 1, 1)) == [1, 3]


def test_stations_that_are_full_are_spare() -> None:
    assert needs([3, 2, 4, 5], station=0) == []


def test_where_few_may_be_hard_none_stands_for_another() -> None:
    # Two may be chosen and one of them be hard: the nearest hard one, the two nearest others.
    assert needs([3, 2, 4, 5], quota("hard", ".h..", 0, 1), county=2) == [0, 1, 2]


def light(minutes: list[int], county: int, budget: int = 99) -> list[int]:
    """Return which of four stations in one county are as light as it takes, for one unit."""
    weight = quota("minutes", "AAAA", 0, budget, weight=minutes)
    some = problem(quota("county", "PPPP", 1, county), weight, total("any", "min", [0] * 4))
    return lightest(some).tolist()


def test_of_options_alike_there_are_as_many_as_a_county_takes() -> None:
    assert light([3, 2, 4, 5], county=2) == [0, 1]


def test_of_options_alike_there_are_as_many_as_fit_into_the_minutes() -> None:
    # 2 + 3 + 4 = 9, and 5 more are too many.
    assert light([3, 2, 4, 5], county=4, budget=9) == [0, 1, 2]
    assert light([3, 2, 4, 5], county=4, budget=8) == [0, 1]


def test_of_options_without_weight_any_do() -> None:
    some = problem(quota("county", "PPQQ", 0, 1), total("any", "min", [0] * 4))
    assert lightest(some).tolist() == [0, 2]


def test_where_minutes_are_asked_for_none_is_left_out() -> None:
    some = problem(quota("minutes", "AA", 5, 9, weight=[1, 5]), total("any", "min", [0, 0]))
    assert lightest(some).tolist() == [0, 1]


def alike(*goals: Goal) -> int:
    """Return how many goals are alike in two counties of two stations each, for one unit."""
    return alike_goals(
        problem(
            quota("unit", "AAAA", 1, 2),
            quota("station", "wxyz", 0, 1),
            quota("county", "PPQQ", 0, 1),
            quota("minutes", "AAAA", 0, 10, weight=[3, 2, 4, 5]),
            *goals,
        )
    )


def test_goals_that_tell_no_station_of_a_county_from_another_are_alike() -> None:
    assert alike(distinct("counties", "PPQQ"), total("worth", "max", [1, 1, 2, 2])) == 2


def test_goals_after_one_that_tells_them_apart_are_not() -> None:
    assert alike(total("gain", "max", [1, 3, 2, 2]), distinct("counties", "PPQQ")) == 0
    assert alike(distinct("places", "PPQq"), distinct("counties", "PPQQ")) == 0


def test_there_is_a_choice_exactly_where_there_is_one_of_the_needed_options() -> None:
    told, left_out = set[bool](), 0
    for seed in range(300):
        rng = np.random.default_rng(seed)
        if seed % 2:
            some = tight_problem(rng, 2, 7, 3, alike=seed % 3 == 0)
        else:
            some = asking(random_problem(rng, 2, 7), rng)
        kept = needed(some)
        left_out += some.options - len(kept)
        possible = len(allowed_choices(some)) > 0
        assert (len(allowed_choices(some.take(kept))) > 0) == possible
        told.add(possible)
    assert told == {True, False}
    assert left_out > 300


def test_there_is_a_choice_exactly_where_there_is_one_of_the_lightest_options() -> None:
    told, left_out = set[bool](), 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        some = asking(tight_problem(rng, 2, 7, 3, alike=True), rng)
        some = replace(some, quotas=tuple(q for q in some.quotas if q.rule != "item"))
        kept = lightest(some)
        left_out += some.options - len(kept)
        possible = len(allowed_choices(some)) > 0
        assert (len(allowed_choices(some.take(kept))) > 0) == possible
        told.add(possible)
    assert told == {True, False}
    assert left_out > 200


def asking(some: Problem, rng: np.random.Generator) -> Problem:
    """Return a problem that asks for some options at least."""
    group = np.where(rng.random(some.options) < 0.4, 0, OUTSIDE)
    least = np.array([int(rng.integers(1, 5))])
    hard = Quota("hard", group, (("hard",),), least, np.array([99]))
    return replace(some, quotas=(*some.quotas, hard))


def test_alike_goals_are_as_good_with_the_needed_options() -> None:
    fewer = 0
    for seed in range(120):
        some = tight_problem(np.random.default_rng(seed), 2, 7, 3, alike=seed % 3 == 0)
        number, kept = alike_goals(some), needed(some)
        some = replace(some, goals=some.goals[:number])
        every, of_needed = brute_force(some), brute_force(some.take(kept))
        if number and every is not None:
            assert of_needed is not None
            assert of_needed[0] == every[0]
            fewer += len(kept) < some.options
    assert fewer > 40


def test_where_every_option_is_too_heavy_an_even_spread_has_none() -> None:
    some = problem(
        quota("unit", "AABB", 1, 1),
        quota("station", "wxyz", 0, 1),
        quota("county", "PPQQ", 0, 1),
        quota("minutes", "AABB", 0, 4, weight=[5, 6, 7, 8]),
        distinct("counties", "PPQQ"),
    )
    assert solve(some) is None
