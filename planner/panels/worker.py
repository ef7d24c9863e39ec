"""One thread that follows the newest question alone, so that neither the kernel nor a slider waits.

What is no longer asked for is stopped by an exception that is raised in its thread, as an interrupt
of the user's would be: CP-SAT's search then ends at once. So that this never hits anything but a
step's own work, a step has a *token*: whoever takes it, the step at its end or the one that wants
to stop it, decides.
"""

import ctypes
import logging
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Event, Lock, Thread, get_ident
from typing import Protocol

from planner.panels.answers import Answer

Note = Callable[[Answer], None]


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


class Unwanted(KeyboardInterrupt):
    """Raised in a step whose answer nobody waits for any more."""


class _Job:
    """A question being followed."""

    def __init__(self, answers: Iterator[Answer], note: Note) -> None:
        self.answers, self.note = answers, note
        self.wanted = True
        self.first, self.interrupted = Event(), Event()
        self.token: deque[int] = deque()

    def follow(self) -> None:
        """Note answer after answer, as long as they are wanted."""
        while (answer := self._next()) is not None:
            self.note(answer)
            self.first.set()
        self.first.set()

    def stop(self) -> None:
        """End the step at work, if there is one; there is none after it."""
        self.wanted = False
        with suppress(IndexError):
            _interrupt(self.token.pop())
            self.interrupted.set()

    def _next(self) -> Answer | None:
        """Return the next answer, None where there is none or it was stopped."""
        token = deque([get_ident()])
        try:
            self.token = token
            answer = next(self.answers, None) if self.wanted else None
            if _taken(token):
                return answer
            self.interrupted.wait()  # It is on its way, or was lost in the work: not beyond here.
            _forget_interrupt()
        except Unwanted:
            pass
        return None


class Worker:
    """Follows the newest question in a thread that is there only while there is work."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest = _Job(iter(()), lambda _: None)
        self._waiting: _Job | None = None
        self._busy = False

    def start(self, answers: Iterator[Answer], note: Note) -> None:
        """Follow this question from now on, and stop the one before."""
        with self._lock:
            before, self._newest = self._newest, _Job(answers, note)
            self._waiting = self._newest
            idle, self._busy = not self._busy, True
        before.stop()
        if idle:
            Thread(target=self._serve, name="planner-panel", daemon=True).start()

    def wait(self, seconds: float) -> None:
        """Wait for the newest question's first answer, but not longer than this."""
        self._newest.first.wait(seconds)

    def _serve(self) -> None:
        while (job := self._next()) is not None:
            try:
                job.follow()
            except Exception:  # What can't be shown once must not end the service.
                logging.getLogger(__name__).exception("an answer could not be shown")

    def _next(self) -> _Job | None:
        with self._lock:
            job, self._waiting = self._waiting, None
            self._busy = job is not None
            return job


def _taken(token: deque[int]) -> bool:
    """Take a step's token; False where the one who stops it was first."""
    try:
        token.pop()
    except IndexError:
        return False
    return True


def _interrupt(thread: int) -> None:
    """Raise `Unwanted` in a thread, at the next step of its Python."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(Unwanted))


def _forget_interrupt() -> None:
    """Take back what was to be raised in this thread and was not yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(get_ident()), None)
