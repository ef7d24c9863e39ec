"""The workbook to be filled, and a dataset as one: a sheet a table in Chinese, 填表说明 first.

Nothing is protected: people add columns and sheets of their own. What a list or a check refuses,
the reading would refuse as well, but for references, which may also be names.
"""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from planner.office.archive import settled
from planner.office.clean import clean
from planner.office.glossary import example, meaning, note, required
from planner.office.sheets import FONT, new_book, printed
from planner.synthetic import NAMES
from planner.tables import EVERY, SCHEMA, Column, Table
from planner.tables.schema import REQUIRED
from planner.words import say

GUIDE, CHOICES = "填表说明", "_选项"
"""The first sheet, and the last: the lists that cells are chosen from, not read for its `_`."""
LAST = 5000
"""The row that filters, lists and checks reach at least; further ones are read as well."""
SINCE = 2019
FLAGS = ("是", "否")
TEXT = ("id", "ref", "text", "area", "place", "note", "topic", "topics", "choice", "flag")
WIDTH = 16


def book(
    tables: Sequence[Table],
    frames: Mapping[str, pl.DataFrame],
    year: int = SINCE,
    made_up: Sequence[str] = (),
) -> bytes:
    """Return a workbook with a sheet for each table, filled with its frame where there is one.

    `made_up` are the lines that say what of it is made up, on a sheet of their own. The same tables
    and frames give the same bytes.
    """
    out = io.BytesIO()
    made: Any = new_book(out, year)
    formats = _formats(made)
    _guide(made.add_worksheet(GUIDE), tables, formats)
    if made_up:
        page = made.add_worksheet(NAMES[1])
        page.set_column(0, 0, 110, formats["wrap"])
        for row, line in enumerate(made_up):
            page.write_string(row, 0, clean(line), formats["wrap"])
    lists = _lists(tables)
    ends = {name: max(LAST, frame.height + 1) for name, frame in frames.items()}
    for table in tables:
        page = made.add_worksheet(table.zh)
        _head(page, table, formats, lists, ends)
        if table.name in frames:
            _fill(page, table, frames[table.name], formats)
    _choices(made.add_worksheet(CHOICES), lists, formats)
    made.close()
    return settled(out.getvalue())


def tables_in(frames: Mapping[str, pl.DataFrame]) -> list[Table]:
    """Return the tables that have rows, and those that every dataset must have."""
    return [
        table
        for table in EVERY
        if table.name in frames and (table.name in REQUIRED or frames[table.name].height)
    ]


def _formats(made: Any) -> dict[str, Any]:
    base = {"font_name": FONT, "valign": "vcenter"}
    head = {"bold": True, "border": 1, "align": "center", "text_wrap": True}
    return {
        "must": made.add_format({**base, **head, "bg_color": "#FCE4D6"}),
        "may": made.add_format({**base, **head, "bg_color": "#E7E6E6"}),
        "title": made.add_format({**base, "bold": True, "font_size": 16}),
        "text": made.add_format({**base, "num_format": "@"}),
        "wrap": made.add_format({**base, "num_format": "@", "text_wrap": True}),
        "number": made.add_format(base),
        "date": made.add_format({**base, "num_format": "yyyy-mm-dd"}),
    }


def _guide(page: Any, tables: Sequence[Table], formats: dict[str, Any]) -> None:
    """Write what to fill in where: prose above, one cell a row, so that it is no table's header."""
    page.set_paper(9)
    page.set_column(0, 0, 110, formats["wrap"])
    page.set_row(0, 24)  # A row by itself is not as high as the title's letters.
    page.write_string(0, 0, GUIDE, formats["title"])
    lines = [say(f"office.guide.{number}") for number in range(1, 10)]
    for table in tables:
        key = "office.guide.required" if table.name in REQUIRED else "office.guide.optional"
        lines.append("")
        lines.append(say(key, table=table.zh))
        for column in table.columns:
            values = {"header": column.zh, "meaning": meaning(table, column)}
            values |= {"required": required(column), "example": example(table, column)}
            lines.append(say("office.guide.column", **values))
    for row, line in enumerate(lines, 1):
        page.write_string(row, 0, clean(line), formats["wrap"])


