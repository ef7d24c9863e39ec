"""The smallest repairs of a duty that is no pairing: all that there are, and nothing else."""

import pytest

from planner.allocation.feasible import feasible
from planner.errors import SolverError
from planner.repairs import repairs_of
from tests.repairs.seats import House, drawn, problem_of, smallest, subject

# P and Q have one door, to x, which has one seat; y has two seats and no door.
TWO = House(("P", "Q"), {"x": 1, "y": 2}, frozenset({("P", "x"), ("Q", "x")}))


def test_every_single_change_that_works_is_found_in_words() -> None:
    found = repairs_of(subject(TWO))
    assert found.text("en").splitlines() == [
        "Any one of these 3 changes makes it possible:",
        "  1. open y to P",
        "  2. open y to Q",
        "  3. 2 seats in x",
    ]
    assert (found.size, found.number, found.complete, found.nearest) == (1, 3, True, True)


def test_a_repair_makes_the_plan_possible() -> None:
    for repair in repairs_of(subject(TWO)).found:
        assert feasible(problem_of(repair.apply(TWO)))


def test_the_smallest_sets_of_random_houses_are_those_found_by_trying_everything() -> None:
    sizes = list[int]()
    for seed in range(24):
        house = drawn(seed)
        if feasible(problem_of(house)):
            continue
        found = repairs_of(subject(house))
        size = next((n for n in (1, 2, 3) if smallest(house, n)), None)
        if size is None:
            assert not found.found
            assert "No 3 changes or fewer" in found.text("en")
            continue
        assert found.size == size
        assert {frozenset(repair.changes) for repair in found.found} == smallest(house, size)
        assert found.complete
        assert found.nearest
        sizes.append(size)
    assert min(sizes.count(size) for size in (1, 2, 3)) > 0


def test_a_search_that_ends_early_says_so() -> None:
    found = repairs_of(subject(TWO, 3_000))
    assert not found.complete
    assert "There may be more" in found.text("en")


def test_without_effort_nothing_is_said_to_be_impossible() -> None:
    found = repairs_of(subject(TWO, 0))
    assert not found.found
    assert "does not mean that there is none" in found.text("en")


def test_a_solver_without_an_answer_leaves_the_search_incomplete(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def silent(*_: object) -> bool:
        raise SolverError("solver.no_answer", solver="CP-SAT", status="UNKNOWN")

    monkeypatch.setattr("planner.repairs.single.feasible", silent)
    found = repairs_of(subject(TWO))
    assert not found.found
    assert not found.complete
