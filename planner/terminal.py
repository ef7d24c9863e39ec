"""Text on its way to a terminal, a file or a pipe: nothing raw, nothing that can't be written.

A name may hold an escape sequence, a mark that turns text round, or a character that the encoding
of the place does not have: each is shown as its code. Where nothing can be written any more (a
closed pipe, no stream at all), the command goes on in silence.
"""

import datetime as dt
import json
import re
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from planner.words import Language, say

if TYPE_CHECKING:
    from rich.console import Console

MOST = 200
"""Lines that a message has at most; of more it says how many."""

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Controls, and marks that have no width or turn text round; TAB and LF are text."""


class FullError(Exception):
    """A standard stream is there and can't be written to (a full disk)."""


def set_up() -> None:
    """Let the standard streams show as its code whatever their encoding does not have.

    A stream that was closed is as none: libraries that write to it as well know that.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if getattr(stream, "closed", False):
            setattr(sys, name, None)
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def clean(text: str) -> str:
    """Return text with everything that would act on a terminal shown as its code."""
    return HIDDEN.sub(_code, text)


def write(text: str, *, error: bool = False) -> None:
    """Write lines to standard output (or error), cleaned; raise `FullError`."""
    to = sys.stderr if error else sys.stdout
    if to is None:
        return
    with _going_on(to):
        to.write(clean(text) + "\n")


def write_error(text: str) -> None:
    """Write lines to standard error where that can be done."""
    with suppress(FullError):
        write(text, error=True)
        flush(error=True)


def flush(*, error: bool = False) -> None:
    """See that all is written; raise `FullError` where it can't be."""
    to = sys.stderr if error else sys.stdout
    if to is not None:
        with _going_on(to):
            to.flush()


def write_json(value: Any) -> None:
    """Write plain data and days as JSON that people can read, strange characters by their code."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    text = HIDDEN.sub(_json_code, json.dumps(value, ensure_ascii=False, indent=2, default=_day))
    with suppress(LookupError):
        if not _fits(text, encoding):
            text = "".join(_encodable(char, encoding) for char in text)
    write(text)


def _day(value: object) -> str:
    """Return a day as ISO writes it; nothing else is no plain data."""
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no plain data")


def limited(lines: Iterable[str], language: Language) -> Iterator[str]:
    """Yield lines, at most so many, then how many more there are."""
    more = 0
    for at, line in enumerate(part for text in lines for part in text.split("\n")):
        if at < MOST:
            yield line
        else:
            more += 1
    if more:
        yield say("more.lines", language, number=more)


def screen(*, error: bool = False) -> "Console":
    """Return a screen for tables and progress, to which names are text: no markup, no emoji."""
    from rich.console import Console

    return Console(stderr=error, markup=False, emoji=False, highlight=False, soft_wrap=False)


def draw(drawn: Any) -> None:
    """Write something drawn (a table); raise `FullError` where that can't be."""
    if sys.stdout is None:
        return
    with _going_on(sys.stdout):
        screen().print(drawn)


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _encodable(char: str, encoding: str) -> str:
    return char if _fits(char, encoding) else json.dumps(char)[1:-1]


def _code(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def _json_code(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


@contextmanager
def _going_on(stream: Any) -> Generator[None]:
    """Go on in silence where nobody reads a stream any more; raise `FullError` on a full disk."""
    try:
        yield
    except BrokenPipeError:
        _silence(stream)
    except OSError as full:
        _silence(stream)
        raise FullError(full.strerror or str(full)) from full
    except ValueError:
        return  # it is closed


def _silence(stream: Any) -> None:
    """Let what is still in a stream's buffer go nowhere, also when the process ends."""
    import os

    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
