"""The panel in JupyterLab, in a real browser: drawn, moved, in the dark, all offline.

The tests follow one another on one page, as a user's steps do.
"""

import re
from pathlib import Path

import pytest
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
SHUT_DOWN = """async () => {
    await window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.shutdown();
}"""
GIVE_UP = """(() => {
    const timeout = AbortSignal.timeout;
    AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms === 2000 ? 0 : ms);
})()"""
"""Anywidget gives up a widget whose script is not there within 2 s: so it has no time at all."""
NO_SCRIPT = """(() => {
    const made = URL.createObjectURL;
    const none = (one) => (one.type === "text/javascript" ? "blob:none" : made(one));
    if (sessionStorage.getItem("no-script")) URL.createObjectURL = none;
})()"""
"""No widget has a script, as long as that is asked for."""
CORNER = "one => [...one.getContext('2d').getImageData(3, 3, 1, 1).data].slice(0, 3)"
"""The colour of a drawing's paper."""
PLOTS = """all => all.map(one => one.getContext('2d').getImageData(0, 80, one.width, one.height)
    .data.reduce((sum, colour) => (31 * sum + colour) | 0, 1))"""
"""A number for what each drawing shows below its titles."""
BLUE = """one => {
    const { width, height } = one;
    const colours = one.getContext("2d").getImageData(0, 0, width, height).data;
    let at = 4 * width * 90; // Below the key.
    while (colours[at + 2] - colours[at] < 100) at += 4;
    return [(at / 4) % width, Math.floor(at / 4 / width) + 4];
}"""
"""Where a drawing shows a department's mark: a little under the first blue there is."""
FOCUSED = """() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return [document.activeElement.textContent.trim(), outlineStyle, outlineWidth];
}"""
"""What has the focus, in words, and how that is seen."""
SECTIONS = ("配额", "驻村扶贫的处室", "需求指数的权重", "目标的先后", "指定与否定")
CONTROL = re.compile(r"- (?:slider|spinbutton|button|checkbox|combobox|textbox|link)\b.*")
UNNAMED = re.compile(r'- (?:slider|spinbutton|button|checkbox|combobox|textbox|link)(?! ").*')
"""A control in a page's tree of what is read out, and one that has no name there."""
FAINT = (Path(__file__).parent / "faint.js").read_text("utf-8")


def slider(seen: Seen, words: str) -> Locator:
    """Return the slider of a figure, of two ends the upper one's."""
    return panel(seen).get_by_role("slider", name=words).last


def box(seen: Seen, words: str) -> Locator:
    """Return the box of a figure, of two ends the upper one's."""
    return panel(seen).get_by_role("spinbutton", name=words).last


def panel(seen: Seen) -> Locator:
    return seen.page.locator(".planner-panel")


def section(seen: Seen, words: str) -> Locator:
    return seen.page.locator(".planner-section", has_text=words)


def plots(seen: Seen) -> list[int]:
    """Return a number for what the map shows, and one for the balance."""
    return seen.page.locator(".planner-panel .vega-embed canvas").evaluate_all(PLOTS)


def reloaded(seen: Seen) -> None:
    """Load the page anew, while the kernel lives."""
    seen.page.evaluate(DO, ["docmanager:save", {}])
    seen.page.reload()
    expect(seen.page.locator("#jp-main-statusbar")).to_contain_text(READY, timeout=PATIENCE)


def back(seen: Seen) -> None:
    """Go back to the baseline."""
    seen.page.get_by_role("button", name="回到基准").click()
    expect(panel(seen)).to_contain_text("没有变动", timeout=PATIENCE)


def a_step_of_a_slider_draws_both_charts_anew(seen: Seen) -> None:
    before = plots(seen)
    slider(seen, "每位领导联系所数").focus()
    seen.page.keyboard.press("ArrowRight")
    expect(panel(seen)).to_contain_text("个单位变动", timeout=PATIENCE)
    seen.page.wait_for_timeout(1000)
    assert all(old != new for old, new in zip(before, plots(seen), strict=True))


