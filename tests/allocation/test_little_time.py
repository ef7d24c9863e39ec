"""With hardly any time what is found is a choice, and no bound is passed by a value."""

import numpy as np
import pytest

from planner.allocation.solve import Solution, solve
from tests.allocation.tight import tight_problem


@pytest.mark.parametrize("seed", range(40))
def test_the_first_open_bound_is_beyond_its_value(seed: int) -> None:
    some = tight_problem(np.random.default_rng(seed), 5, 16, 3, alike=seed % 3 == 0)
    best = solve(some)
    assert best is not None
    early = solve(some, patience=1e-5)
    assert early is not None
    assert some.allows(early.chosen)
    assert early.values == tuple(goal.value(early.chosen) for goal in some.goals)
    for at, goal in enumerate(some.goals):
        if early.values[at] != early.bounds[at]:
            sign = 1 if goal.sense == "max" else -1
            values = (solution.values[at] for solution in (early, best))
            assert all(sign * value <= sign * early.bounds[at] for value in values)
            break
    else:
        assert same(early, best)


def same(one: Solution, other: Solution) -> bool:
    return one.chosen.tolist() == other.chosen.tolist()
