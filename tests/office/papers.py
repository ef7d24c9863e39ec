"""Reading what was written: the text of Word files, the cells of workbooks, all that is inside."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl

from planner.office import drawing
from planner.office.reread import lines

HOSTILE = (
    "=1+1",
    "＝cmd|' /C calc'!A0",
    "@SUM(A1)",
    "<w:t>甲</w:t>&amp;<乙>",
    "{{ 7*7 }}{% for x in y %}{_{",
    "]]>\"'`\\",
    "一" * 4000,
    "_x0041_${year}",
)
"""What people, and programs, put into names."""


def text(document: bytes | Path) -> str:
    """Return all text of a Word file, without blanks."""
    data = document if isinstance(document, bytes) else document.read_bytes()
    return "\n".join(lines(data))


def rows(document: bytes | Path, header: str) -> list[list[str]]:
    """Return the rows of the table whose header holds a word, the header first."""
    data = document if isinstance(document, bytes) else document.read_bytes()
    for table in docx.Document(io.BytesIO(data)).tables:
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        if cells and header in "".join(cells[0]):
            return cells
    return []


def cells(book: bytes | Path) -> dict[str, list[list[Any]]]:
    """Return the cells of a workbook by sheet."""
    source = io.BytesIO(book) if isinstance(book, bytes) else book
    opened: Any = openpyxl.load_workbook(source)
    return {
        page.title: [list(row) for row in page.iter_rows(values_only=True)]
        for page in opened.worksheets
    }


def unpacked(folder: Path) -> bytes:
    """Return all that files hold, those in archives unpacked, their names too."""
    found = [b""]
    for file in sorted(folder.rglob("*")):
        found.append(file.name.encode())
        if file.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(file) as archive:
                found += [archive.read(name) for name in archive.namelist()]
        elif file.is_file():
            found.append(file.read_bytes())
    return b"\n".join(found)


def template(*texts: str) -> bytes:
    """Return a Word template of some paragraphs."""
    document = drawing.page()
    for one in texts:
        drawing.body(document, one)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
