"""How soon the panel shows what a changed setting does: `python -m tests.bench.panel`.

Measured in a real browser, on the example, from the key or the click that changes a setting: to the
first new line above the map, to the last change that its plan makes to the page or its drawings,
and to the line that its proof is checked. First every control once, each slider also under a share
of hard stations, then the sliders whose steps take longest.
"""

import os
from collections.abc import Iterator, Sequence

from playwright.sync_api import Locator, Page

from planner.panels.controls import BOUNDS
from planner.words import say
from tests.bench.watch import Step, report, step, summary, watched

LEFT, RIGHT, DOWN, UP = "ArrowLeft", "ArrowRight", "PageDown", "PageUp"
HEADCOUNT = ("policy.departments.two_from_headcount", [LEFT] * 6)
"""From how many people a department may have two stations: 9, 8, … Most steps move pairings."""
HARD = ("policy.stations.hard_percent", [RIGHT] * 17)
"""The share of hard stations: 5 %, 10 %, …"""
HALF = [UP, UP]
"""To 50 % of them, under which every slider is moved once more."""
TRAVEL = ("policy.travel.most_minutes", ["End", *[DOWN] * 4])
"""No station farther than 600 minutes, and down."""
SHARES = (0, 30, 80)
"""The percentages of hard stations that they are taken under."""
PINS = 6
"""So many pairings are required, and forbidden, one after another."""


Timed = Iterator[tuple[str, list[Step]]]
"""Steps under the name they are reported by."""


def main() -> None:
    """Print the times in milliseconds beside what is to be reached."""
    print(f"load {os.getloadavg()[0]:.1f} before", flush=True)
    every: list[Step] = []
    with watched() as page:
        for timed in (_sliders, _buttons, _longest):
            for name, steps in timed(page):
                report(name, steps)
                every += steps
                _reset(page)
    summary(every)
    print(f"load {os.getloadavg()[0]:.1f} after")


def _sliders(page: Page) -> Timed:
    """Move each slider both ways, by itself and under a share."""
    for percent, share in ((0, []), (50, HALF)):
        for path, (group, *_) in BOUNDS.items():
            _unfold(page, "quotas")
            list(_pressed(page, HARD[0], share))
            _unfold(page, group)
            yield f"hard_percent {percent}, {path}", [*_pressed(page, path, [LEFT, RIGHT, RIGHT])]


def _buttons(page: Page) -> Timed:
    """Use every other control."""
    _unfold(page, "duties")
    duties = page.locator(".planner-panel .widget-checkbox input")
    yield "village duty, on and off", [*_clicked(page, duties, 2)]
    yield "undo", [*_clicked(page, _button(page, "undo"))]
    _unfold(page, "order")
    for sign in ("↓", "↑", "✓"):
        yield f"goals {sign}", [*_clicked(page, page.locator(f"button:has-text('{sign}')"))]
    _unfold(page, "pins")
    for decision in ("require", "forbid"):
        yield f"pins, {decision}", [*_pinned(page, decision)]


def _longest(page: Page) -> Timed:
    """Move the sliders whose steps take longest, from end to end."""
    _unfold(page, "quotas")
    for name, path, keys in (("plain settings", *HEADCOUNT), ("hard_percent 5 … 85", *HARD)):
        yield name, [*_pressed(page, path, keys)]
    for percent in SHARES:
        list(_pressed(page, HARD[0], [RIGHT] * (percent // 5)))
        yield f"hard_percent {percent}, most_minutes 600 and down", [*_pressed(page, *TRAVEL)]


def _pressed(page: Page, path: str, keys: Sequence[str]) -> Iterator[Step]:
    """Yield what each key pressed on a slider's handles does."""
    slider = page.locator(".widget-hslider", has_text=say(f"panel.{path}", "zh"))
    for handle in slider.locator(".noUi-handle").all():
        for key in keys:
            handle.focus()
            found = step(page, lambda key=key: page.keyboard.press(key))
            if found is not None:
                yield found


def _clicked(page: Page, buttons: Locator, times: int = 1) -> Iterator[Step]:
    """Yield what clicks on each of some buttons do, of those that can be clicked by then."""
    for at in range(buttons.count()):
        for _ in range(times):
            button = buttons.nth(at)
            if button.is_visible() and button.is_enabled():
                found = step(page, button.click)
                if found is not None:
                    yield found


def _pinned(page: Page, decision: str) -> Iterator[Step]:
    """Yield what it does to require or forbid a pairing."""
    units, station = page.locator(".planner-panel select").first, page.locator("input[list]").first
    options = page.locator(".planner-panel datalist option")
    names = options.evaluate_all("found => found.map(({value}) => value)")
    for at in range(PINS):
        units.select_option(index=4 * at)
        station.fill(names[at * len(names) // PINS])
        station.press("Tab")
        found = step(page, _button(page, decision).click)
        if found is not None:
            yield found


def _button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=say(f"panel.{name}", "zh"), exact=True)


def _unfold(page: Page, part: str) -> None:
    """Show a part of the settings."""
    header = page.locator(".jupyter-widget-Collapse-header", has_text=say(f"panel.{part}", "zh"))
    if "jupyter-widget-Collapse-open" not in (header.locator("..").get_attribute("class") or ""):
        header.click()
        page.wait_for_timeout(500)


def _reset(page: Page) -> None:
    _button(page, "reset").click()
    page.wait_for_timeout(2000)


if __name__ == "__main__":
    main()
