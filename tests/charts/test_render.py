"""A chart in a notebook, in a page made of it, and as a file: nothing is fetched."""

import json
from pathlib import Path
from typing import Any

import altair as alt
import nbformat
import polars as pl
import pytest
from nbconvert import HTMLExporter

from planner.charts import mime_bundle, plan_map, save_chart, use_renderer
from planner.charts.render import VEGA
from planner.charts.rows import chart_of, file_name
from tests.charts.gallery import GALLERY, drawn, made, nodes, pixels, spec
from tests.charts.small import HOSTILE, PAIRS, STATIONS


@pytest.mark.parametrize("name", GALLERY)
def test_a_notebook_keeps_compiled_vega_and_a_picture(name: str) -> None:
    data, _, picture = drawn(name)
    assert list(data) == [VEGA, "image/png", "text/plain"]
    assert data[VEGA]["$schema"] == "https://vega.github.io/schema/vega/v5.json"
    assert data[VEGA]["marks"]
    assert pixels(picture).any()


def test_the_picture_is_shown_at_its_own_size_and_has_its_title_for_those_who_cannot_see_it() -> (
    None
):
    _, metadata, picture = drawn("plan_map")
    height, width, _ = pixels(picture).shape
    size = metadata["image/png"]
    assert size["alt"].startswith(
        "2019 年：2 个单位联系 2 个司法所，覆盖 2 个县（市、区） · 4 个司法所"
    )
    assert (size["width"], size["height"]) == (round(width / 1.5), round(height / 1.5))


def test_the_same_chart_gives_the_same_bytes() -> None:
    again = mime_bundle(GALLERY["compare"](HOSTILE, "zh", "light").to_dict())
    assert json.dumps(again) == json.dumps(drawn("compare")[:2])


def test_the_text_of_a_chart_is_its_title() -> None:
    assert drawn("balance")[0]["text/plain"] == "3 个市中 2 个不在应有区间内"


def test_a_footer_stands_under_every_chart_and_its_keys() -> None:
    for name in ("need", "plan_map", "sweep"):
        vega = mime_bundle(spec(name), footer="数据：甲省（合成数据）")[0][VEGA]
        texts = [node for node in nodes(vega) if node.get("value") == "数据：甲省（合成数据）"]
        assert len(texts) == 1, name


def test_a_saved_picture_has_a_name_that_says_what_it_is_and_twice_the_pixels() -> None:
    embed = spec("balance")["usermeta"]["embedOptions"]
    assert embed["downloadFileName"] == "3 个市中 2 个不在应有区间内"
    assert embed["scaleFactor"]["png"] == 2


def test_a_name_of_a_file_holds_nothing_that_a_file_cannot_have() -> None:
    assert file_name('a/b: "c"\n<d>?') == "a b c d"
    assert file_name("///") == "chart"


def test_nothing_in_a_bundle_is_to_be_fetched() -> None:
    vega = drawn("plan_map")[0][VEGA]
    text = json.dumps(vega | {"$schema": ""})
    assert "http" not in text
    assert '"url"' not in text


def test_a_page_made_of_a_notebook_shows_the_picture_and_runs_no_script_of_a_chart() -> None:
    data, metadata, _ = drawn("plan_map")
    output = nbformat.v4.new_output("display_data", data, metadata=metadata)
    cell = nbformat.v4.new_code_cell("chart", outputs=[output], execution_count=1)
    exporter = HTMLExporter(mathjax_url="", require_js_url="", mermaid_js_url="")
    page, _ = exporter.from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
    shown = page[page.index("<main") : page.index("</main>")]
    assert data["image/png"] in shown.replace("\n", "")
    assert "<script" not in shown
    assert 'src="http' not in page


def test_every_chart_of_a_notebook_is_shown_this_way_once_asked_for() -> None:
    before = alt.renderers.active
    try:
        use_renderer()
        shown: Any = plan_map(STATIONS, PAIRS)._repr_mimebundle_()
        assert list(shown[0]) == [VEGA, "image/png", "text/plain"]
    finally:
        alt.renderers.enable(before)


def test_a_picture_has_as_many_pixels_a_point_as_are_asked_for(tmp_path: Path) -> None:
    save_chart(made("balance"), tmp_path / "chart.png", scale=0.5)
    picture = pixels((tmp_path / "chart.png").read_bytes())
    size = drawn("balance")[1]["image/png"]
    assert abs(picture.shape[0] - size["height"] / 2) < 1
    assert abs(picture.shape[1] - size["width"] / 2) < 1
    assert (picture != picture[0, 0]).any()


def test_a_picture_may_be_a_drawing(tmp_path: Path) -> None:
    save_chart(plan_map(STATIONS, PAIRS), tmp_path / "map.svg")
    assert (tmp_path / "map.svg").read_text("utf-8").startswith("<svg")


def test_ten_thousand_rows_are_no_error() -> None:
    chart = chart_of(pl.DataFrame({"x": range(10_000)})).mark_point().encode(x="x:Q")
    assert len(json.loads(next(iter(chart.to_dict()["datasets"].values())))) == 10_000
