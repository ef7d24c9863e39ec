"""What the panel says in words and tables: HTML that suits any theme, every name escaped."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, cast

from planner.charts.labels import short_station
from planner.comparison.goals import goals as valued
from planner.comparison.pairings import CHANGES, pairings
from planner.comparison.sides import Side
from planner.dataset import Dataset
from planner.errors import InputError, NoPlanError
from planner.pairing.duty import PAIRING
from planner.pairing.plan import Plan
from planner.panels.answers import Answer, Asked
from planner.repairs import Repairs
from planner.repairs.figures import told as told_change
from planner.wording import AMONG, BETWEEN, told
from planner.words import Language, say

_ALERT, _QUIET, _FINE = "planner-alert", "planner-quiet", "planner-fine"
_TIE = "tie"
LISTED = 8
"""So many repairs have a button."""


def message(answer: Answer, dataset: Dataset, language: Language) -> str:
    """Return whether the settings have a plan and what is proved of it, or the sentence why not."""
    trouble = answer.trouble
    if trouble is None:
        look = _QUIET if answer.plan is None else _FINE
        return _box(look, [say(f"panel.{answer.state}", language)])
    if isinstance(trouble, NoPlanError):
        lines = [trouble.sentence(language)]
    elif isinstance(trouble, InputError):
        lines = [fault.text(language) for fault in trouble.faults]
    else:
        lines = [trouble.text(language)]
    lines = [_made_here(line, dataset, language) for line in lines]
    return _box(_ALERT, [*lines, say("panel.kept", language)])


def alert(line: str) -> str:
    """Return a line that says what went wrong."""
    return _box(_ALERT, [line])


def fine(line: str) -> str:
    """Return a line that says what went well."""
    return _box(_FINE, [line])


def repairs(answer: Answer, dataset: Dataset, language: Language) -> str:
    """Return the smallest repairs of settings without a plan, each with a button that makes it.

    While they are being looked for it says so. A button's `data-repair` is the repair's place.
    """
    if answer.state == "refused":
        return _box(_QUIET, [say("panel.refused", language)])
    found = cast("Repairs[Any] | None", answer.repairs)
    if found is None:
        return ""
    if not found.found:
        return _box(_ALERT, found.text(language).splitlines())
    head, *lines = found.text(language).splitlines()
    told = [escape(head)]
    for number, repair in enumerate(found.found[:LISTED]):
        does_what = say("repair.and", language).join(
            told_change(change, language) for change in repair.changes
        )
        words = escape(_made_here(does_what, dataset, language))
        does = escape(say("panel.repair", language))
        told.append(f'<button data-repair="{number}">{does}</button> {words}')
    told += [escape(line.strip()) for line in lines[len(found.found[:LISTED]) :]]
    return f'<div class="{_ALERT}">{"<br>".join(told)}</div>'


def in_force(plan: Plan, language: Language) -> str:
    """Return how many pairings of the plan in force the plan keeps; nothing where none is."""
    if plan.in_force is None:
        return ""
    total, pairing = plan.in_force.height, ["unit_id", "station_id"]
    kept = plan.in_force.join(plan.pairs, pairing, "semi").height
    words = say("panel.in_force", language, total=total, kept=kept, changed=total - kept)
    return f"<b>{escape(words)}</b>"


def changes(asked: Asked, plan: Plan, baseline: Plan, language: Language) -> str:
    """Return a line of what is other than in the baseline: the pairings, and the settings."""
    settings = told(asked.scenario.changes, language)
    every = pairings(baseline.pairs, plan.pairs)
    counts = {change: every.filter(change=change).height for change in CHANGES}
    units = every.filter(every["change"] != "kept")["unit_id"].n_unique()
    key = "panel.changes" if units else "panel.no_changes"
    lines = [say(key, language, units=units, **counts)]
    if settings:
        lines.append(say("panel.settings", language, settings=AMONG[language].join(settings)))
    return f'<div class="planner-line">{escape(BETWEEN[language].join(lines))}</div>'


def goals(plan: Plan, asked: Asked, baseline: Plan, base: Asked, language: Language) -> str:
    """Return every goal's value, part by part, and how it differs from the baseline's.

    The baseline is valued by the data and policy of the plan, so that like stands with like.
    """
    parts = [part.part for part in plan.parts]
    cells = _valued(plan, asked, baseline, base, language)
    names = list(dict.fromkeys(goal for _, goal in cells))
    head = [say("panel.goal", language)]
    head += [say(f"part.{part}", language) for part in parts]
    rows = [
        [say(f"goal.{name}", language), *(cells.get((part, name), "") for part in parts)]
        for name in names
    ]
    return _table(head, rows)


def moved(plan: Plan, baseline: Plan, language: Language) -> str:
    """Return which pairings moved, are new or dropped against the baseline, unit by unit."""
    every = pairings(baseline.pairs, plan.pairs).to_dicts()
    rows = [
        [escape(text) for text in
         (row["unit"], *(short_station(row[f"{end}_station"] or "") for end in ("from", "to")))]
        for row in every if row["change"] != "kept"
    ]  # fmt: skip
    names = [say(f"panel.{name}", language) for name in ("unit", "dropped", "new")]
    return _table(names, rows) if rows else ""


def kept(
    plans: Sequence[tuple[Plan, Asked]], baseline: Plan, base: Asked, language: Language
) -> str:
    """Return the plans kept, beside each other: what they were asked for and every goal's value."""
    if not plans:
        return ""
    sides = [_valued(plan, asked, baseline, base, language) for plan, asked in plans]
    own = {
        (part.part, goal.goal): f"{goal.value:,}"
        for part in baseline.parts for goal in part.goals if goal.goal != _TIE
    }  # fmt: skip
    names = list(dict.fromkeys(key for cells in (own, *sides) for key in cells))
    head = [say("panel.part", language), say("panel.goal", language)]
    head += [say("panel.baseline", language), *(_asked(asked, language) for _, asked in plans)]
    rows = [
        [say(f"part.{part}", language), say(f"goal.{goal}", language),
         own.get((part, goal), ""), *(cells.get((part, goal), "") for cells in sides)]
        for part, goal in names
    ]  # fmt: skip
    title = escape(say("panel.kept_plans", language))
    note = escape(say("panel.alike", language))
    return f"<b>{title}</b>{_table(head, rows)}<small>{note}</small>"


