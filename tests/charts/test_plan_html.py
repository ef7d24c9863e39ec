"""A plan in a notebook: what it says, and that names stay text."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import polars as pl
import pytest

from planner.pairing.display import plan_html
from planner.pairing.plan import Plan
from tests.charts.small import HOSTILE, PAIRS, named, plan


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text cell by cell."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1] != "style":
            self.text.append(data.strip())


def shown(made: Plan, language: str = "zh") -> str:
    html = plan_html(
        made.pairs,
        made.goals(),
        made.year,
        "en" if language == "en" else "zh",
        checked=made.checked,
    )
    return " ".join(Page(html).text)


def test_a_notebook_shows_the_year_and_every_pairing() -> None:
    text = " ".join(Page(plan()._repr_html_()).text)
    assert "2019 年对口联系方案" in text
    assert "厅领导：1 个结对 · 最优（已证）" in text
    assert "厅长 乙所 南昌市 · 进贤县 60 45" in text
    assert "办公室 丙所 赣州市 · 寻乌县 80 400 2 ✓" in text


def test_english_labels_are_said_on_demand() -> None:
    text = shown(plan(), "en")
    assert "Pairing plan of 2019 leaders: 1 pairing · optimal (proved)" in text
    assert "pairings max 1 1 proved" in text


def test_a_plan_that_was_not_checked_is_not_called_optimal() -> None:
    unchecked = replace(plan(), checked=False)
    assert "各项目标均达求解器给出的理论最优值，待复核" in shown(unchecked)
    told = shown(unchecked)
    for bound in ("理论最优值", "达到最优值"):  # What a value is held against is no claim.
        told = told.replace(bound, "")
    assert "最优" not in told
    assert "optimal" not in shown(unchecked, "en")


def test_a_part_that_is_not_proved_names_the_goal_and_its_gap() -> None:
    text = shown(plan(need=(60, 67)))
    assert "厅领导：1 个结对 · 可行（“需求指数之和”距理论最优值 7，未证最优）" in text
    assert "处室：1 个结对 · 最优（已证）" in text


def test_a_standing_part_is_said_to_be_standing() -> None:
    assert "厅领导：1 个结对 · 沿用现有方案，未重新求解" in shown(plan(leaders=False))


def test_the_stations_of_one_unit_stand_together() -> None:
    html = plan(
        pl.concat([PAIRS, PAIRS.filter(kind="department").with_columns(station=pl.lit("丁所"))])
    )
    assert html._repr_html_().count("<td rowspan") == 2
    assert '<td rowspan="2">办公室</td>' in html._repr_html_()


def test_an_empty_plan_is_shown_too() -> None:
    assert "厅领导：0 个结对" in shown(plan(PAIRS.clear()))


def test_every_name_comes_out_as_text() -> None:
    page = Page(plan(named(HOSTILE))._repr_html_())
    assert "script" not in page.tags
    assert page.tags.count("b") == 3  # The title and the two parts.
    assert " ".join(page.text).count(HOSTILE) == 8  # Unit, station, city, county, twice.


def test_every_tag_is_closed() -> None:
    assert Page(plan()._repr_html_()).open == []


@pytest.mark.parametrize("word", ["<script", "http", "url(", "<img", "<link", "@import", "onclick"])
def test_nothing_is_run_and_nothing_is_fetched(word: str) -> None:
    assert word not in plan()._repr_html_()


def test_text_has_the_colour_of_the_theme() -> None:
    assert re.search(r"(?<![-\w])color\s*:", plan()._repr_html_()) is None
