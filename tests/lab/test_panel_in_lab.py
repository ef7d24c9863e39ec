"""The panel in JupyterLab, in a real browser: drawn, moved, in the dark, all offline.

The tests follow one another on one page, as a user's steps do.
"""

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.lab.conftest import Seen

PATIENCE = 60_000
READY = "Python 3 (ipykernel) | 空闲"
"""Before the kernel is there, Lab would ask which one to use."""


DO = """async ([command, options]) => {
    await window.jupyterapp.commands.execute(command, options);
}"""
ASK_THE_KERNEL = """async () => {
    const session = window.jupyterapp.shell.currentWidget.sessionContext.session;
    const asked = session.kernel.requestExecute({code: "1 + 1", silent: true});
    return (await asked.done).content.status;
}"""
CORNER = "one => [...one.getContext('2d').getImageData(3, 3, 1, 1).data].slice(0, 3)"
"""The colour of a drawing's paper."""
PLOTS = """all => all.map(one => one.getContext('2d').getImageData(0, 80, one.width, one.height)
    .data.reduce((sum, colour) => (31 * sum + colour) | 0, 1))"""
"""A number for what each drawing shows below its titles."""
FAINT = (Path(__file__).parent / "faint.js").read_text("utf-8")


def row(seen: Seen, words: str) -> Locator:
    """Return the slider with a label."""
    return seen.page.locator(".widget-hslider", has_text=words)


def slider(seen: Seen, words: str) -> Locator:
    """Return the last handle of the slider with a label."""
    return row(seen, words).locator(".noUi-handle").last


def plots(seen: Seen) -> list[int]:
    """Return a number for what the map shows, and one for the balance."""
    return seen.page.locator(".planner-panel .vega-embed canvas").evaluate_all(PLOTS)


def test_all_cells_run(seen: Seen) -> None:
    page = seen.page
    expect(page.locator("#jp-main-statusbar")).to_contain_text(READY, timeout=PATIENCE)
    page.locator(".lm-MenuBar-item", has_text="运行").click()
    page.locator('li[data-command="runmenu:run-all"]').click()
    expect(page.locator(".widget-hslider").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".jp-InputPrompt", has_text="*")).to_have_count(0, timeout=PATIENCE)
    assert page.locator(".jp-OutputArea-output .ansi-red-fg").count() == 0


def test_every_chart_offers_to_be_saved_and_nothing_that_asks_the_network(seen: Seen) -> None:
    offers = seen.page.locator(".vega-embed .vega-actions")
    expect(offers).to_have_count(5, timeout=PATIENCE)  # Three of cells, and the panel's two.
    words = offers.evaluate_all("all => all.map(one => [...one.children].map(by => by.text))")
    assert all(offered == ["存为 SVG 图片", "存为 PNG 图片"] for offered in words)


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


def test_moving_a_slider_changes_the_plan_and_both_charts_where_they_are(seen: Seen) -> None:
    page, first = seen.page, seen.page.locator(".planner-panel .vega-embed canvas").first
    first.evaluate("one => { one.id = 'embedded-once'; }")
    page.mouse.move(0, 0)
    before = plots(seen)
    handle = slider(seen, "每位领导联系所数")
    handle.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".planner-panel")).to_contain_text("个单位有变动", timeout=PATIENCE)
    expect(page.locator(".planner-panel")).not_to_contain_text("0 个单位有变动", timeout=PATIENCE)
    page.wait_for_timeout(1000)
    assert all(old != new for old, new in zip(before, plots(seen), strict=True))
    expect(first).to_have_id("embedded-once")


def test_an_impossible_setting_shows_its_sentence(seen: Seen) -> None:
    page = seen.page
    slider(seen, "单程合计至多").focus()
    page.keyboard.press("ArrowRight")  # Half an hour for all of a unit's stations.
    expect(page.locator(".planner-panel")).to_contain_text("仍是上一个可行的方案", timeout=PATIENCE)


def test_undo_brings_the_plan_back(seen: Seen) -> None:
    page = seen.page
    page.get_by_role("button", name="撤销").click()
    expect(page.locator(".planner-panel")).to_contain_text("有方案", timeout=PATIENCE)


def test_while_the_best_plan_takes_longer_a_draft_is_shown_and_the_kernel_answers(
    seen: Seen,
) -> None:
    page, panel = seen.page, seen.page.locator(".planner-panel")
    page.get_by_role("button", name="回到基准").click()
    expect(panel).to_contain_text("0 个单位有变动", timeout=PATIENCE)
    slider(seen, "单程合计至多").focus()
    for key in ("PageUp", "PageUp", "PageUp", "ArrowRight"):  # 150, 300, 450 and 480 minutes.
        page.keyboard.press(key)
    expect(panel).to_contain_text("正在求最优的方案", timeout=PATIENCE)
    expect(panel).not_to_contain_text("，0 个单位有变动")
    answered = page.evaluate(ASK_THE_KERNEL)
    assert answered == "ok"
    expect(row(seen, "单程合计至多").locator(".widget-readout")).to_have_text("480")
    expect(panel).to_contain_text("都已证明最优", timeout=PATIENCE)


def test_every_word_is_legible_in_the_dark_theme(seen: Seen) -> None:
    page = seen.page
    drawing = page.locator(".planner-panel .vega-embed canvas").first
    assert drawing.evaluate(CORNER) == [255, 255, 255]
    page.evaluate(DO, ["apputils:change-theme", {"theme": "JupyterLab Dark"}])
    for _ in range(100):  # The kernel is told, and draws anew.
        if drawing.evaluate(CORNER) != [255, 255, 255]:
            break
        page.wait_for_timeout(50)
    assert max(drawing.evaluate(CORNER)) < 40
    for name in ("驻村扶贫", "需求指数", "目标的先后", "指定与否定", "配额"):
        page.locator(".jupyter-widget-Collapse-header", has_text=name).click()
        assert page.evaluate(FAINT) == []


def test_a_page_loaded_anew_shows_the_panel_as_it_was(seen: Seen) -> None:
    page = seen.page
    before = plots(seen)
    page.evaluate(DO, ["docmanager:save", {}])
    page.reload()
    expect(page.locator("#jp-main-statusbar")).to_contain_text(READY, timeout=PATIENCE)
    test_the_map_is_drawn(seen)
    expect(row(seen, "单程合计至多").locator(".widget-readout")).to_have_text("480")
    assert plots(seen) == before
    slider(seen, "单程合计至多").focus()
    page.keyboard.press("Home")
    expect(page.locator(".planner-panel")).to_contain_text("0 个单位有变动", timeout=PATIENCE)


def test_the_cell_run_again_shows_the_panel_as_it_was(seen: Seen) -> None:
    page = seen.page
    slider(seen, "每位领导联系所数").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".jp-CodeCell", has_text="panel(dataset").locator(".jp-InputPrompt").click()
    page.evaluate(DO, ["notebook:run-cell", {}])
    readout = row(seen, "每位领导联系所数").locator(".widget-readout")
    expect(readout).to_have_text("2 – 4", timeout=PATIENCE)


def test_nothing_left_the_machine(seen: Seen) -> None:
    assert seen.outside == []


def test_the_console_has_no_error(seen: Seen) -> None:
    assert seen.errors == []
