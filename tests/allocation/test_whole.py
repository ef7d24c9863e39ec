"""Goals settled over whole sets: held against every choice there is, and a second solver."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from planner.allocation.cpsat import Found, search
from planner.allocation.face import cost_of
from planner.allocation.generate import converge
from planner.allocation.linear import relax
from planner.allocation.matrix import System, columns_of
from planner.allocation.merge import Merged
from planner.allocation.problem import IntArray, Problem
from planner.allocation.sets import Sets
from planner.allocation.solve import solve
from planner.allocation.split import Split, blocks_of
from planner.allocation.whole import of_sets
from planner.allocation.window import Priced, TooLargeError, best_within, in_common
from tests.allocation.highs import solve_by_highs
from tests.allocation.small import allowed_choices, brute_force, worth
from tests.allocation.tight import tight_problem


def look(system: System, cost: IntArray | None) -> Found:
    return search(system, cost, None, None, None)


def some_problems(number: int) -> list[tuple[Problem, IntArray]]:
    """Return tight problems that allow some choice, each with all of its choices."""
    found = list[tuple[Problem, IntArray]]()
    for seed in range(10 * number):
        rng = np.random.default_rng(seed)
        problem = tight_problem(rng, 3, 5, 3, alike=seed % 2 == 0)
        choices = allowed_choices(problem)
        if len(choices) > 5 and len(found) < number:
            found.append((problem, choices))
    return found


def over_sets(problem: Problem) -> tuple[Sets, IntArray]:
    """Return every set of every block, and the tie's costs of them."""
    system = System.of(problem)
    blocks = blocks_of(problem, system)
    assert blocks is not None
    every = [block.within(np.zeros_like(block.columns), 0, 10_000) for block in blocks]
    return Sets.of(Split.of(system, blocks), every), columns_of(cost_of(problem, problem.goals[-1]))


def test_tight_budgets_give_the_best_of_every_choice() -> None:
    engines = set[str]()
    for seed in range(120):
        rng = np.random.default_rng(seed)
        problem = tight_problem(rng, 3, 5, int(rng.integers(2, 4)), alike=seed % 2 == 0)
        solution, best = solve(problem, "cpsat"), brute_force(problem)
        assert (solution is None) is (best is None)
        if solution is not None and best is not None:
            assert solution.values == solution.bounds == best[0]
            assert solution.chosen.tolist() == best[1].tolist()
            engines |= set(solution.provers)
    assert engines == {"GLOP", "CP-SAT"}


@pytest.mark.parametrize("seed", range(12))
def test_tight_budgets_agree_with_a_second_solver(seed: int) -> None:
    rng = np.random.default_rng(1000 + seed)
    problem = tight_problem(rng, 4, 18, 3, alike=seed % 2 == 0)
    solution, best = solve(problem, "cpsat"), solve_by_highs(problem)
    assert (solution is None) is (best is None)
    if solution is not None and best is not None:
        assert solution.values == solution.bounds == best[0]
        assert solution.chosen.tolist() == best[1].tolist()


def test_the_bound_over_sets_is_never_above_the_best() -> None:
    for problem, choices in some_problems(15):
        system, goal = System.of(problem), problem.goals[2]
        blocks, cost = blocks_of(problem, system), columns_of(cost_of(problem, goal))
        assert blocks is not None
        x = search(system, None, None, None, None).x
        assert x is not None
        start = np.zeros(len(system.row_lower), np.int64)
        best, _ = converge(system, blocks, cost, start, 1, x, None)
        assert best.bound <= -int(worth(goal, choices).max()) * best.scale


def test_sets_allow_what_the_single_columns_do() -> None:
    for problem, choices in some_problems(8):
        sets, cost = over_sets(problem)
        found = search(sets.system, sets.cost(cost), None, None, None)
        assert found.x is not None
        single = sets.single(found.x)
        assert System.of(problem).holds(single)
        assert cost @ single == worth(problem.goals[-1], choices).min()


def test_a_choice_of_single_columns_is_one_of_sets_where_these_are_there() -> None:
    for problem, _ in some_problems(8):
        sets, cost = over_sets(problem)
        x = search(sets.system, sets.cost(cost), None, None, None).x
        assert x is not None
        again = sets.whole(sets.single(x))
        assert again is not None
        assert again.tolist() == x.tolist()
        without, _ = sets.open(closed(sets.system, np.flatnonzero(x[: len(sets.block)])[:1]))
        assert without.whole(sets.single(x)) is None


