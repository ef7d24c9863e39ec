"""Which table a sheet or a file is, by its name; and which it only looks like."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from planner.characters import key_of
from planner.tables.header import HAN, TOP, full, known_count, meant
from planner.tables.ledger import Ledger, listed, shown
from planner.tables.nearest import nearest_names
from planner.tables.page import Record
from planner.tables.schema import CROSSWALK, EVERY, IN_FORCE, PLAN, Table

ENDINGS = ("情况表", "汇总表", "一览表", "名单", "名册", "情况", "汇总", "一览", "表")
"""What may stand behind a table's name, one of them."""

OTHERS = (PLAN, IN_FORCE, CROSSWALK)
"""Tables that are read by commands of their own wherever they lie."""

OURS = ("填表说明", "检查结果")
"""Sheets that the toolkit itself puts first: what to fill in, and what a check found."""

Place = Literal["sheet", "file"]

SAID: dict[Place, dict[str, str]] = {
    "sheet": {"unknown": "sheet.unknown", "like": "sheet.like", "twice": "sheet.twice"},
    "file": {"unknown": "file.unknown", "like": "file.like", "twice": "file.twice"},
}
"""The sentences about a sheet, and about a file."""

NEARLY = 0.75
SHORT = 2
"""A name of fewer characters is in too many others to be looked for there."""


@cache
def _known() -> dict[str, Table]:
    """Return every table by all its names, as names are compared."""
    return {
        key_of(name): table
        for table in (*EVERY, *OTHERS)
        for name in (table.name, table.zh, *table.aliases)
    }


def passed_over(name: str) -> bool:
    """Tell whether a name says that its sheet or file is not to be read."""
    return name.startswith(("_", "＿", "~$", ".")) or name in OURS


def table_of(name: str) -> Table | None:
    """Return the table of that name: blanks, case, width and one ending aside."""
    key = key_of(name)
    if key in _known():
        return _known()[key]
    for ending in ENDINGS:
        if key.endswith(ending) and key.removesuffix(ending) in _known():
            return _known()[key.removesuffix(ending)]
    return None


def looks_like(name: str) -> Table | None:
    """Return the table whose name a name contains or nearly is."""
    key = key_of(name)[:60]
    within = [known for known in _known() if len(known) >= SHORT and known in key]
    if within:
        return _known()[max(within, key=len)]
    near = nearest_names(key, [one for one in _known() if abs(len(one) - len(key)) <= SHORT])
    return _known()[near[0]] if near and _alike(key, near[0]) else None


def _alike(one: str, other: str) -> bool:
    """Tell whether all but a quarter of the characters are the same."""
    common = sum(min(one.count(char), other.count(char)) for char in set(one))
    return 2 * common / (len(one) + len(other)) >= NEARLY


def heads_like(records: Iterable[Record]) -> list[Table]:
    """Return the tables of which one of the top ten rows holds most headers, two or more."""
    most, best = 2, list[Table]()
    filled = [cells for _, cells in records if any(map(full, cells))]
    for cells in filled[:TOP]:
        for table in EVERY:
            count = known_count(table, cells[:100])
            if count > most:
                most, best = count, []
            if count == most and table not in best:
                best.append(table)
    return best


def _headers(table: Table, records: Iterable[Record]) -> list[str]:
    """Return the texts of records that are headers of a table."""
    cells = [cell for _, cells in records for cell in cells[:100] if full(cell)]
    return [cell for cell in cells if meant(table, cell)[0] is not None]


def stranger(name: str, kind: Place, records: Sequence[Record], ledger: Ledger) -> None:
    """Note a sheet or file (`kind`) that is no table: a fault where it looks like one.

    Its headers tell better than its name which one it is; advice is in the tongue of what told.
    """
    named, heads = looks_like(name), heads_like(records)
    table = named if named in heads or not heads else heads[0]
    if table is None:
        ledger.warn("", SAID[kind]["unknown"], value=shown(name))
        return
    ledger.unread(table)
    heard = [name] if named is not None else _headers(table, records)
    chinese = any(map(HAN.search, heard))
    expected = table.zh if chinese else table.name
    ledger.fault("", SAID[kind]["like"], value=shown(name), zh=table.zh, name=expected)


def once(named: Sequence[tuple[str, Table]], kind: Place, ledger: Ledger) -> dict[str, str]:
    """Return the sheet or file of each table; two for one table are a fault that names both."""
    found: dict[str, list[str]] = {}
    for name, table in named:
        found.setdefault(table.name, []).append(name)
    for names, table in ((found[table.name], table) for table in EVERY if table.name in found):
        if len(names) > 1:
            ledger.fault("", SAID[kind]["twice"], names=listed(names), zh=table.zh)
            ledger.unread(table)
    return {name: names[0] for name, names in found.items()}
