"""三-1: the most pairings (N1, N2)."""

from planner.audit.values import coverage
from tests.audit.world import PLAN, WORLD, broken, claimed


def test_each_plan_counts_its_own_pairings() -> None:
    case = WORLD.case()
    assert (coverage(case, "leaders"), coverage(case, "departments")) == (2, 3)


def test_a_true_count_is_believed() -> None:
    assert broken("coverage", WORLD, PLAN, "leaders", "departments") == []


def test_a_wrong_count_is_reported_by_how_much_it_is_wrong() -> None:
    assert claimed("departments", "coverage", value=5, bound=5) == [
        "2 part=departments value=5 expected=3"
    ]
