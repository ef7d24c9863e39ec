"""Make the README's pictures again: `.venv/bin/python notebooks/pictures/make.py`."""

from pathlib import Path

from planner import Policy, make_plan, read_dataset
from planner.charts import plan_map, save_chart
from planner.words import LANGUAGES, say

HERE = Path(__file__).parent
NAMES = {"zh": "plan-2019.png", "en": "plan-2019-en.png"}

dataset = read_dataset(HERE.parents[1] / "data/jiangxi")
plan = make_plan(dataset, Policy(), 2019)
for language in LANGUAGES:
    chart = plan_map(dataset.stations, plan.pairs, language, say("map.synthetic", language))
    save_chart(chart, HERE / NAMES[language], scale=1.5)