def closed(system: System, columns: IntArray) -> System:
    """Return a system with some columns closed for good."""
    upper = system.upper.copy()
    upper[columns] = 0
    return replace(system, upper=upper)


def test_merged_sets_come_apart_into_one_of_each_block() -> None:
    for problem, choices in some_problems(8):
        sets, _ = over_sets(problem)
        cost = sets.cost(columns_of(cost_of(problem, problem.goals[2])))
        merged = Merged.of(sets, cost)
        found = search(merged.system, merged.cost, None, None, None)
        assert found.x is not None
        x = merged.apart(found.x)
        assert sets.system.holds(x)
        assert -cost @ x == worth(problem.goals[2], choices).max()


def test_sets_that_several_blocks_could_have_are_merged() -> None:
    problem = tight_problem(np.random.default_rng(0), 3, 5, 2, alike=True)
    sets, _ = over_sets(problem)
    merged = Merged.of(sets, np.zeros(len(sets.system.lower), np.int64))
    assert len(merged.alike) * 3 == len(sets.block)
    assert [blocks.tolist() for blocks, _ in merged.classes] == [[0, 1, 2]]


def test_a_window_has_the_best_or_nothing() -> None:
    for problem, choices in some_problems(15):
        sets, tie = over_sets(problem)
        cost = sets.cost(tie)
        system, least = sets.system, int(worth(problem.goals[-1], choices).min())
        rows = np.zeros(len(system.row_lower), np.int64)
        priced = Priced.of(system, cost, rows, 1)
        x, bound = best_within(sets, system, priced, least - 1, look)
        assert (x, bound) == (None, least)
        x, bound = best_within(sets, system, priced, least + 2**20, look)
        assert x is not None
        assert (cost @ x, bound) == (least, least)


def test_costs_too_large_to_add_up_are_searched_by_their_prices() -> None:
    found = 0
    for problem, choices in some_problems(10):
        sets, tie = over_sets(problem)
        cost = sets.cost(tie) << 8  # a few of these come to more than CP-SAT is trusted with
        least = int(worth(problem.goals[-1], choices).min()) << 8
        answer = relax(sets.system, cost)
        assert answer is not None
        rows = np.rint(answer.rows / answer.scale).astype(np.int64)
        priced = Priced.of(sets.system, cost, rows, 1)
        for top in (priced.least, least - 1, least, least + 2**20):
            if top - priced.least > 2**26:
                continue
            x, bound = best_within(sets, sets.system, priced, top, look)
            assert bound == (least if top >= least else top + 1)
            assert x is None if top < least else x is not None and cost @ x == least
            found += x is not None
    assert found > 5


def test_a_window_that_is_too_wide_is_searched_in_narrower_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    halved = 0
    for problem, choices in some_problems(10):
        sets, tie = over_sets(problem)
        cost, least = sets.cost(tie), int(worth(problem.goals[-1], choices).min())
        far = search(sets.system, -cost, None, None, None).x
        assert far is not None
        tries = list[int]()

        def narrow_only(*some: Any, tries: list[int] = tries, least: int = least) -> Any:
            tries.append(some[3])
            if some[3] > least + 2**18:
                raise TooLargeError
            return best_within(*some)

        monkeypatch.setattr("planner.allocation.whole.best_within", narrow_only)
        rows = np.zeros(len(sets.system.row_lower), np.int64)
        found = of_sets(sets, sets.system, cost, rows, 1, far, look)
        assert found is not None
        assert (found.cost, found.bound) == (least, least)
        halved += any(later < earlier for earlier, later in pairwise(tries))
    assert halved > 3


def test_what_all_choices_have_in_common_costs_no_choice() -> None:
    moved = 0
    for problem, _ in some_problems(10):
        sets, tie = over_sets(problem)
        cost = sets.cost(columns_of(cost_of(problem, problem.goals[2])))
        best = search(sets.system, cost, None, None, None)
        assert best.x is not None
        system = sets.system.with_goal(cost, int(cost @ best.x))
        agreed = in_common(sets, system, best.x, look)
        moved += int((agreed.row_lower > system.row_lower).sum())
        plain = search(system, sets.cost(tie), None, None, None).x
        narrow = search(agreed, sets.cost(tie), None, None, None).x
        assert plain is not None
        assert narrow is not None
        assert sets.cost(tie) @ plain == sets.cost(tie) @ narrow
    assert moved > 0
