"""A plan as a notebook shows it: HTML that needs nothing from outside and suits any theme.

Text has no colour of its own and lines are half-transparent grey, so that light and dark both
read well. Every word that comes from a table is escaped.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

import polars as pl

from planner.words import Language, say

_PARTS = (("leaders", "leader"), ("departments", "department"))
_STYLE = """<style>
.planner-plan summary { margin-top: .8em }
.planner-plan table { border-collapse: collapse; margin: .4em 0 .8em }
.planner-plan tbody tr, .planner-plan tbody tr:hover { background: none }
.planner-plan th, .planner-plan td { padding: 2px 10px; text-align: left; vertical-align: top }
.planner-plan td { border-top: 1px solid rgba(128, 128, 128, .4) }
.planner-plan .number { text-align: right }
.planner-plan th, .planner-plan .faint { opacity: .7; font-weight: normal }
</style>"""


def plan_html(
    pairs: pl.DataFrame,
    goals: pl.DataFrame,
    year: int,
    language: Language = "zh",
    *,
    checked: bool = False,
) -> str:
    """Return a plan as HTML: part by part its status, its goals, and its pairings by unit.

    `pairs` and `goals` are `Plan.pairs` and `Plan.goals()`. A part with pairings and no goals is
    one that was taken as it stood. Only a plan that was `checked` is called optimal.
    """
    shown = [
        _part(part, pairs.filter(kind=kind), goals.filter(part=part), language, checked)
        for part, kind in _PARTS
        if kind in pairs["kind"] or part in goals["part"]
    ]
    title = escape(say("plan.title", language, year=year))
    return f'<div class="planner-plan">{_STYLE}<b>{title}</b>{"".join(shown)}</div>'


def _part(
    part: str, pairs: pl.DataFrame, goals: pl.DataFrame, language: Language, checked: bool
) -> str:
    key = "plan.part_one" if pairs.height == 1 else "plan.part"
    heading = say(key, language, part=say(f"part.{part}", language), pairs=pairs.height)
    return (
        f"<details open><summary><b>{escape(heading)}</b> · "
        f"{escape(_status(goals, language, checked))}</summary>"
        f"{_goals(goals, language, checked)}"
        f"{_pairs(pairs, part == 'departments', language)}</details>"
    )


def _status(goals: pl.DataFrame, language: Language, checked: bool) -> str:
    """Return what is known; of a part that is not, the first goal left open and its gap."""
    if goals.is_empty():
        return say("plan.standing", language)
    unproved = goals.filter(pl.col("value") != pl.col("bound"))
    if unproved.is_empty():
        return say("plan.optimal" if checked else "plan.at_bound", language)
    first = unproved.row(0, named=True)
    gap = abs(first["value"] - first["bound"])
    return say("plan.feasible", language, goal=say(f"goal.{first['goal']}", language), gap=gap)


def _goals(goals: pl.DataFrame, language: Language, checked: bool) -> str:
    if goals.is_empty():
        return ""
    rows: list[str] = []
    for goal in goals.iter_rows(named=True):
        met, key = goal["value"] == goal["bound"], "goals" if checked else "goals.bound"
        words = (f"goal.{goal['goal']}", f"sense.{goal['sense']}")
        name, sense = (say(word, language) for word in words)
        cells = (
            _cell(name), _cell(sense, "faint"), _number(goal["value"]), _number(goal["bound"]),
            _cell(say(f"{key}.{'yes' if met else 'no'}", language), "faint"),
        )  # fmt: skip
        rows.append(_row(cells))
    names = ("goal", "sense", "value", "bound", "proved" if checked else "bound.met")
    return _table([say(f"goals.{name}", language) for name in names], {2, 3}, rows)


def _pairs(pairs: pl.DataFrame, applies: bool, language: Language) -> str:
    """Return the pairings by unit; `applies` where units have wishes and expertise."""
    if pairs.is_empty():
        return ""
    rows: list[str] = []
    for (_,), of_unit in pairs.group_by(["unit_id"], maintain_order=True):
        unit = escape(str(of_unit["unit"][0]))
        head = f'<td rowspan="{of_unit.height}">{unit}</td>'
        for at, pair in enumerate(of_unit.iter_rows(named=True)):
            rows.append(_row([*([] if at else [head]), *_pairing(pair, applies)]))
    names = ["unit", "station", "place", "need", "minutes", *(["wish", "fit"] if applies else [])]
    return _table([say(f"plan.{name}", language) for name in names], {3, 4, 5}, rows)


def _pairing(pair: dict[str, Any], applies: bool) -> list[str]:
    place = f"{pair['city']} · {pair['county']}"
    cells = [
        _cell(pair["station"]), _cell(place, "faint"),
        _number(pair["need"]), _number(pair["travel_minutes"]),
    ]  # fmt: skip
    wishes = [_number(pair["wish"]), _cell("✓" if pair["fit"] else "")] if applies else []
    return cells + wishes


def _table(names: Iterable[str], numbers: set[int], rows: Iterable[str]) -> str:
    """Return a table; `numbers` are the columns set to the right."""
    heads = (_cell(name, "number" if at in numbers else "", "th") for at, name in enumerate(names))
    return f"<table><thead>{_row(heads)}</thead><tbody>{''.join(rows)}</tbody></table>"


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>\n"


def _cell(value: object, look: str = "", tag: str = "td") -> str:
    seen = f' class="{look}"' if look else ""
    return f"<{tag}{seen}>{escape(str(value))}</{tag}>"


def _number(value: int | None) -> str:
    return _cell("" if value is None else value, "number")
