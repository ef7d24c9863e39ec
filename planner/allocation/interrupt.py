"""Giving up work that nobody waits for any more.

Whoever starts work in a thread says how it is told (`interruptible`); the engine asks at every step
that takes long (`go_on`). Outside of such a thread the work is never given up.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar

_WANTED: ContextVar[Callable[[], bool]] = ContextVar("wanted", default=lambda: True)


class Unwanted(KeyboardInterrupt):
    """Raised in work that nobody waits for any more, as the user's interrupt would be."""


@contextmanager
def interruptible(wanted: Callable[[], bool]) -> Generator[None]:
    """Let what this thread does within be given up as soon as it is not `wanted`."""
    token = _WANTED.set(wanted)
    try:
        yield
    finally:
        _WANTED.reset(token)


def go_on() -> None:
    """Raise `Unwanted` where the work is to be given up."""
    if not _WANTED.get()():
        raise Unwanted
