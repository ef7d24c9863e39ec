"""Rules that cut across and do not bind: the flow's answer under the others is the answer."""

import pytest

from planner.allocation import general
from planner.allocation.problem import Problem
from planner.allocation.proof import bounds
from planner.allocation.solve import solve
from tests.allocation.by_eye import distinct, problem, quota, total


def one_of_each(budget: int) -> Problem:
    """Return a problem of one of two options for A and for B, which take 6, 3, 2 and 1 minutes."""
    return problem(
        quota("unit", "AABB", 1, 1),
        quota("minutes", "xxxx", 0, budget, [6, 3, 2, 1]),
        total("gain", "max", [5, 4, 3, 1]),
    )


def test_a_budget_that_the_best_choice_keeps_leaves_it_to_the_flow() -> None:
    solution = solve(one_of_each(8))
    assert solution is not None
    assert (solution.engine, solution.chosen.tolist(), solution.values) == ("flow", [0, 2], (8,))


def test_a_budget_that_the_best_choice_breaks_is_kept_by_cpsat() -> None:
    solution = solve(one_of_each(7))  # 5 + 1 in 7 minutes, 4 + 3 in 5
    assert solution is not None
    assert (solution.engine, solution.chosen.tolist(), solution.values) == ("cpsat", [1, 2], (7,))


def test_the_proof_of_the_flow_is_one_over_all_rules() -> None:
    some = one_of_each(8)
    solution = solve(some)
    assert solution is not None
    assert [len(proof.rows) for proof in solution.multipliers] == [len(some.quotas)]
    assert bounds(some, solution.multipliers, solution.values) == [8]


def test_rules_that_nest_and_allow_nothing_need_no_other_search() -> None:
    rules = quota("unit", "AAB", 2, 2), quota("minutes", "xxx", 0, 9, [1, 1, 1])
    assert solve(problem(*rules, total("gain", "max", [1, 1, 1]))) is None


def test_what_not_even_fractions_allow_is_not_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(general, "search", lambda *_: pytest.fail("searched for"))
    assert solve(one_of_each(3)) is None  # 3 + 1 minutes are the least


def test_the_engine_that_was_asked_for_is_used() -> None:
    solution = solve(one_of_each(8), "cpsat")
    assert solution is not None
    assert solution.engine == "cpsat"


def test_a_spread_that_the_budget_leaves_alone_is_proved_by_the_flow() -> None:
    # 5 + 3 gains the most and takes 8 minutes; with 7, A or B takes the lesser in the same region.
    spread, gain = distinct("regions", "mmnn"), total("gain", "max", [5, 4, 3, 1])
    rules = quota("unit", "AABB", 1, 1), quota("minutes", "xxxx", 0, 7, [6, 3, 2, 1])
    spread_first = problem(*rules, spread, gain)
    solution = solve(spread_first)
    assert solution is not None
    assert (solution.values, solution.bounds) == ((2, 7), (2, 7))
    assert solution.provers[0] == "flow"
    assert bounds(spread_first, solution.multipliers, solution.values)[0] == 2


def test_a_spread_that_the_budget_hinders_is_proved_over_all_rules() -> None:
    # Two regions take 6 + 2 minutes at least.
    spread, gain = distinct("regions", "mnnn"), total("gain", "max", [5, 4, 3, 1])
    rules = quota("unit", "AABB", 1, 1), quota("minutes", "xxxx", 0, 6, [6, 3, 2, 1])
    solution = solve(problem(*rules, spread, gain))
    assert solution is not None
    assert (solution.values, solution.bounds) == ((1, 7), (1, 7))
    assert solution.provers[0] != "flow"


def test_goals_that_cross_each_other_are_met_where_no_quota_is_to_nest() -> None:
    goals = (distinct("rows", "mmnn"), distinct("columns", "mnmn"), distinct("others", "mnnm"))
    solution = solve(Problem(4, (), goals))
    assert solution is not None
    assert solution.values == solution.bounds == (2, 2, 2)


def test_a_relaxation_proves_what_the_flow_can_not_though_it_fixes_everything() -> None:
    # The flow takes both, and no option is left open; the budget allows one.
    spread, rules = distinct("units", "AB"), (quota("unit", "AB", 0, 1),)
    some = problem(*rules, quota("minutes", "xx", 0, 4, [3, 3]), spread)
    solution = solve(some)
    assert solution is not None
    assert (solution.values, solution.bounds) == ((1,), (1,))
