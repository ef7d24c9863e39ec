"""Results as frames with the columns of their files."""

from collections.abc import Sequence

import polars as pl

from planner.days.burden import Burden
from planner.days.ledger import Entry
from planner.days.obligations import Obligation

TEXT, WHOLE, DATE = pl.String(), pl.Int64(), pl.Date()

OBLIGATIONS = {
    "year": WHOLE, "kind": TEXT, "unit_id": TEXT, "person_id": TEXT, "months": WHOLE,
    "owed": WHOLE, "causes": TEXT, "done_first": WHOLE, "done_second": WHOLE, "done": WHOLE,
    "elsewhere": WHOLE, "short": WHOLE, "status": TEXT, "left": WHOLE, "last_start": DATE,
}  # fmt: skip
LEDGER = {
    "person_id": TEXT, "start_date": DATE, "end_date": DATE, "station_id": TEXT, "unit_id": TEXT,
    "half": WHOLE, "days": WHOLE, "counted": WHOLE, "why_not": TEXT, "task": TEXT,
}  # fmt: skip
BURDEN = {
    "station_id": TEXT, "month": TEXT, "visitor_days": WHOLE, "staff": WHOLE, "burden": WHOLE,
}  # fmt: skip


def obligations_frame(year: int, several: Sequence[Obligation]) -> pl.DataFrame:
    """Return the obligations as `obligations.csv` has them."""
    rows = [
        (
            year, one.kind, one.unit, one.person, one.months, one.owed, joined(one.causes),
            one.done_first, one.done_second, one.done, one.elsewhere, one.short, one.status,
            one.left, one.last_start,
        )
        for one in several
    ]  # fmt: skip
    return pl.DataFrame(rows, OBLIGATIONS, orient="row")


def ledger_frame(entries: Sequence[Entry]) -> pl.DataFrame:
    """Return entries as `ledger.csv` has them."""
    rows = [
        (
            one.person, one.start, one.end, one.station, one.unit, one.half, one.days,
            one.counted, one.why_not or None, one.task,
        )
        for one in entries
    ]  # fmt: skip
    return pl.DataFrame(rows, LEDGER, orient="row")


def burden_frame(burdens: Sequence[Burden]) -> pl.DataFrame:
    """Return burdens as `burden.csv` has them."""
    rows = [(one.station, one.month, one.visitor_days, one.staff, one.burden) for one in burdens]
    return pl.DataFrame(rows, BURDEN, orient="row")


def joined(words: Sequence[str]) -> str | None:
    """Return words joined by `;`, nothing where there are none."""
    return ";".join(words) or None
