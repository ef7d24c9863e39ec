"""The board in a real browser, without Lab: drawn once, and then only told what is new."""

from base64 import b64encode
from collections.abc import Generator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Download, Page, expect

from planner.charts import Theme, balance, plan_map
from planner.charts.province import map_shown
from planner.charts.spread import balance_shown
from planner.panels.board import Board, Drawing
from tests.charts.gallery import CITIES
from tests.charts.small import PAIRS, STATIONS

UNITS = PAIRS.select("kind", "unit_id", "unit")
ONE, OTHER, BOTH = (
    map_shown(STATIONS, pairs, UNITS) for pairs in (PAIRS.head(1), PAIRS.tail(1), PAIRS)
)
BLUE = """() => {
    const drawing = document.querySelector(".planner-map canvas");
    const { width, height } = drawing;
    const colours = drawing.getContext("2d").getImageData(0, 0, width, height).data;
    let at = 4 * width * 110; // Below the key.
    while (colours[at + 2] - colours[at] < 100) at += 4;
    const { x, y } = drawing.getBoundingClientRect();
    return [x + ((at / 4) % width), y + Math.floor(at / 4 / width) + 4];
}"""
UNDER = """async ([png, top]) => {
    const picture = Object.assign(new Image(), { src: `data:image/png;base64,${png}` });
    await picture.decode();
    const drawing = Object.assign(document.createElement("canvas"), {
        width: picture.width, height: picture.height,
    });
    const pen = drawing.getContext("2d");
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, top, picture.width, picture.height - top);
    const colours = new Set(new Uint32Array(data.buffer));
    return [picture.width, picture.height, colours.size];
}"""
"""A picture's width and height, and how many colours there are from some line on."""
SETTING = (Path(__file__).parent / "page.js").read_text("utf-8")


def look(theme: Theme = "light") -> Any:
    return plan_map(STATIONS, PAIRS, key=False, theme=theme, live=UNITS).to_dict()


BOARD = {
    "language": "zh",
    "message": "<b>There is a plan</b>", "repairs": "", "goals": "", "moved": "",
    "changes": "", "kept": "", "dead": "gone", "late": "no answer yet", "stale": False,
    "library": Board("zh").library,
    "footer": ["数据：甲省（含合成数据）；", "2019 年"],
    "map_look": look(), "map": ONE,
    "balance_look": balance(CITIES, live=True).to_dict(), "balance": balance_shown(CITIES),
}  # fmt: skip


@pytest.fixture
def page(chromium: Browser) -> Generator[Page]:
    """A page that can show a board, at first with one pairing; no error is left unseen."""
    page = chromium.new_page(viewport={"width": 1400, "height": 900})
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    drawing: Any = Drawing
    page.evaluate(SETTING, [drawing._esm, BOARD])
    page.add_style_tag(content=drawing._css)
    yield page
    page.close()
    assert errors == []


def tell(page: Page, name: str, value: Any) -> None:
    page.evaluate("([name, value]) => window.set(name, value)", [name, value])


def drawings(page: Page) -> list[str]:
    return page.evaluate("window.drawings()")


def width(page: Page) -> int:
    return page.evaluate("document.querySelector('.planner-map canvas').clientWidth")


def show(page: Page) -> None:
    """Show the board once more; it is drawn when what is told next is."""
    page.evaluate("async () => { window.end = await window.show(); }")


def a_mark(page: Page) -> tuple[float, float]:
    """Where the page shows a mark: a little under the first blue there is."""
    return page.evaluate(BLUE)


def saved(page: Page, kind: str) -> Download:
    """The balance as its menu saves it, by a key on the offer of that kind."""
    menu = page.locator(".planner-balance .vega-embed")
    menu.locator("summary").click()
    menu.locator(".vega-actions a", has_text=kind).focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    return download.value


def test_a_text_is_shown_and_then_what_is_told_instead(page: Page) -> None:
    show(page)
    message = page.locator(".planner-message b")
    assert message.text_content() == "There is a plan"
    tell(page, "message", "<b>Solving</b>")
    assert message.text_content() == "Solving"


def test_rows_exchanged_are_drawn_as_a_chart_embedded_with_them(page: Page) -> None:
    show(page)
    tell(page, "map", ONE)
    (before,) = drawings(page)
    tell(page, "map", BOTH)
    show(page)
    tell(page, "map", BOTH)
    exchanged, anew = drawings(page)
    assert before != exchanged == anew


def test_every_view_shows_what_is_new(page: Page) -> None:
    show(page)
    show(page)
    tell(page, "map", ONE)
    tell(page, "map", BOTH)
    one, other = drawings(page)
    assert one == other


def test_rows_told_while_a_look_is_embedded_are_drawn_in_it(page: Page) -> None:
    show(page)
    told = "([look, rows]) => { window.set('map_look', look); return window.set('map', rows); }"
    page.evaluate(told, [look("dark"), BOTH])
    (embedding,) = drawings(page)
    tell(page, "map_look", look("dark"))
    assert drawings(page) == [embedding]


def test_charts_are_drawn_alike_whatever_the_language_of_the_page(page: Page) -> None:
    for language in ("ja", "en", "zh-CN"):
        page.evaluate("language => { document.documentElement.lang = language; }", language)
        show(page)
        tell(page, "map", {**ONE, "subtitle": "直骨令"})
    assert len(set(drawings(page))) == 1


def test_chinese_names_have_chinese_glyphs_in_an_english_board_too(page: Page) -> None:
    for language in ("en", "zh"):
        tell(page, "language", language)
        show(page)
    tell(page, "map", {**ONE, "title": "2019", "subtitle": "直骨令"})
    english, chinese = drawings(page)
    assert english == chinese


