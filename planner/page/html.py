"""The leader's page as HTML: nothing of it is fetched, and it prints on A4."""

import base64
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import altair as alt
import polars as pl

from planner.charts import alt_text, plan_map, save_chart
from planner.charts.lines import halves
from planner.charts.theme import KINDS
from planner.charts.wishes import told_wish
from planner.page.facts import Facts
from planner.synthetic import synthetic
from planner.words import Language, say

STYLE = (Path(__file__).parent / "page.css").read_text("utf-8")
Row = Sequence[object]
_SIZE = (460, 600)
_TIGHT = 'width="100%" cellspacing=0 cellpadding=1'
_WIDE = 340
"""What the style sheet says again for browsers: LibreOffice reads nothing but attributes."""
_LINE = 16
"""A line of a cell holds so many characters, about."""
_SHORT = 20
"""Cells of so few halves of a Chinese character are not broken."""


def html_of(facts: Facts, on: date, language: Language) -> str:
    """Return the page: the sentence, map, balance, what is proved, units, what was not met."""
    plan = facts.plan
    title = say("page.title", language, year=plan.year)
    beside = (
        _section("page.balance", _balance(facts, language), language)
        + _section("page.proved", _proved(facts, language), language)
    )  # fmt: skip
    body = [
        f"<h1>{escape(title)}</h1>",
        *(f"<p class=sentence>{escape(line)}</p>" for line in sentences(facts, language)),
        _beside(_map(facts, language), beside),
        _section("page.units", _units(facts, language), language),
        _section("page.unmet", _unmet(facts, language), language),
        f"<footer>{_footer(facts, on, language)}</footer>",
    ]
    code = {"zh": "zh-CN", "en": "en"}[language]
    return (
        f'<!DOCTYPE html><html lang="{code}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>"
        f"{''.join(body)}</body></html>\n"
    )


def sentences(facts: Facts, language: Language) -> list[str]:
    """Return what the plan comes to, and what is known of it."""
    pairs = facts.plan.pairs
    units = {kind: pairs.filter(kind=kind)["unit_id"].n_unique() for kind in KINDS}
    outside = _outside(facts.bands)
    balance = "page.outside" if outside else "page.within"
    proved = "page.optimal" if facts.proved else "page.not_optimal"
    lines = [
        say(
            "page.sentence", language,
            leaders=units["leader"], departments=units["department"],
            stations=pairs["station_id"].n_unique(), fresh=facts.fresh,
            counties=pairs.select("city", "county").n_unique(),
        )
        + say(balance, language, outside=outside, cities=facts.bands.height)
        + say(proved, language, rules=facts.rules)
    ]  # fmt: skip
    if facts.scenario:
        lines.append(say("page.scenario", language, name=facts.scenario))
    return lines


def _outside(bands: pl.DataFrame) -> int:
    made = pl.col("leaders") + pl.col("departments")
    return bands.filter((made < pl.col("low")) | (made > pl.col("high"))).height


def _map(facts: Facts, language: Language) -> str:
    placed = facts.dataset.stations.drop_nulls(["lon", "lat"])
    if placed.is_empty():
        return ""
    # Small, so that its names are legible at half the width of the paper.
    chart = plan_map(facts.dataset.stations, facts.plan.pairs, language, key=False, size=_SIZE)
    words = alt_text(chart)
    chart.title = alt.Undefined  # The page has said it.
    with TemporaryDirectory() as folder:
        file = Path(folder) / "map.png"
        save_chart(chart, file)
        picture = base64.b64encode(file.read_bytes()).decode("ascii")
    return f'<img width={_WIDE} alt="{escape(words)}" src="data:image/png;base64,{picture}">'


def _balance(facts: Facts, language: Language) -> str:
    rows = [
        (city, f"{low}–{high}", leaders, departments, leaders + departments)
        for city, low, high, leaders, departments in facts.bands.iter_rows()
    ]
    return _table(("city", "due", "leaders", "departments", "total"), rows, language)


