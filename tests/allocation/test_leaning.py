"""A light choice that has what is asked for: by eye, and held against every choice there is."""

from dataclasses import replace

import numpy as np

from planner.allocation.leaning import leaning
from planner.allocation.nest import nested_part
from planner.allocation.problem import Problem
from tests.allocation.by_eye import problem, quota, total
from tests.allocation.small import allowed_choices, worth
from tests.allocation.tight import tight_problem


def one_each(hard: int, minutes: int = 99) -> Problem:
    """Return two units that take a station each: w or x, or the hard y or z.

    They are 2, 1, 3 and 9 minutes away; x and y are in county P, w and z in Q.
    """
    return problem(
        quota("unit", "AAAABBBB", 1, 1),
        quota("station", "wxyzwxyz", 0, 1),
        quota("county", "QPPQQPPQ", 0, 2),
        quota("hard", "..hh..hh", hard, 9),
        quota("minutes", "AAAABBBB", 0, minutes, weight=[2, 1, 3, 9] * 2),
        total("many", "max", [1] * 8),
    )


def stations(some: Problem) -> str | None:
    chosen = leaning(some)
    return None if chosen is None else "".join(sorted("wxyzwxyz"[at] for at in chosen))


def test_where_nothing_is_asked_for_it_is_the_lightest() -> None:
    assert stations(one_each(0)) == "wx"


def test_what_is_asked_for_is_had_for_as_little_as_it_takes() -> None:
    assert stations(one_each(1)) == "xy"
    assert stations(one_each(2)) == "yz"


def test_there_is_none_where_more_is_asked_for_than_there_is() -> None:
    assert stations(one_each(3)) is None


def test_it_can_be_too_heavy() -> None:
    assert stations(one_each(2, minutes=5)) == "yz"


def test_nothing_that_has_as_much_is_lighter() -> None:
    found = paid = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        some = tight_problem(rng, units=3, items=5, most=2)
        *nesting, budget, hard = some.quotas
        hard = replace(hard, lower=rng.integers(0, 5, size=1))
        some = replace(some, quotas=(*nesting, budget, hard))
        nested = nested_part(some)
        if list(nested.quotas) != nesting:
            continue
        assert budget.weight is not None
        choices = allowed_choices(nested)
        many = worth(some.goals[0], choices)
        choices = choices[many == many.max(initial=0)]
        least = int(hard.lower[0])
        asked, weight = choices @ (hard.group == 0), choices @ budget.weight
        chosen = leaning(some)
        assert (chosen is None) == (not (asked >= least).any())
        if chosen is not None:
            has, weighs = some.count(hard, chosen)[0], int(budget.weight[chosen].sum())
            assert has >= least
            assert weighs == weight[asked >= has].min()
            found += 1
            paid += weighs > weight.min()
    assert found > 50
    assert paid > 10
