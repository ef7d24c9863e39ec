"""What a sweep shows on a terminal: its progress with the time left, and its result."""

import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, get_args

import polars as pl
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from planner.plans.claims import HASHES
from planner.sweep.make import BASELINE
from planner.sweep.work import Status
from planner.terminal import clean, draw, screen, write_error
from planner.wording import named
from planner.words import WORDS, Language, say

ROWS = 60
"""Rows of a result that a terminal shows; longer ones are for a spreadsheet."""


class Count:
    """Counts scenarios, on a bar where there is one."""

    def __init__(self, label: str, bar: Progress | None) -> None:
        self.done = 0
        self._label, self._bar = label, bar

    def __call__(self, done: int, total: int) -> None:
        """Take note that so many are done, of how many."""
        self.done = done
        if self._bar is None:
            return
        if not self._bar.task_ids:
            self._bar.add_task(self._label, total=total, completed=done)
        self._bar.update(self._bar.task_ids[0], completed=done)


@contextmanager
def counting(language: Language, quiet: bool, journal: Path) -> Generator[Count]:
    """Show on a terminal how many scenarios are done and the time left.

    Where Ctrl-C ends it, say where what was finished is kept.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = None
    if not quiet and sys.stderr is not None and sys.stderr.isatty():
        bar = Progress(*columns, TimeRemainingColumn(), console=screen(error=True), transient=True)
    count = Count(say("sweep.working", language), bar)
    try:
        with bar or nullcontext():
            yield count
    except KeyboardInterrupt:
        if count.done:
            kept = say("sweep.kept", language, number=count.done, journal=journal)
            write_error(kept)
        raise


def show(frame: pl.DataFrame, language: Language) -> None:
    """Print a row for each scenario: its result, and what it costs against the baseline."""
    if frame.height > ROWS:
        return
    table = Table(title=say("sweep.shown", language))
    counts = [name for name in ("changes", "new", "cost") if name in frame.columns]
    for column in ("scenario", "status", *counts, "difference"):
        aside = "right" if column in counts else "left"
        table.add_column(say(f"sweep.shown.{column}", language), justify=aside, overflow="fold")
    hashes = {f"goal.{name}" for name in HASHES}
    goals = [name for name in frame.columns if _goal(name) in WORDS and _goal(name) not in hashes]
    base: Mapping[str, Any] = {}
    for row in frame.iter_rows(named=True):
        name = row["name"]
        if name == BASELINE:
            base, name = row, say("sweep.shown.baseline", language)
        else:
            name = named(name, row, language)
        cells = (
            f"{row.get('dataset', '')} {name}".strip(),
            say(f"sweep.shown.{row['status']}", language),
            *("" if row[count] is None else str(row[count]) for count in counts),
            row["sentence"] or _difference(row, base, goals, language),
        )
        table.add_row(*map(clean, cells))
    draw(table)


def summary(frame: pl.DataFrame) -> dict[str, int]:
    """Return how many scenarios there are, in all and by status."""
    status = frame["status"].to_list()
    kinds: tuple[Status, ...] = get_args(Status)
    return {"number": frame.height, **{kind: status.count(kind) for kind in kinds}}


def _difference(
    row: Mapping[str, Any], base: Mapping[str, Any], goals: Sequence[str], language: Language
) -> str:
    """Return the first goal that has another value than in the baseline, where that has one.

    Goals are strictly in order: the first decides which of two plans is better.
    """
    for name in goals:
        if base.get(name) is not None and base[name] != row[name]:
            part = say(f"part.{name.partition('.')[0]}", language)
            return f"{part} {say(_goal(name), language)} {base[name]} → {row[name]}"
    return ""


def _goal(column: str) -> str:
    """Return the entry of the words that a goal's column has."""
    return f"goal.{column.partition('.')[2]}"
