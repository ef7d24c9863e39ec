"""The row of headers: which it is, and which column each header means."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.characters import BLANKS, key_of
from planner.tables.ledger import Ledger, shown
from planner.tables.page import Page, Record, letters_of
from planner.tables.schema import Column, Table

TOP = 10
"""Rows among which the headers are looked for."""

LONGEST = 60
SHORT = 2
"""A name of fewer Chinese characters is in too many headers to be looked for there."""

REMARKS = ("note", "text")
WITHIN = 0.9
"""How near a header is that holds a column's name, beside one that is it but for a character."""
PAIRED = {"lon": "lat", "lat": "lon"}
"""Columns that may be absent together only."""

BRACKET = re.compile(r"(.+)\((.+)\)")
HAN = re.compile(r"[\u3400-\u9fff]")
UNITS = frozenset((
    "人", "名", "件", "度", "分", "分钟", "小时", "时", "天", "日", "周", "月", "个月", "年", "秒",
    "万人", "千人", "百人", "万件", "千件", "公里", "千米", "里", "米", "元", "万元", "%", "°",
    "km", "m", "h", "min", "minutes", "hours", "days", "people", "persons", "degrees",
))  # fmt: skip
"""What stands in brackets behind a header as its unit."""


@dataclass(frozen=True, slots=True)
class Header:
    """The headers of a page: their texts by place, and the rows that they take."""

    texts: list[str]
    top: int
    bottom: int


def full(cell: str) -> bool:
    """Tell whether a cell holds anything but blanks."""
    return bool(cell) and bool(cell.strip(BLANKS))


_KNOWN: dict[int, tuple[tuple[Column, ...], dict[str, Column]]] = {}
"""What `known_headers` returned, by the very columns: to hash them takes longer."""


def known_headers(table: Table) -> dict[str, Column]:
    """Return the columns of a table by all that their headers may be, as headers are compared."""
    columns = table.columns
    if id(columns) not in _KNOWN:
        names = {
            key_of(name): column
            for column in columns
            for name in (column.name, column.zh, *column.aliases)
        }
        _KNOWN[id(columns)] = columns, names
    return _KNOWN[id(columns)][1]


def meant(table: Table, written: str) -> tuple[Column | None, str | None]:
    """Return the column that a header means, and a unit in its brackets that is not the column's.

    Blanks, line ends, width, case, a leading 是否 and the column's own unit are aside.
    """
    if len(written) > LONGEST:
        return None, None
    names, key = known_headers(table), key_of(written)
    for text in (key, key.removeprefix("是否")):
        if text in names:
            return names[text], None
    bracket = BRACKET.fullmatch(key.removeprefix("是否"))
    column = names.get(bracket[1]) if bracket else None
    if bracket is None or column is None:
        return None, None
    if bracket[2] in map(key_of, column.units):
        return column, None
    return (column, bracket[2]) if column.units or bracket[2] in UNITS else (None, None)


def known_count(table: Table, cells: Sequence[str]) -> int:
    """Return how many columns of a table a row names."""
    columns = (meant(table, cell)[0] for cell in cells if full(cell))
    return len({column.name for column in columns if column is not None})


def find_header(table: Table, page: Page, kept: Sequence[Record]) -> Header:
    """Return the row of the top ten that names most columns; the first filled one for none.

    Where cells of it are merged over several rows, a column's header is their lowest text.
    """
    top = kept[:TOP]
    filled = {row: _with_merged(page, row, cells, kept) for row, cells in top}
    counts = {row: known_count(table, cells) for row, cells in filled.items()}
    row = max(counts, key=lambda one: (counts[one], -one))
    first = last = row
    for area in page.merged:
        if area.top <= row <= area.bottom and area.bottom > area.top:
            first, last = min(first, area.top), max(last, area.bottom)
    last = min(last, max(one for one, _ in top))
    texts = list(filled[row])
    for _, cells in (record for record in top if row < record[0] <= last):
        texts += [""] * (len(cells) - len(texts))
        texts = [low if full(low) else high for low, high in _both(cells, texts)]
    return Header(texts, first, last)


