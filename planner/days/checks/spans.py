"""Checks of every table of days: ends before starts, rows twice."""

from collections.abc import Callable

from planner.days.checks.known import Check
from planner.plans.checks import Row, ends_after_starts
from planner.tables.schema import SCHEMA

SPANNED = ("visits", "absences", "blocked")
REPEATED = {
    "visits": ("person_id", "station_id", "start_date", "end_date", "task"),
    "absences": ("person_id", "cause", "start_date", "end_date"),
    "moves": ("cadre_id", "moved_on", "from_department_id"),
    "mergers": ("station_id", "merged_on", "successor_id"),
    "blocked": ("subject", "start_date", "end_date", "reason"),
    "tasks": ("unit_id", "station_id", "task", "target", "done_on"),
}


def _ends_after_starts(check: Check) -> None:
    ends_after_starts(check, *SPANNED)


def _rows_stand_once(check: Check) -> None:
    """Rows stand once; those without a date that they should have are told of already."""
    for table, columns in REPEATED.items():
        first: dict[tuple[object, ...], int] = {}
        dates = [one.name for one in SCHEMA[table].columns if one.kind == "date" and not one.blank]
        for row in check.rows(table, columns[0], columns[1], *dates):
            cells = tuple(row[column] for column in columns)
            if cells in first:
                values: Row = {"first": first[cells]}
                check.ledger.fault(table, "days.repeated", row["row"], columns[0], **values)
            first.setdefault(cells, row["row"])


SPANS: tuple[Callable[[Check], None], ...] = (
    _ends_after_starts,
    _rows_stand_once,
)
