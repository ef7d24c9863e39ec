"""The problem of a case."""

import gc
import weakref

from planner.pairing.case import case_of
from planner.pairing.field import field_of
from planner.pairing.problem import problem_of
from tests.audit.world import WORLD
from tests.pairing.tiny import dataset


def test_a_case_has_one_problem_which_goes_with_it() -> None:
    tables = dataset(WORLD)
    field = field_of(tables, WORLD.policy, WORLD.year)
    case = case_of(tables, WORLD.policy, WORLD.year, "leaders", field, None)
    problem = problem_of(case)
    assert problem_of(case) is problem
    group = weakref.ref(problem.quotas[0].group)
    del case, problem
    gc.collect()
    assert group() is None
