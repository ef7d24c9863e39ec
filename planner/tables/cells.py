"""One cell at a time: written text to a value, or to the sentence that says what is wrong.

This is the meaning of every kind of cell; `planner.tables.columns` is the same for whole columns
in which nothing is odd.
"""

import datetime as dt
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from planner.characters import (
    BLANKS,
    INNER_BLANKS,
    INVISIBLE,
    LINE_ENDS,
    LOST,
    forbidden,
    narrow,
)
from planner.tables.page import DATED, UNCOMPUTED, as_text
from planner.tables.schema import Column, Kind

AS_WRITTEN = ("text", "note")
"""The kinds whose width is kept as it was written; all else is read as it is compared."""

YES = ("true", "yes", "y", "1", "是", "有", "√", "✓", "✔")
NO = ("false", "no", "n", "0", "否", "无", "×", "✗")
FLAGS: dict[str, bool] = {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}
TICKS = frozenset("√✓✔")
"""Where these are all that a column of yes and no holds, a blank cell is a no."""

PROTECTED = re.compile(r"'('*[=＝+\-@\t\r\n])")
"""A quote that `write_csv` put before text that a spreadsheet would take for a formula."""
WRAPPED = re.compile(r'="([^"]*)"')
"""How exporters keep a text from becoming a number."""
ERROR_CELL = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")
DATE = re.compile(r"\d{1,4}(年|-|/)\d{1,2}(月|-|/|$)")
THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+")
WHOLE = re.compile(r"[+-]?[0-9]+(\.0*)?")
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]+")
SEPARATORS = re.compile(r"[;,、/\n\r]+")
"""What parts topics, as text is compared: full-width marks are the ordinary ones there."""
FOOTNOTED = re.compile(r"\d[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793]")
"""A digit and the mark of a footnote, which would be read as one more digit: `12①`."""
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
EXCEL_DAY = re.compile(r"\d{1,6}(\.\d*)?")
ORDINAL = "志愿"
"""The unit before which numbers are counted in words: 第一志愿."""

GARBLED = "锟斤拷"
"""Two lost characters in UTF-8, read as GB18030."""

CHINESE = {char: place for place, char in enumerate("一二三四五六七八九十", 1)}
MOST_DIGITS = 40


class CellError(Exception):
    """A cell that cannot be read; `key` and `values` make the sentence."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key)


@dataclass(slots=True)
class Reader:
    """Reads the cells of one column; `odd` gathers what was changed on the way, by sentence.

    `ticked` tells whether all filled cells of a column of yes and no are ticks.
    """

    column: Column
    odd: list[str] = field(default_factory=list[str])
    ticked: bool = False

    def value(self, written: object) -> object:
        """Return the value of a cell, None where it is blank; raise CellError."""
        text = as_text(written)
        if text.startswith("\0"):
            return self._marked(text)
        bare = self._bare(text)
        if bare:
            return MEANING[self.column.kind](self, bare)
        if not self.column.blank:
            if not self.ticked:
                raise CellError("cell.blank")
            return False
        return [] if self.column.kind == "topics" else None

    def _marked(self, text: str) -> object:
        """Return what a cell of a workbook holds that is no plain text: a date only."""
        if text == UNCOMPUTED:
            raise CellError("cell.formula")
        day, _, number = text.removeprefix(DATED).partition("|")
        if self.column.kind == "date":
            return _date(self, day)
        if self.column.kind in AS_WRITTEN:
            return day
        raise CellError("cell.date_cell", value=day, number=number)

    def _bare(self, text: str) -> str:
        """Return what a cell says: no blanks around it, nothing without width, no wrapping."""
        kind = self.column.kind
        if not text.isascii() and INVISIBLE.search(text):
            self.odd.append("cell.invisible")
            text = INVISIBLE.sub("", text)
        bare = text.strip(BLANKS)
        if bare and bare != text:
            self.odd.append("cell.blanks")
        if bare.startswith("="):
            wrapped = WRAPPED.fullmatch(bare)
            bare = wrapped[1].strip(BLANKS) if wrapped else bare
        if bare.startswith("'"):
            if PROTECTED.match(bare):
                bare = PROTECTED.sub(r"\1", bare, count=1)
            elif kind in ("id", "ref"):
                bare = bare[1:]
        found = forbidden(bare, LINE_ENDS if kind in ("note", "topics") else "")
        if found is not None:
            key = "cell.lost" if found == LOST else "cell.character"
            raise CellError(key, code=f"U+{ord(found):04X}")
        if GARBLED in bare:
            raise CellError("cell.lost")
        if kind not in AS_WRITTEN and not bare.isascii():
            if FOOTNOTED.search(bare) and kind in ("whole", "degrees", "id", "ref"):
                raise CellError("cell.footnote")
            self._narrowed(bare)
            bare = narrow(bare)
        if kind in ("area", "place") and INNER_BLANKS.search(bare):
            self.odd.append("cell.inner_blanks")
            bare = INNER_BLANKS.sub("", bare)
        if ERROR_CELL.fullmatch(bare):
            raise CellError("cell.error")
        return bare

    def _narrowed(self, bare: str) -> None:
        if self.column.kind not in ("topic", "topics", "area", "place") and narrow(bare) != bare:
            self.odd.append("cell.wide")

    def bounded(self, value: float) -> float:
        """Return a number that lies within the column's bounds; raise CellError."""
        if not self.column.low <= value <= self.column.high:
            raise CellError("cell.range", low=self.column.low, high=self.column.high)
        return value


