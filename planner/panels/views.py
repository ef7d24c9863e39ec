"""What the panel says in words and tables: HTML that suits any theme, every name escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from planner.comparison.pairings import pairings
from planner.errors import InputError, NoPlanError
from planner.pairing.plan import Plan
from planner.panels.answers import Answer
from planner.words import Language, say

_TABLE = "border-collapse:collapse;margin:.4em 0 1em"
_CELL = "padding:2px 8px;border-top:1px solid rgba(128,128,128,.4);text-align:"
_ALERT = "border-left:4px solid #b3003b;padding:.3em .8em;margin:.3em 0"
_QUIET = "border-left:4px solid #808080;padding:.3em .8em;margin:.3em 0"
_FINE = "border-left:4px solid #009e73;padding:.3em .8em;margin:.3em 0"


def message(answer: Answer, language: Language) -> str:
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
    return _box(_ALERT, [*lines, say("panel.kept", language)])


def alert(line: str) -> str:
    """Return a line that says what went wrong."""
    return _box(_ALERT, [line])


def fine(line: str) -> str:
    """Return a line that says what went well."""
    return _box(_FINE, [line])


def repairs(answer: Answer, language: Language) -> str:
    """Return the smallest repairs of settings without a plan, or that they are being looked for."""
    if answer.state == "refused":
        return _box(_QUIET, [say("panel.refused", language)])
    if answer.repairs is None:
        return ""
    return _box(_ALERT, answer.repairs.text(language).splitlines())


def in_force(plan: Plan, language: Language) -> str:
    """Return how many pairings of the plan in force the plan keeps; nothing where none is."""
    if plan.in_force is None:
        return ""
    total, pairing = plan.in_force.height, ["unit_id", "station_id"]
    kept = plan.in_force.join(plan.pairs, pairing, "semi").height
    words = say("panel.in_force", language, total=total, kept=kept, changed=total - kept)
    return f"<b>{escape(words)}</b>"


def goals(plan: Plan, baseline: Plan, language: Language) -> str:
    """Return every goal's value beside the baseline's, those that differ in bold."""
    before = {(g["part"], g["goal"]): g["value"] for g in baseline.goals().to_dicts()}
    rows: list[list[str]] = []
    for goal in plan.goals().to_dicts():
        was = before.get((goal["part"], goal["goal"]))
        change = "" if was is None or was == goal["value"] else f"{goal['value'] - was:+d}"
        words = (say(f"{kind}.{goal[kind]}", language) for kind in ("part", "goal"))
        rows.append([*words, str(goal["value"]), change])
    names = ("part", "goal", "value", "change")
    return _table([say(f"panel.{name}", language) for name in names], rows, numbers=2)


def moved(plan: Plan, baseline: Plan, language: Language) -> str:
    """Return which pairings moved, are new or dropped against the baseline, unit by unit."""
    every = pairings(baseline.pairs, plan.pairs).to_dicts()
    changed = [row for row in every if row["change"] != "kept"]
    units = len({row["unit_id"] for row in changed})
    key = "panel.moved_one" if units == 1 else "panel.moved"
    head = f"<b>{escape(say(key, language, kept=len(every) - len(changed), units=units))}</b>"
    rows = [
        [f"{row['unit_id']} {row['unit']}", row["from_station"] or "", row["to_station"] or ""]
        for row in changed
    ]
    names = [say(f"panel.{name}", language) for name in ("unit", "dropped", "new")]
    return head + (_table(names, rows, numbers=0) if rows else "")


def _box(look: str, lines: Iterable[str]) -> str:
    return f'<div style="{look}">{"<br>".join(map(escape, lines))}</div>'


def _table(names: Sequence[str], rows: Iterable[Sequence[str]], numbers: int) -> str:
    """Return a table, the last `numbers` columns of it to the right."""

    def cells(row: Sequence[str], tag: str) -> str:
        ends = ["left"] * (len(row) - numbers) + ["right"] * numbers
        return "".join(
            f'<{tag} style="{_CELL}{end}">{escape(cell)}</{tag}>'
            for cell, end in zip(row, ends, strict=True)
        )

    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    return f'<table style="{_TABLE}"><tr>{cells(names, "th")}</tr>{body}</table>'
