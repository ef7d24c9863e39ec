"""Reading the packet's own files again: what a template left out is told, not sent."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import docx
from docx.oxml.ns import qn

from planner.errors import Fault
from planner.office.clean import bare

Needed = Sequence[str]
"""What must stand together in one row of a table, or in one paragraph."""


def lines(document: bytes) -> list[str]:
    """Return the text of every row of a table and of every paragraph outside, without blanks."""
    return [bare(text) for text in _lines(docx.Document(io.BytesIO(document)))]


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


def _lines(document: Any) -> Iterator[str]:
    for element in document.element.body.iter(qn("w:tr"), qn("w:p")):
        inside = any(True for _ in element.iterancestors(qn("w:tr")))
        if not inside:
            yield "".join(node.text or "" for node in element.iter(qn("w:t")))
