"""The notebooks are claim, call, picture: no functions, parameters on top, committed executed."""

import ast
import re
from pathlib import Path

import nbformat
import papermill
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
NAMES = (
    "00_start", "01_data", "02_yearly_plan", "03_why", "04_what_if", "05_outcomes",
)  # fmt: skip
by_name = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(path: Path, kind: str) -> list[nbformat.NotebookNode]:
    return [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == kind]


def code(path: Path) -> ast.Module:
    return ast.parse("\n".join(cell.source for cell in cells(path, "code")))


def test_there_are_the_six_notebooks() -> None:
    assert tuple(path.stem for path in NOTEBOOKS) == NAMES


@by_name
def test_a_notebook_defines_no_functions(path: Path) -> None:
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    assert not any(isinstance(node, defined) for node in ast.walk(code(path)))


@by_name
def test_a_notebook_imports_the_planner_and_frames_only(path: Path) -> None:
    names = {
        name.partition(".")[0]
        for node in ast.walk(code(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom)
                     else [one.name for one in node.names])
    }  # fmt: skip
    assert names <= {"planner", "polars"}


@by_name
def test_the_first_cell_of_code_holds_the_parameters(path: Path) -> None:
    first, *others = cells(path, "code")
    assert first.metadata.tags == ["parameters"]
    given = [target.id for node in ast.parse(first.source).body if isinstance(node, ast.Assign)
             for target in node.targets if isinstance(target, ast.Name)]  # fmt: skip
    assert given == ["data", "year"]
    assert not any("tags" in cell.metadata for cell in others)  # nbval compares every cell


@by_name
def test_a_notebook_is_committed_as_it_ran_from_top_to_bottom(path: Path) -> None:
    counts = [cell.execution_count for cell in cells(path, "code")]
    assert counts == list(range(1, len(counts) + 1))


@by_name
def test_every_section_speaks_chinese_first_and_has_a_line_of_english(path: Path) -> None:
    for cell in cells(path, "markdown"):
        chinese = re.search(r"[\u4e00-\u9fff]", cell.source)
        english = re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", cell.source)
        assert (bool(chinese), bool(english)) == (True, True), cell.source


@by_name
def test_a_notebook_says_that_the_example_is_synthetic(path: Path) -> None:
    assert any("合成数据" in cell.source for cell in cells(path, "markdown"))


def test_another_dataset_and_year_are_given_as_parameters(tmp_path: Path) -> None:
    start = NOTEBOOKS[0]
    data = start.parents[1] / "data/jiangxi"
    made = papermill.execute_notebook(
        start, tmp_path / "made.ipynb", {"data": str(data), "year": 2020}, progress_bar=False
    )
    titles = [output.data.get("text/plain", "") for cell in made.cells
              for output in cell.get("outputs", []) if "data" in output]  # fmt: skip
    assert any("2020" in title for title in titles)
