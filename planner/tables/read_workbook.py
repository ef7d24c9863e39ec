"""Reading a workbook: its archive is looked at before it is opened, then each sheet's cells."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from planner.tables.cells import UNCOMPUTED, as_text
from planner.tables.ledger import Ledger, shown
from planner.tables.schema import EVERY, INDICATORS, Table
from planner.tables.sheet import Record, Sheet, missing_table, other_tables, sheet, unread_all

OLE = b"\xd0\xcf\x11\xe0"
MOST_BYTES = 128 * 2**20
"""Bytes that the parts of a workbook may take unpacked, all together."""
MOST_ROWS = 200_000
CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{3,}\d+)"')
ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{6,})"')
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def read_workbook(
    file: str, data: bytes, tables: Sequence[Table], ledger: Ledger
) -> dict[str, Sheet]:
    """Return the sheets of a workbook's bytes by table; faults of the file itself are noted."""
    for table in EVERY:
        ledger.files[table.name] = f"{file}[{table.name}]"
    ledger.files[""] = file
    key = _refusal(data)
    if key is not None:
        ledger.fault("", key)
        unread_all(ledger)
        return {}
    import openpyxl  # only here: it takes 0.2 s to import

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            named = _named(file, values.worksheets, tables, ledger)
            found = {name: list(_records(page)) for name, page in named.items()}
            if _has_formulas(data):
                twin = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
                for name, page in named.items():
                    found[name] = _uncomputed(twin[page.title], found[name])
    except Exception as error:  # noqa: BLE001  a damaged archive can fail in any way
        ledger.fault("", "workbook.damaged", value=shown(error))
        unread_all(ledger)
        return {}
    return _sheets(found, tables, ledger)


def _sheets(
    found: dict[str, list[Record]], tables: Sequence[Table], ledger: Ledger
) -> dict[str, Sheet]:
    sheets: dict[str, Sheet] = {}
    for table in tables:
        if table.name not in found:
            missing_table(table, "table.no_sheet", ledger)
            continue
        read = sheet(table, _squared(found[table.name]), ledger)
        if read is not None:
            sheets[table.name] = read
    return sheets


def _squared(records: list[Record]) -> list[Record]:
    """Give every record one width: a sheet has no ragged rows."""
    width = max((len(cells) for _, cells in records), default=0)
    return [(row, cells + [""] * (width - len(cells))) for row, cells in records]


def _refusal(data: bytes) -> str | None:
    """Return why these bytes are not read as a workbook, or None."""
    if data.startswith(OLE):
        return "workbook.old"
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        return "workbook.not_zip"
    with archive:
        if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
            return "workbook.too_big"
        if "xl/workbook.xml" not in archive.namelist():
            return "workbook.not_workbook"
        try:
            return _refused_part(archive)
        except Exception:  # noqa: BLE001  a damaged part can fail in any way
            return "workbook.broken"


def _refused_part(archive: zipfile.ZipFile) -> str | None:
    for name in archive.namelist():
        if not name.endswith((".xml", ".rels")):
            continue
        part = archive.read(name)
        if DOCTYPE.search(part):
            return "workbook.entities"
        if name.startswith("xl/worksheets/") and (
            CELL.search(part) or any(int(row) > MOST_ROWS for row in ROW.findall(part))
        ):
            return "workbook.too_far"
    return None


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(FORMULA.search(archive.read(name)) for name in pages)


def _named(file: str, pages: list[Any], tables: Sequence[Table], ledger: Ledger) -> dict[str, Any]:
    """Return the pages that hold tables, by table, and say which others there are."""
    names = {key: table for table in EVERY for key in (table.name, table.zh)}
    named: dict[str, Any] = {}
    others: list[str] = []
    for page in pages:
        table = names.get(page.title.strip().casefold())
        if table is not None and table.name not in named:
            named[table.name] = page
            ledger.files[table.name] = f"{file}[{page.title}]"
        elif table is not None:
            ledger.fault(table.name, "table.twice", value=shown(page.title))
        elif page.title != INDICATORS.name:
            others.append(page.title)
    other_tables(others, named, tables, ledger)
    wanted = {table.name for table in tables}
    return {name: page for name, page in named.items() if name in wanted}


def _records(page: Any) -> Iterator[Record]:
    page.reset_dimensions()
    for row, cells in enumerate(page.iter_rows(values_only=True), 1):
        if any(cell is not None for cell in cells):
            yield row, [as_text(cell) for cell in cells]


def _uncomputed(page: Any, records: list[Record]) -> list[Record]:
    """Return the records with a mark where a formula has no value that the workbook knows."""
    known = dict(records)
    page.reset_dimensions()
    for cells in page.iter_rows():
        for place, cell in enumerate(cells):
            if cell.data_type == "f":
                record = known.setdefault(cell.row, [])
                record.extend([""] * (place + 1 - len(record)))
                record[place] = record[place] or UNCOMPUTED
    return sorted(known.items())