def test_all_cells_run(seen: Seen) -> None:
    page = seen.page
    expect(page.locator("#jp-main-statusbar")).to_contain_text(READY, timeout=PATIENCE)
    page.locator(".lm-MenuBar-item", has_text="运行").click()
    page.locator('li[data-command="runmenu:run-all"]').click()
    expect(page.locator(".planner-settings").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".jp-InputPrompt", has_text="*")).to_have_count(0, timeout=2 * PATIENCE)
    assert page.locator(".jp-OutputArea-output .ansi-red-fg").count() == 0


def test_every_chart_offers_to_be_saved_and_nothing_that_asks_the_network(seen: Seen) -> None:
    offers = seen.page.locator(".vega-embed .vega-actions")
    expect(offers).to_have_count(5, timeout=PATIENCE)  # Three of cells, and the panel's two.
    words = offers.evaluate_all("all => all.map(one => [...one.children].map(by => by.text))")
    assert all(offered == ["存为 SVG 图片", "存为 PNG 图片"] for offered in words)


def test_a_frame_can_be_filtered_and_all_of_its_rows_reached(seen: Seen) -> None:
    table = seen.page.locator(".dt-container").first
    expect(table).to_be_visible(timeout=PATIENCE)
    expect(table).to_contain_text("筛选")
    expect(table).to_contain_text("共 ")


def test_the_map_is_drawn(seen: Seen) -> None:
    drawing = seen.page.locator(".planner-panel .vega-embed").first
    expect(drawing.locator("canvas, svg").first).to_be_visible(timeout=PATIENCE)


def test_a_click_on_a_mark_puts_its_station_and_its_unit_into_the_form(seen: Seen) -> None:
    page = seen.page
    drawing = page.locator(".planner-map canvas").first
    x, y = drawing.evaluate(BLUE)
    drawing.click(position={"x": x, "y": y})
    form = panel(seen).locator("select, input[placeholder*='地图']")
    expect(form.nth(1)).to_have_value(re.compile("[0-9]{9} .*司法所"), timeout=PATIENCE)
    expect(form.nth(0)).to_be_visible()  # The click has opened it.
    assert form.nth(0).evaluate("one => one.selectedOptions[0].text").startswith("D")


def test_a_station_clicked_is_required_by_a_button_and_called_a_pin_made_here(seen: Seen) -> None:
    panel(seen).get_by_role("button", name="必须结对").click()
    expect(panel(seen)).to_contain_text("（在面板中指定）", timeout=PATIENCE)
    expect(panel(seen).locator(".planner-changes")).to_contain_text("指定与否定", timeout=PATIENCE)
    back(seen)


def test_a_name_typed_in_part_is_answered_with_what_it_matches(seen: Seen) -> None:
    panel(seen).locator("input[placeholder*='地图']").fill("南昌县")
    panel(seen).get_by_role("button", name="必须结对").click()
    expect(panel(seen)).to_contain_text(re.compile("南昌县.*司法所、"), timeout=PATIENCE)
    section(seen, "配额").click()


