"""Checks of every table of days: ends before starts, rows twice."""

from collections.abc import Callable

from planner.days.checks.known import Check
from planner.days.read import Row

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
    for table in SPANNED:
        for row in check.rows(table, "start_date", "end_date"):
            if row["end_date"] < row["start_date"]:
                check.ledger.fault(
                    table, "date.ends_early", row["row"], "end_date",
                    value=row["end_date"], start=row["start_date"],
                )  # fmt: skip


def _rows_stand_once(check: Check) -> None:
    for table, columns in REPEATED.items():
        first: dict[tuple[object, ...], int] = {}
        for row in check.rows(table, columns[0], columns[1]):
            cells = tuple(row[column] for column in columns)
            if cells in first:
                values: Row = {"first": first[cells]}
                check.ledger.fault(table, "days.repeated", row["row"], columns[0], **values)
            first.setdefault(cells, row["row"])


SPANS: tuple[Callable[[Check], None], ...] = (
    _ends_after_starts,
    _rows_stand_once,
)
