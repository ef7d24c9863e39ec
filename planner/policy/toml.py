"""Reading a TOML file whoever made it: whatever it holds, an answer at once, and a sentence."""

import re
import tomllib
from pathlib import Path
from typing import Any, cast

from planner.characters import decoded
from planner.errors import Fault, InputError, refusal

PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
SECTION = re.compile(r"\s*\[\s*([^\]\s]+)\s*\]")
KEY = re.compile(r"\s*\"?([^\s\"=\[\]]+)\"?\s*=")
QUOTES = re.compile("[“”‘’]")
MOST_BYTES = 2**20
MOST_VALUES = 100_000
DEEPEST = 20
MOST_BITS = 64
SHOWN = 60


def read_toml(path: Path, missing: str) -> tuple[str, dict[str, Any]]:
    """Return a TOML file's text and what it says; raise InputError where it can't be read.

    `missing` is the sentence for a file that is not there. Whole numbers have 64 bits at most, as
    TOML has it; so deep, so long a file is none of ours.
    """
    text = _text(path, missing)
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError([_syntax(path.name, text, str(error))]) from None
    except RecursionError:
        values = {"most": DEEPEST}
        raise InputError([Fault(path.name, "policy.nested", values=values)]) from None
    except ValueError:  # a number of thousands of digits
        values = {"bits": MOST_BITS}
        raise InputError([Fault(path.name, "policy.digits", values=values)]) from None
    _bounded(path.name, given)
    return text, given


def lines_of(text: str) -> dict[str, int]:
    """Return the line of each section and of each `section.key` that is plainly written."""
    found: dict[str, int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = SECTION.match(line)
        if header:
            section = header[1]
            found.setdefault(section, number)
        elif key := KEY.match(line):
            found.setdefault(f"{section}.{key[1]}" if section else key[1], number)
    return found


def _bounded(file: str, given: dict[str, Any]) -> None:
    """Raise InputError where values are too many, too deep, or numbers too long."""
    pending: list[tuple[object, int, str]] = [(given, 0, "")]
    count = 0
    while pending:
        value, depth, name = pending.pop()
        count += 1
        if count > MOST_VALUES:
            raise InputError([Fault(file, "policy.too_many", None, None, {"most": MOST_VALUES})])
        if depth > DEEPEST:
            raise InputError([Fault(file, "policy.nested", None, None, {"most": DEEPEST})])
        if isinstance(value, int) and value.bit_length() >= MOST_BITS:
            values = {"bits": MOST_BITS}
            raise InputError([Fault(file, "policy.digits", None, name[:SHOWN] or None, values)])
        if isinstance(value, dict):
            items = cast("dict[str, object]", value).items()
            pending += [(v, depth + 1, f"{name}.{k}" if name else k) for k, v in items]
        elif isinstance(value, list):
            pending += [(item, depth + 1, name) for item in cast("list[object]", value)]


def _text(path: Path, missing: str) -> str:
    """Return the file's text: UTF-8, or GB18030 as some editors write it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError([Fault(path.name, "policy.too_big")])
        found = decoded(path.read_bytes())
    except FileNotFoundError:
        fault = Fault(path.name, missing)
    except OSError as error:
        fault = Fault(path.name, "path.unreadable", values={"value": refusal(error)})
    else:
        if not isinstance(found, int):
            return found[0]
        fault = Fault(path.name, "text.encoding", found)
    raise InputError([fault])


def _syntax(file: str, text: str, message: str) -> Fault:
    """Return what the TOML reader says, at the line where it stopped."""
    place = PLACE.search(message)
    lines = text.splitlines()
    line = int(place[1]) if place and place[1] else max(1, len(lines))
    if line <= len(lines) and QUOTES.search(lines[line - 1].partition("#")[0]):
        return Fault(file, "policy.quotes", line)
    said = PLACE.sub("", message)[: 2 * SHOWN]
    return Fault(file, "policy.syntax", line, values={"value": said})