def test_moving_a_slider_changes_the_plan_and_both_charts_where_they_are(seen: Seen) -> None:
    page, first = seen.page, seen.page.locator(".planner-panel .vega-embed canvas").first
    first.evaluate("one => { one.id = 'embedded-once'; }")
    page.mouse.move(0, 0)
    a_step_of_a_slider_draws_both_charts_anew(seen)
    expect(first).to_have_id("embedded-once")


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1680, 1050)])
def test_nothing_that_answers_a_slider_lies_below_the_fold(
    seen: Seen, size: tuple[int, int]
) -> None:
    page = seen.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    panel(seen).evaluate("one => one.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(500)
    fold = page.locator(".jp-WindowedPanel-outer, .jp-Notebook").first.bounding_box()
    assert fold is not None
    for name in ("message", "changes", "goals", "moved", "map canvas", "balance canvas"):
        bounds = page.locator(f".planner-{name}").first.bounding_box()
        assert bounds is not None, name
        assert bounds["y"] + bounds["height"] <= fold["y"] + fold["height"] + 2, name
        assert bounds["x"] + bounds["width"] <= size[0], name


@pytest.mark.parametrize("size", [(1024, 768), (960, 600)], ids=["1024", "1440 at 150 %"])
def test_on_a_narrow_page_the_settings_stand_above_and_nothing_is_cut(
    seen: Seen, size: tuple[int, int]
) -> None:
    page = seen.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_timeout(500)
    settings, goals, own = (
        page.locator(name).first.bounding_box()
        for name in (".planner-settings", ".planner-goals", ".planner-panel")
    )
    assert settings is not None
    assert goals is not None
    assert own is not None
    assert goals["y"] >= settings["y"] + settings["height"] - 2
    for name in ("goals", "moved", "map", "balance"):
        bounds = page.locator(f".planner-{name}").first.bounding_box()
        assert bounds is not None, name
        assert bounds["x"] + bounds["width"] <= own["x"] + own["width"] + 12, name
    page.set_viewport_size({"width": 1680, "height": 1400})


def test_every_section_is_reached_and_opened_by_keyboard_alone(seen: Seen) -> None:
    page = seen.page
    page.get_by_role("button", name="导出方案").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # It was open.
    expect(section(seen, "配额")).to_have_text("▸ 配额", timeout=PATIENCE)
    for name in SECTIONS:
        assert page.evaluate(FOCUSED)[0] == f"▸ {name}"
        page.keyboard.press("Enter")
        expect(section(seen, name)).to_have_text(f"▾ {name}", timeout=PATIENCE)
        page.keyboard.press("Tab")
        words, style, width = page.evaluate(FOCUSED)
        assert not words.startswith("▸"), name  # It is in what was opened.
        assert (style, width) == ("solid", "2px"), name
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        expect(section(seen, name)).to_have_text(f"▸ {name}", timeout=PATIENCE)
        page.keyboard.press("Tab")
    section(seen, "配额").click()
    expect(box(seen, "单程至多")).to_be_visible()


def test_every_control_of_an_open_section_is_reached_and_seen_to_be(seen: Seen) -> None:
    page = seen.page
    section(seen, "配额").focus()
    controls = panel(seen).locator(".planner-settings :is(.noUi-handle, input[type=number])")
    number = controls.locator("visible=true").count()
    for _ in range(number):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)[1:] == ["solid", "2px"]
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)[0] == "▸ 驻村扶贫的处室"


def test_a_figure_is_found_by_its_role_and_its_name(seen: Seen) -> None:
    names = ("每位领导联系所数（个）：至少", "每位领导联系所数（个）：至多", "不重复的年数（年）")
    for role in ("slider", "spinbutton"):
        for name in names:
            found = panel(seen).get_by_role(role, name=name, exact=True)  # pyright: ignore[reportArgumentType]
            expect(found).to_have_count(1)


@pytest.mark.parametrize("words", ["驻村扶贫", "需求指数", "目标的先后", "指定与否定", "配额"])
def test_every_control_has_a_name_that_can_be_read_out(seen: Seen, words: str) -> None:
    section(seen, words).click()
    expect(section(seen, words)).to_contain_text("▾", timeout=PATIENCE)
    told = panel(seen).locator(".planner-settings").aria_snapshot()
    told += panel(seen).locator(".planner-row").first.aria_snapshot()
    assert len(CONTROL.findall(told)) >= len(SECTIONS)
    assert UNNAMED.findall(told) == []


def test_an_impossible_setting_shows_its_sentence_and_greys_what_is_drawn(seen: Seen) -> None:
    box(seen, "单程至多").fill("10")
    box(seen, "单程至多").press("Enter")
    expect(panel(seen)).to_contain_text("仍是上一个可行的方案", timeout=PATIENCE)
    expect(seen.page.locator(".planner-board.planner-stale")).to_have_count(1)


def test_a_repair_is_made_by_its_button(seen: Seen) -> None:
    repair = panel(seen).locator("button[data-repair]").first
    expect(repair).to_be_visible(timeout=PATIENCE)
    expect(panel(seen)).to_contain_text("“单程至多（分钟，0 不限）”改为")
    repair.click()
    expect(panel(seen)).to_contain_text("有方案", timeout=PATIENCE)
    expect(seen.page.locator(".planner-board.planner-stale")).to_have_count(0)
    assert box(seen, "单程至多").input_value() != "10"


