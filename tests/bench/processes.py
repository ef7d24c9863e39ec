"""Running a measurement in a process of its own, with its time limit and its peak of memory.

The caller must stay small: on Linux a child's peak begins at its parent's.
"""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Timer
from typing import Any

from tests.bench.folders import ROOT

_GRACE = 3.0
"""Seconds past its limit before a solver that does not stop by itself is ended."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a process said, how it ended, its seconds from start to end and its peak memory in MB.

    `stopped` where it was ended at its limit; `error` has its last words where it failed.
    """

    events: list[dict[str, Any]]
    seconds: float
    peak_mb: float | None
    stopped: bool
    error: str | None


def job(arguments: Sequence[str], limit: float | None = None) -> Outcome:
    """Run `tests.bench.job`; the limit runs from the moment its clock starts."""
    return _run([sys.executable, "-m", "tests.bench.job", *arguments], limit)


def command(arguments: Sequence[str]) -> Outcome:
    """Run `planner` as a user would."""
    return _run([sys.executable, "-m", "planner", *arguments], None)


def _run(words: list[str], limit: float | None) -> Outcome:
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as complaints:
        process = subprocess.Popen(
            words, cwd=ROOT, stdout=subprocess.PIPE, stderr=complaints, encoding="utf-8"
        )
        killed, events = list[bool](), list[dict[str, Any]]()

        def kill() -> None:
            killed.append(True)
            process.kill()

        timer = None
        assert process.stdout is not None
        for line in process.stdout:
            if not line.startswith('{"event"'):
                continue
            events.append(json.loads(line))
            if events[-1]["event"] == "start" and limit is not None:
                timer = Timer(limit + _GRACE, kill)
                timer.start()
        code, peak = _waited(process)
        if timer is not None:
            timer.cancel()
        seconds = time.perf_counter() - start
        complaints.seek(0)
        last = (complaints.read().strip().splitlines() or [f"exit {code}"])[-1]
    return Outcome(events, seconds, peak, bool(killed), last if code and not killed else None)


def _waited(process: subprocess.Popen[str]) -> tuple[int, float | None]:
    """Return a process's exit code and peak memory; None where the system does not tell."""
    if not hasattr(os, "wait4"):
        return process.wait(), None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, KiB elsewhere
    return process.returncode, usage.ru_maxrss / unit


def has(library: str) -> bool:
    """Return whether a library is installed."""
    return importlib.util.find_spec(library) is not None
