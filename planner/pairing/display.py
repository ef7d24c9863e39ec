"""A year's pairings as a notebook shows them."""

from html import escape
from typing import Any

import polars as pl

from planner.pairing.units import KIND
from planner.plans.display import cell, number, page, part_html, row, table
from planner.words import Language, say


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
        for part, kind in KIND.items()
        if kind in pairs["kind"] or part in goals["part"]
    ]
    return page(say("plan.title", language, year=year), shown)


def _part(
    part: str, pairs: pl.DataFrame, goals: pl.DataFrame, language: Language, checked: bool
) -> str:
    key = "plan.part_one" if pairs.height == 1 else "plan.part"
    heading = say(key, language, part=say(f"part.{part}", language), pairs=pairs.height)
    rows = rows_html(pairs, part, language)
    return part_html(heading, goals, rows, language, checked=checked)


def rows_html(pairs: pl.DataFrame, part: str, language: Language) -> str:
    """Return the pairings by unit; departments have wishes and expertise."""
    if pairs.is_empty():
        return ""
    applies, rows = part == "departments", list[str]()
    for (_,), of_unit in pairs.group_by(["unit_id"], maintain_order=True):
        unit = escape(str(of_unit["unit"][0]))
        head = f'<td rowspan="{of_unit.height}">{unit}</td>'
        for at, pair in enumerate(of_unit.iter_rows(named=True)):
            rows.append(row([*([] if at else [head]), *_pairing(pair, applies)]))
    names = ["unit", "station", "place", "need", "minutes", *(["wish", "fit"] if applies else [])]
    return table([say(f"plan.{name}", language) for name in names], {3, 4, 5}, rows)


def _pairing(pair: dict[str, Any], applies: bool) -> list[str]:
    place = f"{pair['city']} · {pair['county']}"
    cells = [
        cell(pair["station"]), cell(place, "faint"),
        number(pair["need"]), number(pair["travel_minutes"]),
    ]  # fmt: skip
    wishes = [number(pair["wish"]), cell("✓" if pair["fit"] else "")] if applies else []
    return cells + wishes
