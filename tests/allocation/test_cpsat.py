"""CP-SAT where the relaxation is not enough: what it says, and what it says when it is stopped."""

import _thread
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from ortools.sat.python import cp_model

from planner.allocation import cpsat
from planner.allocation.face import cost_of
from planner.allocation.matrix import System, columns_of
from planner.allocation.problem import Goal, IntArray, Quota
from planner.allocation.solve import solve
from planner.errors import SolverError
from tests.allocation.by_eye import array, problem, quota, total

TRIVIAL = -(2**40)
"""A bound that says nothing."""

WHILE, AT_ONCE = cpsat.Limit.of(None, None), cpsat.Limit.of(0.0, None)

# Of a, b, c any two exclude each other, so one is chosen; the best is b, which gains 3.
TRIANGLE = (quota("ab", "xx.", 0, 1), quota("bc", ".xx", 0, 1), quota("ca", "x.x", 0, 1))
GAIN = total("gain", "max", [2, 3, 2])
ANY = total("number", "max", [1, 1, 1])


def system_of(*parts: Quota | Goal) -> tuple[System, IntArray]:
    some = problem(*parts)
    return System.of(some), columns_of(cost_of(some, some.goals[0]))


def test_the_best_choice_is_found_and_proved() -> None:
    found = cpsat.search(*system_of(*TRIANGLE, GAIN), TRIVIAL, None, WHILE)
    assert found.x is not None
    assert found.x.tolist() == [0, 1, 0]
    assert found.bound == -3


def test_a_hint_does_not_change_what_is_best() -> None:
    found = cpsat.search(*system_of(*TRIANGLE, GAIN), TRIVIAL, array([1, 0, 0]), WHILE)
    assert found.x is not None
    assert found.x.tolist() == [0, 1, 0]


def test_a_fixed_column_keeps_its_value() -> None:
    system, cost = system_of(*TRIANGLE, quota("pin", "x..", 1, 1), GAIN)
    settled = system.settled(array([-1, 0, 0]), array([0] * len(system.row_lower)))
    found = cpsat.search(settled, cost, TRIVIAL, None, WHILE)
    assert found.x is not None
    assert found.x.tolist() == [1, 0, 0]
    assert found.bound == -2


def test_impossible_is_said_only_where_it_is_proved() -> None:
    system, cost = system_of(*TRIANGLE, quota("all", "AAA", 2, 3), GAIN)
    assert cpsat.search(system, cost, TRIVIAL, None, WHILE).x is None
    assert solve(problem(*TRIANGLE, quota("all", "AAA", 2, 3), GAIN)) is None


def test_a_row_of_too_large_coefficients_is_refused() -> None:
    heavy = quota("minutes", "AAA", 0, 2**31, weight=[2**30, 2**30, 1])
    with pytest.raises(ValueError, match="too large"):
        cpsat.search(*system_of(heavy, GAIN), TRIVIAL, None, WHILE)


Apart = Callable[[cp_model.CpSolver, cp_model.CpModel], cp_model.CpSolverStatus]


