"""Checks of every table of days: ends before starts, days out of the century, rows twice."""

import datetime as dt
from collections.abc import Callable

from planner.days.checks.known import Check

SPANNED = ("visits", "absences", "blocked")
DATED: dict[str, tuple[str, ...]] = {
    "cadres": ("joined_on", "left_on"),
    "visits": ("start_date", "end_date"),
    "absences": ("start_date", "end_date"),
    "moves": ("moved_on",),
    "mergers": ("merged_on",),
    "workdays": ("date",),
    "blocked": ("start_date", "end_date"),
    "tasks": ("done_on",),
}
FIRST, LAST = 2000, 2100
REPEATED = {
    "visits": ("person_id", "station_id", "start_date", "end_date", "task"),
    "absences": ("person_id", "cause", "start_date", "end_date"),
    "moves": ("cadre_id", "moved_on", "from_department_id"),
    "mergers": ("station_id", "merged_on", "successor_id"),
    "blocked": ("subject", "start_date", "end_date", "reason"),
    "tasks": ("unit_id", "station_id", "task", "target", "done_on"),
}


def _within_the_century(check: Check) -> None:
    for table, columns in DATED.items():
        for column in columns:
            for row in check.rows(table, column):
                day: dt.date = row[column]
                if not FIRST <= day.year <= LAST:
                    values = {"value": day, "low": FIRST, "high": LAST}
                    check.ledger.fault(table, "days.out_of_range", row["row"], column, **values)


def _ends_after_starts(check: Check) -> None:
    for table in SPANNED:
        for row in check.rows(table, "start_date", "end_date"):
            if row["end_date"] < row["start_date"]:
                check.ledger.fault(
                    table, "days.end_before_start", row["row"], "end_date",
                    value=row["end_date"], start=row["start_date"],
                )  # fmt: skip


def _rows_stand_once(check: Check) -> None:
    for table, columns in REPEATED.items():
        first: dict[tuple[object, ...], int] = {}
        for row in check.rows(table, columns[0], columns[1]):
            cells = tuple(row[column] for column in columns)
            if cells in first:
                values = {"first": first[cells]}
                check.ledger.fault(table, "days.repeated", row["row"], columns[0], **values)
            first.setdefault(cells, row["row"])


SPANS: tuple[Callable[[Check], None], ...] = (
    _within_the_century,
    _ends_after_starts,
    _rows_stand_once,
)
