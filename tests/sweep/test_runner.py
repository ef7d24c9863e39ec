"""Chunks are handed out a few at a time, and no death of a worker loses a scenario."""

from collections.abc import Sequence
from concurrent.futures import Future

import pytest

from planner.sweep.runner import CHUNK, run
from planner.sweep.work import Base, Ground, Outcome, Task
from tests.sweep.small import DATA, POLICY, YEAR, Hands

BASE = Base((Ground(DATA),), POLICY, YEAR)


def tasks(number: int) -> list[Task]:
    return [Task(row) for row in range(number)]


def outcomes(crew: Hands, number: int) -> dict[int, str]:
    """Return the status by row, each row reported once."""
    found: dict[int, str] = {}

    def done(task: Task, outcome: Outcome) -> None:
        assert task.row not in found
        found[task.row] = outcome.status

    run(tasks(number), crew, done)
    assert crew.closed
    return found


def test_every_scenario_is_reported_once() -> None:
    assert outcomes(Hands(BASE), 21) == dict.fromkeys(range(21), "settled")


def test_a_few_scenarios_are_dealt_evenly() -> None:
    crew = Hands(BASE, hands=2)
    outcomes(crew, 16)
    assert {len(chunk) for chunk in crew.chunks} == {2}  # 16 over 2 workers, four chunks for each


def test_chunks_stay_small() -> None:
    crew = Hands(BASE, hands=1)
    outcomes(crew, 5 * CHUNK)
    assert max(len(chunk) for chunk in crew.chunks) == CHUNK


def test_a_death_loses_nothing() -> None:
    crew = Hands(BASE, deadly=[7], deaths=1)
    assert outcomes(crew, 21) == dict.fromkeys(range(21), "settled")


def test_a_scenario_that_kills_its_worker_is_an_error_and_the_others_are_planned() -> None:
    assert outcomes(Hands(BASE, deadly=[7]), 21) == {
        **dict.fromkeys(range(21), "settled"),
        7: "error",
    }


def test_whoever_was_near_a_death_is_tried_again_alone() -> None:
    crew = Hands(BASE, hands=1, deadly=[3], deaths=1)
    outcomes(crew, 16)  # chunks of 4
    assert crew.chunks[:2] == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert crew.chunks[2:6] == [[0], [1], [2], [3]]


def test_an_interruption_lets_the_crew_go() -> None:
    crew = Hands(BASE)

    def stop(task: Task, outcome: Outcome) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tasks(21), crew, stop)
    assert crew.closed


def test_no_more_than_two_chunks_a_worker_are_in_flight() -> None:
    class Slow(Hands):
        """Counts what was handed out and has not been reported yet."""

        flying = most = 0

        def submit(self, tasks: Sequence[Task]) -> "Future[list[Outcome]]":
            self.flying += 1
            self.most = max(self.most, self.flying)
            return super().submit(tasks)

    crew = Slow(BASE, hands=2)

    def done(task: Task, outcome: Outcome) -> None:
        crew.flying -= 1

    run(tasks(7), crew, done)  # chunks of one
    assert crew.most == 4
