"""Exported pages in a browser that gets no answer from outside, and their text in print."""

import re
import shutil
import subprocess
from collections.abc import Generator
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Browser, Page

from planner import commands
from planner.page import page_html
from planner.page.pdf import pdf_of
from tests.notebooks.test_pages import NOTEBOOKS, exported

ROOT = Path(__file__).parents[2]
DATA, YEAR = ROOT / "data" / "jiangxi", 2019
SOON = 20_000
"""Milliseconds; what waits for an address that does not answer takes for ever."""
BROKEN = """() => [...document.images].filter(one => !one.complete || !one.naturalWidth).length"""
CUT = """() => [...document.querySelectorAll("table, pre, img")]
    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .length"""
by_name = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example's plan."""
    out = tmp_path_factory.mktemp("plan") / "out"
    commands.plan(commands.Request(DATA, YEAR, out))
    return out


@pytest.fixture(scope="module")
def leaders_page(plan: Path) -> str:
    return page_html(plan, DATA)


@pytest.fixture
def offline(chromium: Browser) -> Generator[Page]:
    """A page of A4's width; no address outside this machine ever answers it."""
    page = chromium.new_page(viewport={"width": 794, "height": 1123})
    page.route(re.compile("^https?:"), lambda _: None)
    yield page
    page.close()


def opened(page: Page, html: str, folder: Path) -> str:
    """Open a page from a file, all of it, within the time; return its text without blanks."""
    (folder / "page.html").write_text(html, encoding="utf-8")
    page.goto((folder / "page.html").as_uri(), wait_until="load", timeout=SOON)
    return bare(page.inner_text("body"))


def bare(text: str) -> str:
    return "".join(text.split())


def printed(pdf: bytes, folder: Path) -> list[str]:
    """Return the text of each printed page, without blanks."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext on this machine: install poppler-utils to run this test")
    (folder / "page.pdf").write_bytes(pdf)
    command = ["pdftotext", "-raw", str(folder / "page.pdf"), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [bare(page) for page in told.split("\f")[:-1]]


def test_a_page_that_waits_for_an_address_would_be_found_out(offline: Page, tmp_path: Path) -> None:
    waits = '<!DOCTYPE html><img alt="" src="https://planner.invalid/a.png">'
    (tmp_path / "page.html").write_text(waits, encoding="utf-8")
    with pytest.raises(Exception, match="Timeout"):
        offline.goto((tmp_path / "page.html").as_uri(), wait_until="load", timeout=500)


def test_the_leaders_page_is_whole_where_no_address_answers(
    offline: Page, leaders_page: str, plan: Path, tmp_path: Path
) -> None:
    text = opened(offline, leaders_page, tmp_path)
    rows = pl.read_csv(plan / "plan.csv")
    assert all(bare(name) in text for name in (*rows["unit"], *rows["station"]))
    assert offline.evaluate(BROKEN) == 0
    assert offline.evaluate(CUT) == 0


@by_name
def test_an_exported_notebook_is_whole_where_no_address_answers(
    offline: Page, notebook: Path, tmp_path: Path
) -> None:
    text = opened(offline, exported(notebook), tmp_path)
    assert len(text) > 500
    assert offline.evaluate("document.images.length") or notebook.stem == "00_start"
    assert offline.evaluate(BROKEN) == 0
    assert offline.evaluate(CUT) == 0


def test_the_leaders_page_in_print_has_the_plan_and_no_more_than_two_sheets(
    leaders_page: str, plan: Path, chromium: Browser, tmp_path: Path
) -> None:
    pdf = pdf_of(leaders_page)
    assert pdf is not None
    sheets = printed(pdf, tmp_path)
    assert len(sheets) <= 2
    rows = pl.read_csv(plan / "plan.csv")
    text = "".join(sheets)
    assert all(bare(name) in text for name in (*rows["unit"], *rows["station"]))
    balance = text[text.index("各市均衡") : text.index("目标与证明")]
    for (city,), own in rows.group_by("city"):
        leaders = own.filter(kind="leader").height
        counts = f"{leaders}{own.height - leaders}{own.height}"
        assert re.search(rf"{city}[0-9]+–[0-9]+{counts}(?![0-9])", balance), city


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice on this machine")
def test_without_a_browser_the_leaders_page_takes_no_more_than_two_sheets(
    leaders_page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.page.pdf._BROWSERS", ())
    pdf = pdf_of(leaders_page)
    assert pdf is not None
    sheets = printed(pdf, tmp_path)
    assert len(sheets) <= 2
    assert "不反映任何真实情况" in sheets[-1]


def test_the_years_notebook_in_print_has_every_pairing(
    offline: Page, plan: Path, tmp_path: Path
) -> None:
    (notebook,) = (path for path in NOTEBOOKS if path.stem == "02_yearly_plan")
    opened(offline, exported(notebook), tmp_path)
    text = "".join(printed(offline.pdf(format="A4"), tmp_path))
    rows = pl.read_csv(plan / "plan.csv")
    assert all(bare(name) in text for name in rows["station"])
