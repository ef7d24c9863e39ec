"""Random problems are verified; one thing changed is caught, or harmless for a reason."""

from collections import Counter
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from planner.allocation.problem import Count, IntArray, Problem
from planner.allocation.solve import Solution, solve
from planner.plans.claims import GoalResult
from planner.plans.verify import failures
from tests.allocation.small import allowed_choices, brute_force, random_problem
from tests.samples import seeds
from tests.verify.claims import claims_of, sums

Solved = tuple[Problem, Solution]


@cache
def solved(seed: int, number: int, *, crossing: bool) -> tuple[Solved, ...]:
    """Return so many random problems that have a plan, with their best plans."""
    rng, found = np.random.default_rng(seed), list[Solved]()
    most_units, most_items = (4, 9) if crossing else (6, 13)
    while len(found) < number:
        units, items = rng.integers(2, most_units), rng.integers(5, most_items)
        some = random_problem(rng, int(units), int(items), crossing=crossing)
        solution = solve(some) if some.options else None
        if solution is not None:
            found.append((some, solution))
    return tuple(found)


@pytest.mark.parametrize("batch", seeds(3, 7))
def test_random_problems_whose_rules_are_nested_are_verified_throughout(batch: int) -> None:
    for some, solution in solved(batch, 50, crossing=False):
        assert len(solution.multipliers) == len(some.goals)
        assert failures(some, solution.chosen, claims_of(some, solution)) == []


@pytest.mark.parametrize("batch", seeds(1, 3))
def test_random_problems_whose_rules_cut_across_are_verified(batch: int) -> None:
    throughout = 0
    for some, solution in solved(batch, 50, crossing=True):
        throughout += len(solution.multipliers) == len(some.goals)
        assert failures(some, solution.chosen, claims_of(some, solution)) == []
    assert throughout > 25, "most need no search"


def test_the_slow_sums_are_the_values_at_their_scale() -> None:
    for some, solution in proved(50):
        claims = claims_of(some, solution)
        assert sums(some, claims) == at_scale(some, claims)


def at_scale(some: Problem, claims: list[GoalResult]) -> list[int]:
    """Return the costs that the values claimed come to, which the sums must reach."""
    return [
        claimed.proof.scale * (claimed.value - goal.constant) * (1 if goal.sense == "min" else -1)
        for goal, claimed in zip(some.goals, claims, strict=False)
    ]


def proved(number: int) -> list[Solved]:
    """Return problems that are proved in every goal, a third of them with rules that cut across."""
    across = [
        (some, solution)
        for some, solution in solved(0, 50, crossing=True)
        if len(solution.multipliers) == len(some.goals)
    ]
    third = number // 3
    return [*across[:third], *solved(0, 50, crossing=False)[: number - third]]


def with_claim(claims: list[GoalResult], at: int, changed: GoalResult) -> list[GoalResult]:
    return [changed if place == at else one for place, one in enumerate(claims)]


def test_250_changes_of_the_choice_are_caught_or_change_no_goal() -> None:
    rng, free = np.random.default_rng(1), 0
    for some, solution in proved(50):
        claims = claims_of(some, solution)
        for _ in range(5):
            changed = one_changed(rng, some, solution.chosen)
            if failures(some, changed, claims):
                continue
            free += 1
            assert [goal.value(changed) for goal in some.goals] == list(solution.values)
    assert free == 0, "the tie makes the best choice the only one"


def one_changed(rng: np.random.Generator, some: Problem, chosen: IntArray) -> IntArray:
    """Return the choice with an option more, one less, or one for another, where it can be."""
    at = int(rng.integers(some.options))
    changed = np.setxor1d(chosen, [at])
    given = chosen[chosen != at]
    if at not in chosen and len(given) and rng.random() < 0.5:
        changed = np.setdiff1d(changed, rng.choice(given, 1))
    return changed


@pytest.mark.parametrize("figure", ["value", "bound"])
def test_125_changes_of_a_figure_are_all_caught(figure: str) -> None:
    rng = np.random.default_rng(2)
    for some, solution in proved(25):
        claims = claims_of(some, solution)
        for _ in range(5):
            at = int(rng.integers(len(claims)))
            off = int(rng.choice([-1, 1]) * rng.integers(1, 10))
            wrong = replace(claims[at], **{figure: getattr(claims[at], figure) + off})
            told = failures(some, solution.chosen, with_claim(claims, at, wrong))
            assert any(one.startswith(f"{claims[at].goal} {figure}=") for one in told)


def test_500_changes_of_a_multiplier_are_caught_or_add_up_to_the_same() -> None:
    # Harmless is exactly this: the changed multipliers are another proof of the same bound, and
    # on the face that they leave every later goal re-adds as well. The sums are made anew, slowly.
    rng, seen = np.random.default_rng(3), Counter[str]()
    for some, solution in proved(50):
        claims = claims_of(some, solution)
        true = at_scale(some, claims)
        for _ in range(10):
            at = int(rng.integers(len(claims)))
            changed = with_claim(claims, at, one_multiplier_changed(rng, some, claims[at]))
            told, slowly = failures(some, solution.chosen, changed), sums(some, changed)
            assert slowly[:at] == true[:at]
            assert told == [
                f"{goal.goal} bound={goal.bound} not re-added"
                for goal, least, cost in zip(claims, slowly, true, strict=True)
                if least != cost
            ]
            seen["caught" if told else "harmless"] += 1
    assert seen["caught"] > 50
    assert seen["harmless"] > 50


def one_multiplier_changed(
    rng: np.random.Generator, some: Problem, claimed: GoalResult
) -> GoalResult:
    """Return a claim with the multiplier of one row of one rule or count moved by 1 to 9."""
    names = {quota.rule: list(quota.keys) for quota in some.quotas}
    counts = [goal for goal in some.goals if isinstance(goal.measure, Count)]
    names |= {goal.name: list(goal.measure.keys) for goal in counts}  # pyright: ignore[reportAttributeAccessIssue]
    rule = str(rng.choice(list(names)))
    subject = names[rule][int(rng.integers(len(names[rule])))]
    multipliers = {name: dict(rows) for name, rows in (claimed.proof.multipliers or {}).items()}
    rows = multipliers.setdefault(rule, {})
    rows[subject] = rows.get(subject, 0) + int(rng.choice([-1, 1]) * rng.integers(1, 10))
    return replace(claimed, proof=replace(claimed.proof, multipliers=multipliers))


def test_what_is_verified_is_the_best_of_all_choices() -> None:
    # Every allowed choice claims itself the best, with the true multipliers and with changed ones.
    rng = np.random.default_rng(4)
    for seed in range(30):
        some = random_problem(np.random.default_rng(seed), 2, 4, crossing=seed % 2 == 0)
        best, solution = brute_force(some), solve(some)
        if best is None or solution is None or len(solution.multipliers) < len(some.goals):
            continue
        claims = claims_of(some, solution)
        for choice in allowed_choices(some)[:40]:
            chosen = np.flatnonzero(choice)
            values = tuple(goal.value(chosen) for goal in some.goals)
            own = [
                replace(one, value=value, bound=value)
                for one, value in zip(claims, values, strict=True)
            ]
            at = int(rng.integers(len(own)))
            changed = with_claim(own, at, one_multiplier_changed(rng, some, own[at]))
            assert (failures(some, chosen, own) == []) == (values == best[0])
            assert values == best[0] or failures(some, chosen, changed) != []
