"""The rows that have no fault: what can be judged by a person's whole case while others are mended.

A fault elsewhere must not hide this one until the next run, nor make up another: who has a faulty
row of their own is not judged, and where a station's row is faulty nobody is.
"""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from planner.tables.ledger import Ledger
from planner.tables.schema import SCHEMA

PERSON = ("person_id", "cadre_id", "chief_id")
PLACES = ("stations", "mergers", "hosts")


class Sound(NamedTuple):
    """Frames without faulty rows, and the ids of the people who had one."""

    frames: dict[str, pl.DataFrame]
    unsure: frozenset[str]


def sound(frames: Mapping[str, pl.DataFrame], ledger: Ledger) -> Sound | None:
    """Return the rows that have no fault, None where too little is known to judge anyone."""
    kept: dict[str, pl.DataFrame] = {}
    unsure: set[str] = set()
    for name, frame in frames.items():
        wrong = ledger.wrong.get(name, set())
        if None in wrong or (wrong and name in PLACES) or _unread(name, ledger):
            return None
        needed = [column.name for column in SCHEMA[name].columns if not column.blank]
        whole = pl.all_horizontal(pl.col(needed).is_not_null())
        if wrong:
            whole &= ~pl.col("row").is_in(list(wrong))
        kept[name] = frame.filter(whole)
        for column in set(PERSON) & set(frame.columns):
            unsure.update(frame.filter(~whole)[column].drop_nulls())
    return Sound(kept, frozenset(unsure))


def _unread(table: str, ledger: Ledger) -> bool:
    """Return whether a table is there and could not be read, not even who its rows are of."""
    return (table, SCHEMA[table].columns[0].name) in ledger.unusable
