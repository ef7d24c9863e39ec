"""One cell at a time: written text to a value, or to the sentence that says what is wrong.

This is the meaning of every kind of cell; `planner.tables.swift` is the same for whole columns
in which nothing is odd.
"""

import datetime as dt
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from planner.tables.schema import Column, Kind

BLANKS = (
    " \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""What counts as blank around a cell: spaces of every width, and marks of no width."""

WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Full-width ASCII to the ordinary one."""

TEXTS = ("text", "area", "place", "note", "topic", "topics")
"""The kinds whose width is kept as it was written."""

FLAGS = {"true": True, "是": True, "1": True, "false": False, "否": False, "0": False}

PROTECTED = re.compile(r"'('*[=+\-@\t\r\n])")
"""A quote that `write_csv` put before text that a spreadsheet would take for a formula."""
ERROR_CELL = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")
DATE = re.compile(r"\d{1,4}(年|-|/)\d{1,2}(月|-|/|$)")
THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+")
WHOLE = re.compile(r"[+-]?[0-9]+(\.0*)?")
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]+")
UNCOMPUTED = "#FORMULA?"
"""What the workbook's reader puts for a formula without a computed value."""
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
EXCEL_DAY = re.compile(r"\d{1,6}(\.\d*)?")
EXACT = 10**15
"""Spreadsheets keep 15 digits of a number; a longer one is not written out as whole."""


class CellError(Exception):
    """A cell that cannot be read; `key` and `values` make the sentence."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key)


@dataclass(slots=True)
class Reader:
    """Reads the cells of one column; `odd` gathers what was changed on the way, by sentence."""

    column: Column
    odd: list[str] = field(default_factory=list[str])

    def value(self, written: object) -> object:
        """Return the value of a cell, None where it is blank; raise CellError."""
        text = as_text(written)
        bare = text.strip(BLANKS)
        if bare and bare != text:
            self.odd.append("cell.blanks")
        if self.column.kind not in TEXTS:
            bare = self._narrow(bare)
        bare = PROTECTED.sub(r"\1", bare, count=1) if PROTECTED.match(bare) else bare
        if bare == UNCOMPUTED:
            raise CellError("cell.formula")
        if ERROR_CELL.fullmatch(bare):
            raise CellError("cell.error")
        if bare:
            return MEANING[self.column.kind](self, bare)
        if not self.column.blank:
            raise CellError("cell.blank")
        return [] if self.column.kind == "topics" else None

    def _narrow(self, text: str) -> str:
        narrow = text.translate(WIDE).strip(BLANKS)
        if narrow != text:
            self.odd.append("cell.wide")
        return narrow

    def bounded(self, value: float) -> float:
        """Return a number that lies within the column's bounds; raise CellError."""
        if not self.column.low <= value <= self.column.high:
            raise CellError("cell.range", low=self.column.low, high=self.column.high)
        return value


def as_text(value: object) -> str:
    """Return a cell as one would type it: whole numbers without a point, dates as dates."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT else repr(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, list):
        return ";".join(map(as_text, cast("list[object]", value)))
    return str(value)


def _text(reader: Reader, text: str) -> str:
    return text


def _identifier(reader: Reader, text: str) -> str:
    """An identifier has no invisible characters and did not become a number on its way."""
    if not text.replace(" ", "_").isprintable():
        raise CellError("id.hidden")
    if SCIENTIFIC.fullmatch(text):
        raise CellError("id.scientific")
    return text


def _whole(reader: Reader, text: str) -> float:
    if THOUSANDS.fullmatch(text):
        reader.odd.append("cell.thousands")
        text = text.replace(",", "")
    if not WHOLE.fullmatch(text):
        raise CellError("cell.date" if DATE.match(text) else "cell.not_whole")
    digits = text.partition(".")[0]
    reader.bounded(float(digits))
    return int(digits)


def _degrees(reader: Reader, text: str) -> float:
    if not NUMBER.fullmatch(text) or not math.isfinite(float(text)):
        raise CellError("cell.not_degrees")
    return reader.bounded(float(text))


def _flag(reader: Reader, text: str) -> bool:
    flag = FLAGS.get(text.lower())
    if flag is None:
        raise CellError("cell.not_flag")
    return flag


def _choice(reader: Reader, text: str) -> str:
    words = {
        word: english for english, chinese in reader.column.choices for word in (english, chinese)
    }
    choice = words.get(text.lower())
    if choice is None:
        raise CellError("cell.not_choice", choices=", ".join(map("/".join, reader.column.choices)))
    return choice


def _topic(reader: Reader, text: str) -> str:
    if ";" in text or "；" in text:
        raise CellError("cell.several_topics")
    return text


def _topics(reader: Reader, text: str) -> list[str]:
    parts = (part.strip(BLANKS) for part in text.replace("；", ";").split(";"))
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
    "area": _text,
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
