"""What holds for every chart: columns, languages, themes, names, pictures."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from planner import charts
from planner.charts import THEMES, Theme, save_chart
from planner.charts.theme import PALETTES
from tests.charts.gallery import GALLERY, drawn, made, nodes, pixels, spec, tables

every = pytest.mark.parametrize("name", GALLERY)
CHINESE = re.compile("[\u3400-\u9fff]")
DRAWN = [
    pytest.param(name, theme, marks=() if number % 2 == at else pytest.mark.long)
    for number, name in enumerate(GALLERY)
    for at, theme in enumerate(THEMES)
]
"""Every chart in one theme; in the other with `--long`."""


def test_no_chart_is_forgotten() -> None:
    helpers = {"FONT", "THEMES", "Theme", "alt_text", "mime_bundle", "save_chart", "told_chains"}
    assert set(GALLERY) == set(charts.__all__) - helpers - {"use_renderer"}


@every
def test_a_chart_holds_the_columns_it_shows_and_no_others(name: str) -> None:
    found = tables(spec(name))
    assert found
    for rows, fields in found:
        assert all(set(row) <= fields for row in rows)


@every
def test_titles_and_labels_are_said_in_the_language(name: str) -> None:
    chinese, english = (spec(name, theme) for theme in THEMES)
    assert CHINESE.search(chinese["title"]["text"])
    said = json.dumps({**english, "datasets": []}, ensure_ascii=False)
    assert not CHINESE.search(said.replace("南昌市", "").replace("赣州市", ""))


@every
def test_a_page_offers_to_save_a_chart_and_nothing_that_asks_the_network(name: str) -> None:
    menu = spec(name)["usermeta"]["embedOptions"]
    assert [offer for offer, given in menu["actions"].items() if given] == ["export"]
    assert set(menu["actions"]) == {"export", "source", "compiled", "editor"}


@every
def test_every_axis_of_numbers_has_its_unit(name: str) -> None:
    titled = 0
    for node in nodes(spec(name)):
        for channel in ("x", "y"):
            axis = node.get("encoding", {}).get(channel, {})
            title = axis.get("title") or (axis.get("axis") or {}).get("title")
            if axis.get("type") == "quantitative" and title and title != "at":
                assert "（" in title
                titled += 1
    assert titled or name in (
        "plan_map", "compare", "wishes", "prices", "load", "department_year",
        "batches", "hosts", "exchanges", "timeline",
    )  # fmt: skip


@every
def test_a_chart_has_the_background_of_its_theme(name: str) -> None:
    for theme in THEMES:
        assert spec(name, theme)["background"] == PALETTES[theme].paper


@every
def test_no_colour_of_the_light_theme_is_left_in_the_dark_one(name: str) -> None:
    dark = json.dumps(spec(name, "dark"))
    if name in {"prices", "department_year"}:  # Figures in dark cells are white in either theme.
        dark = re.sub('"color": "#FFFFFF", "fontSize": 1[01]', "", dark)
    light = {PALETTES["light"].ink, PALETTES["light"].paper, PALETTES["light"].faint}
    assert not any(colour in dark for colour in light)


@every
def test_no_name_can_end_a_pages_script(name: str) -> None:
    page = made(name).to_html()
    inside = page[page.index("<body") :]
    assert inside.count("</script>") == inside.count("<script")
    assert "<!--" not in inside


@pytest.mark.parametrize(("name", "theme"), DRAWN)
def test_a_chart_becomes_a_picture_that_is_not_empty(name: str, theme: Theme) -> None:
    picture = pixels(drawn(name, theme)[-1])
    paper = picture[0, 0]
    assert bytes(paper).hex() == PALETTES[theme].paper[1:].lower() + "ff"
    assert (picture != paper).any(axis=2).mean() > 0.01


@every
def test_names_come_out_as_text_in_a_drawing(name: str, tmp_path: Path) -> None:
    save_chart(made(name), tmp_path / "chart.svg")
    drawing = ET.parse(tmp_path / "chart.svg").getroot()
    assert {element.tag.rpartition("}")[2] for element in drawing.iter()} <= {
        "svg", "g", "path", "text", "tspan", "rect", "line", "defs", "clipPath", "style", "image",
        "linearGradient", "stop",
    }  # fmt: skip