def test_undo_brings_the_setting_back_and_the_kernel_answers(seen: Seen) -> None:
    page = seen.page
    page.get_by_role("button", name="撤销").click()
    expect(box(seen, "单程至多")).to_have_value("10", timeout=PATIENCE)
    assert page.evaluate(ASK_THE_KERNEL) == "ok"
    back(seen)


def test_a_scenario_is_saved_asked_about_and_opened(seen: Seen) -> None:
    page = seen.page
    slider(seen, "每位领导联系所数").focus()
    page.keyboard.press("ArrowRight")
    expect(panel(seen)).to_contain_text("个单位变动", timeout=PATIENCE)
    page.get_by_role("button", name="保存情景").click()
    expect(panel(seen)).to_contain_text("/notebooks/what-if.toml", timeout=PATIENCE)
    page.get_by_role("button", name="保存情景").click()
    expect(panel(seen)).to_contain_text("是否覆盖", timeout=PATIENCE)
    back(seen)
    panel(seen).get_by_role("button", name="打开").click()
    expect(panel(seen)).to_contain_text("个单位变动", timeout=PATIENCE)


def test_plans_stand_beside_each_other(seen: Seen) -> None:
    seen.page.get_by_role("button", name="留作对照").click()
    expect(seen.page.locator(".planner-kept")).to_contain_text("每位领导联系所数", timeout=PATIENCE)
    back(seen)


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
        section(seen, name).click()
        assert page.evaluate(FAINT) == []


def test_a_page_loaded_anew_shows_the_panel_as_it_was(seen: Seen) -> None:
    box(seen, "不重复的年数").fill("2")
    box(seen, "不重复的年数").press("Enter")
    expect(panel(seen)).to_contain_text("不重复的年数（年）", timeout=PATIENCE)
    reloaded(seen)
    test_the_map_is_drawn(seen)
    expect(box(seen, "不重复的年数")).to_have_value("2", timeout=PATIENCE)
    back(seen)


def test_the_cell_run_again_shows_the_panel_as_it_was(seen: Seen) -> None:
    page = seen.page
    slider(seen, "每位领导联系所数").focus()
    page.keyboard.press("ArrowRight")
    expect(panel(seen)).to_contain_text("个单位变动", timeout=PATIENCE)
    page.locator(".jp-CodeCell", has_text="panel(dataset").locator(".jp-InputPrompt").click()
    page.evaluate(DO, ["notebook:run-cell", {}])
    expect(box(seen, "每位领导联系所数")).to_have_value("4", timeout=PATIENCE)


def test_nothing_left_the_machine(seen: Seen) -> None:
    assert seen.outside == []


def test_the_console_has_no_error_but_that_the_page_was_slow(seen: Seen) -> None:
    slow = "[anywidget] Failed to initialize model."  # Nothing follows of it, as seen below.
    assert [error for error in seen.errors if error != slow] == []


def test_where_the_board_can_not_start_it_is_said_in_its_place(seen: Seen) -> None:
    page = seen.page
    page.add_init_script(NO_SCRIPT)
    page.evaluate("sessionStorage.setItem('no-script', 'yes')")
    reloaded(seen)
    expect(page.locator(".planner-unstarted")).to_contain_text("请重新运行本格", timeout=PATIENCE)
    expect(page.locator(".planner-unstarted")).to_be_visible(timeout=PATIENCE)
    page.evaluate("sessionStorage.clear()")


def test_a_page_too_slow_for_anywidget_shows_every_change_nevertheless(seen: Seen) -> None:
    page = seen.page
    page.add_init_script(GIVE_UP)
    reloaded(seen)
    test_the_map_is_drawn(seen)
    back(seen)
    expect(page.locator(".planner-unstarted")).to_be_hidden()
    a_step_of_a_slider_draws_both_charts_anew(seen)


def test_when_the_kernel_is_gone_the_panel_says_so(seen: Seen) -> None:
    seen.page.evaluate(SHUT_DOWN)
    gone = seen.page.locator(".planner-doubt").first
    expect(gone).to_contain_text("内核已停止", timeout=PATIENCE)
    expect(seen.page.locator(".planner-board.planner-doubted").first).to_be_visible()
    expect(seen.page.locator(".planner-message").first).to_be_hidden()