def _text(reader: Reader, text: str) -> str:
    return text


def _identifier(reader: Reader, text: str) -> str:
    """An identifier did not become a number on its way."""
    if SCIENTIFIC.fullmatch(text):
        raise CellError("id.scientific")
    return text


def _area(reader: Reader, text: str) -> str:
    """A city's or a county's name has no `/`: that parts the two where both are written."""
    if "/" in text:
        raise CellError("cell.slash")
    return text


def _whole(reader: Reader, text: str) -> float:
    text = _without_unit(reader.column, text)
    if THOUSANDS.fullmatch(text):
        reader.odd.append("cell.thousands")
        text = text.replace(",", "")
    if not WHOLE.fullmatch(text):
        raise CellError("cell.date" if DATE.match(text) else "cell.not_whole")
    digits = text.partition(".")[0]
    if len(digits) > MOST_DIGITS:
        raise CellError("cell.range", low=reader.column.low, high=reader.column.high)
    reader.bounded(float(digits))
    return int(digits)


def _without_unit(column: Column, text: str) -> str:
    """Return a number without the unit of its column: `3人`, `2026年`, `第一志愿`, `二`."""
    if ORDINAL in column.units:
        bare = text.removeprefix(ORDINAL).removesuffix(ORDINAL).strip(BLANKS)
        bare = bare.removeprefix("第").strip(BLANKS)
        return str(CHINESE.get(bare, bare))
    for unit in column.units:
        if text.endswith(unit):
            return text.removesuffix(unit).strip(BLANKS)
    return text


def _degrees(reader: Reader, text: str) -> float:
    text = _without_unit(reader.column, text)
    if len(text) > MOST_DIGITS or not NUMBER.fullmatch(text) or not math.isfinite(float(text)):
        raise CellError("cell.not_degrees")
    return reader.bounded(float(text))


def _flag(reader: Reader, text: str) -> bool:
    flag = FLAGS.get(text.lower())
    if flag is None:
        raise CellError("cell.not_flag")
    return flag


def _choice(reader: Reader, text: str) -> str:
    column = reader.column
    words = {narrow(word).lower(): pair[0] for pair in column.choices for word in pair}
    words |= {narrow(word): english for english, word in column.synonyms}
    choice = words.get(text.lower())
    if choice is None:
        raise CellError("cell.not_choice", choices=", ".join(map("/".join, column.choices)))
    return choice


def _topic(reader: Reader, text: str) -> str:
    if SEPARATORS.search(text):
        raise CellError("cell.several_topics")
    return text


def _topics(reader: Reader, text: str) -> list[str]:
    parts = (part.strip(BLANKS) for part in SEPARATORS.split(text))
    return list(dict.fromkeys(filter(None, parts)))


def _date(reader: Reader, text: str) -> dt.date:
    """A date is written in one shape only: everything else could be read in two ways."""
    if EXCEL_DAY.fullmatch(text):
        raise CellError("date.number")
    if not ISO_DATE.fullmatch(text):
        raise CellError("date.shape")
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise CellError("date.none") from None
    if not reader.column.low <= day.year <= reader.column.high:
        raise CellError("date.range", low=reader.column.low, high=reader.column.high)
    return day


MEANING: dict[Kind, Callable[[Reader, str], object]] = {
    "id": _identifier,
    "ref": _identifier,
    "text": _text,
    "area": _area,
    "place": _text,
    "note": _text,
    "whole": _whole,
    "degrees": _degrees,
    "flag": _flag,
    "choice": _choice,
    "topic": _topic,
    "topics": _topics,
    "date": _date,
}
"""How the bare text of each kind of cell becomes a value."""
