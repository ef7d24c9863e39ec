"""Handing out scenarios in small chunks, a bounded number at a time, and losing none."""

from collections import Counter, deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Protocol

from planner.sweep.work import Outcome, Task

CHUNK = 8
"""Scenarios that a worker is handed at once, at most: a third of a second at Jiangxi's size."""

TICK = 1.0
"""Seconds after which a crew is asked how it is, even when nothing has come back."""

Done = Callable[[Task, Outcome], None]


class Crew(Protocol):
    """Workers that were equipped for a sweep, behind a `concurrent.futures.Executor`."""

    hands: int
    losses: tuple[type[BaseException], ...]
    """What a future raises whose worker is gone."""

    def submit(self, tasks: Sequence[Task]) -> "Future[list[Outcome]]":
        """Hand a chunk to a worker; a crew that was lost is replaced first."""
        ...

    def check(self) -> None:
        """Raise `PlannerError` where the crew is gone for good."""
        ...

    def close(self) -> None:
        """Let the crew go, whatever it is at."""
        ...


def run(tasks: Sequence[Task], crew: Crew, done: Done) -> None:
    """Run every task on a crew and report each as it is done, in any order.

    Where a worker dies, its scenarios are tried again, alone and one after the other, so that the
    one to blame is known: a scenario whose worker dies twice so is an error. The crew is let go at
    the end, also where that is an exception.
    """
    try:
        _Round(tasks, crew, done).run()
    finally:
        crew.close()


class _Round:
    def __init__(self, tasks: Sequence[Task], crew: Crew, done: Done) -> None:
        size = max(1, min(CHUNK, len(tasks) // (4 * crew.hands)))
        self._waiting = deque(tasks[at : at + size] for at in range(0, len(tasks), size))
        self._suspects: deque[Task] = deque()
        self._deaths: Counter[int] = Counter()
        self._flying: dict[Future[list[Outcome]], Sequence[Task]] = {}
        self._crew, self._done = crew, done

    def run(self) -> None:
        while self._waiting or self._suspects or self._flying:
            self._hand_out()
            landed, _ = wait(self._flying, TICK, FIRST_COMPLETED)
            for future in sorted(landed, key=_failed):  # what is done is kept before all else
                self._land(future)
            if not landed:
                self._crew.check()

    def _hand_out(self) -> None:
        """Keep two chunks a worker in flight; while there are suspects, only one of these."""
        while self._waiting and not self._suspects and len(self._flying) < 2 * self._crew.hands:
            self._send(self._waiting.popleft())
        if self._suspects and not self._flying:
            self._send([self._suspects.popleft()])

    def _send(self, chunk: Sequence[Task]) -> None:
        self._flying[self._crew.submit(chunk)] = chunk

    def _land(self, future: "Future[list[Outcome]]") -> None:
        chunk = self._flying.pop(future)
        try:
            outcomes = future.result()
        except self._crew.losses:
            self._crew.check()
            self._lost(chunk)
            return
        for task, outcome in zip(chunk, outcomes, strict=True):
            self._done(task, outcome)

    def _lost(self, chunk: Sequence[Task]) -> None:
        """Suspect the scenarios of a chunk whose worker died; blame one that killed two."""
        for task in chunk:
            self._deaths[task.row] += 1
            if self._deaths[task.row] > 2:
                self._done(task, Outcome.error("sweep.died"))
            else:
                self._suspects.append(task)


def _failed(future: "Future[list[Outcome]]") -> bool:
    return future.cancelled() or future.exception() is not None