def _proved(facts: Facts, language: Language) -> str:
    """Return a row a goal: each part's value and the best there can be, and whether it is proved.

    They stand in the order of the part that has the most. What is proved of a part are its first
    goals, so many as its proof says.
    """
    cells: dict[str, dict[str, tuple[str, str]]] = {}
    unproved: set[str] = set()
    for proof in sorted(facts.proofs, key=lambda proof: -len(proof.part.goals)):
        for place, goal in enumerate(proof.part.goals):
            values = (f"{goal.value:,}", f"{goal.bound:,}")
            cells.setdefault(goal.goal, {})[proof.part.part] = values
            if place >= proof.proved:
                unproved.add(goal.goal)
    parts = [proof.part.part for proof in facts.proofs]
    rows = [
        (
            say(f"goal.{goal}", language),
            *(text for part in parts for text in by_part.get(part, ("", ""))),
            say("word.no" if goal in unproved else "word.yes", language),
        )
        for goal, by_part in cells.items() if goal != "tie"
    ]  # fmt: skip
    names = ["goal", *(name for part in parts for name in (part, "bound")), "is_proved"]
    return _table(names, rows, language)


def _units(facts: Facts, language: Language) -> str:
    units = facts.plan.pairs.group_by("kind", "unit_id", "unit", maintain_order=True).agg(
        "station", "city", "county"
    )
    rows = [
        (place, row["unit"], "、".join(row["station"]), "、".join(dict.fromkeys(row["city"])))
        for place, row in enumerate(units.to_dicts(), 1)
    ]
    return _halved(("number", "unit", "station", "city"), rows, language)


def _unmet(facts: Facts, language: Language) -> str:
    met, asked = facts.wishes["met"].sum(), facts.wishes.height
    rows = [
        (row["department"], row["rank"], row["place"], told_wish(row, language)[0])
        for row in facts.unmet.to_dicts()
    ]
    counted = f"<p>{escape(say('page.wishes', language, met=met, asked=asked))}</p>"
    table = _halved(("department", "rank", "place", "why"), rows, language) if rows else ""
    return counted + table


def _footer(facts: Facts, on: date, language: Language) -> str:
    said = [
        say(
            "page.source", language,
            number=facts.policy.source.number, data=facts.data.name,
            digest=facts.plan.policy[:12], date=on.isoformat(),
        ),
        synthetic(facts.data, language),
    ]  # fmt: skip
    return "<br>".join(escape(line) for line in said if line)


def _section(key: str, content: str, language: Language) -> str:
    return f"<section><h2>{escape(say(key, language))}</h2>{content}</section>"


def _beside(left: str, right: str) -> str:
    """Return two things beside each other; a table is what LibreOffice understands, too."""
    row = f"<tr valign=top><td>{left}</td><td>{right}</td></tr>"
    return f"<table class=two {_TIGHT}>{row}</table>"


def _halved(names: Sequence[str], rows: Sequence[Row], language: Language) -> str:
    """Return a long table as two beside each other, about as high as each other."""
    high = [*accumulate(-(-max(len(str(cell)) for cell in row) // _LINE) for row in rows)]
    half = next((at for at, sum_ in enumerate(high, 1) if 2 * sum_ >= high[-1]), 0)
    return _beside(*(_table(names, part, language) for part in (rows[:half], rows[half:])))


def _table(names: Sequence[str], rows: Iterable[Row], language: Language) -> str:
    """Return a table; numbers stand to the right, their column's name too."""
    cells = [[str(value) for value in row] for row in rows]
    sides = [
        " align=right" if all(_is_number(row[at]) for row in cells) else ""
        for at in range(len(names))
    ]
    said = [escape(say(f"page.column.{name}", language)) for name in names]
    head = "".join(f"<th{side}>{name}</th>" for side, name in zip(sides, said, strict=True))
    lines = (
        "".join(
            f"<td{side or _short(cell)}>{escape(cell)}</td>"
            for side, cell in zip(sides, row, strict=True)
        )
        for row in cells
    )
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table class=rows {_TIGHT}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _short(cell: str) -> str:
    return " class=s" if halves(cell) <= _SHORT else ""


def _is_number(text: str) -> bool:
    return text.replace(",", "").isdigit() or not text