def _lists(tables: Sequence[Table]) -> dict[tuple[str, ...], int]:
    """Return every list of choices, and its column on the last sheet."""
    found: dict[tuple[str, ...], int] = {}
    for table in tables:
        for column in table.columns:
            words = _words(column)
            if words:
                found.setdefault(words, len(found))
    return found


def _words(column: Column) -> tuple[str, ...]:
    return FLAGS if column.kind == "flag" else tuple(zh for _, zh in column.choices)


def _choices(page: Any, lists: Mapping[tuple[str, ...], int], formats: dict[str, Any]) -> None:
    for words, column in lists.items():
        for row, word in enumerate(words):
            page.write_string(row, column, word, formats["text"])


def _head(
    page: Any,
    table: Table,
    formats: dict[str, Any],
    lists: Mapping[tuple[str, ...], int],
    ends: Mapping[str, int],
) -> None:
    printed(page)
    last = ends.get(table.name, LAST) - 1
    for at, column in enumerate(table.columns):
        kind = "date" if column.kind == "date" else "text" if column.kind in TEXT else "number"
        page.set_column(at, at, max(WIDTH, 2 * len(column.zh) + 4), formats[kind])
        page.write_string(0, at, column.zh, formats["may" if column.blank else "must"])
        page.write_comment(0, at, note(table, column), {"x_scale": 2, "y_scale": 1.4})
        rule = _rule(column, lists, ends)
        if rule is not None:
            page.data_validation(1, at, last, at, rule)
    page.autofilter(0, 0, last, len(table.columns) - 1)


def _rule(
    column: Column, lists: Mapping[tuple[str, ...], int], ends: Mapping[str, int]
) -> dict[str, Any] | None:
    """Return the check of a column's cells."""
    said = {"error_title": GUIDE, "error_message": say("office.check", header=column.zh)}
    words = _words(column)
    if words:
        letter = chr(ord("A") + lists[words])
        source = f"='{CHOICES}'!${letter}$1:${letter}${len(words)}"
        return {"validate": "list", "source": source, **said}
    if column.kind == "whole":
        between = {"criteria": "between", "minimum": column.low, "maximum": column.high}
        return {"validate": "integer", **between, **said}
    if column.kind == "degrees":
        between = {"criteria": "between", "minimum": column.low, "maximum": column.high}
        return {"validate": "decimal", **between, **said}
    if column.kind == "date":
        first, last = dt.date(column.low, 1, 1), dt.date(column.high, 12, 31)
        between = {"criteria": "between", "minimum": first, "maximum": last}
        return {"validate": "date", **between, **said}
    return _reference(column, said, ends)


def _reference(
    column: Column, said: dict[str, Any], ends: Mapping[str, int]
) -> dict[str, Any] | None:
    """A reference to one table is chosen from its identifiers; a name may be written as well."""
    if len(column.refers) != 1:
        return None
    name, key = column.refers[0]
    table = SCHEMA[name]
    letter = chr(ord("A") + [one.name for one in table.columns].index(key))
    source = f"='{table.zh}'!${letter}$2:${letter}${ends.get(name, LAST)}"
    return {"validate": "list", "source": source, "error_type": "information", **said}


def _fill(page: Any, table: Table, frame: pl.DataFrame, formats: dict[str, Any]) -> None:
    for row, cells in enumerate(frame.select([c.name for c in table.columns]).iter_rows(), 1):
        for at, (column, value) in enumerate(zip(table.columns, cells, strict=True)):
            _cell(page, row, at, column, value, formats)


def _cell(
    page: Any, row: int, at: int, column: Column, value: Any, formats: dict[str, Any]
) -> None:
    if value is None:
        return
    if column.kind == "date":
        page.write_datetime(row, at, value, formats["date"])
    elif column.kind in ("whole", "degrees"):
        page.write_number(row, at, value, formats["number"])
    else:
        page.write_string(row, at, clean(_text(column, value)), formats["text"])


def _text(column: Column, value: Any) -> str:
    """Return a cell's text in Chinese."""
    if column.kind == "flag":
        return FLAGS[0] if value else FLAGS[1]
    if column.kind == "topics":
        return ";".join(value)
    return dict(column.choices).get(value) or str(value)
