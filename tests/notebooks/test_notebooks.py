"""The notebooks are claim, call, picture: no functions, parameters on top, committed executed."""

import ast
import re
from collections.abc import Generator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

from tests.notebooks import province

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
NAMES = (
    "00_start", "01_data", "02_yearly_plan", "03_why", "04_what_if", "05_outcomes",
    "06_days", "07_postings", "08_office",
)  # fmt: skip
FORGET = "%reset_selective -f ^[a-z]"
"""Each notebook begins without the names of the one before."""
UNDRAWN = """\
import base64
import vl_convert
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)
vl_convert.vega_to_png = lambda *_, **__: DOT
"""
"""Compiled charts are not drawn: it takes longest, and pictures are compared where nbval runs."""
by_name = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(path: Path, kind: str) -> list[nbformat.NotebookNode]:
    return [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == kind]


def code(path: Path) -> ast.Module:
    return ast.parse("\n".join(cell.source for cell in cells(path, "code")))


def test_no_notebook_is_missing_and_none_is_left_over() -> None:
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
    assert names <= {"planner", "polars", "datetime"}


@by_name
def test_the_first_cell_of_code_holds_the_parameters(path: Path) -> None:
    first, *others = cells(path, "code")
    assert first.metadata.tags == ["parameters"]
    given = [target.id for node in ast.parse(first.source).body if isinstance(node, ast.Assign)
             for target in node.targets if isinstance(target, ast.Name)]  # fmt: skip
    assert given == ["data", "policy", "year"]
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


LOOPS = (ast.For, ast.While, ast.Try, ast.With)


@by_name
def test_a_notebook_has_no_loop_and_no_chain_of_filters(path: Path) -> None:
    tree = code(path)
    assert not any(isinstance(node, LOOPS) for node in ast.walk(tree))
    called = [node.func.attr for node in ast.walk(tree)
              if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]  # fmt: skip
    assert not {"filter", "group_by", "agg", "with_columns"} & {*called}


@by_name
def test_every_section_begins_with_its_claim_and_shows_it_after(path: Path) -> None:
    every = nbformat.read(path, 4).cells
    heads = [at for at, cell in enumerate(every) if cell.source.startswith("## ")]
    assert heads
    for at, end in zip(heads, [*heads[1:], len(every)], strict=True):
        first, *shown = [cell for cell in every[at:end] if cell.cell_type == "code"]
        assert re.fullmatch(r"claims\.\w+\(.*\)", first.source.splitlines()[-1]), first.source
        assert re.search(r"\d", first.outputs[0].data["text/plain"])
        assert shown or "write_page" in first.source  # What it shows is a file.


def said(cells: list[nbformat.NotebookNode]) -> list[str]:
    """Return the claims among the outputs of some cells."""
    outputs = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    return [data["text/plain"] for data in outputs if "planner-claim" in data.get("text/html", "")]


@by_name
def test_no_bare_id_and_no_key_stands_before_a_reader(path: Path) -> None:
    told = [
        re.sub(r"<[^>]+>|（[^）]*）|“[^”]*”", " ", output.data.get("text/html", ""))
        for cell in cells(path, "code") for output in cell.outputs if "data" in output
    ]  # fmt: skip
    # A place in a file, a made-up person's name, an id before its name.
    may_be = r"[\w-]+\.csv:\d+ \w+|![A-Z]+\d+|(干部|所长) ?[\w-]+|[DL]\d\d (?=[一-龥])"
    text = re.sub(may_be, "", " ".join(told))
    assert not re.findall(r"\b[DL][0-9]{2}\b|\b[0-9]{9}\b|\b[a-z]+[._][a-z]+_\w+", text)


@by_name
def test_no_identifier_of_the_example_stands_in_a_notebook(path: Path) -> None:
    source = "\n".join(cell.source for cell in nbformat.read(path, 4).cells)
    assert not re.search(r"\b[DL][0-9]{2}\b|[0-9]{9}|市\"", source)


@by_name
def test_what_is_made_up_is_said_by_the_data_and_not_by_the_notebook(path: Path) -> None:
    assert not any("合成" in cell.source for cell in nbformat.read(path, 4).cells)
    said = [output.data.get("text/plain", "") for cell in cells(path, "code")
            for output in cell.outputs if "data" in output]  # fmt: skip
    assert any("合成数据" in text for text in said)


@by_name
def test_a_table_is_kept_as_a_plain_one_with_all_rows_and_no_polars_shape(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "shape: (" not in text
    assert "application/vnd.jupyter.widget" not in text


@pytest.fixture(scope="module")
def runner(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Generator[NotebookClient]:
    """Give one kernel for all notebooks, which draws pictures where long tests run.

    Starting one takes longer than most of them.
    """
    home = tmp_path_factory.mktemp("province") / "notebooks"
    home.mkdir()
    place = {"metadata": {"path": str(home)}}
    quick = request.config.getoption("markexpr") == "not long"
    first = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(UNDRAWN)] if quick else [])
    client = NotebookClient(first, timeout=300, resources=place)
    with client.setup_kernel():
        client.execute(cleanup_kc=False)
        yield client


@by_name
def test_a_notebook_runs_on_another_province(
    path: Path, runner: NotebookClient, tmp_path: Path
) -> None:
    data = province.write(tmp_path / "data" / "other")
    given = {"data": str(data), "policy": "", "year": province.YEAR}
    made = parameterize_notebook(load_notebook_node(str(path)), given)
    made.cells.insert(0, nbformat.v4.new_code_cell(FORGET))
    runner.nb = made
    runner.execute(cleanup_kc=False)
    outputs = [output for cell in made.cells for output in cell.get("outputs", [])]
    text = "".join(str(output.get("data", {}).get("text/plain", "")) for output in outputs)
    assert str(province.YEAR) in text
    assert len(claimed := said(made.cells)) > 4
    assert all(re.search(r"\d", claim) for claim in claimed), claimed
    assert "合成" not in text
