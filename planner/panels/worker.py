"""A thread that follows the newest question, so that neither the kernel nor a slider waits.

What is no longer asked for is given up soon: at the engine's next step, or while it searches. The
next question has a thread of its own, so that it does not wait for that either.
"""

import logging
from collections.abc import Callable, Iterator
from threading import Event, Lock, Thread
from typing import Protocol

from planner.allocation.interrupt import Unwanted, interruptible
from planner.panels.answers import Answer

Note = Callable[[Answer], None]
_PAUSE = 0.15
"""So long, in seconds, the page has the machine to itself to draw an answer; then work goes on.

Mostly a third of that is enough, but not always, and beside a search drawing takes longer.
"""


class Runner(Protocol):
    """What follows a question: `Worker` in its thread, `Inline` at once."""

    def start(self, answers: Iterator[Answer], note: Note) -> None:
        """Give `note` each answer; whatever was started before is no longer asked for."""
        ...

    def wait(self, seconds: float) -> None:
        """Wait for the first answer, but not longer than this."""
        ...


class Inline:
    """Follows a question to its end before anything else happens."""

    def start(self, answers: Iterator[Answer], note: Note) -> None:
        """Give `note` each answer."""
        for answer in answers:
            note(answer)

    def wait(self, seconds: float) -> None:
        """Return: every answer is there."""


class _Job:
    """A question being followed, until it is given up."""

    def __init__(self, answers: Iterator[Answer], note: Note) -> None:
        self._answers, self._note = answers, note
        self._wanted, self._end = True, Event()
        self.first = Event()

    def follow(self) -> None:
        """Note answer after answer."""
        try:
            while self._go_on():
                pass
        except Exception:  # It is nobody else's to tell.
            logging.getLogger(__name__).exception("an answer could not be shown")
        self.first.set()

    def give_up(self) -> None:
        """Let nothing more be done."""
        self._wanted = False
        self._end.set()

    def _go_on(self) -> bool:
        """Note the next answer; return whether there was one."""
        answer = self._next()
        if answer is not None:
            self._note(answer)
            self.first.set()
            self._end.wait(_PAUSE)
        return answer is not None

    def _next(self) -> Answer | None:
        """Return the next answer, None where there is none or it is not wanted any more."""
        try:
            with interruptible(lambda: self._wanted):
                answer = next(self._answers, None) if self._wanted else None
        except Unwanted:
            return None
        return answer if self._wanted else None


class Worker:
    """Follows the newest question in a thread that is there only while there is work."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest = _Job(iter(()), lambda _: None)

    def start(self, answers: Iterator[Answer], note: Note) -> None:
        """Follow this question from now on, and give up the one before."""
        with self._lock:
            self._newest.give_up()
            self._newest = job = _Job(answers, note)
        Thread(target=job.follow, name="planner-panel", daemon=True).start()

    def wait(self, seconds: float) -> None:
        """Wait for the newest question's first answer, but not longer than this."""
        self._newest.first.wait(seconds)