def _asked(asked: Asked, language: Language) -> str:
    """Return what was changed for a plan, in words."""
    return BETWEEN[language].join(told(asked.scenario.changes, language)) or say(
        "panel.baseline", language
    )


def _valued(
    plan: Plan, asked: Asked, baseline: Plan, base: Asked, language: Language
) -> dict[tuple[str, str], str]:
    """Return a cell a goal: its value, by how much it differs, and whether that is better."""
    before, after = (
        Side(name, of, PAIRING, dataset=what.changed()[0], policy=what.changed()[1])
        for name, of, what in (("1", baseline, base), ("2", plan, asked))
    )
    frame, _ = valued(before, after)
    cells: dict[tuple[str, str], str] = {}
    for row in frame.to_dicts():
        if row["goal"] == _TIE or row["after"] is None:
            continue
        text = f"{row['after']:,}"
        difference = row["difference"]
        if difference:
            verdict = {True: "better", False: "worse", None: "no_verdict"}[row["better"]]
            words = escape(say(f"panel.{verdict}", language))
            text += f' <span class="planner-{verdict}">{difference:+,} {words}</span>'
        cells[row["part"], row["goal"]] = text
    return cells


def _made_here(text: str, dataset: Dataset, language: Language) -> str:
    """Return a text in which rows that are no file's, but pins made here, are called so."""
    file, rows = re.escape(dataset.file("pins")), dataset.pins["row"].to_list()
    last = max(rows, default=1)

    def said(found: re.Match[str]) -> str:
        return say("panel.here", language) if int(found[1]) > last else found[0]

    return re.sub(rf"{file}:(\d+)(?: [a-z_]+)?", said, text)


def _box(look: str, lines: Iterable[str]) -> str:
    return f'<div class="{look}">{"<br>".join(map(escape, lines))}</div>'


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose cells are HTML already; its names are words."""
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table class="planner-figures-table"><tr>{head}</tr>{body}</table>'
