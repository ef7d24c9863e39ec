"""What several duties check alike of their tables' rows, in the same words."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from planner.dates import age
from planner.tables import SCHEMA
from planner.tables.ledger import Ledger, shown

Row = dict[str, Any]

LEAST_AGE = 16
"""Full years on joining at least (劳动法 15)."""


def rows_of(frames: Mapping[str, pl.DataFrame], table: str) -> list[Row]:
    """Return the rows of a table, none where it is not there."""
    frame = frames.get(table)
    return [] if frame is None else frame.to_dicts()


@dataclass(frozen=True)
class UnderCheck:
    """The tables under check and the ledger; a cell that failed by itself is null: passed over."""

    frames: Mapping[str, pl.DataFrame]
    ledger: Ledger

    def rows(self, table: str, *needed: str) -> Iterator[Row]:
        """Yield the rows of a table that have all these cells."""
        for row in self.all_rows(table):
            if all(row[column] is not None for column in needed):
                yield row

    def all_rows(self, table: str) -> list[Row]:
        """Return the rows of a table as they are."""
        if table not in self._rows:
            self._rows[table] = rows_of(self.frames, table)
        return self._rows[table]

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        return {}


def identifiers_are_unique(check: UnderCheck, *tables: str) -> None:
    """Note the identifiers that another row of these tables has: they share one space of them."""
    taken: dict[str, str] = {}
    for table in tables:
        column = SCHEMA[table].key or ""
        for row in check.rows(table, column):
            here = check.ledger.place(table, row["row"], column)
            first = taken.setdefault(row[column], here)
            if first != here:
                value = shown(row[column])
                check.ledger.fault(
                    table, "id.repeated", row["row"], column, value=value, place=first
                )


def ends_after_starts(check: UnderCheck, *tables: str) -> None:
    """Note the rows that end before they start."""
    for table in tables:
        for row in check.rows(table, "start_date", "end_date"):
            if row["end_date"] < row["start_date"]:
                values: Row = {"value": row["end_date"], "start": row["start_date"]}
                check.ledger.fault(table, "span.ends_early", row["row"], "end_date", **values)


def old_enough(check: UnderCheck, otherwise: dt.date | None = None) -> None:
    """Note the cadres born on joining or later, and those under 16 then.

    Who joined nobody knows when is measured on another day, where one is given.
    """
    for row in check.rows("cadres", "birth_date"):
        birth, joined = row["birth_date"], row["joined_on"] or otherwise
        if joined is not None and age(birth, joined) < LEAST_AGE:
            key = "cadre.born_late" if birth >= joined else "cadre.too_young"
            values: Row = {"value": birth, "joined": joined, "least": LEAST_AGE}
            check.ledger.fault("cadres", key, row["row"], "birth_date", **values)
