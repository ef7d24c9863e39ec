"""Run the notebooks again as they are committed: `.venv/bin/python notebooks/execute.py [NAME…]`.

Widgets live only while a kernel answers, so of a widget's cell only the plain table or text is
kept: a notebook that is read without a kernel shows that.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
WIDGET = "application/vnd.jupyter.widget-view+json"


def executed(path: Path) -> nbformat.NotebookNode:
    """Return a notebook with the outputs of a run from top to bottom, without times and widgets."""
    notebook = nbformat.read(path, 4)
    NotebookClient(
        notebook, timeout=300, record_timing=False, store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()  # fmt: skip
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
    return notebook


if __name__ == "__main__":
    for name in sys.argv[1:] or [path.stem for path in sorted(HERE.glob("*.ipynb"))]:
        file = HERE / f"{name}.ipynb"
        nbformat.write(executed(file), file)