def _both(low: list[str], high: list[str]) -> Iterable[tuple[str, str]]:
    return zip(low + [""] * (len(high) - len(low)), high, strict=True)


def _with_merged(page: Page, row: int, cells: list[str], kept: Sequence[Record]) -> list[str]:
    """Return a row with the texts of cells above that are merged down into it."""
    found = list(cells)
    above = dict(kept[:TOP])
    for area in page.merged:
        if area.top < row <= area.bottom and area.top in above:
            source = above[area.top]
            found += [""] * (area.left + 1 - len(found))
            if area.left < len(source) and not full(found[area.left]):
                found[area.left] = source[area.left]
    return found


def match(
    table: Table, header: Sequence[str], row: int, ledger: Ledger, *, book: bool = False
) -> dict[str, int]:
    """Return the place of each known column, noting headers that are unknown, misspelt or twice."""
    found: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for place, written in enumerate(header):
        text = one_line(written)
        column, unit = meant(table, written)
        letters = letters_of(place) if book else None
        if column is None:
            unknown |= {place: text} if text else {}
        elif column.name in found:
            first = shown(one_line(header[found[column.name]]))
            ledger.fault(table.name, "header.twice", row, shown(text), letters=letters, first=first)
        else:
            found[column.name] = place
            ledger.headers[table.name, column.name] = text
            if letters is not None:
                ledger.letters[table.name, column.name] = letters
            if unit is not None:
                expected = column.units[0] if column.units else ""
                key = "header.unit" if expected else "header.no_unit"
                values = {"unit": shown(unit), "expected": expected}
                ledger.fault(table.name, key, row, shown(text), letters=letters, **values)
    _report(table, row, header, unknown, found, ledger, book=book)
    return found


def one_line(written: str) -> str:
    """Return a header on one line, without blanks around it."""
    return " ".join(written.strip(BLANKS).split())


def _report(
    table: Table,
    row: int,
    header: Sequence[str],
    unknown: dict[int, str],
    found: dict[str, int],
    ledger: Ledger,
    *,
    book: bool,
) -> None:
    """Say which headers are unknown, and which columns are missing or misspelt."""
    missing = [column for column in table.columns if column.name not in found]
    ledger.unread(table, [column.name for column in missing])
    written = [header[place] for place in found.values()] or list(unknown.values())
    chinese = 2 * sum(bool(HAN.search(text)) for text in written) > len(written)
    for column in missing:
        ledger.headers[table.name, column.name] = column.zh if chinese else column.name
    for place, text in unknown.items():
        letters = letters_of(place) if book else None
        column = _misspelt(text, missing)
        if column is None:
            ledger.warn(table.name, "header.unknown", row, shown(text), letters=letters)
            continue
        missing.remove(column)
        if HAN.search(text):
            key, values = "header.misspelt_zh", {"name": column.zh}
        else:
            key, values = "header.misspelt", {"name": column.name, "zh": column.zh}
        ledger.fault(table.name, key, row, shown(text), letters=letters, **values)
    for column in missing:
        if column.blank and not (column.name in PAIRED and PAIRED[column.name] in found):
            continue
        if chinese:
            ledger.fault(table.name, "header.lacking", row, column.zh)
        else:
            ledger.fault(table.name, "header.missing", row, column.name, zh=column.zh)


def _misspelt(written: str, missing: list[Column]) -> Column | None:
    """Return the missing column that `written` was most likely meant to be.

    A header with a column's name in it is that one's, but where it only remarks on something.
    """
    best: tuple[float, Column] | None = None
    text = key_of(written[:LONGEST])
    for column in missing:
        for name in (column.name, column.zh, *column.aliases):
            known = key_of(name)
            score = difflib.SequenceMatcher(None, text, known).ratio()
            if len(HAN.findall(known)) >= SHORT and known in text and column.kind not in REMARKS:
                score = max(score, WITHIN)
            if score >= (0.75 if column.blank else 0.6) and (best is None or score > best[0]):
                best = (score, column)
    return None if best is None else best[1]
