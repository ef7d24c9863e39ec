"""A comparison in words."""

import io
from collections.abc import Iterator
from typing import Any, Protocol

import polars as pl

from planner.comparison.pairings import CHANGES
from planner.errors import Sentence
from planner.plans.duty import Duty
from planner.words import Language, say

Row = dict[str, Any]

MOST = 60
"""Rows of a plan that are told; the frames have all of them."""


class Compared(Protocol):
    """What is said of plans beside a baseline; see `planner.comparison.compare.Comparison`."""

    @property
    def duty(self) -> Duty:
        """The duty of all of them."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """The plans' names, the baseline first."""
        ...

    @property
    def scenarios(self) -> tuple[str | None, ...]:
        """The scenario of each."""
        ...

    @property
    def notes(self) -> tuple[tuple[str, Sentence], ...]:
        """What else there is to know of a plan."""
        ...

    def of(self, name: str) -> dict[str, pl.DataFrame]:
        """Return the frames of one plan beside the baseline, by name."""
        ...


def text_of(comparison: Compared, language: Language = "zh") -> str:
    """Return a comparison in words: of each plan the input, its rows, its goals and its cost."""
    texts, duty = list[str](), comparison.duty
    for name in comparison.names[1:]:
        frames = comparison.of(name)
        titles = _titles(comparison, name, language)
        lines = [say("beside.title", language, **titles)]
        lines += [note.text(language) for plan, note in comparison.notes if plan == name]
        lines += _inputs(frames["inputs"], language)
        lines += _rows(duty, frames["pairings"], language)
        lines += _places(duty, frames["cities"], language)
        lines += [_goals(frames["goals"], language), *_cost(frames["cost"], language)]
        texts.append("\n".join(lines))
    return "\n\n".join(texts)


def _titles(comparison: Compared, name: str, language: Language) -> dict[str, str]:
    """Return the names of the baseline and of a plan, with their scenarios."""
    scenarios = dict(zip(comparison.names, comparison.scenarios, strict=True))
    return {
        key: plan
        if scenarios[plan] is None
        else say("beside.with", language, plan=plan, scenario=scenarios[plan])
        for key, plan in (("before", comparison.names[0]), ("after", name))
    }


def _inputs(frame: pl.DataFrame, language: Language) -> Iterator[str]:
    if frame.is_empty():
        yield say("beside.same_input", language)
    for row in frame.iter_rows(named=True):
        place = " ".join(part for part in (row["table"], row["row"], row["column"]) if part)
        values = {"before": row["before"], "after": row["after"], "place": place}
        aside = f".{row['what']}" if row["what"] in ("scenario", "file") else ""
        change = "differs" if row["after"] is not None else "removed"
        change = change if row["before"] is not None else "added"
        yield f"  {say(f'beside.{change}{aside}', language, **values)}"


def _rows(duty: Duty, frame: pl.DataFrame, language: Language) -> Iterator[str]:
    """Yield in the duty's words how many rows stay, and which do not."""
    counts = {change: frame.filter(change=change).height for change in CHANGES}
    yield say(f"beside.{duty.name}.counts", language, **counts)
    changed = frame.filter(pl.col("change") != "kept")
    for row in changed.head(MOST).iter_rows(named=True):
        posting = say(f"posting.{row['kind']}", language) if duty.name == "exchange" else ""
        yield "  " + say(f"beside.{duty.name}.{row['change']}", language, posting=posting, **row)
    if changed.height > MOST:
        yield "  " + say("beside.more_rows", language, count=changed.height - MOST)


def _places(duty: Duty, frame: pl.DataFrame, language: Language) -> Iterator[str]:
    differ = frame.filter(pl.col("before") != pl.col("after"))
    rows = differ.rename({duty.place: "city"}).iter_rows(named=True)
    places = [say("beside.city", language, **row) for row in rows]
    if places:
        joined = say("word.comma", language).join(places)
        yield say(f"beside.{duty.name}.cities", language, cities=joined)


def _cost(frame: pl.DataFrame, language: Language) -> Iterator[str]:
    """Yield the cost in all, and the departments and months in which it is another."""
    if frame.is_empty():
        return
    yield say("beside.cost", language, **_sums(frame))
    for key, columns in (("units", ["unit_id", "unit"]), ("months", ["month"])):
        groups = frame.group_by(columns, maintain_order=True)
        sums = [(names, _sums(some)) for names, some in groups]
        told = [
            say("beside.cost.one", language, name=_named(names), **figures)
            for names, figures in sorted(sums, key=lambda one: one[0])
            if figures["before"] != figures["after"]
        ]
        if told:
            yield "  " + say(f"beside.cost.{key}", language)
            yield from (f"    {line}" for line in told)


def _sums(frame: pl.DataFrame) -> dict[str, Any]:
    before, after = int(frame["before"].sum()), int(frame["after"].sum())
    return {"before": before, "after": after, "difference": f"{after - before:+d}"}


def _named(names: tuple[Any, ...]) -> str:
    """Return a month, or a unit's name with its id where it has one."""
    identifier, *name = names
    return identifier if not name or name[0] == identifier else f"{name[0]}（{identifier}）"


def _goals(frame: pl.DataFrame, language: Language) -> str:
    """Return the table of goals, drawn."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD)
    for key in ("goals.part", "goals.goal", "beside.before", "beside.after"):
        table.add_column(say(key, language), justify="left" if key.startswith("goals") else "right")
    table.add_column(say("beside.difference", language), justify="right")
    table.add_column("")
    for row in frame.iter_rows(named=True):
        cells = ("" if row[name] is None else str(row[name]) for name in ("before", "after"))
        names = say(f"part.{row['part']}", language), say(f"goal.{row['goal']}", language)
        table.add_row(*names, *cells, _difference(row), remark(row, language))
    screen = Console(file=io.StringIO(), width=120, markup=False, emoji=False, highlight=False)
    with screen.capture() as drawn:
        screen.print(table)
    return "\n".join(line.rstrip() for line in drawn.get().splitlines() if line.strip())


def _difference(row: Row) -> str:
    return (
        "" if row["difference"] is None else f"{row['difference']:+d}" if row["difference"] else "="
    )


def remark(row: Row, language: Language) -> str:
    """Return whether a goal is better or worse, the first to differ, or not settled."""
    key = {True: "beside.better", False: "beside.worse"}.get(row["better"])
    keys = [key, "beside.first" if row["first"] else None]
    lacks = row["before"] is None or row["after"] is None
    keys.append("beside.one_only" if lacks else None)
    keys.append("beside.no_verdict" if row["difference"] is None and not lacks else None)
    keys.append(None if row["settled"] else "beside.open")
    return say("word.comma", language).join(say(key, language) for key in keys if key)
