"""A page with the panel, watched: what it shows after something is done to it, and how soon."""

import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.lab.server import CHROMIUM_OPTIONS, TOKEN, browser, lab

TARGET_MS = 300
PATIENCE_MS = 120_000
TOLD = {"first": "first line", "some": "a plan", "best": "the best", "end": "proof checked"}
"""What is measured of a step, and its words."""

WATCH = """() => {
    window.changes = [];
    window.strokes = [];
    for (const input of ["keydown", "click"]) {
        document.addEventListener(input, (event) => { window.began = event.timeStamp; }, true);
    }
    const kind = (node) => {
        const at = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
        if (at.closest(".widget-hslider, .jupyter-widget-Collapse")) return "control";
        return at.closest(".planner-message") ? "message" : "plan";
    };
    for (const name of ["fill", "stroke", "fillText"]) {
        const draw = CanvasRenderingContext2D.prototype[name];
        CanvasRenderingContext2D.prototype[name] = function (...how) {
            window.strokes.push(performance.now());
            return draw.apply(this, how);
        };
    }
    // Not `innerText`: it would have the page laid out anew for every change that is noted.
    const said = () => document.querySelector(".planner-message").textContent;
    new MutationObserver((found) => found.forEach(({target}) => window.changes.push(
        [performance.now(), kind(target), said()],
    ))).observe(
        document.querySelector(".planner-panel"),
        {childList: true, subtree: true, characterData: true, attributes: true},
    );
}"""
KEPT = "仍是上一个"
"""What is said where settings have no plan, and the one before stays."""
ENDED = f"""() => /都已证明最优|时限内|{KEPT}/.test(
    document.querySelector(".planner-message").innerText)"""


@dataclass(frozen=True)
class Step:
    """Milliseconds to the first line, a first plan, the best one, the last line; and that."""

    first: float
    some: float
    best: float
    end: float
    words: str


@contextmanager
def watched() -> Generator[Page]:
    """Give a page on `04_what_if`, all of whose cells have been run."""
    program = browser()
    if program is None:
        raise SystemExit("no browser: install chromium")
    with (
        tempfile.TemporaryDirectory() as home,
        lab(Path(home)) as address,
        sync_playwright() as play,
    ):
        chromium = play.chromium.launch(executable_path=program, args=[*CHROMIUM_OPTIONS])
        page = chromium.new_page(viewport={"width": 1680, "height": 1400})
        page.goto(f"{address}/lab/tree/notebooks/04_what_if.ipynb?token={TOKEN}")
        _run(page)
        yield page
        chromium.close()


def _run(page: Page) -> None:
    """Run the whole notebook, so that the kernel is free."""
    page.wait_for_function("document.body.innerText.includes('Python 3 (ipykernel) | 空闲')")
    page.locator(".lm-MenuBar-item", has_text="运行").click()
    page.locator('li[data-command="runmenu:run-all"]').click()
    page.wait_for_selector(".planner-panel .vega-embed :is(canvas, svg)", timeout=90_000)
    page.wait_for_function(
        "![...document.querySelectorAll('.jp-InputPrompt')].some(e => e.innerText.includes('*'))",
        timeout=90_000,
    )
    page.wait_for_timeout(2000)
    page.evaluate(WATCH)


def step(page: Page, act: Callable[[], None]) -> Step | None:
    """Press or click, and return how long the page went on changing; None where it did not.

    What the controls show of themselves does not count. Settings that are known already may leave
    the line above the map as it is.
    """
    page.wait_for_timeout(300)
    page.evaluate("window.changes = [], window.strokes = []")
    act()
    page.wait_for_timeout(1000)
    page.wait_for_function(ENDED, timeout=PATIENCE_MS)
    page.wait_for_timeout(700)
    began = page.evaluate("window.began")  # Before a click the driver looks whether it can be done.
    changes = [(at - began, kind, said) for at, kind, said in page.evaluate("window.changes")]
    drawn = [at - began for at in page.evaluate("window.strokes")]
    drawn += [at for at, kind, _ in changes if kind == "plan"]
    lines = [(at, said) for at, kind, said in changes if kind == "message"]
    if not lines and not drawn:
        return None
    lines = lines or [(max(drawn), page.locator(".planner-message").inner_text())]
    # Of an answer the line is written first, then the rest is drawn.
    found = [at for at, said in lines if "正在求解" not in said]
    best = max([found[0], *drawn])
    some = max([found[0], *(at for at in drawn if at < [*found, best][1])])
    return Step(lines[0][0], some, best, lines[-1][0], lines[-1][1])


def report(name: str, steps: Sequence[Step]) -> None:
    """Print how long the longest of some steps took, and where those without a proof ended."""
    for what, words in TOLD.items():
        times = [getattr(step, what) for step in steps]
        mark = "hit " if max(times) <= TARGET_MS else "MISS"
        each = ", ".join(f"{time:.0f}" for time in times)
        print(f"{mark}  {name}, {words}: {max(times):.0f} ms (at most {TARGET_MS}); {each}")
    for words in sorted({step.words for step in steps if "都已证明最优" not in step.words}):
        print(f"      ended with: {words[:60]}", flush=True)


def summary(steps: Sequence[Step]) -> None:
    """Print how soon a first plan was there in all steps that have one."""
    times = sorted(step.some for step in steps if KEPT not in step.words)
    median, most = times[len(times) // 2], times[len(times) * 95 // 100]
    late = sum(time > TARGET_MS for time in times)
    print(
        f"{len(times)} steps with a plan: half of them within {median:.0f} ms, 95 of 100 within "
        f"{most:.0f}, the longest {times[-1]:.0f}; over {TARGET_MS}: {late}"
    )
