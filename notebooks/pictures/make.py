"""Make the README's pictures again: `.venv/bin/python notebooks/pictures/make.py`.

What each shows is written into the READMEs as its alternative text, by the code that draws it. The
panel's pictures are taken in a browser: `panel.py`.
"""

import re
from html import escape
from pathlib import Path

import polars as pl

from planner import compare, make_plan
from planner.charts import alt_text, balance, plan_map, prices, save_chart
from planner.charts import compare as moves
from planner.notebook import departments_away, open_year
from planner.pairing.prices import price_table
from planner.pairing.views import cheapest_by_county, city_bands
from planner.words import LANGUAGES, Language

HERE = Path(__file__).parent
ENDING = {"zh": "", "en": "-en"}
README = {"zh": HERE.parents[1] / "README.zh-CN.md", "en": HERE.parents[1] / "README.md"}
DATA, YEAR = HERE.parents[1] / "data/jiangxi", 2019
SCALE = 1.4
"""Pixels a point: the pages show them small, and should load at once."""
TWO = ["赣州市", "上饶市"]
"""The cities whose prices are shown: those of all would be too much for a page."""


def described(text: str, picture: str, alt: str) -> str:
    """Return a page with the alternative text of one of its pictures."""
    image = re.compile(rf'(<img src="notebooks/pictures/{re.escape(picture)}"[^>]* alt=)"[^"]*"')
    return image.sub(lambda found: f'{found[1]}"{escape(alt)}"', text)


def drawn(language: Language) -> None:
    """Draw the pictures in a language, and tell the README what each shows."""
    here = open_year(DATA, YEAR, language=language)
    dataset, policy = here.dataset, here.policy
    plan = make_plan(dataset, policy, YEAR)
    cheapest = cheapest_by_county(dataset, price_table(dataset, policy, plan, "departments"))
    scenario = departments_away(plan, language=language)
    tables, figures = scenario.apply(dataset, policy)
    comparison = compare(plan, make_plan(tables, figures, YEAR), data=[dataset, tables])
    pictures = {
        f"plan-{YEAR}": plan_map(dataset.stations, plan.pairs, language),
        "balance": balance(city_bands(dataset, policy, plan), language),
        "prices": prices(cheapest.filter(pl.col("city").is_in(TWO)), language),
        "compare": moves(dataset.stations, comparison.pairings, language, scenario.name),
    }
    page = README[language].read_text("utf-8")
    for name, chart in pictures.items():
        picture = f"{name}{ENDING[language]}.png"
        save_chart(chart, HERE / picture, scale=SCALE, footer=here.footer)
        page = described(page, picture, alt_text(chart))
    README[language].write_text(page, encoding="utf-8")


if __name__ == "__main__":
    for language in LANGUAGES:
        drawn(language)
