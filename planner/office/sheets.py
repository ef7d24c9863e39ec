"""Writing a workbook for people: text stays text, the same input gives the same bytes."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

from planner.office.archive import settled
from planner.office.clean import clean

Cell = str | int | None
A4 = 9
WIDEST = 60
"""Characters that a column is wide at most; longer text wraps."""
FONT = "宋体"
NOTHING = "无"
LINE = 16
"""Points from line to line; a row is as high as its longest cell needs, up to what a sheet can."""
HIGHEST = 25


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, header and rows.

    `title` stands above the header in print. `widths` are in characters, taken from the cells
    where not given.
    """

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    widths: Sequence[int] = field(default=())


def workbook(sheets: Sequence[Sheet], year: int) -> bytes:
    """Return a workbook: a filter, the header frozen and repeated in print, A4 landscape.

    Text is written as text, whole numbers as numbers; an empty sheet says 无. The properties are
    dated 1 January of `year` and name no author.
    """
    out = io.BytesIO()
    book: Any = new_book(out, year)
    styles = {
        "header": book.add_format(
            {"bold": True, "border": 1, "align": "center", "valign": "vcenter",
             "text_wrap": True, "bg_color": "#E7E6E6", "font_name": FONT}
        ),
        "text": book.add_format(
            {"border": 1, "valign": "vcenter", "text_wrap": True, "num_format": "@",
             "font_name": FONT}
        ),
        "number": book.add_format(
            {"border": 1, "align": "center", "valign": "vcenter", "font_name": FONT}
        ),
    }  # fmt: skip
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.name), sheet, styles)
    book.close()
    return settled(out.getvalue())


def new_book(out: io.BytesIO, year: int) -> Any:
    """Return a workbook of XlsxWriter that takes no text for formula, address or number."""
    plain = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    book: Any = xlsxwriter.Workbook(out, {"in_memory": True, **dict.fromkeys(plain, False)})
    book.set_properties({"author": "", "created": dt.datetime(year, 1, 1)})  # noqa: DTZ001
    return book


def printed(page: Any) -> None:
    """Lay a sheet out for print: A4 landscape, as wide as the page, the header on every page."""
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.center_horizontally()
    page.set_margins(0.6, 0.6, 0.7, 0.7)
    page.set_footer("&C第 &P 页，共 &N 页")
    page.repeat_rows(0)
    page.freeze_panes(1, 0)


def _fill(page: Any, sheet: Sheet, styles: dict[str, Any]) -> None:
    printed(page)
    if sheet.title:
        page.set_header(f"&C{_escaped(sheet.title)}")
    rows = list(sheet.rows) or [[NOTHING, *[""] * (len(sheet.header) - 1)]]
    widths = sheet.widths or _widths(sheet)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for column, text in enumerate(sheet.header):
        page.write_string(0, column, clean(text), styles["header"])
    for number, row in enumerate(rows, 1):
        page.set_row(number, LINE * _lines(row, widths))
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(number, column, cell, styles["number"])
            else:
                page.write_string(number, column, clean(cell or ""), styles["text"])
    page.autofilter(0, 0, len(rows), len(sheet.header) - 1)


def _escaped(text: str) -> str:
    """`&` begins a command in a sheet's header, which holds 255 characters."""
    return clean(text).replace("&", "&&")[:200]


def _widths(sheet: Sheet) -> list[int]:
    """Return each column's width in characters, a Chinese one being two wide."""
    cells = [sheet.header, *sheet.rows]
    columns = zip(*[[_wide(str(cell or "")) for cell in row] for row in cells], strict=True)
    return [min(WIDEST, max(8, max(column) + 3)) for column in columns]


def _lines(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return how many lines the longest cell of a row takes."""
    cells = zip(row, widths, strict=True)
    longest = max(-(-_wide(str(cell or "")) // (width - 2)) for cell, width in cells)
    return min(HIGHEST, max(1, longest))


def _wide(text: str) -> int:
    return max(sum(2 if ord(one) > 255 else 1 for one in line) for line in text.split("\n"))
