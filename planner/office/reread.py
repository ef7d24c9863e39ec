"""Reading the packet's own files again: what a template left out is told, not sent."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from defusedxml import ElementTree

from planner.errors import Fault
from planner.office.clean import bare

Needed = Sequence[str]
"""What must stand together in one row of a table, or in one paragraph."""

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINES = (f"{WORD}tr", f"{WORD}p")


def lines(document: bytes, between: str = "") -> list[str]:
    """Return the text of every row of a table and of every paragraph outside, without blanks.

    What is `between` stands between the cells of a row that have any text.
    """
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        tree: Any = ElementTree.fromstring(archive.read("word/document.xml"))
    return [between.join(filter(None, map(bare, cells))) for cells in _lines(tree)]


def left_out(file: str, document: bytes, needed: Iterable[Needed]) -> list[Fault]:
    """Return a fault for each of what a document should hold and does not.

    `file` is the template that made it.
    """
    there = lines(document)
    faults = list[Fault]()
    for texts in needed:
        wanted = [bare(text) for text in texts]
        if not any(all(text in line for text in wanted) for line in there):
            values = {"value": " ".join(texts)}
            faults.append(Fault(file, "office.left_out", values=values))
    return faults


def _lines(element: Any) -> Iterator[list[str]]:
    """Yield the texts of each row's cells, and each paragraph's outside."""
    if element.tag in LINES:
        cells = element.findall(f"{WORD}tc") or [element]
        yield ["".join(node.text or "" for node in cell.iter(f"{WORD}t")) for cell in cells]
        return
    for child in element:
        yield from _lines(child)
