"""The panel in JupyterLab, in a real browser: drawn, moved, made impossible, all offline.

The tests follow one another on one page, as a user's steps do.
"""

import re

from playwright.sync_api import Locator, expect

from tests.lab.conftest import Seen

PATIENCE = 60_000
READY = "Python 3 (ipykernel) | 空闲"
"""Before the kernel is there, Lab would ask which one to use."""


def slider(seen: Seen, words: str) -> Locator:
    """Return the last handle of the slider with a label."""
    row = seen.page.locator(".widget-hslider", has_text=words)
    return row.locator(".noUi-handle").last


def test_all_cells_run(seen: Seen) -> None:
    page = seen.page
    expect(page.locator("#jp-main-statusbar")).to_contain_text(READY, timeout=PATIENCE)
    page.locator(".lm-MenuBar-item", has_text="运行").click()
    page.locator('li[data-command="runmenu:run-all"]').click()
    expect(page.locator(".widget-hslider").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".jp-InputPrompt", has_text="*")).to_have_count(0, timeout=PATIENCE)
    assert page.locator(".jp-OutputArea-output .ansi-red-fg").count() == 0


def test_the_map_is_drawn(seen: Seen) -> None:
    drawing = seen.page.locator(".planner-panel .vega-embed").first
    expect(drawing.locator("canvas, svg").first).to_be_visible(timeout=PATIENCE)


def test_a_click_on_the_map_puts_a_station_into_the_form(seen: Seen) -> None:
    page = seen.page
    drawing = page.locator(".planner-panel .vega-embed").first.locator("canvas, svg").first
    box = drawing.bounding_box()
    assert box is not None
    for step in range(20):  # The middle of the province is full of dots.
        across, down = box["width"] * (0.3 + 0.02 * step), box["height"] / 2
        drawing.click(position={"x": across, "y": down})
    page.locator(".jupyter-widget-Collapse-header", has_text="指定与否定").click()
    station = page.locator(".planner-panel input[placeholder*='地图']")
    expect(station).to_have_value(re.compile("[0-9]{9} .*司法所"), timeout=PATIENCE)
    page.locator(".jupyter-widget-Collapse-header", has_text="配额").click()


def test_moving_a_slider_changes_the_plan_and_the_chart(seen: Seen) -> None:
    page = seen.page
    before = page.locator(".planner-panel .vega-embed").first.screenshot()
    handle = slider(seen, "每位领导联系所数")
    handle.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".planner-panel")).to_contain_text("个单位有变动", timeout=PATIENCE)
    expect(page.locator(".planner-panel")).not_to_contain_text("0 个单位有变动", timeout=PATIENCE)
    page.wait_for_timeout(1000)
    assert page.locator(".planner-panel .vega-embed").first.screenshot() != before


def test_an_impossible_setting_shows_its_sentence(seen: Seen) -> None:
    page = seen.page
    slider(seen, "单程合计至多").focus()
    page.keyboard.press("ArrowRight")  # Half an hour for all of a unit's stations.
    expect(page.locator(".planner-panel")).to_contain_text("仍是上一个可行的方案", timeout=PATIENCE)


def test_undo_brings_the_plan_back(seen: Seen) -> None:
    page = seen.page
    page.get_by_role("button", name="撤销").click()
    expect(page.locator(".planner-panel")).to_contain_text("有方案", timeout=PATIENCE)


def test_nothing_left_the_machine(seen: Seen) -> None:
    assert seen.outside == []


def test_the_console_has_no_error(seen: Seen) -> None:
    assert seen.errors == []