def answering(monkeypatch: pytest.MonkeyPatch, *answers: Apart) -> None:
    """Let the searches answer so, one after the other, the last one for good."""
    left = list(answers)

    def apart(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
        return (left.pop(0) if len(left) > 1 else left[0])(solver, model)

    monkeypatch.setattr(cpsat, "_apart", apart)


def in_full(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
    return solver.solve(model)


def out_of_time(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
    solver.parameters.max_time_in_seconds = 0.0
    return solver.solve(model)


def first_met(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
    """Stop as a time limit would: at the first choice met, which is the hint."""
    solver.parameters.stop_after_first_solution = True
    solver.parameters.cp_model_presolve = False
    solver.parameters.linearization_level = 0
    return solver.solve(model)


@pytest.mark.parametrize("seconds", [0.0, -1.0])
def test_no_time_at_all_is_no_answer_and_not_impossible(seconds: float) -> None:
    with pytest.raises(SolverError):
        cpsat.search(*system_of(*TRIANGLE, GAIN), TRIVIAL, None, cpsat.Limit.of(seconds, None))


def test_no_time_at_all_leaves_the_hint_and_the_bound_known_before() -> None:
    # a gains 2, and 4 is all that is known to be impossible to pass; the best, 3, was not searched.
    found = cpsat.search(
        *system_of(*TRIANGLE, GAIN), -4, array([1, 0, 0]), cpsat.Limit.of(0.0, None)
    )
    assert found.x is not None
    assert found.x.tolist() == [1, 0, 0]
    assert found.bound == -4


def test_an_unknown_outcome_is_an_error_that_does_not_say_impossible(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answering(monkeypatch, out_of_time)
    with pytest.raises(SolverError, match="does not mean that there is no plan"):
        solve(problem(*TRIANGLE, GAIN))


def test_a_search_that_was_cut_short_has_its_choice_with_the_bound_known_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answering(monkeypatch, first_met)
    system, cost = system_of(*TRIANGLE, GAIN)
    found = cpsat.search(system, cost, -4, array([0, 0, 0]), WHILE)
    assert found.x is not None
    assert system.holds(found.x)
    assert -4 <= found.bound <= int(cost @ found.x)


def test_a_plan_that_was_not_proved_says_so_with_its_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing_chosen(
        system: System, _cost: IntArray, least: int, *_limits: object, **_how: object
    ) -> cpsat.Found:
        return cpsat.Found(system.lower.copy(), least)

    monkeypatch.setattr("planner.allocation.general.search_large", nothing_chosen)
    solution = solve(problem(*TRIANGLE, GAIN))
    assert solution is not None
    # By halves of a, b and c the relaxation can't exclude 2 + 3 + 2 = 7 halves: 3 at most.
    assert (solution.values, solution.bounds) == ((0,), (3,))
    assert not solution.optimal


def test_time_that_ends_after_a_choice_is_known_leaves_that_choice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answering(monkeypatch, in_full, out_of_time)
    solution = solve(problem(*TRIANGLE, ANY, GAIN))
    assert solution is not None
    assert solution.values[0] == solution.bounds[0] == 1
    assert solution.bounds[1] >= 3
    assert len(solution.chosen) == 1


def test_time_that_ends_after_the_relaxation_has_a_choice_leaves_that_choice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # p is chosen at once. Of two triangles halves come to 3, which nothing but a search can refute.
    answering(monkeypatch, out_of_time)
    # A quota that never binds holds them together.
    triangles = [
        quota(f"{number}", letters, 0, 1)
        for number, letters in enumerate(
            ("xx.....", ".xx....", "x.x....", "...xx..", "....xx.", "...x.x.")
        )
    ]
    first, second = total("p", "max", [0] * 6 + [1]), total("number", "max", [1] * 6 + [0])
    together = quota("all", "xxxxxxx", 0, 8, weight=[1, 1, 1, 1, 1, 1, 2])
    solution = solve(problem(*triangles, together, first, second))
    assert solution is not None
    assert solution.values[0] == solution.bounds[0] == 1
    assert (solution.bounds[1], solution.optimal) == (3, False)


def test_the_same_problem_is_searched_the_same_way() -> None:
    some = system_of(*TRIANGLE, ANY)  # three choices are equally good
    first = cpsat.search(*some, TRIVIAL, None, WHILE)
    assert first.x is not None
    for _ in range(3):
        again = cpsat.search(*some, TRIVIAL, None, WHILE)
        assert again.x is not None
        assert again.x.tolist() == first.x.tolist()


class Endless:
    """A solver that searches until it is told to stop."""

    def __init__(self) -> None:
        self.started, self.stopped, self.ended = (threading.Event() for _ in range(3))

    def solve(self, _model: object) -> cp_model.CpSolverStatus:
        self.started.set()
        self.stopped.wait(60)
        time.sleep(0.2)  # a search takes its time to stop
        self.ended.set()
        return cp_model.FEASIBLE

    def stop_search(self) -> None:
        self.stopped.set()


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let an interrupt be a KeyboardInterrupt, whatever runs the tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_stops_the_search_and_is_passed_on() -> None:
    solver: Any = Endless()

    def interrupt() -> None:
        solver.started.wait(60)
        time.sleep(0.2)  # by now the caller waits for the search
        _thread.interrupt_main()

    threading.Thread(target=interrupt, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        cpsat._apart(solver, cp_model.CpModel())
    assert solver.stopped.is_set()
    assert solver.ended.is_set(), "the search has ended before the interrupt goes on"


def test_a_solver_that_breaks_down_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def solve(self, _model: object) -> cp_model.CpSolverStatus:
            raise RuntimeError

    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    broken: Any = Broken()
    with pytest.raises(SolverError):
        cpsat._apart(broken, cp_model.CpModel())


def test_the_solver_leaves_the_interrupt_to_us(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[bool, int]] = []

    def note(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
        seen.append((solver.parameters.catch_sigint_signal, solver.parameters.num_workers))
        return solver.solve(model)

    answering(monkeypatch, note)
    solve(problem(*TRIANGLE, ANY))
    assert seen == [(False, 1)]
