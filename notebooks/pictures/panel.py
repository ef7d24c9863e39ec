"""Take the panel's pictures again: `.venv/bin/python -m notebooks.pictures.panel`.

JupyterLab is started as for its tests, one setting is changed, and what the panel then says is its
picture's alternative text in the README. It needs chromium.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, expect, sync_playwright

from notebooks.pictures.make import DATA, ENDING, HERE, README, YEAR, described
from planner.words import LANGUAGES, Language, say
from tests.lab.server import CHROMIUM_OPTIONS, TOKEN, browser, lab

PATH, PEOPLE = "policy.departments.two_from_headcount", 8
SIZE = {"width": 1440, "height": 900}
SCALE = 1.4
PATIENCE = 240_000
CELL = """
from planner.notebook import open_year
from planner.panels import panel
here = open_year({data!r}, {year}, language={language!r})
panel(here.dataset, here.policy, {year}, {language!r})
"""
RUN = "() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }"


def notebook(language: Language) -> nbformat.NotebookNode:
    """Return a notebook that shows the panel and nothing else."""
    cell = CELL.format(data=str(DATA), year=YEAR, language=language).strip()
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=[new_code_cell(cell)], metadata={"kernelspec": kernel})


def taken(chromium: Browser, address: str, language: Language) -> str:
    """Take the picture of a panel in a language; return what it shows, in words."""
    page = chromium.new_page(viewport=SIZE, device_scale_factor=SCALE)
    page.goto(f"{address}/lab/tree/panel-{language}.ipynb?token={TOKEN}")
    expect(page.locator("#jp-main-statusbar")).to_contain_text("空闲", timeout=PATIENCE)
    page.evaluate(RUN)
    panel = page.locator(".planner-panel")
    expect(panel.locator(".planner-map canvas")).to_be_visible(timeout=PATIENCE)
    row = panel.locator(".planner-settings .widget-hbox").filter(
        has=page.locator(".planner-label", has_text=say(f"figure.{PATH}", language))
    )
    row.locator("input[type=number]").fill(str(PEOPLE))
    row.locator("input[type=number]").press("Enter")
    expect(panel.locator(".planner-changes")).to_contain_text(str(PEOPLE), timeout=PATIENCE)
    proved = say("panel.proved", language)
    expect(panel.locator(".planner-message")).to_contain_text(proved, timeout=PATIENCE)
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    panel.screenshot(path=HERE / f"panel{ENDING[language]}.png")
    said = [panel.locator(f".planner-{name}").inner_text() for name in ("message", "changes")]
    drawn = panel.locator("canvas[aria-label]").all()
    said += [one.get_attribute("aria-label") or "" for one in drawn]
    page.close()
    return " · ".join([say("panel.picture", language), *said])


if __name__ == "__main__":
    with TemporaryDirectory() as folder, sync_playwright() as play, lab(Path(folder)) as address:
        chromium = play.chromium.launch(executable_path=browser(), args=[*CHROMIUM_OPTIONS])
        for language in LANGUAGES:
            file = Path(folder) / "project" / f"panel-{language}.ipynb"
            nbformat.write(notebook(language), file)
            alt = taken(chromium, address, language)
            text = README[language].read_text("utf-8")
            text = described(text, f"panel{ENDING[language]}.png", alt)
            README[language].write_text(text, encoding="utf-8")
        chromium.close()
