"""A plan as a notebook shows it: HTML that needs nothing from outside and suits any theme.

Text has no colour of its own and lines are half-transparent grey, so that light and dark both
read well. Every word that comes from a table is escaped. Of the rows' table a duty gives the cells.
"""

from collections.abc import Iterable, Sequence
from html import escape

import polars as pl

from planner.words import Language, say

_STYLE = """<style>
.planner-plan summary { margin-top: .8em }
.planner-plan table { border-collapse: collapse; margin: .4em 0 .8em }
.planner-plan tbody tr, .planner-plan tbody tr:hover { background: none }
.planner-plan th, .planner-plan td { padding: 2px 10px; text-align: left; vertical-align: top }
.planner-plan td { border-top: 1px solid rgba(128, 128, 128, .4) }
.planner-plan .number { text-align: right }
.planner-plan th, .planner-plan .faint { opacity: .7; font-weight: normal }
</style>"""


def page(title: str, parts: Iterable[str]) -> str:
    """Return a plan as HTML: its title, and its parts one under the other."""
    return f'<div class="planner-plan">{_STYLE}<b>{escape(title)}</b>{"".join(parts)}</div>'


def part_html(
    heading: str, goals: pl.DataFrame, rows: str, language: Language, *, checked: bool
) -> str:
    """Return a part: its heading with its status, its goals (of `Plan.goals()`), its rows' table.

    A part without goals is one that was taken as it stood. Only one that was `checked` is called
    optimal.
    """
    return (
        f"<details open><summary><b>{escape(heading)}</b> · "
        f"{escape(_status(goals, language, checked))}</summary>"
        f"{_goals(goals, language, checked)}{rows}</details>"
    )


def _status(goals: pl.DataFrame, language: Language, checked: bool) -> str:
    """Return what is known; of a part that is not, the first goal left open and its gap."""
    if goals.is_empty():
        return say("plan.standing", language)
    unproved = goals.filter(pl.col("value") != pl.col("bound"))
    if unproved.is_empty():
        return say("plan.optimal" if _optimal(goals, checked) else "plan.at_bound", language)
    first = unproved.row(0, named=True)
    gap = abs(first["value"] - first["bound"])
    return say("plan.feasible", language, goal=say(f"goal.{first['goal']}", language), gap=gap)


def _optimal(goals: pl.DataFrame, checked: bool) -> bool:
    return checked and "settled" not in goals["status"]


def _goals(goals: pl.DataFrame, language: Language, checked: bool) -> str:
    if goals.is_empty():
        return ""
    sure = _optimal(goals, checked)
    rows: list[str] = []
    for goal in goals.iter_rows(named=True):
        met, key = goal["value"] == goal["bound"], "goals" if sure else "word"
        words = (f"goal.{goal['goal']}", f"sense.{goal['sense']}")
        name, sense = (say(word, language) for word in words)
        cells = (
            cell(name), cell(sense, "faint"), number(goal["value"]), number(goal["bound"]),
            cell(say(f"{key}.{'yes' if met else 'no'}", language), "faint"),
        )  # fmt: skip
        rows.append(row(cells))
    names = ("goal", "sense", "value", "bound", "proved" if sure else "bound.met")
    return table([say(f"goals.{name}", language) for name in names], {2, 3}, rows)


def table(names: Sequence[str], numbers: set[int], rows: Iterable[str]) -> str:
    """Return a table; `numbers` are the columns set to the right, `rows` come from `row`."""
    heads = (cell(name, "number" if at in numbers else "", "th") for at, name in enumerate(names))
    return f"<table><thead>{row(heads)}</thead><tbody>{''.join(rows)}</tbody></table>"


def row(cells: Iterable[str]) -> str:
    """Return a row of cells."""
    return f"<tr>{''.join(cells)}</tr>\n"


def cell(value: object, look: str = "", tag: str = "td") -> str:
    """Return one cell, its text escaped."""
    seen = f' class="{look}"' if look else ""
    return f"<{tag}{seen}>{escape(str(value))}</{tag}>"


def number(value: int | None) -> str:
    """Return a cell with a number, or with nothing."""
    return cell("" if value is None else value, "number")
