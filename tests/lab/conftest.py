"""One browser for all tests of it, and one page of one Lab."""

import os
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.lab.server import CHROMIUM_OPTIONS, TOKEN, browser, lab


@dataclass
class Seen:
    """A page, and what it asked and said: requests that left the machine, errors of the console."""

    page: Page
    outside: list[str] = field(default_factory=list[str])
    errors: list[str] = field(default_factory=list[str])

    def asked(self, address: str, inside: tuple[str, ...]) -> None:
        """Note an address that is not within this machine."""
        if not address.startswith(inside):
            self.outside.append(address)


@pytest.fixture(scope="session")
def chromium() -> Generator[Browser]:
    """Give the browser of this machine; without one, skip."""
    program = browser()
    if program is None:
        if "CI" in os.environ:
            pytest.fail("no browser: .ci/run installs chromium")
        pytest.skip("no browser on this machine: install chromium to run this test")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=program, args=[*CHROMIUM_OPTIONS])
        yield started
        started.close()


@pytest.fixture(scope="session")
def seen(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Generator[Seen]:
    """Give a page on `04_what_if`, all of whose cells have been run."""
    home = tmp_path_factory.mktemp("lab")
    with lab(home) as address:
        page = chromium.new_page(viewport={"width": 1680, "height": 1400})
        found = Seen(page)
        inside = (address, address.replace("http", "ws"), "data:", "blob:")
        page.on("request", lambda r: found.asked(r.url, inside))
        page.on("console", lambda m: found.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: found.errors.append(str(error)))
        page.goto(f"{address}/lab/tree/notebooks/04_what_if.ipynb?token={TOKEN}")
        yield found
        kept = Path(os.environ.get("PLANNER_ARTEFACTS", home))
        page.screenshot(path=kept / "panel.png")
        page.close()
