"""Reading `policy.toml`: what it leaves out has its default, every fault at once."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from planner.errors import Fault, InputError
from planner.policy.days import Rates
from planner.policy.figures import SECTIONS, Policy, faults

PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_policy(path: Path | str) -> Policy:
    """Return the policy of a TOML file over the defaults; raise InputError with every fault."""
    path = Path(path)
    text, given = read_toml(path, "policy.missing")
    found = [
        Fault(path.name, wrong.key, _line(text, wrong.name), wrong.name, wrong.values)
        for wrong in faults(given)
    ]
    if found:
        raise InputError(found)
    return Policy(**{name: SECTIONS[name](**frozen(values)) for name, values in given.items()})


def read_toml(path: Path, missing: str) -> tuple[str, dict[str, Any]]:
    """Return a TOML file's text and what it says; raise InputError where it can't be read.

    `missing` is the sentence for a file that is not there.
    """
    text = _text(path, missing)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError([_syntax(path.name, text, str(error))]) from None


def _text(path: Path, missing: str) -> str:
    """Return the file's text, without the mark that some editors put before it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        fault = Fault(path.name, "policy.encoding")
    except FileNotFoundError:
        fault = Fault(path.name, missing)
    except OSError as error:
        fault = Fault(path.name, "path.unreadable", values={"value": str(error.strerror)})
    raise InputError([fault])


def _syntax(file: str, text: str, message: str) -> Fault:
    """Return what the TOML reader says, at the line where it stopped."""
    place = PLACE.search(message)
    line = int(place[1]) if place and place[1] else max(1, len(text.splitlines()))
    return Fault(file, "policy.syntax", line, values={"value": PLACE.sub("", message)})


def _line(text: str, name: str) -> int | None:
    """Return the line where a section or its key is written, or None where it is not plain."""
    section, _, key = name.partition(".")
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\s*([^\]\s]+)\s*\]", line)
        if header:
            inside = header[1] == section
            if inside and not key:
                return number
        elif inside and key and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
            return number
    return None


def frozen(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return checked values as the policy has them: tuples for lists, rates for tables."""
    return {key: _value(value) for key, value in values.items()}


def _value(value: object) -> object:
    if isinstance(value, list):
        return tuple(cast("list[object]", value))
    return Rates(**cast("dict[str, int]", value)) if isinstance(value, dict) else value
