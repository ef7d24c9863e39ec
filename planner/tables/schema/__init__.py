"""What every table holds, a file a group of tables, and which tables each duty reads."""

from planner.tables.schema.columns import (
    DTYPES,
    LARGEST,
    Column,
    Kind,
    Table,
    Target,
    empty,
)
from planner.tables.schema.days import DAYS
from planner.tables.schema.files import CROSSWALK, IN_FORCE, INDICATORS, PLAN
from planner.tables.schema.headers import HEADERS
from planner.tables.schema.pairing import PAIRING
from planner.tables.schema.postings import POSTINGS

TABLES = PAIRING
"""The seven tables of the yearly pairing, in the order they are read."""

TABLE: dict[str, Table] = {table.name: table for table in TABLES}
"""The same by name."""

GROUPS: dict[str, tuple[Table, ...]] = {
    "pairing": PAIRING,
    "days": DAYS,
    "postings": POSTINGS,
    "outcomes": (INDICATORS,),
}
"""The tables by what they are for."""

EVERY: tuple[Table, ...] = tuple(table for group in GROUPS.values() for table in group)
"""All tables that may lie in one folder or workbook, in the order they are read."""

SCHEMA: dict[str, Table] = {table.name: table for table in EVERY}
"""Every table by name."""

REQUIRED: tuple[str, ...] = tuple(table.name for table in PAIRING if table.required)
"""The tables without which no duty can be read."""

__all__ = [
    "CROSSWALK",
    "DAYS",
    "DTYPES",
    "EVERY",
    "GROUPS",
    "HEADERS",
    "INDICATORS",
    "IN_FORCE",
    "LARGEST",
    "PAIRING",
    "PLAN",
    "POSTINGS",
    "REQUIRED",
    "SCHEMA",
    "TABLE",
    "TABLES",
    "Column",
    "Kind",
    "Table",
    "Target",
    "empty",
]
