"""A notebook exported with the project's template: a page that needs nothing, code folded away."""

import re
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter

HOME = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(HOME.glob("*.ipynb"))
by_name = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@cache
def exported(path: Path) -> str:
    exporter = HTMLExporter(
        template_name="planner", extra_template_basedirs=[str(HOME / "template")]
    )
    page, _ = exporter.from_filename(str(path))
    return page


@by_name
def test_a_page_fetches_nothing_and_runs_no_script(path: Path) -> None:
    page = exported(path)
    assert "<script" not in page
    assert not re.search(r"""(src|href)=["'](https?:)?//""", page)
    assert "@import" not in page


@by_name
def test_a_page_is_chinese_and_folds_its_code_away(path: Path) -> None:
    page = exported(path)
    assert '<html lang="zh-CN">' in page
    assert ".code { display: none }" in page
    assert "In&nbsp;[" not in page


@by_name
def test_every_picture_of_a_page_has_its_words_and_every_table_its_rows(path: Path) -> None:
    page = exported(path)
    words = re.findall(r'<img alt="([^"]*)"', page)
    assert all(len(alt) > 10 for alt in words)
    cells = [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
    outputs = [output for cell in cells for output in cell.outputs if "data" in output]
    assert len(words) == sum("image/png" in output.data for output in outputs)
    rows = sum(output.data.get("text/html", "").count("<tr>") for output in outputs)
    assert page.count("<tr>") == rows