def test_nothing_of_a_longer_title_is_left(page: Page) -> None:
    show(page)
    tell(page, "map", {**ONE, "title": "司法所联系图" * 4})
    tell(page, "map", {**ONE, "title": "2019"})
    show(page)
    tell(page, "map", {**ONE, "title": "2019"})
    before, anew = drawings(page)
    assert before == anew


def test_a_saved_drawing_says_under_it_where_it_is_from(page: Page) -> None:
    show(page)
    tell(page, "balance", BOARD["balance"] | {"file": "乙省"})
    download = saved(page, "SVG")
    assert download.suggested_filename == "乙省.svg"
    drawing = ET.parse(download.path()).getroot()
    lines = [text for text in drawing.iter() if text.text in BOARD["footer"]]
    assert [text.text for text in lines] == BOARD["footer"]
    height = float(drawing.attrib["height"])
    assert height - 40 < float(lines[0].attrib["y"]) < float(lines[1].attrib["y"]) < height


def test_a_saved_picture_has_twice_the_pixels_and_the_footer_under_it(page: Page) -> None:
    show(page)
    tell(page, "map", ONE)
    size = page.locator(".planner-balance canvas").evaluate("one => [one.width, one.height]")
    png = b64encode(saved(page, "PNG").path().read_bytes()).decode()
    width, height, colours = page.evaluate(UNDER, [png, 2 * size[1]])
    assert (width, height) == (2 * size[0], 2 * size[1] + 2 * (2 * 15 + 4))
    assert colours > 10  # The paper's, the letters' and those of their edges.


def test_a_chart_grows_where_what_is_new_has_no_room(page: Page) -> None:
    show(page)
    tell(page, "map", ONE)
    before = width(page)
    tell(page, "map", {**ONE, "subtitle": "司法所" * 60})
    after = width(page)
    assert after > before + 1000


def test_a_chart_stays_as_large_as_it_is_where_what_is_new_has_room(page: Page) -> None:
    show(page)
    tell(page, "map", {**ONE, "subtitle": "司法所" * 60})
    before = width(page)
    tell(page, "map", ONE)
    assert width(page) == before


def test_a_station_can_be_picked_twice(page: Page) -> None:
    show(page)
    tell(page, "map", BOTH)
    x, y = a_mark(page)
    page.mouse.click(x, y)
    page.mouse.click(x, y)
    said = page.evaluate("window.said")
    assert said[0]["station"] in {"1", "2", "3", "4"}
    assert said == [said[0]] * 2


def single_out(page: Page) -> None:
    """Of two views click on the first one's mark, which is the department's."""
    show(page)
    show(page)
    tell(page, "map", BOTH)
    page.mouse.click(*a_mark(page))
    page.wait_for_function("() => new Set(window.drawings()).size > 1")


def test_a_unit_singled_out_is_let_go_where_it_has_no_pairing_any_more(page: Page) -> None:
    single_out(page)
    tell(page, "map", ONE)
    one, other = drawings(page)
    assert one == other


def test_a_unit_singled_out_stays_so_where_it_has_one(page: Page) -> None:
    single_out(page)
    tell(page, "map", OTHER)
    tell(page, "map", BOTH)
    one, other = drawings(page)
    assert one != other


def test_a_view_that_is_gone_tells_no_click(page: Page) -> None:
    show(page)
    tell(page, "map", BOTH)
    x, y = a_mark(page)
    page.evaluate("window.end()")
    page.mouse.click(x, y)
    assert page.evaluate("window.said") == []


def test_a_repairs_button_tells_which_one_was_pressed(page: Page) -> None:
    show(page)
    tell(page, "repairs", '<button data-repair="1">do this</button>')
    page.get_by_role("button", name="do this").click()
    assert page.evaluate("window.said") == [{"repair": 1}]


def test_what_is_stale_is_greyed_until_it_is_not(page: Page) -> None:
    show(page)
    tell(page, "stale", True)
    assert page.locator(".planner-board.planner-stale").count() == 1
    tell(page, "stale", False)
    assert page.locator(".planner-board.planner-stale").count() == 0


def test_a_drawing_says_what_it_shows(page: Page) -> None:
    show(page)
    tell(page, "map", {**BOTH, "title": "two\nlines", "told": "two lines · and more"})
    words = page.locator(".planner-map canvas").get_attribute("aria-label")
    assert words == "two lines · and more"


def test_while_the_kernel_does_not_answer_nothing_is_claimed(page: Page) -> None:
    show(page)
    message, doubt = page.locator(".planner-message"), page.locator(".planner-doubt")
    expect(message).to_be_visible()
    page.evaluate("ask('1'); ask('2'); answer('1')")
    expect(doubt).to_have_text("no answer yet")
    expect(message).to_be_hidden()
    expect(page.locator(".planner-doubted .planner-row").first).to_have_css("opacity", "0.45")
    page.evaluate("answer('2')")
    expect(message).to_be_visible()
    expect(doubt).to_be_hidden()


def test_while_the_kernel_is_out_of_reach_nothing_is_claimed(page: Page) -> None:
    show(page)
    page.evaluate("kernelIs({ connectionStatus: 'connecting' })")
    expect(page.locator(".planner-doubt")).to_have_text("no answer yet")
    page.evaluate("kernelIs({ connectionStatus: 'connected' })")
    expect(page.locator(".planner-doubt")).to_be_hidden()


def test_a_kernel_that_is_gone_stays_so(page: Page) -> None:
    show(page)
    page.evaluate("kernelIs({ status: 'restarting' })")
    expect(page.locator(".planner-doubt")).to_have_text("gone")
    page.evaluate("kernelIs({ status: 'idle' })")
    page.wait_for_timeout(1500)
    expect(page.locator(".planner-doubt")).to_have_text("gone")
    expect(page.locator(".planner-message")).to_be_hidden()
