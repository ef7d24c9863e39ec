"""One sheet's cells as text, in one pass over its part; its merged areas and hidden rows."""

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass, field

from planner.tables.page import (
    EXACT,
    MOST_COLUMNS,
    MOST_ROWS,
    UNCOMPUTED,
    Area,
    Page,
    as_text,
    dated,
)
from planner.tables.workbook.archive import EnoughError, RefusedError, local
from planner.tables.workbook.book import Book, Style, padded, unescaped

MOST_CELLS = 1_500_000
"""Cells of one sheet that are looked at, filled or not, and those that fill a row up to them."""

MOST_AREAS = 20_000
AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
FAR = 10**7
"""Days beyond which a number is no date."""

PLAIN = Style()


@dataclass(slots=True)
class Scanner:
    """The handlers of one sheet's part; `page` has what was found, rows up to `most` only."""

    book: Book
    most: int | None = None
    page: Page = field(default_factory=lambda: Page([], book=True))
    _row: int = 0
    _cells: list[str] = field(default_factory=list[str])
    _place: int = -1
    _type: str = "n"
    _style: str = ""
    _text: list[str] = field(default_factory=list[str])
    _reading: bool = False
    _formula: bool = False
    _value: bool = False
    _spoken: bool = False
    _count: int = 0
    _heights: int = 0
    _local: dict[str, str] = field(default_factory=dict[str, str])
    _places: dict[str, int] = field(default_factory=dict[str, int])

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell, or what a cell holds."""
        name = self._local.get(tag)
        if name is None:
            name = self._local[tag] = local(tag)
        if name == "c":
            self._begin(attributes)
        elif name == "v":
            self._reading = self._value = True
        elif name == "t":
            self._reading = not self._spoken
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "rPh":
            self._spoken = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, tag: str) -> None:
        """End what began."""
        name = self._local[tag]
        if name == "c":
            self._finish()
        elif name in ("v", "t"):
            self._reading = False
        elif name == "row":
            if any(self._cells):
                self.page.records.append((self._row, self._cells))
                if self.most is not None and len(self.page.records) >= self.most:
                    raise EnoughError
            self._cells = []
        elif name == "rPh":
            self._spoken = False

    def text(self, data: str) -> None:
        """Take text of a value."""
        if self._reading:
            self._text.append(data)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        row = int(number) if number.isdigit() else self._row + 1
        if row <= self._row:
            raise RefusedError("workbook.damaged", value=f"row {row}")
        self._row = row
        self._place = -1
        self._spend(1)
        if attributes.get("hidden") in ("1", "true"):
            self.page.hidden.add(self._row)

    def _begin(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._place += 1
        else:
            letters = reference.rstrip("0123456789")
            place = self._places.get(letters)
            if place is None:
                place = self._places[letters] = _place_of(letters)
            self._place = place
        if self._place >= MOST_COLUMNS or self._row > MOST_ROWS:
            raise RefusedError("workbook.too_far")
        self._spend(1)
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._formula = self._value = False
        self._text = []

    def _spend(self, cells: int) -> None:
        self._count += cells
        if self._count > MOST_CELLS:
            raise RefusedError("workbook.too_many")

    def _finish(self) -> None:
        """Put the cell's text in its place."""
        written = "".join(self._text)
        if self._formula and not written and not (self._value and self._type == "str"):
            value = UNCOMPUTED
        else:
            value = self._meaning(written)
        if value:
            missing = self._place - len(self._cells)
            if missing > 0:
                self._spend(missing)
                self._cells.extend([""] * missing)
            if missing >= 0:
                self._cells.append(value)
            else:
                self._cells[self._place] = value

    def _meaning(self, written: str) -> str:
        kind = self._type
        if not written:
            return ""
        if kind == "s":
            place = int(written)
            if not 0 <= place < len(self.book.texts):
                raise RefusedError("workbook.damaged", value="sharedStrings")
            return self.book.texts[place]
        if kind in ("inlineStr", "str"):
            return unescaped(written)
        if kind == "b":
            return "true" if written.strip() in ("1", "true") else "false"
        if kind == "e":
            return written
        if kind == "d":
            return dated(written.removesuffix("T00:00:00"), written)
        return self._number(written.strip())

    def _number(self, written: str) -> str:
        number = float(written)
        style = PLAIN
        if self._style.isdigit() and int(self._style) < len(self.book.styles):
            style = self.book.styles[int(self._style)]
        if style.date:
            return dated(_day(number, date1904=self.book.date1904), as_text(number))
        if style.pieces and number.is_integer() and 0 <= number < EXACT:
            return padded(str(int(number)), style.pieces)
        return as_text(number)

    def _merge(self, reference: str) -> None:
        match = AREA.fullmatch(reference)
        if match is None:
            raise RefusedError("workbook.damaged", value=reference)
        left, right = _place_of(match[1]), _place_of(match[3] or match[1])
        top, bottom = int(match[2]), int(match[4] or match[2])
        last = self.page.records[-1][0] if self.page.records else 0
        if top <= last and left < MOST_COLUMNS:
            area = Area(top, left, min(bottom, last), min(right, MOST_COLUMNS))
            self._heights += area.bottom - area.top + 1
            self.page.merged.append(area)
        if self._heights > MOST_CELLS or len(self.page.merged) > MOST_AREAS:
            raise RefusedError("workbook.too_many")


def page_of(book: Book, part: str, most: int | None = None) -> Page:
    """Return a sheet's page, of so many rows at most; raise RefusedError where it is not read."""
    scanner = Scanner(book, most)
    handlers = {
        "StartElementHandler": scanner.start,
        "EndElementHandler": scanner.end,
        "CharacterDataHandler": scanner.text,
    }
    with suppress(EnoughError):
        book.archive.scan(part, handlers)
    return scanner.page


def _place_of(letters: str) -> int:
    place = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise RefusedError("workbook.damaged", value=letters)
        place = place * 26 + ord(letter) - 64
    return place - 1


def _day(number: float, *, date1904: bool) -> str:
    """Return the date, and the time where there is one, that a number means in a workbook."""
    start = dt.date(1904, 1, 1) if date1904 else dt.date(1899, 12, 30)
    if number < 60 and not date1904:
        start += dt.timedelta(days=1)  # spreadsheets have a 29 February 1900
    seconds = round(number * 86_400) if abs(number) < FAR else FAR * 86_400
    days, rest = divmod(seconds, 86_400)
    try:
        day = (start + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return as_text(number)
    return f"{day} {dt.timedelta(seconds=rest)}" if rest else day
