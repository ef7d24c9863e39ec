"""One table from the bytes of its own CSV file."""

import polars as pl

from planner.tables.ledger import Ledger
from planner.tables.read_csv import read_csv
from planner.tables.schema import Table, empty
from planner.tables.typed import typed


def table_of(table: Table, file: str, content: bytes) -> pl.DataFrame:
    """Return the typed frame of a CSV file's bytes; raise `InputError` with every fault."""
    ledger = Ledger(files={table.name: file})
    sheet = read_csv(table, content, ledger)
    frame = empty(table) if sheet is None else typed(sheet, ledger)
    ledger.settle()
    return frame
