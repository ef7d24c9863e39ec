"""Rows below the headers: which are data, and which are passed over and said by number."""

import re
from collections.abc import Sequence

from planner.characters import key_of, narrow
from planner.tables.header import Header, full
from planner.tables.ledger import Ledger, listed, shown
from planner.tables.page import DATED, Record
from planner.tables.schema import Table

ASIDE = (
    "合计", "总计", "小计", "共计", "注:", "说明:", "备注:", "填表", "制表", "审核", "以下空白",
    "(以下空白",
)  # fmt: skip
"""How the first filled cell of a row begins that is a total or a note."""

SIGNING = (
    "制表", "制单", "审核", "审批", "复核", "批准", "填表", "填报", "报送", "上报", "负责人",
    "单位负责人", "主要负责人", "分管", "主管", "经办", "联系", "电话", "盖章", "单位(盖章)",
    "签字", "签名", "日期", "注", "备注", "说明",
)  # fmt: skip
"""How what is signed at the foot of a table is called; a colon comes soon after."""

SIGNED = re.compile(rf"\(?({'|'.join(map(re.escape, SIGNING))})[^:]{{0,12}}:")
STARTS = frozenset(word[0] for word in (*ASIDE, *SIGNING, "（"))
NUMBER = re.compile(r"[+-]?(\d[\d,]*\.?\d*|\.\d+)%?")
DAY = re.compile(r"\d{0,4}[年./-]\d{0,2}([月./-](\d{0,2}日?)?)?|\d{8}")


def data_rows(table: Table, header: Header, kept: Sequence[Record], ledger: Ledger) -> list[Record]:
    """Return the rows of data below the headers, saying by number which rows are none."""
    found: list[Record] = []
    repeated: list[int] = []
    totals: list[int] = []
    signed: list[int] = []
    plain = [key_of(text) for text in header.texts]
    first = next((place for place, text in enumerate(plain) if text), 0)
    start = header.texts[first].strip()
    odd = STARTS | {start[:1], "\u3000", "\u00a0"}
    for row, cells in kept:
        if row <= header.bottom:
            continue
        head = cells[0][:1] if cells else ""
        if head and head not in odd and head > " ":
            found.append((row, cells))
        elif cells[first : first + 1] and cells[first].strip() == start and _same(cells, plain):
            repeated.append(row)
        elif _aside(cells):
            totals.append(row)
        elif (sound := _signed(cells)) is not None:
            signed.append(row)
            if not sound:
                ledger.fault(table.name, "rows.unsigned", row, value=shown(_first(cells)))
        else:
            found.append((row, cells))
    titles = [row for row, _ in kept if row < header.top]
    blank = _blank(header.bottom, found, {*repeated, *totals, *signed})
    for key, rows in (
        ("rows.title", titles),
        ("rows.blank", blank),
        ("rows.header", repeated),
        ("rows.total", totals),
        ("rows.signed", signed),
    ):
        if rows:
            ledger.warn(table.name, key, rows[0], count=len(rows), rows=listed(rows, 12))
    return found


def _same(cells: list[str], plain: list[str]) -> bool:
    """Tell whether a row repeats the headers."""
    there = [key_of(cell[:60]) for cell in cells]
    return there + [""] * (len(plain) - len(there)) == plain


def _aside(cells: list[str]) -> bool:
    """Tell whether a row is a total or a note: so it begins, and all else is blank or numbers."""
    for place, cell in enumerate(cells):
        text = cell.lstrip()
        if text:
            return (
                text[0] in STARTS
                and key_of(text[:60]).startswith(ASIDE)
                and all(map(_figure, cells[place + 1 :]))
            )
    return False


def _signed(cells: list[str]) -> bool | None:
    """Tell whether a row is what is signed at the foot of a table; None where it is data.

    So it is where each cell has its name and a colon, is a number or a date, or stands behind a
    name and a colon. False where it begins so and goes on in another way.
    """
    filled = [cell for cell in cells if full(cell)]
    keys = [key_of(cell[:60]) for cell in filled]
    if not keys or SIGNED.match(keys[0]) is None:
        return None
    before = ["", *keys]
    return all(
        SIGNED.match(key) or _figure(cell) or _day(key) or last.endswith(":")
        for cell, key, last in zip(filled, keys, before, strict=False)
    )


def _first(cells: list[str]) -> str:
    return next(cell for cell in cells if full(cell))


def _day(key: str) -> bool:
    return key.startswith(DATED) or DAY.fullmatch(key) is not None


def _figure(cell: str) -> bool:
    return not full(cell) or NUMBER.fullmatch(narrow(cell)) is not None


def _blank(bottom: int, found: Sequence[Record], others: set[int]) -> list[int]:
    """Return the numbers of the blank rows between the headers and the last row of data."""
    if not found or found[-1][0] - bottom == len(found):
        return []
    there = {row for row, _ in found} | others
    return [row for row in range(bottom + 1, found[-1][0]) if row not in there]
