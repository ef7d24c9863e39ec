"""The tables: their schema, reading them with every fault at once, writing them.

A folder of CSV files or a workbook becomes typed polars frames; what one table says of another is
checked in `planner.dataset`.
"""

from planner.tables.read import Tables, read_plan, read_table, read_table_frames, read_tables
from planner.tables.schema import (
    CROSSWALK,
    DAYS,
    EVERY,
    HEADERS,
    IN_FORCE,
    INDICATORS,
    PAIRING,
    PLAN,
    POSTINGS,
    SCHEMA,
    TABLE,
    TABLES,
    Column,
    Table,
)
from planner.tables.write import write_csv

__all__ = [
    "CROSSWALK",
    "DAYS",
    "EVERY",
    "HEADERS",
    "INDICATORS",
    "IN_FORCE",
    "PAIRING",
    "PLAN",
    "POSTINGS",
    "SCHEMA",
    "TABLE",
    "TABLES",
    "Column",
    "Table",
    "Tables",
    "read_plan",
    "read_table",
    "read_table_frames",
    "read_tables",
    "write_csv",
]
