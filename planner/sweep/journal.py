"""The record of what is finished beside a sweep's result, so that an interrupted one goes on."""

import json
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, cast

from planner.errors import Fault, InputError, refusal
from planner.sweep.work import Outcome


class Journal:
    """Outcomes by key, a line of JSON each; a line cut short by a sudden end is passed over."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, Outcome]:
        """Return what is finished, by key; nothing where there is no journal.

        Raises InputError where it can't be read.
        """
        try:
            lines = self._path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._refused("path.unreadable", error) from error
        return dict(entry for line in lines if (entry := _parsed(line)) is not None)

    def write(self, key: str, outcome: Outcome) -> None:
        """Add an outcome at the end, on a line of its own; raise InputError where that can't be."""
        line = json.dumps({"key": key, **asdict(outcome)}, ensure_ascii=False)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a+b") as file:
                end = file.seek(0, os.SEEK_END)
                file.seek(max(0, end - 1))
                cut = file.read() not in (b"", b"\n")
                file.write(b"\n" * cut + line.encode() + b"\n")
        except OSError as error:
            raise self._refused("out.unwritable", error) from error

    def _refused(self, key: str, error: OSError) -> InputError:
        return InputError([Fault(str(self._path), key, values={"value": refusal(error)})])


def _parsed(line: bytes) -> tuple[str, Outcome] | None:
    """Return a line's key and outcome; an earlier planner's journal calls optimal what settled."""
    try:
        entry = cast("dict[str, Any]", json.loads(line))
        key, outcome = entry.pop("key"), Outcome(**entry)
        earlier = cast("str", outcome.status) == "optimal"
        return key, replace(outcome, status="settled") if earlier else outcome
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
