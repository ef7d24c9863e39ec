"""The labels say the same in both languages, and none is missing or left over."""

import re
from pathlib import Path
from string import Formatter

import pytest

import planner
from planner.charts.theme import GOALS
from planner.policy import Policy
from planner.words.charts import CHARTS
from planner.words.display import DISPLAY
from planner.words.duty_charts import DUTY_CHARTS

HOUSE = Path(planner.__file__).parent


@pytest.mark.parametrize("key", [*DISPLAY, *CHARTS, *DUTY_CHARTS])
def test_a_label_has_the_same_places_in_both_languages(key: str) -> None:
    texts = (DISPLAY | CHARTS | DUTY_CHARTS)[key]
    chinese, english = (
        {name for _, name, _, _ in Formatter().parse(text) if name} for text in texts
    )
    assert chinese == english
    assert all(texts)


def test_every_goal_has_an_axis_and_a_colour() -> None:
    goals = Policy().goals
    assert {*goals.leaders, *goals.departments} - {"tie"} <= {*GOALS}
    assert all(f"axis.{goal}" in CHARTS for goal in GOALS)


def test_no_words_of_charts_are_left_over() -> None:
    sources = [*HOUSE.glob("charts/*.py"), HOUSE.parent / "notebooks/pictures/make.py"]
    code = "\n".join(path.read_text("utf-8") for path in sources)
    said = set(re.findall(r'"([a-z_]+\.[a-z_]+)"', code))
    roots = {f"{root}." for root in re.findall(r'f"([a-z]+)\.\{', code)}
    # What is said by a name that is put together: `chart.{kind}`, `axis.{goal}`, …
    assert not [
        key
        for key in CHARTS | DUTY_CHARTS
        if key not in said and f"{key.partition('.')[0]}." not in roots
    ]
