"""Make the README's pictures again: `.venv/bin/python notebooks/pictures/make.py`."""

from pathlib import Path

import polars as pl

from planner import Policy, make_plan, read_dataset, read_scenario
from planner.charts import balance, compare, plan_map, prices, save_chart
from planner.comparison.pairings import pairings
from planner.pairing.prices import price_table
from planner.pairing.views import cheapest_by_county, city_bands
from planner.words import LANGUAGES, say

HERE = Path(__file__).parent
ENDING = {"zh": "", "en": "-en"}
YEAR, POLICY = 2019, Policy()

dataset = read_dataset(HERE.parents[1] / "data/jiangxi")
plan = make_plan(dataset, POLICY, YEAR)
bands = city_bands(dataset, POLICY, plan)
cheapest = cheapest_by_county(dataset, price_table(dataset, POLICY, plan, "departments"))
two_cities = cheapest.filter(pl.col("city").is_in(["赣州市", "上饶市"]))
scenario = read_scenario(HERE.parents[1] / "data/scenarios/two-more-on-village-duty.toml")
away = make_plan(*scenario.apply(dataset, POLICY), YEAR)
moved = pairings(plan.pairs, away.pairs)

for language in LANGUAGES:
    synthetic = say("map.synthetic", language)
    story = say("compare.duty", language)
    pictures = {
        f"plan-{YEAR}": plan_map(dataset.stations, plan.pairs, language, synthetic),
        "balance": balance(bands, language),
        "prices": prices(two_cities, language),
        "compare": compare(dataset.stations, moved, language, story),
    }
    for name, chart in pictures.items():
        save_chart(chart, HERE / f"{name}{ENDING[language]}.png", scale=1.5)
