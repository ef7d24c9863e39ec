"""A copy of a workbook with what a check found: cells coloured, sentences as comments, a list."""

import io
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from planner.errors import Fault, InputError
from planner.office.clean import clean
from planner.plans.folder import write_file
from planner.words import Language, say

RESULT = "检查结果"
WORKBOOK = ".xlsx"
COLOUR = "FFFFC7CE"
FONT = "宋体"
LONGEST = 900
"""Characters of a comment; the list has the whole sentence."""


def refuse_copy(source: Path, copy: Path) -> None:
    """Raise `InputError` where a copy can't be made: of a folder, over the source or another file.

    A copy that an earlier check made is replaced.
    """
    if source.is_dir() or source.suffix.lower() != WORKBOOK:
        raise InputError([Fault(str(source), "mark.no_book")])
    if copy.resolve() == source.resolve() or (copy.exists() and copy.samefile(source)):
        raise InputError([Fault(str(copy), "mark.source")])
    if copy.suffix.lower() != WORKBOOK:
        raise InputError([Fault(str(copy), "mark.no_copy")])
    if copy.exists() and not _ours(copy):
        raise InputError([Fault(str(copy), "out.not_ours")])


def mark(source: Path, copy: Path, faults: Sequence[Fault], language: Language) -> None:
    """Write a copy of a workbook, its faulty cells coloured, and a first sheet with a link a fault.

    Rich text, pictures and controls are not copied, and formulas need one save in Excel: the sheet
    says so. Raises `InputError` where the workbook can't be opened at all.
    """
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book: Any = openpyxl.load_workbook(source)
    except Exception as error:  # a damaged workbook can fail in any way
        raise InputError([*faults, Fault(source.name, "mark.unreadable")]) from error
    if RESULT in book.sheetnames:
        del book[RESULT]
    page = book.create_sheet(RESULT, 0)
    book.active = 0
    _list(book, page, faults, language)
    for place, texts in _by_cell(book, faults, language).items():
        _paint(book[place[0]][place[1]], texts)
    out = io.BytesIO()
    book.save(out)
    write_file(copy, out.getvalue())


def _ours(copy: Path) -> bool:
    import openpyxl

    try:
        book: Any = openpyxl.load_workbook(copy, read_only=True)
        return book.sheetnames[0] == RESULT
    except Exception:  # noqa: BLE001  not a workbook, so not ours
        return False


def _cell(book: Any, fault: Fault) -> tuple[str, str] | None:
    """Return the sheet and the cell of a fault, None where it has none."""
    if fault.letters is None or fault.row is None or fault.file not in book.sheetnames:
        return None
    return fault.file, f"{fault.letters}{fault.row}"


def _by_cell(
    book: Any, faults: Sequence[Fault], language: Language
) -> dict[tuple[str, str], list[str]]:
    found = dict[tuple[str, str], list[str]]()
    for fault in faults:
        place = _cell(book, fault)
        if place is not None:
            found.setdefault(place, []).append(fault.text(language))
    return found


def _paint(cell: Any, texts: list[str]) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    if isinstance(cell, MergedCell):
        cell = _first_of(cell)
    cell.fill = PatternFill("solid", fgColor=COLOUR)
    comment = Comment(clean("\n".join(texts))[:LONGEST], "")
    comment.width, comment.height = 360, 120
    cell.comment = comment


def _first_of(cell: Any) -> Any:
    """Return the first cell of the merged ones that a cell lies in."""
    for area in cell.parent.merged_cells.ranges:
        if cell.coordinate in area:
            return cell.parent.cell(area.min_row, area.min_col)
    return cell


def _list(book: Any, page: Any, faults: Sequence[Fault], language: Language) -> None:
    from openpyxl.styles import Alignment, Font

    wrap = Alignment(wrap_text=True, vertical="top")
    lines = [
        say("mark.title", language, number=sum(not one.hint for one in faults)),
        say("mark.note", language),
    ]
    for row, line in enumerate(lines, 1):
        _write(page.cell(row, 2), line)
        page.cell(row, 2).alignment = wrap
        page.cell(row, 2).font = Font(name=FONT, bold=row == 1)
    for number, fault in enumerate(faults, 1):
        at, place = number + len(lines), _cell(book, fault)
        page.cell(at, 1).value = number
        _write(page.cell(at, 2), fault.text(language))
        page.cell(at, 2).alignment = wrap
        page.cell(at, 2).font = Font(name=FONT)
        if place is not None:
            sheet, cell = place
            quoted = sheet.replace("'", "''")
            page.cell(at, 2).hyperlink = _link(page.cell(at, 2), f"'{quoted}'!{cell}")
            page.cell(at, 2).font = Font(name=FONT, color="FF0563C1", underline="single")
    page.column_dimensions["A"].width = 6
    page.column_dimensions["B"].width = 110


def _write(cell: Any, text: str) -> None:
    """Write text as text, whatever it begins with."""
    cell.value = clean(text)
    cell.data_type = "s"
    cell.quotePrefix = True


def _link(cell: Any, location: str) -> Any:
    from openpyxl.worksheet.hyperlink import Hyperlink

    return Hyperlink(ref=cell.coordinate, location=location)
